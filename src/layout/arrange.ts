import type { Box } from '../units.js';
import type { Frame, Meaning, Part } from './frame.js';
import { gaps, isMm, isShare, longestWords, measure, rowWidths, spread, sum, widthIn } from './measure.js';
import type { ColumnNode, FieldNode, FrameNode, Node, RowNode, Words } from './node.js';
import {
  paintBox,
  paintColumnLines,
  paintField,
  paintFrame,
  paintMat,
  paintPicture,
  paintRule,
  paintText,
  paintWriting,
  partingLine,
  shift,
} from './paint.js';
import { type Fit, floorFit, largestSteps, setText, type TypeContext } from './text.js';

/** Something that does not fit its box even at the smallest size of its style. */
export interface Misfit {
  /** How much higher than its box the content is, mm; 0 when a word is too wide. */
  over: number;
  /** The height of the box, mm. */
  room: number;
  /** The longest text in it. */
  words: Words;
}

/** Where a flowing column stands and what it holds; found on the way. */
export interface FlowPlace {
  node: ColumnNode;
  box: Box;
}

export interface Arrangement {
  frames: Frame[];
  /** For each frame the node of the layout file that it was made from. */
  written: (object | undefined)[];
  reading: Part;
  misfits: Misfit[];
  /** Signs without a glyph, and the text that they stand in. */
  missing: { sign: string; words: Words }[];
  flow?: FlowPlace;
}

/**
 * Lays out a tree in a box (mm). Pure: the same input gives the same frames.
 * @param flowFit how the text is set in the flowing column, when its items have been shared out over pages
 * @param again true on all pages but the first: what stands outside the flowing column has been read before
 */
export function arrange(
  root: Node,
  box: Box,
  context: TypeContext,
  flowFit?: Fit,
  again = false,
): Arrangement {
  const arrangement: Arrangement = {
    frames: [],
    written: [],
    reading: { means: { role: 'sheet' }, holds: [] },
    misfits: [],
    missing: [],
  };
  new Arranger(context, arrangement, flowFit, again).place(root, box, undefined, arrangement.reading);
  dropEmpty(arrangement.reading);
  return arrangement;
}

/** A list of nothing is none; a cell or an item without words is one to be filled in. */
function dropEmpty(part: Part): void {
  for (const held of part.holds) if (typeof held !== 'number') dropEmpty(held);
  part.holds = part.holds.filter(
    held => typeof held === 'number' || held.holds.length > 0 || filledByHand.has(held.means.role),
  );
}
const filledByHand = new Set(['cell', 'item']);

class Arranger {
  constructor(
    private readonly context: TypeContext,
    private readonly result: Arrangement,
    private readonly flowFit: Fit | undefined,
    /** True while what is placed has been read on an earlier page. */
    private again: boolean,
  ) {}

  /**
   * Puts a node into its box.
   * @param shared the fit that the box around has settled; undefined when the height of this box is given, so that it
   *   settles its own
   * @param into the part of the reading order around it; undefined inside decoration
   */
  place(node: Node, box: Box, shared: Fit | undefined, into: Part | undefined): void {
    const around = this.again;
    this.again = around && !flows(node);
    this.put(node, box, shared, into);
    this.again = around;
  }

  private put(node: Node, box: Box, shared: Fit | undefined, into: Part | undefined): void {
    const fit = shared ?? this.settle(node, box);
    const given = shared === undefined;
    const part = this.again && !holdsFlow(node) ? undefined : this.open(node, into);
    this.add(node, paintBox(node, box), undefined);
    const { top, bottom, start, end } = node.inset;
    const inner: Box = {
      x: box.x + start,
      y: box.y + top,
      width: box.width - start - end,
      height: box.height - top - bottom,
    };
    switch (node.kind) {
      case 'column':
        return this.placeColumn(node, inner, fit, part);
      case 'row':
        return this.placeRow(node, inner, fit, given, part);
      case 'layers':
        for (const item of node.items) this.place(item, inner, shared, part);
        return;
      case 'text':
        this.reportMissing(node, inner.width, fit);
        this.add(node, paintColumnLines(node, inner, fit, this.context), undefined);
        return this.add(node, [paintText(node, inner, fit, this.context)], part);
      case 'writing':
        for (const starter of node.starters) this.reportMissing(starter, inner.width, fit);
        return this.add(node, paintWriting(node, inner, fit, this.context), part, hasOwnMeaning(node));
      case 'frame':
        this.add(node, [paintFrame(node, box)], part, hasOwnMeaning(node));
        return this.placeColumn(node, inner, fit, part);
      case 'field':
        this.add(node, [paintField(node, inner, this.context)], part, true);
        return this.placeColumn(node, inner, fit, part);
      case 'picture':
        this.add(node, paintMat(node, inner), undefined);
        return this.add(node, paintPicture(node, inner), part, hasOwnMeaning(node));
      case 'rule':
        return this.add(node, [paintRule(node, inner)], part);
      case 'box':
    }
  }

