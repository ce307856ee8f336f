/** The levels of headings: what a layout asks for, without gaps. */
import type { Part } from './frame.js';

/**
 * Gives each heading a level one deeper than that of the heading it stands under, so that the first has level 1 and none is skipped
 * (Matterhorn Protocol 1.1, 14-002 and 14-003): a poster without a quote begins with the name, and stations stand under it.
 * @param pages what is read on the pages of a document, in their order
 */
export function settleHeadings(pages: readonly Part[]): void {
  /** The levels asked for of the headings that the next one may stand under. */
  const above: number[] = [];
  const visit = (part: Part): void => {
    const { means } = part;
    if (means.role === 'heading') {
      while ((above.at(-1) ?? 0) >= means.level) above.pop();
      above.push(means.level);
      part.means = { role: 'heading', level: above.length };
    }
    for (const held of part.holds) if (typeof held !== 'number') visit(held);
  };
  for (const page of pages) visit(page);
}
