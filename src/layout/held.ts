/** What flowing columns hold, where pages of a document are filled again and again: most of it is the same on all of them. */
import type { NodeTemplate } from './language.js';
import type { Node } from './node.js';
import type { Value } from './values.js';

/** The nodes of one document. */
export class Held {
  readonly #known = new Map<NodeTemplate, { nodes: Node[]; marks: Value | undefined }>();

  /** The nodes of an item, made again only where they tell of pages, or of other marks than before. */
  nodes(item: NodeTemplate, marksNow: Value | undefined, make: () => Node[]): Node[] {
    const tells = toldBy(item);
    if (tells.pages) return make();
    const marks = tells.marks ? marksNow : undefined;
    const known = this.#known.get(item);
    if (known && known.marks === marks) return known.nodes;
    const nodes = make();
    this.#known.set(item, { nodes, marks });
    return nodes;
  }
}

const told = new WeakMap<NodeTemplate, { pages: boolean; marks: boolean }>();

/** Whether something in it depends on the page that it stands on, and on marks. */
function toldBy(template: NodeTemplate): { pages: boolean; marks: boolean } {
  const known = told.get(template);
  if (known) return known;
  const text = JSON.stringify(template);
  const tells = { pages: /(?<![\w.])page\./.test(text), marks: /(?<![\w.])marks\b/.test(text) };
  told.set(template, tells);
  return tells;
}