  private placeColumn(
    node: ColumnNode | FieldNode | FrameNode,
    box: Box,
    fit: Fit,
    part: Part | undefined,
  ): void {
    if (node.kind === 'column' && node.flow) {
      this.result.flow = { node, box };
      // What it holds is not on pages yet: so far, only its place was asked for.
      if (!this.flowFit) return;
    }
    const { items } = node;
    const widths = new Float64Array(items.length);
    for (let index = 0; index < items.length; index++)
      widths[index] = widthIn(items[index] as Node, box.width, fit, this.context);
    const own = (index: number) =>
      measure(items[index] as Node, widths[index] ?? 0, fit, this.context).height;
    const heights = spread(items, item => item.height ?? 'fit', box.height - gaps(node), own);
    const left = box.height - sum(heights) - gaps(node);
    const growth = node.place === 'stretch' ? Math.max(0, left) / Math.max(1, items.length) : 0;
    let y = box.y + shift(node.place, left);
    for (let index = 0; index < items.length; index++) {
      const item = items[index] as Node;
      const width = widths[index] ?? 0;
      const height = (heights[index] ?? 0) + growth;
      if (index > 0) {
        const gap = { x: box.x, y: y - node.gap, width: box.width, height: node.gap };
        this.add(node, partingLine(node, gap, 'across'), undefined);
      }
      const place = { x: box.x + shift(item.align, box.width - width), y, width, height };
      this.place(item, place, isGiven(item) ? undefined : fit, part);
      y += height + node.gap;
    }
  }

  private placeRow(node: RowNode, box: Box, fit: Fit, given: boolean, part: Part | undefined): void {
    const widths = rowWidths(node, box.width, fit, this.context);
    let x = box.x;
    for (let index = 0; index < node.items.length; index++) {
      const item = node.items[index] as Node;
      const width = widths[index] ?? 0;
      const own = isMm(item.height) ? item.height.mm : undefined;
      const natural = item.height === 'fit' ? measure(item, width, fit, this.context).height : undefined;
      const height = own ?? natural ?? box.height;
      const place = { x, y: box.y + shift(item.place, box.height - height), width, height };
      if (index > 0) {
        const gap = { x: x - node.gap, y: box.y, width: node.gap, height: box.height };
        this.add(node, partingLine(node, gap, 'down'), undefined);
      }
      const settlesItself = own !== undefined || (given && natural === undefined);
      this.place(item, place, settlesItself ? undefined : fit, part);
      x += width + node.gap;
    }
  }

  /** The largest size at which a box of given height holds its content, and what that costs. */
  private settle(node: Node, box: Box): Fit {
    const need = (fit: Fit) => measure(node, box.width, fit, this.context, true);
    const overflow = (fit: Fit) => {
      const { height, tooWide } = need(fit);
      return tooWide ? Number.POSITIVE_INFINITY : height - box.height - 0.01;
    };
    if (flows(node) && this.flowFit === undefined) return floorFit;
    if (flows(node) && this.flowFit !== undefined && overflow(this.flowFit) <= 0) return this.flowFit;
    for (const largest of largestSteps) {
      const holds = (step: number) => overflow({ ...largest, step }) <= 0;
      if (holds(largest.step)) return largest;
      if (holds(0)) return { ...largest, step: lastFitting(0, largest.step, holds) };
    }
    const words = need(floorFit).tooWide ?? longestWords(node);
    const over = overflow(floorFit);
    if (words) this.result.misfits.push({ over: Number.isFinite(over) ? over : 0, room: box.height, words });
    return floorFit;
  }

  private reportMissing(words: Words, width: number, fit: Fit): void {
    for (const sign of setText(words, width, fit, this.context).missing)
      this.result.missing.push({ sign, words });
  }

  /** Opens the part of the reading order that a node makes, or stays in the one around it. */
  private open(node: Node, into: Part | undefined): Part | undefined {
    if (node.means === 'decoration' || !into) return undefined;
    const means =
      node.means ?? (node.kind === 'text' && !holdsText.has(into.means.role) ? paragraph : undefined);
    if (!means) return into;
    // What is around the flowing column goes on with it: a table with its heads on the first page.
    const continues = node.continues ?? (this.again ? (true as const) : undefined);
    const part: Part = { means, ...(continues && { continues }), holds: [] };
    into.holds.push(part);
    return part;
  }

  /** Text enters the reading order; shapes and pictures do where their node says what they mean. The rest is decoration. */
  private add({ written }: Node, frames: readonly Frame[], part: Part | undefined, meaningful = false): void {
    for (const frame of frames) {
      if (part && (meaningful || frame.kind === 'text')) part.holds.push(this.result.frames.length);
      this.result.frames.push(frame);
      this.result.written.push(written);
    }
  }
}

/** The largest step that holds, between one that does and one that does not. */
function lastFitting(fits: number, fails: number, holds: (step: number) => boolean): number {
  if (fails - fits <= 1) return fits;
  const middle = (fits + fails) >> 1;
  return holds(middle) ? lastFitting(middle, fails, holds) : lastFitting(fits, middle, holds);
}

const paragraph: Meaning = { role: 'paragraph' };
/** Parts whose text needs no paragraph of its own. */
const holdsText = new Set(['heading', 'paragraph', 'label', 'item', 'head', 'cell', 'figure', 'field']);

const flows = (node: Node): node is ColumnNode => node.kind === 'column' && node.flow !== undefined;
const holdsFlow = (node: Node): boolean =>
  flows(node) || ('items' in node && (node.items as readonly Node[]).some(holdsFlow));
const isGiven = (item: Node): boolean => isMm(item.height) || isShare(item.height);
const hasOwnMeaning = (node: Node): boolean => node.means !== undefined && node.means !== 'decoration';
