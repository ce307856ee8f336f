/** The sides of a sheet of paper to a fraction of a pixel: a straight line through the steepest places across each. */
import { type Plane, valueAt } from './pixels.js';
import { distance, type Point, type Quad, sidesOf } from './quad.js';

/** Places along a side at which it is looked for, and pixels that are compared on either side of each. */
const [places, compared] = [72, 4];

/** `a·x + b·y = c`, with (a, b) of length 1. */
interface Line {
  a: number;
  b: number;
  c: number;
}

/** The quadrilateral with its sides at the edges of the paper; @param reach pixels that a side may be off */
export function sharpened(quad: Quad, plane: Plane, reach: number): Quad {
  let better = quad;
  for (const near of [reach, Math.max(6, reach / 3)]) {
    const lines = sidesOf(better).map(([from, to]) => sideAt(from, to, plane, near));
    const corners = lines.map((line, index) => crossing(lines.at(index - 1) as Line, line));
    const moved = corners.map((corner, index) => distance(corner, better[index] as Point));
    if (!moved.every(way => way < reach * 3)) return better;
    better = corners as unknown as Quad;
  }
  return better;
}

/** The edge near a side; the side itself where the picture ends there, or none is seen. */
function sideAt(from: Point, to: Point, plane: Plane, reach: number): Line {
  const length = distance(from, to);
  const across = { x: (to.y - from.y) / length, y: (from.x - to.x) / length };
  const found: Point[] = [];
  for (let index = 0; index < places; index++) {
    const share = 0.04 + (0.92 * index) / (places - 1);
    const middle = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    const out = steepest(middle, across, plane, reach);
    if (out !== undefined) found.push({ x: middle.x + across.x * out, y: middle.y + across.y * out });
  }
  const kept = found.length < places / 3 ? [from, to] : found;
  return fitted(kept);
}

/** How far out from a place it gets darker fastest, in pixels. */
function steepest(middle: Point, across: Point, plane: Plane, reach: number): number | undefined {
  const values: number[] = [];
  for (let out = -reach - compared; out <= reach + compared; out++) {
    const [x, y] = [middle.x + across.x * out, middle.y + across.y * out];
    if (x < 0 || y < 0 || x > plane.width || y > plane.height) return undefined;
    values.push(valueAt(plane, x, y));
  }
  const drops: number[] = [];
  for (let at = compared; at + compared < values.length; at++) {
    let drop = 0;
    for (let off = 1; off <= compared; off++)
      drop += (values[at - off] as number) - (values[at + off] as number);
    drops.push(drop / compared);
  }
  const most = Math.max(...drops);
  const at = drops.indexOf(most);
  if (most < 6 || at === 0 || at === drops.length - 1) return undefined;
  const [before, after] = [drops[at - 1] as number, drops[at + 1] as number];
  const bend = before - 2 * most + after;
  return at - reach + (bend < 0 ? (before - after) / (2 * bend) : 0);
}

/** A line through points by least squares, those far off left out step by step. */
function fitted(points: readonly Point[]): Line {
  let kept = points;
  let line = through(kept);
  for (let round = 0; round < 6; round++) {
    const off = points.map(({ x, y }) => Math.abs(line.a * x + line.b * y - line.c));
    const usual = [...off].sort((one, other) => one - other)[Math.floor(off.length / 2)] ?? 0;
    const near = points.filter((_, index) => (off[index] as number) <= Math.max(0.5, usual * 2));
    if (near.length < 2 || near.length === kept.length) break;
    kept = near;
    line = through(kept);
  }
  return line;
}

function through(points: readonly Point[]): Line {
  const mean = { x: 0, y: 0 };
  for (const { x, y } of points) {
    mean.x += x / points.length;
    mean.y += y / points.length;
  }
  let [xx, xy, yy] = [0, 0, 0];
  for (const point of points) {
    const [x, y] = [point.x - mean.x, point.y - mean.y];
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  const along = Math.atan2(2 * xy, xx - yy) / 2;
  const [a, b] = [-Math.sin(along), Math.cos(along)];
  return { a, b, c: a * mean.x + b * mean.y };
}

function crossing(one: Line, other: Line): Point {
  const whole = one.a * other.b - other.a * one.b;
  return { x: (one.c * other.b - other.c * one.b) / whole, y: (one.a * other.c - other.a * one.c) / whole };
}
