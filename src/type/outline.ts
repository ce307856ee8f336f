/** What can be measured on the outline of a glyph. */

/** A step of an outline; `values` are the points on the way, as x and y by turns, the last one its end. */
export interface OutlineStep {
  type: string;
  values: readonly number[];
}

/** How finely an outline is measured: level cuts through it, and straight pieces for each curve. */
const cuts = 64;
const pieces = 6;

/**
 * The area that an outline fills, in the square of its units, by the rule of non-zero winding. Contours may overlap, as they do
 * in fonts that were made from variable ones. Within one per cent.
 */
export function areaOf(outline: readonly OutlineStep[]): number {
  const lines = flattened(outline);
  let [bottom, top] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { y1, y2 } of lines) {
    bottom = Math.min(bottom, y1, y2);
    top = Math.max(top, y1, y2);
  }
  const height = (top - bottom) / cuts;
  if (!(height > 0)) return 0;
  let area = 0;
  for (let cut = 0; cut < cuts; cut++) {
    const y = bottom + (cut + 0.5) * height;
    const crossings: { x: number; turn: number }[] = [];
    for (const { x1, y1, x2, y2 } of lines) {
      if (y1 <= y === y2 <= y) continue;
      crossings.push({ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), turn: y2 > y1 ? 1 : -1 });
    }
    crossings.sort((a, b) => a.x - b.x);
    let [winding, entered] = [0, 0];
    for (const { x, turn } of crossings) {
      if (winding === 0) entered = x;
      winding += turn;
      if (winding === 0) area += (x - entered) * height;
    }
  }
  return area;
}

interface Straight {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** An outline of straight lines alone. */
function flattened(outline: readonly OutlineStep[]): Straight[] {
  const lines: Straight[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const lineTo = (x2: number, y2: number) => {
    lines.push({ x1: x, y1: y, x2, y2 });
    [x, y] = [x2, y2];
  };
  for (const { type, values } of outline) {
    const [a = 0, b = 0] = values;
    if (type === 'M') [x, y, startX, startY] = [a, b, a, b];
    else if (type === 'L') lineTo(a, b);
    else if (type === 'Z') lineTo(startX, startY);
    else {
      const points = [x, y, ...values];
      for (let piece = 1; piece <= pieces; piece++) lineTo(...pointOf(points, piece / pieces));
    }
  }
  return lines;
}

/** The point of a Bézier curve at a part of its way (de Casteljau). */
function pointOf(points: readonly number[], part: number): [number, number] {
  const between = [...points];
  for (let length = points.length - 2; length > 0; length -= 2) {
    for (let index = 0; index < length; index++) {
      const value = between[index] ?? 0;
      between[index] = value + part * ((between[index + 2] ?? 0) - value);
    }
  }
  return [between[0] ?? 0, between[1] ?? 0];
}
