/** Pictures as numbers: pixels row by row from the top left, without anything of files or of Node. */

/** Three bytes for each pixel (red, green, blue), or four (with opacity), in sRGB. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8Array;
}

/** One number for each pixel. */
export interface Plane {
  width: number;
  height: number;
  data: Float32Array;
}

export const planeOf = (width: number, height: number): Plane => ({
  width,
  height,
  data: new Float32Array(width * height),
});

/** The least of red, green and blue, 0 to 255: high on white paper, low on wood and on ink of any colour. */
export function leastOf({ width, height, data }: Pixels): Plane {
  const plane = planeOf(width, height);
  for (let at = 0, from = 0; at < plane.data.length; at++, from += 3) {
    plane.data[at] = Math.min(data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0);
  }
  return plane;
}

/** The plane at a `factor`th of its size, each pixel the mean of those that it stands for. */
export function shrunk({ width, height, data }: Plane, factor: number): Plane {
  const small = planeOf(Math.floor(width / factor), Math.floor(height / factor));
  for (let row = 0; row < small.height * factor; row++) {
    const to = Math.floor(row / factor) * small.width;
    for (let column = 0; column < small.width * factor; column++) {
      const at = to + Math.floor(column / factor);
      small.data[at] = (small.data[at] ?? 0) + (data[row * width + column] ?? 0) / factor ** 2;
    }
  }
  return small;
}

/** The largest (or least) value within a square of `radius` pixels around each. */
export function extremes({ width, height, data }: Plane, radius: number, pick: 'most' | 'least'): Plane {
  const turned = pick === 'most' ? data : data.map(value => -value);
  const across = new Float32Array(data.length);
  for (let row = 0; row < height; row++) {
    const [start, end] = [row * width, (row + 1) * width];
    for (let at = start; at < end; at++) {
      let found = turned[at] as number;
      const last = Math.min(end - 1, at + radius);
      for (let near = Math.max(start, at - radius); near <= last; near++) {
        if ((turned[near] as number) > found) found = turned[near] as number;
      }
      across[at] = found;
    }
  }
  // Down the picture whole rows are compared: pixels that lie side by side in memory.
  const found = across.slice();
  for (let row = 0; row < height; row++) {
    const start = row * width;
    const last = Math.min(height - 1, row + radius);
    for (let near = Math.max(0, row - radius); near <= last; near++) {
      const away = (near - row) * width;
      if (away === 0) continue;
      for (let at = start; at < start + width; at++) {
        if ((across[at + away] as number) > (found[at] as number)) found[at] = across[at + away] as number;
      }
    }
  }
  return { width, height, data: pick === 'most' ? found : found.map(value => -value) };
}

/** The value at a place between pixels (the middle of the first is 0.5, 0.5); beyond the edge that of the edge. */
export function valueAt({ width, height, data }: Plane, x: number, y: number): number {
  const left = Math.max(0, Math.min(width - 1, x - 0.5));
  const top = Math.max(0, Math.min(height - 1, y - 0.5));
  const [column, row] = [Math.min(width - 2, Math.floor(left)), Math.min(height - 2, Math.floor(top))];
  const [right, down] = [left - column, top - row];
  const at = row * width + column;
  const upper = (data[at] ?? 0) * (1 - right) + (data[at + 1] ?? 0) * right;
  const lower = (data[at + width] ?? 0) * (1 - right) + (data[at + width + 1] ?? 0) * right;
  return upper * (1 - down) + lower * down;
}
