/** Shares the items of a flowing column out over pages. */
import { isMm, measure } from './measure.js';
import type { ColumnNode } from './node.js';
import { type Fit, floorFit, sizeSteps, type TypeContext } from './text.js';

/** Which items stand on which page (`[from, to)`), and how all pages are set. */
export interface Pagination {
  pages: readonly (readonly [number, number])[];
  fit: Fit;
}

/**
 * As few pages as the smallest type needs, then the largest type that needs no more. With `even` the items are shared out
 * so that the fullest page is as low as can be. An item that is higher than a page stands on one of its own.
 * @param box of the column on every page, mm
 */
export function paginate(
  column: ColumnNode,
  box: { width: number; height: number },
  context: TypeContext,
): Pagination {
  const at = (step: number): Fit => ({ ...floorFit, step });
  const pagesAt = (step: number, height: number) =>
    fill(column, heightsAt(column, box.width, at(step), context), height);
  const fewest = pagesAt(0, box.height).length;
  let step = 0;
  for (let size = sizeSteps; size > 0; size--) {
    if (pagesAt(size, box.height).length <= fewest) {
      step = size;
      break;
    }
  }
  let pages = pagesAt(step, box.height);
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

const heightsAt = (column: ColumnNode, width: number, fit: Fit, context: TypeContext): number[] =>
  column.items.map(item => (isMm(item.height) ? item.height.mm : measure(item, width, fit, context).height));

/** Fills page after page from the top; an item that keeps with the next never ends a page. */
function fill(column: ColumnNode, heights: readonly number[], room: number): [number, number][] {
  const pages: [number, number][] = [];
  let start = 0;
  let used = 0;
  for (let index = 0; index < heights.length; index++) {
    const height = heights[index] ?? 0;
    const needed = used + (index > start ? column.gap : 0) + height;
    if (needed > room + 0.01 && index > start) {
      let end = index;
      while (end - 1 > start && column.items[end - 1]?.keepWithNext) end--;
      pages.push([start, end]);
      start = end;
      used = heights
        .slice(end, index + 1)
        .reduce((sum, item, at) => sum + item + (at > 0 ? column.gap : 0), 0);
    } else {
      used = needed;
    }
  }
  pages.push([start, heights.length]);
  return pages;
}
