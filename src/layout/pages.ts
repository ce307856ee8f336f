/** Shares the items of a flowing column out over pages. */
import { isMm, measure } from './measure.js';
import type { ColumnNode, Node } from './node.js';
import { type Break, between, breaksIn, staysWithNext } from './part.js';
import { type Fit, floorFit, sizeSteps, type TypeContext } from './text.js';

/** What stands on which page, from one place in the column to another (no end: the end of the column), and how all pages are set. */
export interface Pagination {
  pages: readonly PageRange[];
  fit: Fit;
}

export interface PageRange {
  from: Break;
  to?: Break;
}

/**
 * As few pages as the smallest type needs, then the largest type that needs no more. With `even` the items are shared out
 * so that the fullest page is as low as can be. What is higher than a page and cannot be parted stands on one of its own.
 * @param box of the column on every page, mm
 */
export function paginate(
  column: ColumnNode,
  box: { width: number; height: number },
  context: TypeContext,
): Pagination {
  const at = (step: number): Fit => ({ ...floorFit, step });
  const pagesAt = (step: number, height: number) =>
    new Pages(column, box.width, height, at(step), context).fill();
  const fitsWidth = (step: number) =>
    column.items.every(item => !measure(item, box.width, at(step), context).tooWide);
  let [step, pages] = [0, pagesAt(0, box.height)];
  const fewest = pages.length;
  for (let size = sizeSteps; size > 0; size--) {
    const larger = fitsWidth(size) ? pagesAt(size, box.height) : undefined;
    if (larger && larger.length <= fewest) {
      [step, pages] = [size, larger];
      break;
    }
  }
  if (column.flow === 'even') {
    let [fails, fits] = [0, box.height];
    while (fits - fails > 1) {
      const height = (fails + fits) / 2;
      if (pagesAt(step, height).length <= fewest) fits = height;
      else fails = height;
    }
    pages = pagesAt(step, fits);
  }
  return { pages, fit: at(step) };
}

/** The column as it is on one page. */
export const onPage = (column: ColumnNode, { from, to }: PageRange): ColumnNode =>
  ({ ...between(column, from, to), inset: column.inset }) as ColumnNode;

/** Fills page after page from the top. */
class Pages {
  readonly #pages: PageRange[] = [];
  /** Where the page begins, and how much of it is taken. */
  #start: Break = [];
  #used = 0;

  constructor(
    private readonly column: ColumnNode,
    private readonly width: number,
    private readonly room: number,
    private readonly fit: Fit,
    private readonly context: TypeContext,
  ) {}

  fill(): PageRange[] {
    const { items } = this.column;
    for (let index = 0; index < items.length; index++) {
      const first = index === this.#first;
      if (items[index]?.beginsPage && !first) this.#end([index]);
      const needed = this.#needed(index);
      if (needed <= this.room + 0.01) {
        this.#used = needed;
        continue;
      }
      const inside = this.#lastBreak(index);
      if (inside) {
        this.#end([index, ...inside]);
      } else if (index > this.#first) {
        let end = index;
        while (end - 1 > this.#first && staysWithNext(items[end - 1] as Node)) end--;
        this.#end([end]);
      } else {
        this.#used = needed;
        continue;
      }
      // On the new page it is tried again, with those that went along.
      index = this.#first - 1;
    }
    this.#pages.push({ from: this.#start });
    return this.#pages;
  }

  get #first(): number {
    return this.#start[0] ?? 0;
  }

  #end(at: Break): void {
    this.#pages.push({ from: this.#start, to: at });
    this.#start = at;
    this.#used = 0;
  }

  /** What of an item is still to be placed begins here in it. */
  #from(index: number): Break {
    return index === this.#first ? this.#start.slice(1) : [];
  }

  /** The height of the page with this item, mm. */
  #needed(index: number, to?: Break): number {
    const item = this.column.items[index] as Node;
    const { height } = item;
    const own = isMm(height)
      ? height.mm
      : measure(between(item, this.#from(index), to), this.width, this.fit, this.context).height;
    return (index > this.#first ? this.#used + this.column.gap : 0) + own;
  }

  /** The last place in an item up to which the page holds it. */
  #lastBreak(index: number): Break | undefined {
    const item = this.column.items[index] as Node;
    const { width, fit, context } = this;
    const from = this.#from(index);
    const alone = this.column.items.slice(this.#first, index).every(staysWithNext);
    return breaksIn(item, width, fit, context, alone).findLast(
      place => isAfter(place, from) && this.#needed(index, place) <= this.room + 0.01,
    );
  }
}

/** In reading order. */
function isAfter(one: Break, other: Break): boolean {
  for (const [index, step] of one.entries()) {
    const there = other[index];
    if (there === undefined) return true;
    if (step !== there) return step > there;
  }
  return false;
}
