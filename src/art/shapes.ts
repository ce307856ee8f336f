/** The elements of plain drawings as path data. */

/** What was met is not plain. */
export class NotPlain extends Error {}
export const notPlain = (): never => {
  throw new NotPlain();
};

/** The attributes of each element that say where it is. */
export const geometry: Readonly<Record<string, readonly string[]>> = {
  svg: ['viewBox'],
  g: [],
  path: ['d'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  line: ['x1', 'y1', 'x2', 'y2'],
  polyline: ['points'],
  polygon: ['points'],
};

export const numberIn = (value: string): number => {
  const number = Number(value);
  return value.trim() !== '' && Number.isFinite(number) ? number : notPlain();
};

export type Attributes = Readonly<Record<string, string>>;

/** What an element draws, as path data; undefined for groups, and for shapes without any extent. */
export function dataOf(name: string, attributes: Attributes): string | undefined {
  const length = (key: string) => numberIn(attributes[key] ?? '0');
  if (name === 'path') return attributes.d || undefined;
  if (name === 'line') return `M${length('x1')} ${length('y1')}L${length('x2')} ${length('y2')}`;
  if (name === 'polyline' || name === 'polygon') {
    const points = attributes.points?.trim();
    return points ? `M${points}${name === 'polygon' ? 'Z' : ''}` : undefined;
  }
  if (name === 'circle' || name === 'ellipse') {
    const [rx, ry] = name === 'circle' ? [length('r'), length('r')] : [length('rx'), length('ry')];
    const half = (way: number) => `a${rx} ${ry} 0 0 1 ${way * 2 * rx} 0`;
    return rx > 0 && ry > 0 ? `M${length('cx') + rx} ${length('cy')}${half(-1)}${half(1)}Z` : undefined;
  }
  if (name !== 'rect') return undefined;
  const [x, y, width, height] = [length('x'), length('y'), length('width'), length('height')];
  if (!(width > 0 && height > 0)) return undefined;
  const rx = Math.min(numberIn(attributes.rx ?? attributes.ry ?? '0'), width / 2);
  const ry = Math.min(numberIn(attributes.ry ?? attributes.rx ?? '0'), height / 2);
  if (rx <= 0 || ry <= 0) return `M${x} ${y}h${width}v${height}h${-width}Z`;
  const corner = (right: number, down: number) => `a${rx} ${ry} 0 0 1 ${right * rx} ${down * ry}`;
  const [across, up] = [width - 2 * rx, height - 2 * ry];
  return `M${x + rx} ${y}h${across}${corner(1, 1)}v${up}${corner(-1, 1)}h${-across}${corner(-1, -1)}v${-up}${corner(1, -1)}Z`;
}
