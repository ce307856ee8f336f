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

/** Is told what is seen of a shape, row by row. */
export interface Seen {
  /** Along the middle of the row. */
  span(row: number, from: number, to: number): void;
  /** Columns (a bit for each) in which something of it is, and be it thinner than the row. */
  columns?(row: number, bits: number): void;
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
  const bare: (readonly number[])[] = new Array(grid.side).fill([0, grid.side]);
  const lay = ({ spans, edges }: Outline, colour: string) => {
    const seen = seenOf(colour);
    let row = 0;
    let columns = 0;
    const found = (from: number, to: number) => {
      seen.span(row, from, to);
      columns |= bits(from, to, grid);
    };
    for (; row < grid.side; row++) {
      const left = bare[row] as readonly number[];
      const own = spans[row];
      columns = edges[row] as number;
      if (left.length === 0 || (columns === 0 && !own)) continue;
      if (columns > 0) columns &= columnsOf(left, grid);
      if (own) bare[row] = without(left, own, found);
      seen.columns?.(row, columns);
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

/** A shape in rows. */
interface Outline {
  /** Where it is in the middle of a row. */
  spans: (number[] | undefined)[];
  /** Columns in which its edge is beside that, a bit for each. */
  edges: Int32Array;
}

/** Portraits share their parts, which are at the same place in all of them. Those that have more spans are not kept. */
const mostKept = 1000;
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
  const ends = outline.spans.reduce((sum, spans) => sum + (spans?.length ?? 0), 0);
  if (ends <= 2 * mostKept) known.set(segments, { key, outline });
  return outline;
}

/** Places across are counted in so many parts, so that a place and a way fit into one small integer. */
const parts = 4096;
/** An edge that reaches into a row or column by less than this does not reach into it. */
const slack = 1 / 100;

/** What lines enclose, closed as all that is filled. Each drawing comes here for the first time in code that is not yet compiled. */
function outlineOf(lines: readonly Line[], evenOdd: boolean, grid: Grid): Outline {
  const { side } = grid;
  const edges = new Int32Array(side);
  /** Where edges cross the middle of each row: twice the place, and one more where the edge goes down. */
  const crossed: (number[] | undefined)[] = new Array(side);

  /** Keeps the places of a row in order: there are two in most. */
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
  /** An edge from one place down to another, or on a level. */
  const edge = (x0: number, y0: number, x1: number, y1: number, goesDown: boolean) => {
    const slope = (x1 - x0) / (y1 - y0);
    const end = Math.min(side, Math.ceil(y1 - slack));
    let enter = y0 < 0 ? x0 - y0 * slope : x0;
    for (let row = Math.max(0, Math.floor(y0 + slack)); row < end; row++) {
      const leave = row + 1 < y1 ? x0 + (row + 1 - y0) * slope : x1;
      const left = Math.max(0, Math.min(enter, leave) + slack);
      const right = Math.min(side, Math.max(enter, leave) - slack);
      enter = leave;
      const middle = row + 0.5;
      const crosses = y0 <= middle && middle < y1;
      if (crosses) cross(row, x0 + (middle - y0) * slope, goesDown);
      if (left >= right) continue;
      // Where it crosses the middle, there is a span.
      const own = bits(left, right, grid);
      if (!crosses || (own & (own - 1)) !== 0) edges[row] = (edges[row] as number) | own;
    }
  };
  for (const { points } of lines) {
    let x = points[points.length - 2] as number;
    let y = points[points.length - 1] as number;
    for (let at = 0; at < points.length; at += 2) {
      const toX = points[at] as number;
      const toY = points[at + 1] as number;
      if (y < toY) edge(x, y, toX, toY, true);
      else edge(toX, toY, x, y, false);
      x = toX;
      y = toY;
    }
  }
  return { spans: crossed.map(codes => codes && spansOf(codes, evenOdd)), edges };
}

function spansOf(codes: readonly number[], evenOdd: boolean): number[] {
  const spans: number[] = [];
  let turns = 0;
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index] as number;
    const before = turns;
    turns = evenOdd ? 1 - turns : turns + (code & 1 ? 1 : -1);
    if ((before === 0) === (turns === 0)) continue;
    const at = (code >> 1) / parts;
    // What ends where it begins is nothing.
    if (turns === 0 && spans[spans.length - 1] === at) spans.pop();
    else spans.push(at);
  }
  return spans;
}

/** The columns between two places, a bit for each. */
const bits = (from: number, to: number, { side, columns }: Grid): number =>
  (2 << (Math.ceil((to * columns) / side) - 1)) - (1 << ((from * columns) / side));

function columnsOf(spans: readonly number[], grid: Grid): number {
  let found = 0;
  for (let at = 0; at < spans.length; at += 2)
    found |= bits(spans[at] as number, spans[at + 1] as number, grid);
  return found;
}

/** What is left of spans without others; @param both is told each part that is in both. */
function without(
  spans: readonly number[],
  cut: readonly number[],
  both: (from: number, to: number) => void,
): number[] {
  const left: number[] = [];
  let next = 0;
  for (let index = 0; index < spans.length; index += 2) {
    let from = spans[index] as number;
    const to = spans[index + 1] as number;
    while (next < cut.length && (cut[next + 1] as number) <= from) next += 2;
    for (let at = next; at < cut.length && (cut[at] as number) < to; at += 2) {
      const start = Math.max(from, cut[at] as number);
      const end = Math.min(to, cut[at + 1] as number);
      if (start > from) left.push(from, start);
      both(start, end);
      from = end;
    }
    if (from < to) left.push(from, to);
  }
  return left;
}
