/** Where a picture has ink: what is seen of its paths, or its pixels, counted in cells. */
import { lightOf, luminance, seenLight } from '../session/contrast.js';
import type { InkMap } from '../world.js';
import type { PaintedPath } from './paths.js';
import { lookAt } from './spans.js';

/** The picture is cut up into so many cells along each side, and each into so many pixels on which ink is counted. */
const [cells, perCell] = [20, 8];
/** Pixels along each side of the picture that is counted. */
export const mapSide = cells * perCell;
/** A channel from which a pixel counts as white, and an opacity from which it counts at all. */
const white = 254;
const seen = 8;

/** Rows in each cell in which painted paths are looked at: finer than pixels, as each is only what its middle shows. */
const rows = 10;

/** What is counted of the cells of a picture. */
class Count {
  readonly #ink = new Array<number>(cells ** 2).fill(0);
  readonly #white = new Array<number>(cells ** 2).fill(0);
  readonly #shades = new Array<[darkest: number, lightest: number] | undefined>(cells ** 2).fill(undefined);

  /** A share of a cell is covered. */
  cover(cell: number, share: number, isWhite: boolean): void {
    const counted = isWhite ? this.#white : this.#ink;
    counted[cell] = (counted[cell] ?? 0) + share;
  }

  shade(cell: number, dark: number, light: number): void {
    const known = this.#shades[cell];
    if (!known) this.#shades[cell] = [dark, light];
    else {
      if (dark < known[0]) known[0] = dark;
      if (light > known[1]) known[1] = light;
    }
  }

  map(): InkMap {
    return { side: cells, ink: this.#ink, white: this.#white, shades: this.#shades };
  }
}

/** Where painted paths have ink. @param size of their drawing, in their own units */
export function inkOfPaths(paths: readonly PaintedPath[], size: { width: number; height: number }): InkMap {
  const count = new Count();
  lookAt(paths, size, { side: cells * rows, columns: cells }, colour => {
    const light = luminance(colour);
    const isWhite = [1, 3, 5].every(at => Number.parseInt(colour.slice(at, at + 2), 16) >= white);
    const known = new Int32Array(cells);
    return {
      span(row, from, to) {
        const first = Math.floor(row / rows) * cells;
        for (let at = from; at < to; ) {
          const column = Math.floor(at / rows);
          const end = Math.min(to, (column + 1) * rows);
          count.cover(first + column, (end - at) / rows ** 2, isWhite);
          at = end;
        }
      },
      columns(row, bits) {
        const down = Math.floor(row / rows);
        const before = known[down] as number;
        for (let left = bits & ~before; left > 0; left &= left - 1)
          count.shade(down * cells + 31 - Math.clz32(left & -left), light, light);
        known[down] = before | bits;
      },
    };
  });
  return count.map();
}

/** Of each level of a channel the light that it gives. */
const lights = Float64Array.from({ length: 256 }, (_, level) => lightOf(level / 255));

/** The light of a colour, a number whose bytes are red, green, blue and opacity, over a grey of a level. */
function lightOver(colour: number, under: number): number {
  const alpha = (colour & 255) / 255;
  const light = (shift: number) =>
    lights[Math.round(((colour >>> shift) & 255) * alpha + under * (1 - alpha))] ?? 0;
  return seenLight(light(24), light(16), light(8));
}

/**
 * Pixels at the edge of a shape have a part of its ink: as much as they are opaque beside the most opaque pixel around them. Inside a
 * shape that lets the paper through, all of it is ink.
 * @param data four bytes a pixel (red, green, blue, opacity), {@link mapSide} × {@link mapSide} of them
 */
export function inkMapOf(data: Uint8Array): InkMap {
  const count = new Count();
  // Most pixels have the colour of the one before.
  let [last, dark, light] = [-1, 0, 0];
  for (let y = 0; y < mapSide; y++) {
    for (let x = 0; x < mapSide; x++) {
      const at = 4 * (y * mapSide + x);
      const alpha = data[at + 3] ?? 0;
      if (alpha < seen) continue;
      const cell = Math.floor(y / perCell) * cells + Math.floor(x / perCell);
      const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      const share = alpha === 255 ? 1 : alpha / mostOpaqueAround(data, x, y);
      count.cover(cell, share / perCell ** 2, Math.min(red, green, blue) >= white);
      const colour = ((red << 24) | (green << 16) | (blue << 8) | alpha) >>> 0;
      if (colour !== last) {
        dark = lightOver(colour, 0);
        light = alpha === 255 ? dark : lightOver(colour, 255);
        last = colour;
      }
      count.shade(cell, dark, light);
    }
  }
  return count.map();
}

function mostOpaqueAround(data: Uint8Array, x: number, y: number): number {
  let most = 0;
  for (let row = Math.max(0, y - 1); row <= Math.min(mapSide - 1, y + 1); row++) {
    for (let column = Math.max(0, x - 1); column <= Math.min(mapSide - 1, x + 1); column++)
      most = Math.max(most, data[4 * (row * mapSide + column) + 3] ?? 0);
  }
  return most;
}
