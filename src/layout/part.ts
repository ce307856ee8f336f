/** Where the items of a flowing column may be parted between pages, and what is left of them on each side. */
import type { Node } from './node.js';
import { type Fit, type SetText, setText, type TypeContext } from './text.js';

/** A place between two things: the number of an item, then of an item within it, at last of a line. Empty: before all. */
export type Break = readonly number[];

/** Lines of a paragraph that stay together at the foot and at the head of a page. */
const fewestLines = 2;

/** True for what must not be the last on a page: headings, rules, and what the layout says. */
export const staysWithNext = (node: Node): boolean =>
  node.keepWithNext ||
  node.kind === 'rule' ||
  (typeof node.means === 'object' && node.means.role === 'heading');

/**
 * The places inside a node at which a page may end, in reading order. A text is parted between its lines, a column between its
 * items; a headline, a box that is filled or framed, and things side by side stay whole.
 * @param sections whether sections may be parted, too
 */
export function breaksIn(
  node: Node,
  width: number,
  fit: Fit,
  context: TypeContext,
  sections: boolean,
): Break[] {
  if (staysWithNext(node) || node.height !== undefined || node.fill !== undefined || node.border) return [];
  if (!sections && typeof node.means === 'object' && node.means.role === 'section') return [];
  const inner = width - node.inset.start - node.inset.end;
  if (node.kind === 'text') return node.columns > 1 ? [] : lineBreaks(setText(node, inner, fit, context));
  if (node.kind !== 'column') return [];
  return node.items.flatMap((item, index) => {
    const inside = breaksIn(item, inner, fit, context, sections).map(rest => [index, ...rest]);
    const after = index < node.items.length - 1 && !staysWithNext(item);
    return after ? [...inside, [index + 1]] : inside;
  });
}

/** Numbers of the lines before which a text may be parted: no line of a paragraph alone, and no word in two. */
function lineBreaks({ style, lines }: SetText): Break[] {
  if (style.balanced) return [];
  const starts = lines.flatMap(({ opens }, index) => (opens ? [index] : []));
  return lines.flatMap(({ opens }, index): Break[] => {
    if (index === 0 || lines[index - 1]?.line.divides) return [];
    if (opens) return [[index]];
    const start = starts.findLast(first => first <= index) ?? 0;
    const end = starts.find(first => first > index) ?? lines.length;
    return index - start >= fewestLines && end - index >= fewestLines ? [[index]] : [];
  });
}

/** What of a node stands between two places in it; no end is the end of the node. */
export function between(node: Node, from: Break, to: Break | undefined): Node {
  const [first = 0, ...within] = from;
  const [last, ...rest] = to ?? [];
  if (from.length === 0 && last === undefined) return node;
  const { inset } = node;
  const common = {
    inset: {
      ...inset,
      top: from.length > 0 ? 0 : inset.top,
      bottom: last === undefined ? inset.bottom : 0,
    },
    ...(from.length > 0 && { continues: true as const }),
  };
  if (node.kind === 'text') {
    const part = { of: node, from: first, to: last ?? Number.POSITIVE_INFINITY };
    return { ...node, ...common, part };
  }
  if (!('items' in node)) return node;
  const end = last === undefined ? node.items.length : rest.length > 0 ? last + 1 : last;
  const items = node.items.slice(first, end).map((item, index) => {
    const number = first + index;
    return between(item, number === first ? within : [], number === last ? rest : undefined);
  });
  return { ...node, ...common, items } as Node;
}
