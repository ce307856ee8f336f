/** How large things are: the heights and widths that `fit` asks for, and how rows and columns share out their room. All mm. */

import { ptToMm } from '../units.js';
import type { Length, Node, RowNode, Words } from './node.js';
import { type Fit, isSame, type SetText, setText, type TypeContext } from './text.js';

/** What a node needs: `tooWide` is the text of which a word, or the row in which it stands, does not fit the width at any height. */
export interface Need {
  height: number;
  tooWide: Words | undefined;
}

/** Height of a line to write on when nothing says another, mm: on forms a pitch of 8 mm is the least. */
const writingPitch = 10;
/** A starter stands a little above its line, as handwriting does, in type sizes. */
export const starterLift = 0.18;
/** A line to write on is drawn with half of its thickness over its place, mm. */
const halfLine = 0.3;
/** Wide enough for any text on one line. */
const unbounded = 1e6;

/**
 * The height that a node needs in a width, set so.
 * @param given true when the height of the box is settled: then only what shares the fit of this box counts, not what
 *   stands in boxes with a height of their own
 */
export function measure(node: Node, width: number, fit: Fit, context: TypeContext, given = false): Need {
  const { needs } = context;
  // Texts are known by what they say.
  if (!needs || !('items' in node)) return needOf(node, width, fit, context, given);
  const { step, tears, tight } = fit;
  const before = needs.get(node) ?? [];
  for (const one of before) {
    if (one.width === width && one.given === given && isSame(one, fit)) return one.need;
  }
  const need = needOf(node, width, fit, context, given);
  if (before.push({ step, tears, tight, width, given, need }) === 1) needs.set(node, before);
  return need;
}

/** What nodes were found to need, in some widths and fits. */
export type Needs = WeakMap<Node, (Fit & { width: number; given: boolean; need: Need })[]>;

function needOf(node: Node, width: number, fit: Fit, context: TypeContext, given: boolean): Need {
  const { top, bottom, start, end } = node.inset;
  const inner = width - start - end;
  const content = contentNeed(node, inner, fit, context, given);
  return { height: content.height + top + bottom, tooWide: content.tooWide };
}

function contentNeed(node: Node, width: number, fit: Fit, context: TypeContext, given: boolean): Need {
  switch (node.kind) {
    case 'text': {
      const set = setText(node, width, fit, context, node.columns);
      return { height: footOf(node, set), tooWide: set.tooWide ? node : undefined };
    }
    case 'column':
    case 'frame':
    case 'field': {
      let height = 0;
      let tooWide: Words | undefined;
      for (const item of node.items) {
        const least = isShare(item.height) && item.least !== 'fit' ? item.least : undefined;
        if (isMm(item.height)) height += item.height.mm;
        else if (given && least !== undefined) height += least;
        else {
          const need = measure(item, widthIn(item, width, fit, context), fit, context);
          height += Math.max(need.height, least ?? 0);
          tooWide ??= need.tooWide;
        }
      }
      return { height: height + gaps(node), tooWide };
    }
    case 'row': {
      const widths = rowWidths(node, width, fit, context);
      let tooWide = sum(widths) + gaps(node) > width + 0.01 ? longestWords(node) : undefined;
      let height = 0;
      for (let index = 0; index < node.items.length; index++) {
        const item = node.items[index] as Node;
        // What has a height of its own, or that of the row, asks for none when the box is settled.
        if (given && item.height !== 'fit') continue;
        if (isMm(item.height)) height = Math.max(height, item.height.mm);
        else {
          const need = measure(item, widths[index] ?? 0, fit, context);
          height = Math.max(height, need.height);
          tooWide ??= need.tooWide;
        }
      }
      return { height, tooWide };
    }
    case 'layers': {
      if (given) return nothing;
      let height = 0;
      let tooWide: Words | undefined;
      for (const item of node.items) {
        const need = measure(item, width, fit, context);
        height = Math.max(height, need.height);
        tooWide ??= need.tooWide;
      }
      return { height, tooWide };
    }
    case 'writing': {
      if (node.starters.length === 0) {
        return { height: given ? 0 : node.lines * writingPitch, tooWide: undefined };
      }
      let pitch = 0;
      let lines = 0;
      let tooWide: Words | undefined;
      for (const starter of node.starters) {
        const set = setText(starter, width, fit, context);
        pitch = Math.max(pitch, set.rise + starterLift * ptToMm(set.size) + halfLine);
        lines += set.lines.length;
        if (set.tooWide) tooWide ??= starter;
      }
      if (lines > node.lines) tooWide = node.starters[0];
      return { height: Math.max(pitch, given ? 0 : writingPitch) * node.lines, tooWide };
    }
    case 'picture':
      return { height: given ? 0 : (width * node.picture.height) / node.picture.width, tooWide: undefined };
    case 'rule':
      return { height: node.weight, tooWide: undefined };
    case 'box':
      return nothing;
  }
}

