/** The structure tree of a file: elements with their roles, and the content that they hold (ISO 32000-1, 14.7). */
import {
  asDict,
  type Objects,
  type PdfDict,
  type PdfObject,
  type PrintedPdf,
} from '../preflight/document.js';
import { type RoleMap, roleIn, rolesOf } from './roles.js';

export interface StructureElement {
  dict: PdfDict;
  /** As the file calls it. */
  type: string;
  /** The standard type that it is; undefined when it is mapped to none. */
  role: string | undefined;
  /** Undefined for what stands at the root. */
  parent: StructureElement | undefined;
  kids: Kid[];
  /** The way to it: `Document > Table > TR 2`. */
  path: string;
  /** Where it, or the first thing in it, stands; counted from 1. */
  page: number | undefined;
}

export type Kid =
  | { kind: 'element'; element: StructureElement }
  /** Marked content of a page or of another stream. */
  | { kind: 'content'; mcid: number; stream: PdfDict | undefined; page: number | undefined }
  /** An annotation or an XObject as a whole. */
  | { kind: 'object'; object: PdfDict; page: number | undefined }
  /** Neither of these. */
  | { kind: 'broken' };

export interface Structure {
  /** In reading order. */
  elements: readonly StructureElement[];
  roleMap: RoleMap;
  /** The element that has a marked content, by the stream (for page content: the page) and its number. */
  ownerOf(stream: PdfDict, mcid: number): StructureElement | undefined;
  /** The element that has an annotation or XObject. */
  holderOf(object: PdfDict): StructureElement | undefined;
  /** What the parent tree says for `StructParents` (with a number) and `StructParent`. */
  parentFor(key: number | undefined, mcid?: number): PdfDict | undefined;
}

/** Deeper than anybody nests elements. */
const deepest = 500;

/** Undefined when the file has no structure tree. */
export function structureOf({ catalogue, objects, pages }: PrintedPdf): Structure | undefined {
  const root = objects.dict(catalogue, 'StructTreeRoot');
  if (!root) return undefined;
  const pageNumbers = new Map(pages.map(({ dict, number }) => [dict, number]));
  const roleMap = rolesOf(root, objects);
  const reader = new Reader(objects, pageNumbers, roleMap);
  reader.read(root);
  const parents = numberTree(objects.dict(root, 'ParentTree'), objects);
  return {
    elements: reader.elements,
    roleMap,
    ownerOf: (stream, mcid) => reader.owners.get(stream)?.get(mcid),
    holderOf: object => reader.holders.get(object),
    parentFor(key, mcid) {
      const entry = key === undefined ? undefined : objects.real(parents.get(key));
      if (mcid === undefined) return asDict(entry);
      return entry?.type === 'array' ? asDict(objects.real(entry.at(mcid))) : undefined;
    },
  };
}

class Reader {
  readonly elements: StructureElement[] = [];
  readonly owners = new Map<PdfDict, Map<number, StructureElement>>();
  readonly holders = new Map<PdfDict, StructureElement>();
  readonly #seen = new Set<PdfDict>();

  constructor(
    private readonly objects: Objects,
    private readonly pages: ReadonlyMap<PdfDict, number>,
    private readonly roleMap: RoleMap,
  ) {}

  read(root: PdfDict): void {
    this.#kids(root, undefined, undefined, 0);
  }

