/** The structure tree (ISO 32000-1, 14.7; PDF/UA-1, ISO 14289-1): what is on the pages, in reading order, for those who cannot see it. */
import { type Part, textOf } from '../layout/frame.js';
import type { InkedFrame, LayerMeaning } from '../press/page.js';
import { type PdfObjects, type Ref, refer, textString, type Value } from './objects.js';

/** Marked content of a page, or an annotation, that an element holds. */
type Content = { page: Ref; mark: number } | { page: Ref; annotation: Ref };

/** An element of the tree. */
export interface Element {
  type: string;
  kids: (Element | Content)[];
  language?: string;
  alt?: string;
  /** What readers take instead of its content. */
  text?: string;
  /** Attributes (14.8.5), an owner each. */
  attributes?: Readonly<Record<string, Value>>;
}

/** Types of elements (14.8.4) by what a part of a sheet means. */
const types = {
  sheet: 'Sect',
  section: 'Sect',
  paragraph: 'P',
  label: 'P',
  list: 'L',
  item: 'LI',
  table: 'Table',
  row: 'TR',
  head: 'TH',
  cell: 'TD',
  figure: 'Figure',
  field: 'Form',
} as const;

/** What a screen reader may find empty: a cell without words is still a cell. */
const mayBeEmpty = new Set(['TD', 'TH', 'Figure', 'Form']);

/** The elements that a layer of a page makes, and the element of each of its frames. */
export interface LayerTags {
  root: Element;
  /** By the index of the frame. */
  of: ReadonlyMap<number, Element>;
  /** The headings: their level, and the first frame in each. */
  headings: readonly { level: number; frame: number }[];
}

/** @param language of the document, BCP 47 */
export function tagsOf(meaning: LayerMeaning, frames: readonly InkedFrame[], language: string): LayerTags {
  const of = new Map<number, Element>();
  const headings: { level: number; frame: number }[] = [];
  const build = (part: Part, spoken: string, inItem: boolean): Element => {
    const { means } = part;
    const own = languageOf(part, frames) ?? spoken;
    const element: Element = {
      type:
        means.role === 'heading'
          ? `H${means.level}`
          : means.role === 'label' && inItem
            ? 'Lbl'
            : types[means.role],
      kids: [],
      ...(own !== spoken && { language: own }),
    };
    if (means.role === 'figure') element.alt = means.alt;
    // A blank to write on is a field that is printed (14.8.5.6): it is announced by its label, once.
    if (means.role === 'field')
      element.attributes = { O: '/PrintField', Role: '/tv', Desc: textString(means.label) };
    if (means.role === 'head') element.attributes = { O: '/Table', Scope: '/Column' };
    if (means.role === 'list' && part.holds.some(holdsLabel))
      element.attributes = { O: '/List', ListNumbering: '/Decimal' };
    const body: Element = means.role === 'item' ? { type: 'LBody', kids: [] } : element;
    for (const held of part.holds) {
      if (typeof held === 'number') {
        const frame = frames[held];
        const other = frame?.kind === 'text' && frame.language !== own ? frame.language : undefined;
        const holder: Element = other === undefined ? body : { type: 'Span', kids: [], language: other };
        if (holder !== body) body.kids.push(holder);
        of.set(held, holder);
      } else {
        const kid = build(held, own, means.role === 'item');
        (kid.type === 'Lbl' ? element : body).kids.push(kid);
      }
    }
    if (body !== element) element.kids.push(body);
    if (part.holds.every(held => typeof held === 'number'))
      body.text = saidText(part.holds as number[], frames);
    const [first] = part.holds;
    if (means.role === 'heading' && typeof first === 'number')
      headings.push({ level: means.level, frame: first });
    return element;
  };
  return { root: build(meaning.reading, language, false), of, headings };
}

const holdsLabel = (part: Part | number): boolean =>
  typeof part !== 'number' &&
  part.holds.some(held => typeof held !== 'number' && held.means.role === 'label');

