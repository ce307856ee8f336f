/** Path data as pieces between points, whatever short forms it is written in. */
import svgpath from 'svgpath';

export type Curve = readonly ['C', x1: number, y1: number, x2: number, y2: number, x: number, y: number];
export type Piece =
  | readonly ['M' | 'L', x: number, y: number]
  | readonly ['Q', x1: number, y1: number, x: number, y: number]
  | Curve
  | readonly ['Z'];

/**
 * The pieces of path data, their points where transforms put them.
 * @param transforms from the innermost to the outermost
 * @returns what there is up to the first mistake, and whether there is one
 */
export function piecesOf(
  data: string,
  transforms: readonly string[] = [],
): { pieces: Piece[]; broken: boolean } {
  const path = svgpath(data).abs().unshort().unarc();
  for (const transform of transforms) path.transform(transform);
  const pieces: Piece[] = [];
  path.iterate((segment, _index, x, y) => {
    const [kind, ...at] = segment as [string, ...number[]];
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = at;
    if (kind === 'M' || kind === 'L') pieces.push([kind, a, b]);
    else if (kind === 'H') pieces.push(['L', a, y]);
    else if (kind === 'V') pieces.push(['L', x, a]);
    else if (kind === 'Q') pieces.push(['Q', a, b, c, d]);
    else if (kind === 'C') pieces.push(['C', a, b, c, d, e, f]);
    else pieces.push(['Z']);
  });
  return { pieces, broken: (path as unknown as { err: string }).err !== '' };
}
