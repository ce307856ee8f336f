/** Path data as lines and cubic curves between points, whatever short forms it is written in. */
import svgpath from 'svgpath';

export type Curve = readonly ['C', x1: number, y1: number, x2: number, y2: number, x: number, y: number];
export type Segment = readonly ['M' | 'L', x: number, y: number] | Curve | readonly ['Z'];

/** What svgpath holds besides what its types tell. */
interface Parsed {
  segments: readonly (readonly [kind: string, ...numbers: number[]])[];
  err: string;
}

/**
 * The pieces of path data, their points where transforms put them.
 * @param transforms from the innermost to the outermost
 * @returns what there is up to the first mistake, and whether there is one
 */
export function piecesOf(
  data: string,
  transforms: readonly string[] = [],
): { pieces: Segment[]; broken: boolean } {
  const { segments, err } = svgpath(data).unshort().unarc() as unknown as Parsed;
  const [a, b, c, d, e, f] = matrixOf(transforms);
  const across = (x: number, y: number) => a * x + c * y + e;
  const down = (x: number, y: number) => b * x + d * y + f;
  const pieces: Segment[] = [];
  let x = 0;
  let y = 0;
  let startX = 0;
  let startY = 0;
  // Each drawing comes here for the first time in code that is not yet compiled: so without lists that are taken apart at once.
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index] as Parsed['segments'][number];
    const kind = segment[0];
    const at = (place: number) => (segment[place] ?? 0) as number;
    const fromX = x;
    const fromY = y;
    // Small letters count from the point before.
    const left = kind > 'Z' ? x : 0;
    const top = kind > 'Z' ? y : 0;
    const curve = (x1: number, y1: number, x2: number, y2: number) =>
      pieces.push([
        'C',
        across(x1, y1),
        down(x1, y1),
        across(x2, y2),
        down(x2, y2),
        across(x, y),
        down(x, y),
      ]);
    switch (kind) {
      case 'M':
      case 'm':
        x = startX = left + at(1);
        y = startY = top + at(2);
        pieces.push(['M', across(x, y), down(x, y)]);
        continue;
      case 'Z':
      case 'z':
        x = startX;
        y = startY;
        pieces.push(['Z']);
        continue;
      case 'C':
      case 'c':
        x = left + at(5);
        y = top + at(6);
        curve(left + at(1), top + at(2), left + at(3), top + at(4));
        continue;
      case 'Q':
      case 'q': {
        // A quadratic curve is a cubic one whose handles are two thirds of the way to its own.
        const third = (from: number, to: number) => from + ((to - from) * 2) / 3;
        x = left + at(3);
        y = top + at(4);
        const handleX = left + at(1);
        const handleY = top + at(2);
        curve(third(fromX, handleX), third(fromY, handleY), third(x, handleX), third(y, handleY));
        continue;
      }
      case 'H':
      case 'h':
        x = left + at(1);
        break;
      case 'V':
      case 'v':
        y = top + at(1);
        break;
      case 'L':
      case 'l':
        x = left + at(1);
        y = top + at(2);
        break;
      default:
        // svgpath also reads a command that SVG does not have.
        return { pieces, broken: true };
    }
    pieces.push(['L', across(x, y), down(x, y)]);
  }
  return { pieces, broken: err !== '' };
}

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Transforms as one matrix, in the order of SVG. */
export function matrixOf(transforms: readonly string[]): Matrix {
  if (transforms.length === 0) return [1, 0, 0, 1, 0, 0];
  const path = svgpath('M0 0L1 0L0 1');
  for (const transform of transforms) path.transform(transform);
  const ends: number[] = [];
  path.iterate(([, x = 0, y = 0]) => void ends.push(x, y));
  const [e = 0, f = 0, a = 0, b = 0, c = 0, d = 0] = ends;
  return [a - e, b - f, c - e, d - f, e, f];
}
