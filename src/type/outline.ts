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
  const heights = lines.flatMap(({ y1, y2 }) => [y1, y2]);
  const [bottom, top] = [Math.min(...heights), Math.max(...heights)];
  const height = (top - bottom) / cuts;
  if (!(height > 0)) return 0;
  let area = 0;
  for (let cut = 0; cut < cuts; cut++) {
    const y = bottom + (cut + 0.5) * height;
    const crossings = lines
      .filter(({ y1, y2 }) => y1 <= y !== y2 <= y)
      .map(({ x1, y1, x2, y2 }) => ({ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), turn: y2 > y1 ? 1 : -1 }))
      .sort((a, b) => a.x - b.x);
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
  if (points.length === 2) return [points[0] ?? 0, points[1] ?? 0];
  const between = points
    .slice(0, -2)
    .map((value, index) => value + part * ((points[index + 2] ?? 0) - value));
  return pointOf(between, part);
}
