/** Painted paths as straight lines: curves in pieces, dashes one by one, and strokes as what they cover. */
import type { Stroke } from './paths.js';
import type { Curve, Segment } from './pieces.js';

/** Points one after the other, x and y by turns. */
export interface Line {
  points: number[];
  closed: boolean;
}

/** Curves as straight pieces. @param across and `down`: how much longer all becomes */
export function linesOf(segments: readonly Segment[], across: number, down: number): Line[] {
  const lines: Line[] = [];
  let line: Line = { points: [], closed: false };
  const begin = (x: number, y: number) => {
    line = { points: [x, y], closed: false };
    lines.push(line);
  };
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index] as Segment;
    if (segment[0] === 'Z') {
      line.closed = true;
      continue;
    }
    const { points } = line;
    // After a path was closed, the next one begins at its start.
    if (line.closed && segment[0] !== 'M') begin(points[0] ?? 0, points[1] ?? 0);
    if (segment[0] === 'C') curve(line.points, segment, across, down);
    else if (segment[0] === 'M') begin(segment[1] * across, segment[2] * down);
    else line.points.push(segment[1] * across, segment[2] * down);
  }
  return lines;
}

/** Straight pieces leave a curve by so much at most; and how many there are at most. */
const slack = 1 / 5;
const most = 32;

/** Each drawing comes here for the first time in code that is not yet compiled: so without lists that are taken apart at once. */
function curve(points: number[], segment: Curve, across: number, down: number): void {
  const x0 = points[points.length - 2] as number;
  const y0 = points[points.length - 1] as number;
  const x1 = segment[1] * across;
  const y1 = segment[2] * down;
  const x2 = segment[3] * across;
  const y2 = segment[4] * down;
  const x3 = segment[5] * across;
  const y3 = segment[6] * down;
  // By how much the handles bend says how many pieces stay as near as the slack (Wang's formula).
  const bendX = x0 - 2 * x1 + x2;
  const bendY = y0 - 2 * y1 + y2;
  const onX = x1 - 2 * x2 + x3;
  const onY = y1 - 2 * y2 + y3;
  const bend = Math.max(Math.hypot(bendX, bendY), Math.hypot(onX, onY));
  const pieces = Math.min(most, Math.ceil(Math.sqrt((0.75 * bend) / slack)));
  const cubeX = onX - bendX;
  const cubeY = onY - bendY;
  for (let piece = 1; piece < pieces; piece++) {
    const t = piece / pieces;
    points.push(
      x0 + t * (3 * (x1 - x0) + t * (3 * bendX + t * cubeX)),
      y0 + t * (3 * (y1 - y0) + t * (3 * bendY + t * cubeY)),
    );
  }
  points.push(x3, y3);
}

/** What a stroke covers, as lines that enclose it together. @param scale how much longer all has become */
export function strokeLines(lines: readonly Line[], stroke: Stroke, scale: number): Line[] {
  const traced = stroke.dashes.length > 0 ? lines.flatMap(line => dashesOf(line, stroke, scale)) : lines;
  return traced.flatMap(line => traceStroke(line, (stroke.weight * scale) / 2, stroke));
}

/** The dashes of a line, each a line of its own; `scale` is how many pixels a unit of the drawing is. */
function dashesOf({ points, closed }: Line, { dashes, phase }: Stroke, scale: number): Line[] {
  const lengths = (dashes.length % 2 === 0 ? dashes : [...dashes, ...dashes]).map(length => length * scale);
  const round = closed ? [...points, points[0] ?? 0, points[1] ?? 0] : points;
  const found: Line[] = [];
  let [index, left] = [0, lengths[0] ?? 0];
  const next = () => {
    index = (index + 1) % lengths.length;
    left += lengths[index] ?? 0;
  };
  for (left -= (phase * scale) % lengths.reduce((sum, length) => sum + length, 0); left < 0; ) next();
  let dash: number[] | undefined = index % 2 === 0 ? round.slice(0, 2) : undefined;
  for (let at = 2; at < round.length; at += 2) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = round.slice(at - 2, at + 2);
    const length = Math.hypot(x1 - x0, y1 - y0);
    for (let done = 0; done < length; ) {
      const step = Math.min(left, length - done);
      done += step;
      left -= step;
      const [x, y] = [x0 + ((x1 - x0) * done) / length, y0 + ((y1 - y0) * done) / length];
      dash?.push(x, y);
      if (left > 0) continue;
      if (dash) found.push({ points: dash, closed: false });
      next();
      dash = index % 2 === 0 ? [x, y] : undefined;
    }
  }
  if (dash && dash.length > 2) found.push({ points: dash, closed: false });
  return found;
}

/** A stroke is the rectangles of its pieces and a disc at each corner: nearly so for mitred corners. */
function traceStroke({ points, closed }: Line, radius: number, { cap }: Stroke): Line[] {
  const covered: Line[] = [];
  const last = points.length / 2 - 1;
  const at = (index: number) => [points[2 * index] ?? 0, points[2 * index + 1] ?? 0] as const;
  const pieces = closed ? last + 1 : last;
  for (let piece = 0; piece < pieces; piece++) {
    const [x0, y0] = at(piece);
    const [x1, y1] = at(piece === last ? 0 : piece + 1);
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (length === 0) continue;
    const [dx, dy] = [((x1 - x0) / length) * radius, ((y1 - y0) / length) * radius];
    const [before, after] = cap === 2 && !closed ? [piece === 0 ? 1 : 0, piece === last - 1 ? 1 : 0] : [0, 0];
    const [ax, ay, bx, by] = [x0 - before * dx, y0 - before * dy, x1 + after * dx, y1 + after * dy];
    covered.push({
      closed: true,
      points: [ax - dy, ay + dx, ax + dy, ay - dx, bx + dy, by - dx, bx - dy, by + dx],
    });
  }
  // Corners of curves that bend gently need none.
  for (let corner = 0; corner <= last; corner++) {
    const isEnd = !closed && (corner === 0 || corner === last);
    if (isEnd ? cap === 1 : radius > 1) covered.push({ closed: true, points: disc(...at(corner), radius) });
  }
  return covered;
}

function disc(x: number, y: number, radius: number): number[] {
  const corners = 12;
  const points: number[] = [];
  for (let corner = 0; corner < corners; corner++) {
    const angle = (2 * Math.PI * corner) / corners;
    points.push(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  return points;
}
