/** The structure tree (ISO 32000-1, 14.7; PDF/UA-1, ISO 14289-1): what is on the pages, in reading order, for those who cannot see it. */

import { type Part, textOf } from '../layout/frame.js';
import { mapped } from '../lists.js';
import type { InkedFrame, LayerMeaning } from '../press/page.js';
import { type PdfObjects, type Ref, refer, textString, type Value } from './objects.js';

/** Marked content of a page, or an annotation, that an element holds. */
type Content = { page: Ref; mark: number } | { page: Ref; annotation: Ref };

/** The place of a frame among the kids of its element; without content where the frame is not painted, or together with the one before. */
export interface Slot {
  content?: Content;
}

/** An element of the tree. */
export interface Element {
  type: string;
  kids: (Element | Slot)[];
  language?: string;
  alt?: string;
  /** What is to be written there, of a field. */
  label?: string;
  /** What readers take instead of its content. */
  text?: string;
  /** Attributes (14.8.5), an owner each. */
  attributes?: Readonly<Record<string, Value>>;
}

/** Types of elements (14.8.4) by what a part of a sheet means, where that is all there is to say. */
const types = {
  sheet: 'Sect',
  section: 'Sect',
  paragraph: 'P',
  item: 'LI',
  table: 'Table',
  row: 'TR',
  cell: 'TD',
} as const;

/** What a screen reader may find empty: a cell without words is still a cell. */
const mayBeEmpty = new Set(['TD', 'TH', 'Figure']);

/** Where a frame belongs. */
export interface Tag {
  element: Element;
  slot: Slot;
  /** True when more text follows in the same element. */
  goesOn: boolean;
}

/** The elements that a layer of a page makes, and the element of each of its frames. */
export interface LayerTags {
  root: Element;
  /** By the index of the frame: its element, and its place in that. */
  of: ReadonlyMap<number, Tag>;
  /** The headings: their level, and the first frame in each. */
  headings: readonly { level: number; frame: number }[];
}

/**
 * @param language of the document, BCP 47
 * @param latest by their roles, the elements that came last in the document: parts may go on with them on a further page
 */
export function tagsOf(
  { reading }: LayerMeaning,
  frames: readonly InkedFrame[],
  language: string,
  latest: Map<string, Element>,
): LayerTags {
  const tagger = new Tagger(frames, latest);
  const [root] = tagger.element(reading, language, undefined);
  return { root, of: tagger.of, headings: tagger.headings };
}

class Tagger {
  readonly of = new Map<number, Tag>();
  readonly headings: { level: number; frame: number }[] = [];

  constructor(
    private readonly frames: readonly InkedFrame[],
    private readonly latest: Map<string, Element>,
  ) {}

  /**
   * The element of a part, and whether it is a new one.
   * @param spoken the language around it
   */
  element(part: Part, spoken: string, around: Part | undefined): [element: Element, isNew: boolean] {
    const { means, holds } = part;
    const language = languageOf(part, this.frames) ?? spoken;
    const earlier = part.continues ? this.latest.get(means.role) : undefined;
    const element = earlier ?? begun(part, around);
    if (!earlier && language !== spoken) element.language = language;
    this.latest.set(means.role, element);
    const body = means.role === 'item' ? bodyOf(element) : element;
    const own = holds.filter(held => typeof held === 'number');
    for (const held of holds) {
      if (typeof held === 'number') {
        const holder = this.holderOf(held, body, language, means.role === 'field' ? 0 : own.length);
        const slot: Slot = {};
        holder.kids.push(slot);
        const goesOn = holder === body && held !== own.at(-1);
        this.of.set(held, { element: holder, slot, goesOn });
      } else {
        const [kid, isNew] = this.element(held, language, part);
        if (isNew) kid.type === 'Lbl' ? element.kids.unshift(kid) : body.kids.push(kid);
      }
    }
    if (own.length === holds.length && body.kids.every(kid => !('type' in kid))) {
      const text = saidText(own, this.frames);
      if (text) body.text = body.text ? `${body.text} ${text}` : text;
    }
    const [first] = own;
    if (means.role === 'heading' && first !== undefined)
      this.headings.push({ level: means.level, frame: first });
    return [element, earlier === undefined];
  }

  /**
   * The element around a frame: a paragraph where several texts stand in a cell or an item, one of its own where it is in another
   * language.
   * @param count how many frames stand beside it; 0 in a field, where all is one thing
   */
  private holderOf(index: number, body: Element, language: string, count: number): Element {
    const frame = this.frames[index];
    if (count === 0 || frame?.kind !== 'text') return body;
    const several = count > 1 && holdsParagraphs.has(body.type);
    const foreign = frame.language !== language;
    if (!several && !foreign) return body;
    const text = saidText([index], this.frames);
    const holder: Element = { type: several ? 'P' : 'Span', kids: [] };
    if (foreign) holder.language = frame.language;
    if (text) holder.text = text;
    body.kids.push(holder);
    return holder;
  }
}

