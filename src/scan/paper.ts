/**
 * Finds the sheet of paper in a photo: the largest light quadrilateral. At several levels of grey, what is lighter is looked at: the
 * level at which the largest light patch is most like a quadrilateral, with something darker beyond each side, shows the paper.
 */
import { type Plane, shrunk, valueAt } from './pixels.js';
import { areaOf, distance, hullOf, type Point, type Quad, quadAround, sidesOf } from './quad.js';
import { sharpened } from './sides.js';

/** Longest side of the picture in which the paper is looked for, pixels. */
const small = 360;
const levels = 28;
/** How much of its convex hull the patch must fill, and the quadrilateral; how much of the picture the paper must. */
const [solid, square, large] = [0.9, 0.88, 0.1];
/** By how much it is darker beyond a side of the paper, as a share. */
const step = 0.07;

/** @param least the least of the three colours ({@link leastOf}); undefined when no paper ends in the picture */
export function findPaper(least: Plane): Quad | undefined {
  const factor = Math.max(1, Math.round(Math.max(least.width, least.height) / small));
  const plane = shrunk(least, factor);
  const sorted = Float32Array.from(plane.data).sort();
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const [darkest, lightest] = [at(0.02), at(0.98)];
  let best: { quad: Quad; score: number } | undefined;
  for (let level = 1; level < levels; level++) {
    const patch = lightPatch(plane, darkest + ((lightest - darkest) * level) / levels);
    const found = patch && quadOf(patch, plane);
    if (found && found.score > (best?.score ?? 0)) best = found;
  }
  if (!best) return undefined;
  const quad = best.quad.map(({ x, y }) => ({ x: x * factor, y: y * factor })) as unknown as Quad;
  return sharpened(quad, least, factor * 4);
}

interface Patch {
  area: number;
  /** Its first and last pixel in each row. */
  rim: Point[];
}

/** The largest patch of pixels that are lighter than a level, gaps of a line of ink closed, with all that it encloses. */
function lightPatch({ width, height, data }: Plane, level: number): Patch | undefined {
  const light = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at++) light[at] = (data[at] as number) > level ? 1 : 0;
  const seen = new Uint8Array(data.length);
  // The queue keeps all that was in it: a patch is a part of it.
  const queue = new Int32Array(data.length);
  let end = 0;
  let best = queue.subarray(0, 0);
  for (let start = 0; start < data.length; start++) {
    if (!light[start] || seen[start]) continue;
    const first = end;
    queue[end++] = start;
    seen[start] = 1;
    for (let at = first; at < end; at++) {
      const here = queue[at] as number;
      const column = here % width;
      const [left, right] = [column > 0 ? 1 : 0, column < width - 1 ? 1 : 0];
      for (let row = here - width; row <= here + width; row += width) {
        for (let next = row - left; next <= row + right; next++) {
          if (!light[next] || seen[next]) continue;
          seen[next] = 1;
          queue[end++] = next;
        }
      }
    }
    if (end - first > best.length) best = queue.subarray(first, end);
  }
  if (best.length < data.length * large * 0.5) return undefined;
  return enclosed(best, width, height);
}

/** A patch with its holes: row by row what lies between its first and last pixel, as far as columns agree. */
function enclosed(patch: Int32Array, width: number, height: number): Patch {
  const spans = (lines: number, line: (at: number) => number, place: (at: number) => number) => {
    const [first, last] = [new Int32Array(lines).fill(1e6), new Int32Array(lines).fill(-1)];
    for (const at of patch) {
      first[line(at)] = Math.min(first[line(at)] as number, place(at));
      last[line(at)] = Math.max(last[line(at)] as number, place(at));
    }
    return { first, last };
  };
  const rowOf = (at: number) => Math.floor(at / width);
  const columnOf = (at: number) => at % width;
  const rows = spans(height, rowOf, columnOf);
  const columns = spans(width, columnOf, rowOf);
  let area = 0;
  const rim: Point[] = [];
  for (let row = 0; row < height; row++) {
    const [first, last] = [rows.first[row] as number, rows.last[row] as number];
    if (last < 0) continue;
    rim.push(
      { x: first, y: row },
      { x: last + 1, y: row },
      { x: first, y: row + 1 },
      { x: last + 1, y: row + 1 },
    );
    for (let column = first; column <= last; column++) {
      if (row >= (columns.first[column] as number) && row <= (columns.last[column] as number)) area++;
    }
  }
  return { area, rim };
}

function quadOf({ area, rim }: Patch, plane: Plane): { quad: Quad; score: number } | undefined {
  const hull = hullOf(rim);
  // Where the picture ends, the paper need not.
  const [right, bottom] = [plane.width - 2, plane.height - 2];
  const quad = quadAround(hull, (from, to) => {
    const both = (is: (point: Point) => boolean) => is(from) && is(to);
    const ends = [both(({ x }) => x < 2), both(({ y }) => y < 2), both(({ x }) => x > right)];
    return !ends.some(Boolean) && !both(({ y }) => y > bottom);
  });
  const around = areaOf(hull);
  if (!quad || area / around < solid || around / areaOf(quad) < square) return undefined;
  const share = areaOf(quad) / (plane.width * plane.height);
  const sides = sidesOf(quad).map(([from, to]) => darkerBeyond(from, to, plane));
  const seen = sides.filter(drop => drop !== 'edge');
  if (share < large || seen.length === 0 || seen.some(drop => drop < step)) return undefined;
  const contrast = seen.reduce((sum, drop) => sum + Math.min(0.3, drop), 0) / 4;
  return { quad, score: (area / around) * (around / areaOf(quad)) * (0.3 + contrast) };
}

/**
 * The median share by which it is darker beyond a side than inside it, over and above how the light changes there anyway: that is
 * what shade has, too. `edge` where the picture ends.
 */
function darkerBeyond(from: Point, to: Point, plane: Plane): number | 'edge' {
  const length = distance(from, to);
  const [near, far] = [0.01, 0.026].map(share => share * Math.max(plane.width, plane.height)) as [
    number,
    number,
  ];
  const across = { x: (to.y - from.y) / length, y: (from.x - to.x) / length };
  const drops: number[] = [];
  for (let share = 0.06; share < 0.95; share += 0.04) {
    const place = (out: number) => ({
      x: from.x + (to.x - from.x) * share + across.x * out,
      y: from.y + (to.y - from.y) * share + across.y * out,
    });
    const { x, y } = place(far);
    if (x < 0 || y < 0 || x > plane.width || y > plane.height) continue;
    const [deep, inside, beyond, away] = [-far, -near, near, far].map(out => {
      const at = place(out);
      return valueAt(plane, at.x, at.y);
    }) as [number, number, number, number];
    const shade = ((deep - inside + (beyond - away)) / 2) * ((2 * near) / (far - near));
    drops.push((inside - beyond - Math.max(0, shade)) / Math.max(1, inside));
  }
  if (drops.length < 6) return 'edge';
  return drops.sort((one, other) => one - other)[Math.floor(drops.length / 2)] ?? 0;
}
