/** What can be measured on the outline of a glyph. */

/** A step of an outline; `values` are the points on the way, as x and y by turns, the last one its end. */
export interface OutlineStep {
  type: string;
  values: readonly number[];
}

/**
 * The area inside an outline of straight lines and Bézier curves, in the square of its units, by Green's theorem; exact where
 * no contours overlap. Inner contours, which run the other way, take off.
 */
export function areaOf(outline: readonly OutlineStep[]): number {
  let doubled = 0;
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const cross = (ax: number, ay: number, bx: number, by: number) => ax * by - ay * bx;
  for (const { type, values } of outline) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values;
    if (type === 'M') {
      [startX, startY] = [a, b];
    } else if (type === 'L') {
      doubled += cross(x, y, a, b);
    } else if (type === 'Q') {
      doubled += (2 * cross(x, y, a, b) + 2 * cross(a, b, c, d) + cross(x, y, c, d)) / 3;
    } else if (type === 'C') {
      doubled +=
        (6 * cross(x, y, a, b) +
          3 * cross(x, y, c, d) +
          cross(x, y, e, f) +
          3 * cross(a, b, c, d) +
          3 * cross(a, b, e, f) +
          6 * cross(c, d, e, f)) /
        10;
    } else {
      doubled += cross(x, y, startX, startY);
      [x, y] = [startX, startY];
      continue;
    }
    [x = 0, y = 0] = values.slice(-2);
  }
  return Math.abs(doubled) / 2;
}
