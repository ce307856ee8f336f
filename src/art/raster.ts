/** Painted paths as pixels: how much of each pixel a path covers, exactly, by adding up the areas on the right of its edges. */
import type { PaintedPath, Stroke } from './paths.js';
import type { Curve, Segment } from './pieces.js';

/**
 * Four bytes a pixel (red, green, blue, opacity), `side` × `side` of them for the whole drawing, whatever its proportions.
 * @param width and `height` of the drawing, in units of its paths
 */
export function pixelsOf(
  paths: readonly PaintedPath[],
  { width, height }: { width: number; height: number },
  side: number,
): Uint8Array {
  const pixels = new Uint8Array(side * side * 4);
  const [across, down] = [side / width, side / height];
  const mask = new Mask(side);
  for (const { segments, fill, stroke } of paths) {
    const lines = linesOf(segments, across, down);
    if (fill) {
      for (const { points } of lines) mask.fill(points);
      mask.paint(pixels, fill.colour, fill.evenOdd);
    }
    if (stroke) {
      // Where the picture is stretched to a square, the mean is near enough for a measure of ink.
      const scale = Math.sqrt(across * down);
      const traced = stroke.dashes.length > 0 ? lines.flatMap(line => dashesOf(line, stroke, scale)) : lines;
      for (const line of traced) traceStroke(line, (stroke.weight * scale) / 2, stroke, mask);
      mask.paint(pixels, stroke.colour, false);
    }
  }
  return pixels;
}

/** Points one after the other, x and y by turns. */
interface Line {
  points: number[];
  closed: boolean;
}

/** Curves as straight pieces, in pixels. */
function linesOf(segments: readonly Segment[], across: number, down: number): Line[] {
  const lines: Line[] = [];
  let line: Line = { points: [], closed: false };
  const begin = (x: number, y: number) => {
    line = { points: [x, y], closed: false };
    lines.push(line);
  };
  for (const segment of segments) {
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

function curve(points: number[], [, a, b, c, d, e, f]: Curve, across: number, down: number): void {
  const [x0, y0] = points.slice(-2) as [number, number];
  const [x1, y1, x2, y2, x3, y3] = [a * across, b * down, c * across, d * down, e * across, f * down];
  const length = Math.hypot(x1 - x0, y1 - y0) + Math.hypot(x2 - x1, y2 - y1) + Math.hypot(x3 - x2, y3 - y2);
  const pieces = Math.min(16, Math.max(1, Math.ceil(Math.sqrt(length))));
  for (let piece = 1; piece <= pieces; piece++) {
    const t = piece / pieces;
    const s = 1 - t;
    const along = (p0: number, p1: number, p2: number, p3: number) =>
      s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
    points.push(along(x0, x1, x2, x3), along(y0, y1, y2, y3));
  }
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
function traceStroke({ points, closed }: Line, radius: number, { cap }: Stroke, mask: Mask): void {
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
    mask.fill([ax - dy, ay + dx, ax + dy, ay - dx, bx + dy, by - dx, bx - dy, by + dx]);
  }
  // Corners of curves that bend gently need none.
  for (let corner = 0; corner <= last; corner++) {
    const isEnd = !closed && (corner === 0 || corner === last);
    if (isEnd ? cap === 1 : radius > 1) mask.fill(disc(...at(corner), radius));
  }
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

/** How much of each pixel the outlines cover that are put into it. */
class Mask {
  readonly #stride: number;
  readonly #areas: Float64Array;
  #top: number;
  #foot = 0;

  constructor(private readonly side: number) {
    this.#stride = side + 2;
    this.#areas = new Float64Array(this.#stride * side);
    this.#top = side;
  }

  /** An outline, closed as all that is filled. */
  fill(points: readonly number[]): void {
    const count = points.length;
    for (let index = 0; index < count; index += 2) {
      const next = index + 2 < count ? index + 2 : 0;
      this.#edge(points[index] ?? 0, points[index + 1] ?? 0, points[next] ?? 0, points[next + 1] ?? 0);
    }
  }

  #edge(ax: number, ay: number, bx: number, by: number): void {
    if (ay === by) return;
    const down = ay < by;
    const x0 = down ? ax : bx;
    const y0 = down ? ay : by;
    const y1 = down ? by : ay;
    const slope = (bx - ax) / (by - ay);
    const first = Math.max(0, Math.floor(y0));
    const end = Math.min(this.side, Math.ceil(y1));
    if (first < end) {
      this.#top = Math.min(this.#top, first);
      this.#foot = Math.max(this.#foot, end);
    }
    for (let row = first; row < end; row++) {
      const from = Math.max(row, y0);
      const to = Math.min(row + 1, y1);
      const area = down ? to - from : from - to;
      this.#inRow(
        row * this.#stride,
        this.#within(x0 + (from - y0) * slope),
        this.#within(x0 + (to - y0) * slope),
        area,
      );
    }
  }

  /** What is left of the picture covers all of a row, what is right of it nothing. */
  #within(x: number): number {
    return Math.min(this.side, Math.max(0, x));
  }

  /** A piece of an edge inside a row: each pixel that it crosses is covered on its right, all behind them wholly. */
  #inRow(row: number, from: number, to: number, area: number): void {
    const areas = this.#areas;
    const left = Math.min(from, to);
    const right = Math.max(from, to);
    const first = Math.floor(left);
    if (right <= first + 1) {
      const inside = area * ((left + right) / 2 - first);
      areas[row + first] = (areas[row + first] ?? 0) + area - inside;
      areas[row + first + 1] = (areas[row + first + 1] ?? 0) + inside;
      return;
    }
    const share = area / (right - left);
    let before = 0;
    for (let column = first; column < right; column++) {
      // The area of this column that lies right of the edge, up to its own right side.
      const enter = Math.max(left, column);
      const leave = Math.min(right, column + 1);
      const height = (leave - enter) * share;
      const covered = height * (column + 1 - (enter + leave) / 2);
      areas[row + column] = (areas[row + column] ?? 0) + before + covered;
      before = height - covered;
    }
    const behind = Math.ceil(right);
    areas[row + behind] = (areas[row + behind] ?? 0) + before;
  }

  /** Paints what was put in over the pixels, and begins anew. */
  paint(pixels: Uint8Array, colour: string, evenOdd: boolean): void {
    const rgb = [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16));
    const [red = 0, green = 0, blue = 0] = rgb;
    const areas = this.#areas;
    for (let row = this.#top; row < this.#foot; row++) {
      let sum = 0;
      const start = row * this.#stride;
      for (let column = 0; column < this.side; column++) {
        sum += areas[start + column] ?? 0;
        const turns = Math.abs(sum);
        if (turns < 1 / 512) continue;
        const opaque = evenOdd ? 1 - Math.abs((turns % 2) - 1) : Math.min(1, turns);
        if (opaque < 1 / 512) continue;
        const at = 4 * (row * this.side + column);
        const under = ((pixels[at + 3] ?? 0) / 255) * (1 - opaque);
        const whole = opaque + under;
        const over = opaque / whole;
        pixels[at] = Math.round(red * over + (pixels[at] ?? 0) * (1 - over));
        pixels[at + 1] = Math.round(green * over + (pixels[at + 1] ?? 0) * (1 - over));
        pixels[at + 2] = Math.round(blue * over + (pixels[at + 2] ?? 0) * (1 - over));
        pixels[at + 3] = Math.round(whole * 255);
      }
    }
    areas.fill(0, this.#top * this.#stride, this.#foot * this.#stride);
    this.#top = this.side;
    this.#foot = 0;
  }
}
