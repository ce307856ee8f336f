/** How large things are: the heights and widths that `fit` asks for, and how rows and columns share out their room. All mm. */

import { ptToMm } from '../units.js';
import type { Length, Node, RowNode, Words } from './node.js';
import { type Fit, type SetText, setText, type TypeContext } from './text.js';

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
    if (one.step === step && one.width === width && one.given === given)
      if (one.tears === tears && one.tight === tight) return one.need;
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
      const needs = node.items.map(item => {
        if (isMm(item.height)) return { height: item.height.mm, tooWide: undefined };
        const need = () => measure(item, widthIn(item, width, fit, context), fit, context);
        if (!isShare(item.height) || (given && item.least === 'fit')) return need();
        const least = item.least === 'fit' ? 0 : item.least;
        if (given) return { ...nothing, height: least };
        const own = need();
        return { ...own, height: Math.max(own.height, least) };
      });
      return {
        height: sum(needs.map(need => need.height)) + gaps(node),
        tooWide: firstWide(needs),
      };
    }
    case 'row': {
      const widths = rowWidths(node, width, fit, context);
      const tooWide = sum(widths) + gaps(node) > width + 0.01 ? longestWords(node) : undefined;
      const needs = node.items.map((item, index) => {
        if (isMm(item.height)) return given ? nothing : { height: item.height.mm, tooWide: undefined };
        if (given && item.height !== 'fit') return nothing;
        return measure(item, widths[index] ?? 0, fit, context);
      });
      return { height: highest(needs), tooWide: tooWide ?? firstWide(needs) };
    }
    case 'layers': {
      if (given) return nothing;
      const needs = node.items.map(item => measure(item, width, fit, context));
      return { height: highest(needs), tooWide: firstWide(needs) };
    }
    case 'writing': {
      if (node.starters.length === 0) {
        return { height: given ? 0 : node.lines * writingPitch, tooWide: undefined };
      }
      const sets = node.starters.map(starter => setText(starter, width, fit, context));
      const pitch = Math.max(...sets.map(({ rise, size }) => rise + starterLift * ptToMm(size))) + halfLine;
      const tooMany = sum(sets.map(({ lines }) => lines.length)) > node.lines;
      const tooWide = sets.findIndex(set => set.tooWide || tooMany);
      return {
        height: Math.max(pitch, given ? 0 : writingPitch) * node.lines,
        tooWide: node.starters[tooWide],
      };
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
export const rowWidths = (row: RowNode, width: number, fit: Fit, context: TypeContext): number[] =>
  spread(
    row.items.map(item => item.width ?? { fr: 1 }),
    row.items.map(item => (item.least === 'fit' ? naturalWidth(item, fit, context) : item.least)),
    width - gaps(row),
    index => naturalWidth(row.items[index], fit, context),
  );

/** The width that an item of a column takes. */
export function widthIn(item: Node, width: number, fit: Fit, context: TypeContext): number {
  if (isMm(item.width)) return item.width.mm;
  return item.width === 'fit' ? Math.min(width, naturalWidth(item, fit, context)) : width;
}

/** Shares out a length: what is fixed or measured first, what is left by shares; no share is under its least. */
export function spread(
  lengths: readonly Length[],
  least: readonly number[],
  room: number,
  measured: (index: number) => number,
): number[] {
  const taken: (number | undefined)[] = lengths.map((length, index) => {
    if (isMm(length)) return length.mm;
    return isShare(length) ? undefined : measured(index);
  });
  for (;;) {
    const shares = sum(
      lengths.map((length, index) => (isShare(length) && taken[index] === undefined ? length.fr : 0)),
    );
    const left = Math.max(0, room - sum(taken.map(length => length ?? 0)));
    const share = lengths.map(
      (length, index) => taken[index] ?? (isShare(length) ? (left * length.fr) / shares : 0),
    );
    const small = share.findIndex(
      (length, index) => taken[index] === undefined && length < (least[index] ?? 0),
    );
    if (small === -1) return share;
    taken[small] = least[small] ?? 0;
  }
}

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
        return sum(node.items.map(item => ownWidth(item, fit, context))) + gaps(node);
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
const firstWide = (needs: readonly Need[]): Words | undefined => needs.find(need => need.tooWide)?.tooWide;

export const isMm = (length: Length | undefined): length is { mm: number } =>
  typeof length === 'object' && 'mm' in length;
export const isShare = (length: Length | undefined): length is { fr: number } =>
  typeof length === 'object' && 'fr' in length;

export const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);
/** The room that the gaps between the items take. */
export const gaps = ({ gap, items }: { gap: number; items: readonly Node[] }): number =>
  gap * Math.max(0, items.length - 1);
const highest = (needs: readonly Need[]): number => Math.max(0, ...needs.map(need => need.height));

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
