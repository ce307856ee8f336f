/** Matrices of PDF: `[a b c d e f]` takes x and y to `ax + cy + e` and `bx + dy + f`. */

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`: what `cm` and a form do to the matrix in force. */
export const product = (inner: Matrix, outer: Matrix): Matrix => [
  inner[0] * outer[0] + inner[1] * outer[2],
  inner[0] * outer[1] + inner[1] * outer[3],
  inner[2] * outer[0] + inner[3] * outer[2],
  inner[2] * outer[1] + inner[3] * outer[3],
  inner[4] * outer[0] + inner[5] * outer[2] + outer[4],
  inner[4] * outer[1] + inner[5] * outer[3] + outer[5],
];

/** Six numbers as a matrix; anything else leaves all as it is. */
export const matrixOf = (numbers: readonly number[] | undefined): Matrix =>
  numbers?.length === 6 ? (numbers as unknown as Matrix) : identity;

export interface Extent {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

/** What a rectangle becomes: the upright one around its corners. */
export function extentOf({ left, bottom, right, top }: Extent, [a, b, c, d, e, f]: Matrix): Extent {
  const x = [left, right].flatMap(u => [bottom, top].map(v => a * u + c * v + e));
  const y = [left, right].flatMap(u => [bottom, top].map(v => b * u + d * v + f));
  return { left: Math.min(...x), bottom: Math.min(...y), right: Math.max(...x), top: Math.max(...y) };
}

/** A box of PDF names any two opposite corners. */
export const extentBetween = ([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[]): Extent => ({
  left: Math.min(x0, x1),
  bottom: Math.min(y0, y1),
  right: Math.max(x0, x1),
  top: Math.max(y0, y1),
});