/** The language of a part whose words are all in one; undefined when it has none of its own. */
function languageOf({ holds }: Part, frames: readonly InkedFrame[]): string | undefined {
  const spoken = new Set<string>();
  for (const held of holds) {
    const frame = typeof held === 'number' ? frames[held] : undefined;
    if (frame?.kind === 'text') spoken.add(frame.language);
  }
  return spoken.size === 1 ? [...spoken][0] : undefined;
}

/**
 * What right-to-left text says: its codes stand in the order of the paper, which readers of pages turn and readers of the tree may
 * not. Empty where there is none.
 */
function saidText(holds: readonly number[], frames: readonly InkedFrame[]): string {
  const texts = holds.flatMap(index => {
    const frame = frames[index];
    return frame?.kind === 'text' ? [frame] : [];
  });
  const turned = texts.some(({ lines }) => lines.some(({ runs }) => runs.some(run => run.rightToLeft)));
  return turned ? texts.map(textOf).join(' ') : '';
}

/** Writes the tree, and which element each marked content and each annotation belongs to. */
export class StructureTree {
  readonly root: Element = { type: 'Document', kids: [] };
  /** By the key of the page or annotation in the parent tree: the elements of its marks, or that of the annotation. */
  readonly #parents: (Element[] | Element)[] = [];

  /** A key for a page (`StructParents`); its marks are numbered from 0 in the order of `elements`. */
  page(elements: Element[]): number {
    return this.#parents.push(elements) - 1;
  }

  /** A key for an annotation (`StructParent`). */
  annotation(element: Element): number {
    return this.#parents.push(element) - 1;
  }

  /** @returns the root of the tree */
  write(objects: PdfObjects): Ref {
    const root = objects.reserve();
    const refs = new Map<Element, Ref>();
    const parents = new Map<Element, Element>();
    const visit = (element: Element) => {
      refs.set(element, objects.reserve());
      for (const kid of element.kids) {
        if (!('type' in kid)) continue;
        parents.set(kid, element);
        visit(kid);
      }
    };
    prune(this.root);
    visit(this.root);
    const refOf = (element: Element): string => {
      const ref = refs.get(element);
      if (ref === undefined) throw new Error(`An element ${element.type} is not in the tree.`);
      return refer(ref);
    };
    for (const [element, ref] of refs) {
      const around = parents.get(element);
      objects.set(ref, dictionaryOf(element, around ? refOf(around) : refer(root), refOf));
    }
    const nums = this.#parents.flatMap((held, key): Value[] => [
      key,
      Array.isArray(held) ? held.map(refOf) : refOf(held),
    ]);
    objects.set(root, {
      Type: '/StructTreeRoot',
      K: [refOf(this.root)],
      ParentTree: refer(objects.add({ Nums: nums })),
      ParentTreeNextKey: this.#parents.length,
    });
    return root;
  }
}

/** Takes out what holds nothing. */
function prune(element: Element): void {
  element.kids = element.kids.filter(kid => {
    if (!('type' in kid)) return true;
    prune(kid);
    return kid.kids.length > 0 || mayBeEmpty.has(kid.type);
  });
}

function dictionaryOf(
  { type, kids, language, alt, text, attributes }: Element,
  parent: string,
  refOf: (element: Element) => string,
): Value {
  const pages = kids.flatMap(kid => ('type' in kid ? [] : [kid.page]));
  const [page] = pages;
  const held = kids.map((kid): Value => {
    if ('type' in kid) return refOf(kid);
    if ('annotation' in kid) return { Type: '/OBJR', Pg: refer(kid.page), Obj: refer(kid.annotation) };
    return kid.page === page ? kid.mark : { Type: '/MCR', Pg: refer(kid.page), MCID: kid.mark };
  });
  return {
    S: `/${type}`,
    P: parent,
    ...(held.length > 0 && {
      K: held.length === 1 && typeof held[0] !== 'object' ? (held[0] as Value) : held,
    }),
    ...(page !== undefined && { Pg: refer(page) }),
    ...(language !== undefined && { Lang: textString(language) }),
    ...(alt !== undefined && { Alt: textString(alt) }),
    ...(text && { ActualText: textString(text) }),
    ...(attributes && { A: attributes }),
  };
}