/** The widths of a row's items: millimetres and `fit` first, the rest in shares; an item that says nothing takes one share. */
export const rowWidths = (row: RowNode, width: number, fit: Fit, context: TypeContext): Float64Array =>
  spread(
    row.items,
    item => item.width ?? oneShare,
    width - gaps(row),
    index => naturalWidth(row.items[index], fit, context),
  );
const oneShare: Length = { fr: 1 };

/** The width that an item of a column takes. */
export function widthIn(item: Node, width: number, fit: Fit, context: TypeContext): number {
  if (isMm(item.width)) return item.width.mm;
  return item.width === 'fit' ? Math.min(width, naturalWidth(item, fit, context)) : width;
}

/**
 * Shares out a length: what is fixed or measured first, what is left by shares; no share is under its least.
 * @param measured how long an item is that takes what it needs, and the least of a share that is never smaller than its content
 */
export function spread(
  items: readonly Node[],
  lengthOf: (item: Node) => Length,
  room: number,
  measured: (index: number) => number,
): Float64Array {
  const lengths = new Float64Array(items.length);
  const leasts = new Float64Array(items.length);
  const shares = new Float64Array(items.length);
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as Node;
    const length = lengthOf(item);
    if (isShare(length)) {
      shares[index] = length.fr;
      leasts[index] = item.least === 'fit' ? measured(index) : item.least;
    } else {
      shares[index] = settled;
      lengths[index] = isMm(length) ? length.mm : measured(index);
    }
  }
  for (;;) {
    let all = 0;
    let taken = 0;
    for (let index = 0; index < items.length; index++) {
      if (shares[index] === settled) taken += lengths[index] as number;
      else all += shares[index] as number;
    }
    const left = Math.max(0, room - taken);
    let small: number | undefined;
    for (let index = 0; index < items.length; index++) {
      if (shares[index] === settled) continue;
      lengths[index] = (left * (shares[index] as number)) / all;
      if ((lengths[index] as number) < (leasts[index] as number)) small ??= index;
    }
    if (small === undefined) return lengths;
    lengths[small] = leasts[small] as number;
    shares[small] = settled;
  }
}
/** Instead of the share of an item whose length is known. */
const settled = -1;

/** The width of a node that may be as wide as it likes. */
function naturalWidth(node: Node | undefined, fit: Fit, context: TypeContext): number {
  if (!node) return 0;
  const { start, end } = node.inset;
  const content = () => {
    switch (node.kind) {
      case 'text':
        return setText(node, unbounded, fit, context).width + 0.02;
      case 'column':
      case 'layers':
        return Math.max(0, ...node.items.map(item => ownWidth(item, fit, context)));
      case 'row':
        return node.items.reduce((total, item) => total + ownWidth(item, fit, context), 0) + gaps(node);
      default:
        return 0;
    }
  };
  return content() + start + end;
}

const ownWidth = (node: Node, fit: Fit, context: TypeContext): number =>
  isMm(node.width) ? node.width.mm : naturalWidth(node, fit, context);

const nothing: Need = { height: 0, tooWide: undefined };
/** How far down a text reaches that stands in its box, mm: to its last baseline where that is what stands on the foot. */
export const footOf = ({ place }: Partial<Pick<Node, 'place'>>, { height, lines }: SetText): number =>
  place === 'baseline' ? (lines.at(-1)?.baseline ?? 0) : height;

export const isMm = (length: Length | undefined): length is { mm: number } =>
  typeof length === 'object' && 'mm' in length;
export const isShare = (length: Length | undefined): length is { fr: number } =>
  typeof length === 'object' && 'fr' in length;

export function sum(numbers: Float64Array): number {
  let total = 0;
  for (let index = 0; index < numbers.length; index++) total += numbers[index] as number;
  return total;
}
/** The room that the gaps between the items take. */
export const gaps = ({ gap, items }: { gap: number; items: readonly Node[] }): number =>
  gap * Math.max(0, items.length - 1);

/** The text that is hardest to fit: the longest. */
export function longestWords(node: Node): Words | undefined {
  const own = node.kind === 'text' ? [node] : node.kind === 'writing' ? node.starters : [];
  const inside = 'items' in node ? node.items.map(longestWords) : [];
  return [...own, ...inside]
    .filter(words => words !== undefined)
    .reduce<Words | undefined>(
      (longest, words) => (words.text.length > (longest?.text.length ?? -1) ? words : longest),
      undefined,
    );
}