/** Elements that may hold paragraphs. */
const holdsParagraphs = new Set(['LBody', 'TD', 'TH']);

/** An element without its kids. */
function begun({ means, holds }: Part, around: Part | undefined): Element {
  const kids: Element['kids'] = [];
  switch (means.role) {
    case 'heading':
      return { type: `H${means.level}`, kids };
    case 'label':
      return { type: around?.means.role === 'item' ? 'Lbl' : 'P', kids };
    case 'figure':
      return { type: 'Figure', kids, alt: means.alt };
    case 'field':
      return { type: 'Form', kids, label: means.label };
    case 'head': {
      // A head among cells is that of its row.
      const scope = around?.holds.some(isCell) ? '/Row' : '/Column';
      return { type: 'TH', kids, attributes: { O: '/Table', Scope: scope } };
    }
    case 'list': {
      const numbered = holds.some(held => typeof held !== 'number' && held.holds.some(isLabel));
      return { type: 'L', kids, ...(numbered && { attributes: { O: '/List', ListNumbering: '/Decimal' } }) };
    }
    default:
      return { type: types[means.role], kids };
  }
}

/** What of a list item is not its label. */
function bodyOf(item: Element): Element {
  const known = item.kids.find(kid => 'type' in kid && kid.type === 'LBody');
  if (known && 'type' in known) return known;
  const body: Element = { type: 'LBody', kids: [] };
  item.kids.push(body);
  return body;
}

const isLabel = (held: Part | number): boolean => typeof held !== 'number' && held.means.role === 'label';
const isCell = (held: Part | number): boolean => typeof held !== 'number' && held.means.role === 'cell';

/** The language of a part whose words are all in one; undefined when it has none of its own. */
function languageOf({ holds }: Part, frames: readonly InkedFrame[]): string | undefined {
  let spoken: string | undefined;
  for (const held of holds) {
    const frame = typeof held === 'number' ? frames[held] : undefined;
    if (frame?.kind !== 'text') continue;
    if (spoken !== undefined && spoken !== frame.language) return undefined;
    spoken = frame.language;
  }
  return spoken;
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
    const refs = new Map<Element, string>();
    const visit = (element: Element, around: string): string => {
      const ref = objects.reserve();
      const own = refer(ref);
      refs.set(element, own);
      const kids = element.kids.flatMap(kid => ('type' in kid ? visit(kid, own) : (kid.content ?? [])));
      objects.set(ref, dictionaryOf(element, around, kids));
      return own;
    };
    prune(this.root);
    const top = visit(this.root, refer(root));
    const refOf = (element: Element): string => {
      const ref = refs.get(element);
      if (ref === undefined) throw new Error(`An element ${element.type} is not in the tree.`);
      return ref;
    };
    const nums = this.#parents.flatMap((held, key): Value[] => [
      key,
      Array.isArray(held) ? held.map(refOf) : refOf(held),
    ]);
    objects.set(root, {
      Type: '/StructTreeRoot',
      K: [top],
      ParentTree: refer(objects.add({ Nums: nums })),
      ParentTreeNextKey: this.#parents.length,
    });
    return root;
  }
}

/** Takes out what holds nothing. */
function prune(element: Element): void {
  element.kids = element.kids.filter(kid => {
    if (!('type' in kid)) return kid.content !== undefined;
    prune(kid);
    return kid.kids.length > 0 || mayBeEmpty.has(kid.type);
  });
}

/** @param kids elements by their references, and content */
function dictionaryOf(
  { type, language, alt, label, text, attributes }: Element,
  around: string,
  kids: readonly (string | Content)[],
): Value {
  const content = kids.filter(kid => typeof kid !== 'string');
  const page = content[0]?.page;
  const held = mapped(kids, (kid): Value => {
    if (typeof kid === 'string') return kid;
    if ('annotation' in kid) return { Type: '/OBJR', Pg: refer(kid.page), Obj: refer(kid.annotation) };
    return kid.page === page ? kid.mark : { Type: '/MCR', Pg: refer(kid.page), MCID: kid.mark };
  });
  // A blank on paper is a field that is printed (14.8.5.6): it is announced by its label, once. One on a screen says its own.
  const isPrinted = label !== undefined && !content.some(kid => 'annotation' in kid);
  const [only] = held;
  return {
    S: `/${type}`,
    P: around,
    K: only === undefined ? only : held.length === 1 && typeof only !== 'object' ? only : held,
    Pg: page && refer(page),
    Lang: language && textString(language),
    Alt: alt === undefined ? alt : textString(alt),
    ActualText: text ? textString(text) : undefined,
    A: isPrinted ? { O: '/PrintField', Role: '/tv', Desc: textString(label) } : attributes,
  };
}
