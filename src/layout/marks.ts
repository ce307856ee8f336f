/** Marks: texts that are known all over a document, so that its contents name their pages and its heads say where one is. */
import type { Path } from '../diagnostic.js';
import { itemsOf, type NodeTemplate } from './language.js';
import type { Node, TextNode } from './node.js';
import type { Value, Values } from './values.js';

export interface Mark {
  /** As the layout calls it: `chapter`. */
  name: string;
  text: string;
  from?: Path;
  /** From 1. */
  page: number;
  /** True when nothing stands above it on its page. */
  opens: boolean;
}

/** All names of marks in a layout. */
export const markNames = (template: NodeTemplate): string[] => [
  ...new Set([
    ...(template.mark === undefined ? [] : [template.mark]),
    ...itemsOf(template).flatMap(markNames),
  ]),
];

/** @param pages what stands on each page */
export const marksOn = (pages: readonly Node[]): Mark[] =>
  pages.flatMap((page, index) =>
    textsIn(page).flatMap(({ mark, text, from, part }, number): Mark[] =>
      mark === undefined || (part && part.from > 0)
        ? []
        : [{ name: mark, text, page: index + 1, opens: number === 0, ...(from && { from }) }],
    ),
  );

const textsIn = (node: Node): TextNode[] => {
  if (node.means === 'decoration') return [];
  if (node.kind === 'text') return [node];
  return 'items' in node ? node.items.flatMap(textsIn) : [];
};

/** `marks`: a list in the order of the document; each has its page, its text under its own name, and nothing under the others. */
export const marksValue = (marks: readonly Mark[], names: readonly string[]): Value =>
  marks.map(
    (mark): Values => ({
      ...Object.fromEntries(names.map(name => [name, name === mark.name ? saidOf(mark) : null])),
      page: mark.page,
    }),
  );

/** What goes on from an earlier page: the last mark of each name before this page, unless a new one opens it. */
export const pageMarks = (marks: readonly Mark[], names: readonly string[], page: number): Values =>
  Object.fromEntries(
    names.map(name => {
      const own = marks.filter(mark => mark.name === name);
      const anew = own.some(mark => mark.page === page && mark.opens);
      const before = own.findLast(mark => mark.page < page);
      return [name, before && !anew ? saidOf(before) : null];
    }),
  );

const saidOf = ({ text, from }: Mark): Value => (from ? { text, from } : text);
