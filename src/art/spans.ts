/** What of painted paths is seen: spans in rows, from the topmost path down. They are exact across; a row is what its middle shows. */
import { type Line, linesOf, strokeLines } from './lines.js';
import type { PaintedPath } from './paths.js';
import type { Segment } from './pieces.js';

/** The square to which a drawing is stretched: so many rows, each as high as a unit across, and so many columns of them. */
export interface Grid {
  side: number;
  /** 31 at most. */
  columns: number;
}

/** Is told what is seen of a shape. */
export interface Seen {
  /** Along the middle of a row. */
  span(row: number, from: number, to: number): void;
  /** Columns (a bit for each) of a row in which the shape has its edge, and perhaps no span: it may be thinner than a row. */
  edge?(row: number, columns: number): void;
}

/** @param width and `height` of the drawing, in units of its paths */
export function lookAt(
  paths: readonly PaintedPath[],
  { width, height }: { width: number; height: number },
  grid: Grid,
  seenOf: (colour: string) => Seen,
): void {
  const [across, down] = [grid.side / width, grid.side / height];
  /** What of each row is not yet covered: spans, their ends by turns. */
  const bare = Array.from({ length: grid.side }, () => [0, grid.side]);
  const lay = ({ spans, edges }: Outline, colour: string) => {
    const seen = seenOf(colour);
    for (let row = 0; row < grid.side; row++) {
      const left = bare[row] as number[];
      if (left.length === 0) continue;
      const [own, columns = 0] = [spans[row], edges[row]];
      if (columns > 0) seen.edge?.(row, columns & columnsOf(left, grid));
      if (own) bare[row] = without(left, own, (from, to) => seen.span(row, from, to));
    }
  };
  for (const { segments, fill, stroke } of paths.toReversed()) {
    if (stroke) {
      // Where the picture is stretched to a square, the mean is near enough for a measure of ink.
      const lines = strokeLines(linesOf(segments, across, down), stroke, Math.sqrt(across * down));
      lay(outlineOf(lines, false, grid), stroke.colour);
    }
    if (fill) lay(filled(segments, fill.evenOdd, across, down, grid), fill.colour);
  }
}

/** A shape in rows; what is not there is empty. */
interface Outline {
  spans: (number[] | undefined)[];
  /** Columns with an edge, a bit for each. */
  edges: number[];
}

/** Portraits share their parts, which are at the same place in all of them. */
const known = new WeakMap<readonly Segment[], { key: string; outline: Outline }>();

function filled(
  segments: readonly Segment[],
  evenOdd: boolean,
  across: number,
  down: number,
  grid: Grid,
): Outline {
  const key = [across, down, grid.side, evenOdd].join();
  const before = known.get(segments);
  if (before?.key === key) return before.outline;
  const outline = outlineOf(linesOf(segments, across, down), evenOdd, grid);
  known.set(segments, { key, outline });
  return outline;
}

/** Places across are counted in so many parts, so that a place and a way fit into one small integer. */
const parts = 4096;
/** An edge that reaches into a row or column by less than this does not reach into it. */
const slack = 1 / 100;

/** What lines enclose that are closed, as all that is filled. */
function outlineOf(lines: readonly Line[], evenOdd: boolean, { side, columns }: Grid): Outline {
  const wide = side / columns;
  const edges: number[] = [];
  /** Where edges cross the middle of each row, from left to right: twice the place, and one more where the edge goes down. */
  const crossed: number[][] = [];

  const cross = (row: number, x: number, goesDown: boolean) => {
    const code = 2 * Math.round(Math.min(side, Math.max(0, x)) * parts) + (goesDown ? 1 : 0);
    const codes = crossed[row];
    if (!codes) {
      crossed[row] = [code];
      return;
    }
    let at = codes.length;
    for (; at > 0 && (codes[at - 1] as number) > code; at--) codes[at] = codes[at - 1] as number;
    codes[at] = code;
  };
  const touch = (row: number, from: number, to: number) => {
    const [left, right] = from < to ? [from + slack, to - slack] : [to + slack, from - slack];
    if (left < right && right > 0 && left < side)
      edges[row] = (edges[row] ?? 0) | bits(Math.max(0, left / wide), Math.min(columns - 1, right / wide));
  };
  const edge = (ax: number, ay: number, bx: number, by: number) => {
    const goesDown = ay < by;
    const [x0, y0, x1, y1] = goesDown ? [ax, ay, bx, by] : [bx, by, ax, ay];
    const slope = (x1 - x0) / (y1 - y0);
    const end = Math.min(side, Math.ceil(y1 - slack));
    for (let row = Math.max(0, Math.floor(y0 + slack)); row < end; row++) {
      touch(row, y0 < row ? x0 + (row - y0) * slope : x0, y1 > row + 1 ? x0 + (row + 1 - y0) * slope : x1);
      const middle = row + 0.5;
      if (y0 <= middle && middle < y1) cross(row, x0 + (middle - y0) * slope, goesDown);
    }
  };
  for (const { points } of lines) {
    const count = points.length;
    let [x, y] = points.slice(-2) as [number, number];
    for (let index = 0; index < count; index += 2) {
      const [toX, toY] = [points[index] as number, points[index + 1] as number];
      edge(x, y, toX, toY);
      [x, y] = [toX, toY];
    }
  }
  return { spans: crossed.map(codes => spansOf(codes, evenOdd)), edges };
}

function spansOf(codes: readonly number[], evenOdd: boolean): number[] {
  const spans: number[] = [];
  let turns = 0;
  for (const code of codes) {
    const before = turns;
    turns = evenOdd ? 1 - turns : turns + (code & 1 ? 1 : -1);
    if ((before === 0) === (turns === 0)) continue;
    const at = (code >> 1) / parts;
    // What ends where it begins is nothing.
    if (turns === 0 && spans.at(-1) === at) spans.pop();
    else spans.push(at);
  }
  return spans;
}

/** The columns from one to another, a bit for each. */
const bits = (first: number, last: number): number => (2 << last) - (1 << first);

function columnsOf(spans: readonly number[], { side, columns }: Grid): number {
  let found = 0;
  for (let index = 0; index < spans.length; index += 2) {
    const [from, to] = [
      ((spans[index] as number) * columns) / side,
      ((spans[index + 1] as number) * columns) / side,
    ];
    found |= bits(from, Math.ceil(to) - 1);
  }
  return found;
}

/** What is left of spans without others; @param both is told each part that is in both. */
function without(
  spans: readonly number[],
  cut: readonly number[],
  both: (from: number, to: number) => void,
): number[] {
  const left: number[] = [];
  for (let index = 0; index < spans.length; index += 2) {
    let from = spans[index] as number;
    const to = spans[index + 1] as number;
    for (let at = 0; at < cut.length && (cut[at] as number) < to; at += 2) {
      const [start, end] = [Math.max(from, cut[at] as number), Math.min(to, cut[at + 1] as number)];
      if (start >= end) continue;
      if (start > from) left.push(from, start);
      both(start, end);
      from = end;
    }
    if (from < to) left.push(from, to);
  }
  return left;
}
