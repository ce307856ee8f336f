/** How long the lines of a path are, as far as that is quickly known. */
import { piecesOf } from './pieces.js';

/** Path data that is longer (characters) is not measured. */
const longest = 60_000;

/** At most so long, in units of the path: the way along the handles of its curves. Infinite where the data is too long to be measured. */
export function lengthOfPath(data: string): number {
  if (data.length > longest) return Number.POSITIVE_INFINITY;
  let length = 0;
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [kind, ...points] of piecesOf(data).pieces) {
    const way: readonly number[] = kind === 'Z' ? [startX, startY] : points;
    for (let index = 0; index < way.length; index += 2) {
      const [toX = 0, toY = 0] = [way[index], way[index + 1]];
      if (kind === 'M') [startX, startY] = [toX, toY];
      else length += Math.hypot(toX - x, toY - y);
      [x, y] = [toX, toY];
    }
  }
  return length;
}
