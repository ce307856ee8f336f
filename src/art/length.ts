/** How long the lines of a shape are, as far as that is quickly known. */
import svgpath from 'svgpath';

/** Path data that is longer (characters) is not measured. */
const longest = 60_000;

/** At most so long, in units of the path: the way along the handles of its curves. Infinite where the data is too long to be measured. */
export function lengthOfPath(data: string): number {
  if (data.length > longest) return Number.POSITIVE_INFINITY;
  let length = 0;
  let [startX, startY] = [0, 0];
  svgpath(data)
    .abs()
    .unshort()
    .unarc()
    .iterate((segment, _index, x, y) => {
      const [kind, ...at] = segment as [string, ...number[]];
      if (kind === 'M') [startX, startY] = [at[0] ?? 0, at[1] ?? 0];
      const ends = kind === 'Z' || kind === 'z' ? [startX, startY] : endsOf(kind, at, x, y);
      let [fromX, fromY] = [x, y];
      for (let index = 0; kind !== 'M' && index < ends.length; index += 2) {
        const [toX = 0, toY = 0] = [ends[index], ends[index + 1]];
        length += Math.hypot(toX - fromX, toY - fromY);
        [fromX, fromY] = [toX, toY];
      }
    });
  return length;
}

const endsOf = (kind: string, at: readonly number[], x: number, y: number): readonly number[] => {
  if (kind === 'H') return [at[0] ?? 0, y];
  return kind === 'V' ? [x, at[0] ?? 0] : at;
};
