/** Lengths that follow the paper: a layout drawn for A1 keeps its spaces in step with its type on smaller paper. */
import { mapped } from '../lists.js';
import { isMm } from './measure.js';
import type { Length, Node } from './node.js';

/** Lines that are thinner are lost in print, mm. */
const thinnest = 0.25;

/** The tree with all its millimetres so many times as long. */
export function following(node: Node, times: number): Node {
  if (times === 1) return node;
  const length = (value: Length | undefined) => (isMm(value) ? { mm: value.mm * times } : value);
  const weight = (mm: number) => Math.max(Math.min(mm, thinnest), mm * times);
  const { top, bottom, start, end } = node.inset;
  const { width, height, border, parted } = node;
  const all = (items: readonly Node[]) => mapped(items, item => following(item, times));
  const common = {
    ...(width && { width: length(width) }),
    ...(height && { height: length(height) }),
    least: node.least === 'fit' ? node.least : node.least * times,
    inset: { top: top * times, bottom: bottom * times, start: start * times, end: end * times },
    ...(border && {
      border: { ...border, weight: weight(border.weight), radius: border.radius * times },
    }),
    ...(parted && { parted: { ...parted, weight: weight(parted.weight) } }),
  };
  switch (node.kind) {
    case 'column':
    case 'row':
      return { ...node, ...common, gap: node.gap * times, items: all(node.items) } as Node;
    case 'frame':
      return {
        ...node,
        ...common,
        gap: node.gap * times,
        items: all(node.items),
        weight: weight(node.weight),
        radius: node.radius * times,
      } as Node;
    case 'layers':
      return { ...node, ...common, items: all(node.items) } as Node;
    case 'rule':
      return { ...node, ...common, weight: weight(node.weight) } as Node;
    default:
      return { ...node, ...common } as Node;
  }
}