  #kids(
    holder: PdfDict,
    parent: StructureElement | undefined,
    page: PdfDict | undefined,
    depth: number,
  ): Kid[] {
    const held = this.objects.at(holder, 'K');
    const items = held?.type === 'array' ? [...held] : held ? [held] : [];
    const types = new Map<string, number>();
    const counts = new Map<string, number>();
    const dicts = items.map(item => asDict(this.objects.real(item)));
    for (const dict of dicts) {
      const type = this.objects.name(dict, 'S');
      if (type) counts.set(type, (counts.get(type) ?? 0) + 1);
    }
    return items.flatMap((item, index): Kid | [] => {
      const real = this.objects.real(item);
      const dict = dicts[index];
      if (!real) return [];
      if (real.type === 'number' && parent && page) return this.#content(parent, page, real.value, page);
      const type = this.objects.name(dict, 'S');
      if (!dict || (!type && !parent)) return { kind: 'broken' };
      if (!type) return this.#reference(dict, parent, page);
      if (this.#seen.has(dict) || depth > deepest) return { kind: 'broken' };
      const nth = (types.get(type) ?? 0) + 1;
      types.set(type, nth);
      const name = (counts.get(type) ?? 0) > 1 ? `${type} ${nth}` : type;
      return { kind: 'element', element: this.#element(dict, type, name, parent, page, depth) };
    });
  }

  #element(
    dict: PdfDict,
    type: string,
    name: string,
    parent: StructureElement | undefined,
    pageAround: PdfDict | undefined,
    depth: number,
  ): StructureElement {
    this.#seen.add(dict);
    const page = this.objects.dict(dict, 'Pg') ?? pageAround;
    const element: StructureElement = {
      dict,
      type,
      role: roleIn(this.roleMap, type),
      parent,
      kids: [],
      path: parent ? `${parent.path} > ${name}` : name,
      page: page && this.pages.get(page),
    };
    this.elements.push(element);
    element.kids = this.#kids(dict, element, page, depth + 1);
    element.page ??= element.kids
      .map(kid => (kid.kind === 'element' ? kid.element.page : kid.kind === 'broken' ? undefined : kid.page))
      .find(number => number !== undefined);
    return element;
  }

  /** A dictionary that points to content (MCR) or to an object (OBJR). */
  #reference(dict: PdfDict, parent: StructureElement | undefined, around: PdfDict | undefined): Kid {
    const page = this.objects.dict(dict, 'Pg') ?? around;
    const mcid = this.objects.number(dict, 'MCID');
    if (parent && mcid !== undefined) {
      const stream = asDict(this.objects.at(dict, 'Stm')) ?? page;
      return stream ? this.#content(parent, stream, mcid, page) : { kind: 'broken' };
    }
    const object = this.objects.dict(dict, 'Obj');
    if (!parent || !object) return { kind: 'broken' };
    this.holders.set(object, parent);
    return { kind: 'object', object, page: page && this.pages.get(page) };
  }

  #content(parent: StructureElement, stream: PdfDict, mcid: number, page: PdfDict | undefined): Kid {
    const owned = this.owners.get(stream) ?? new Map<number, StructureElement>();
    owned.set(mcid, parent);
    this.owners.set(stream, owned);
    return { kind: 'content', mcid, stream, page: page && this.pages.get(page) };
  }
}

/** A number tree as a map (ISO 32000-1, 7.9.7). */
function numberTree(root: PdfDict | undefined, objects: Objects): Map<number, PdfObject> {
  const entries = new Map<number, PdfObject>();
  const seen = new Set<PdfDict>();
  const visit = (node: PdfDict | undefined) => {
    if (!node || seen.has(node)) return;
    seen.add(node);
    const numbers = objects.at(node, 'Nums');
    const items = numbers?.type === 'array' ? [...numbers] : [];
    for (let at = 0; at + 1 < items.length; at += 2) {
      const [key, value] = [objects.real(items[at]), items[at + 1]];
      if (key?.type === 'number' && value) entries.set(key.value, value);
    }
    for (const kid of objects.list(node, 'Kids') ?? []) visit(asDict(kid));
  };
  visit(root);
  return entries;
}

/** The elements directly inside one. */
export const elementsIn = ({ kids }: StructureElement): StructureElement[] =>
  kids.flatMap(kid => (kid.kind === 'element' ? kid.element : []));

/** An attribute of an element, from its own attributes or those of its classes (ISO 32000-1, 14.7.5). */
export function attributeOf(
  { dict }: StructureElement,
  owner: string,
  key: string,
  { catalogue, objects }: PrintedPdf,
): PdfObject | undefined {
  const listed = (object: PdfObject | undefined) => objects.items(object) ?? (object ? [object] : []);
  const classes = objects.dict(objects.dict(catalogue, 'StructTreeRoot'), 'ClassMap');
  const named = listed(objects.at(dict, 'C')).flatMap(name =>
    name.type === 'name' ? listed(objects.at(classes, name.value)) : [],
  );
  for (const one of [...listed(objects.at(dict, 'A')), ...named]) {
    const attributes = asDict(one);
    if (!attributes || objects.name(attributes, 'O') !== owner) continue;
    const value = objects.at(attributes, key);
    if (value) return value;
  }
  return undefined;
}
