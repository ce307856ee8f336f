/** What pages show, in the order of their content streams, and the marks that it stands in: tags, artifacts, languages. */

import { joined } from '../joined.js';
import {
  asDict,
  asStream,
  contentOf,
  decoded,
  type Objects,
  type PdfDict,
  type PdfObject,
  type PdfStream,
  type PrintedPage,
} from '../preflight/document.js';
import { bytesOf, type Operand, type Operation, operationsOf } from '../preflight/tokens.js';
import { Properties } from './properties.js';
import type { Structure, StructureElement } from './structure.js';

/** The marks around a piece of content. */
export interface Marks {
  artifact: boolean;
  /** The element that has it, by its own mark or one around it. */
  owner: StructureElement | undefined;
  /** By a mark; the owner may know more. */
  language: string | undefined;
}

export interface Place {
  /** Counted from 1. */
  page: number;
  marks: Marks;
  /** True where tags are not asked for: in appearances of annotations, patterns and masks, which belong to what shows them. */
  free: boolean;
}

export type Piece =
  | { kind: 'text'; at: Place; font: PdfDict | undefined; name: string; codes: Uint8Array; drawn: boolean }
  | { kind: 'drawing'; at: Place; what: 'shape' | 'picture' }
  /** An artifact in tagged content, or the other way round. */
  | { kind: 'misplaced'; at: Place; point: '01-003' | '01-004' }
  /** Text beside the content that readers take instead of it. */
  | { kind: 'instead'; at: Place; key: string }
  /** Content with a number begins; the stream is the page or the form that it stands in. */
  | { kind: 'marked'; at: Place; stream: PdfDict; mcid: number; inside: boolean }
  /** A form is painted. */
  | { kind: 'form'; at: Place; stream: PdfStream };

interface TextState {
  font: PdfDict | undefined;
  name: string;
  /** 3 is neither filled nor stroked. */
  mode: number;
}

interface Stand extends Place {
  stream: PdfDict;
  resources: PdfDict | undefined;
  text: TextState;
  around: readonly PdfObject[];
}

const unmarked: Marks = { artifact: false, owner: undefined, language: undefined };
const noText: TextState = { font: undefined, name: '', mode: 0 };
const shows = new Set(['Tj', 'TJ', "'", '"']);
const paints = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh']);
/** All that `#paints` looks at: most operators only draw the way to it. */
const painting = new Set([...paints, 'BI', 'Do', 'scn', 'SCN']);

/** Deeper than anybody nests forms. */
const deepest = 40;

export class ContentReader {
  /** Forms without marks of their own that have been read, by the marks around them: to read them again tells nothing new. */
  readonly #read = new Map<PdfStream, Set<string>>();
  readonly #numbered = new Set<PdfDict>();

  constructor(
    private readonly objects: Objects,
    private readonly structure: Structure | undefined,
  ) {}

  /** Throws where a stream cannot be decoded. */
  *page(page: PrintedPage): Generator<Piece> {
    const { dict, number } = page;
    yield* this.#content(contentOf(page, this.objects), {
      page: number,
      marks: unmarked,
      free: false,
      stream: dict,
      resources: this.objects.dict(this.objects.holderOf(dict, 'Resources'), 'Resources'),
      text: noText,
      around: [],
    });
  }

  /** What an annotation looks like, in all its states. */
  *appearance(annotation: PdfDict, page: number, free = true): Generator<Piece> {
    const normal = this.objects.at(this.objects.dict(annotation, 'AP'), 'N');
    const states = normal?.type === 'dict' ? [...normal.keys()].map(({ value }) => value) : [];
    const streams = normal?.type === 'dict' ? states.map(state => this.objects.at(normal, state)) : [normal];
    for (const one of streams) {
      const stream = asStream(one);
      const stand = { page, marks: unmarked, free, text: noText, around: [], resources: undefined };
      if (stream) yield* this.#form(stream, { ...stand, stream });
    }
  }

  *#content(content: Uint8Array, stand: Stand): Generator<Piece> {
    let { marks, text } = stand;
    const opened: Marks[] = [];
    const saved: TextState[] = [];
    for (const operation of operationsOf(content)) {
      const { operator, operands } = operation;
      if (operator === 'BDC' || operator === 'BMC') {
        opened.push(marks);
        const at = { page: stand.page, marks, free: stand.free };
        const next = yield* this.#mark(operation, at, stand);
        marks = next;
      } else if (operator === 'EMC') marks = opened.pop() ?? marks;
      else if (operator === 'q') saved.push(text);
      else if (operator === 'Q') text = saved.pop() ?? text;
      else if (operator === 'Tr') text = { ...text, mode: numberOf(operands.at(-1)) ?? 0 };
      else if (operator === 'Tf') text = this.#font(operands[0], text, stand);
      else if (operator === 'gs') text = yield* this.#state(operands[0], text, stand);
      else if (shows.has(operator)) {
        const codes = shownBy(operands);
        const at = { page: stand.page, marks, free: stand.free };
        if (codes.length > 0)
          yield { kind: 'text', at, font: text.font, name: text.name, codes, drawn: text.mode !== 3 };
      } else if (painting.has(operator)) yield* this.#paints(operation, { ...stand, marks, text });
    }
  }

  *#mark({ operator, operands }: Operation, at: Place, stand: Stand): Generator<Piece, Marks> {
    const { marks } = at;
    const [tag, held] = operands;
    const lists = this.objects.dict(stand.resources, 'Properties');
    const properties = new Properties(operator === 'BDC' ? held : undefined, lists, this.objects);
    const artifact = tag?.type === 'name' && tag.value === 'Artifact';
    const mcid = artifact ? undefined : properties.number('MCID');
    const language = properties.text('Lang') ?? marks.language;
    if (artifact && marks.owner) yield { kind: 'misplaced', at, point: '01-003' };
    const owner = mcid === undefined ? undefined : this.structure?.ownerOf(stand.stream, mcid);
    const inner: Marks = {
      artifact: marks.artifact || artifact,
      owner: owner ?? marks.owner,
      // The language of an element wins over that of a mark around it.
      language: owner ? properties.text('Lang') : language,
    };
    if (mcid !== undefined) {
      this.#numbered.add(stand.stream);
      if (marks.artifact) yield { kind: 'misplaced', at, point: '01-004' };
      yield {
        kind: 'marked',
        at: { ...at, marks: inner },
        stream: stand.stream,
        mcid,
        inside: marks.owner !== undefined,
      };
    }
    for (const key of ['ActualText', 'Alt', 'E'])
      if (properties.text(key) !== undefined) yield { kind: 'instead', at: { ...at, marks: inner }, key };
    return inner;
  }

  /** What an operation paints that is no text. */
  *#paints({ operator, operands }: Operation, stand: Stand): Generator<Piece> {
    const at = { page: stand.page, marks: stand.marks, free: stand.free };
    const last = operands.at(-1);
    const name = last?.type === 'name' ? last.value : undefined;
    if (paints.has(operator)) yield { kind: 'drawing', at, what: 'shape' };
    else if (operator === 'BI') yield { kind: 'drawing', at, what: 'picture' };
    else if (operator === 'Do' && name !== undefined) {
      const stream = asStream(this.#resource('XObject', name, stand));
      if (!stream) return;
      const owner = this.structure?.holderOf(stream) ?? stand.marks.owner;
      const marks = { ...stand.marks, owner };
      if (this.objects.name(stream, 'Subtype') === 'Form') yield* this.#form(stream, { ...stand, marks });
      else yield { kind: 'drawing', at: { ...at, marks }, what: 'picture' };
    } else if ((operator === 'scn' || operator === 'SCN') && name !== undefined) {
      const tile = asStream(this.#resource('Pattern', name, stand));
      if (tile) yield* this.#form(tile, { ...stand, free: true });
    }
  }

  *#form(stream: PdfStream, stand: Stand): Generator<Piece> {
    if (stand.around.includes(stream) || stand.around.length > deepest) return;
    const { page, marks, free } = stand;
    if (!free) yield { kind: 'form', at: { page, marks, free }, stream };
    const key = [free, marks.artifact, marks.owner !== undefined, marks.language !== undefined].join();
    const known = this.#read.get(stream) ?? new Set();
    if (known.has(key)) return;
    const before = this.#numbered.size;
    const around = [...stand.around, stream];
    const resources = this.objects.dict(stream, 'Resources') ?? stand.resources;
    yield* this.#content(decoded(stream), { ...stand, stream, resources, around });
    if (this.#numbered.size === before && !this.#numbered.has(stream)) this.#read.set(stream, known.add(key));
  }

  #font(name: Operand | undefined, text: TextState, stand: Stand): TextState {
    if (name?.type !== 'name') return text;
    const font = asDict(this.#resource('Font', name.value, stand));
    return { ...text, font, name: name.value };
  }

  /** A graphics state may set a font, and a mask that is painted by a form. */
  *#state(name: Operand | undefined, text: TextState, stand: Stand): Generator<Piece, TextState> {
    const state = name?.type === 'name' ? asDict(this.#resource('ExtGState', name.value, stand)) : undefined;
    const mask = asStream(this.objects.at(this.objects.dict(state, 'SMask'), 'G'));
    if (mask) yield* this.#form(mask, { ...stand, text, free: true });
    const font = asDict(this.objects.list(state, 'Font')?.[0]);
    return font ? { ...text, font, name: this.objects.name(font, 'BaseFont') ?? '' } : text;
  }

  #resource(kind: string, name: string, { resources }: Stand): PdfObject | undefined {
    return this.objects.at(this.objects.dict(resources, kind), name);
  }
}

const numberOf = (operand: Operand | undefined): number | undefined =>
  operand?.type === 'number' ? operand.value : undefined;

/** The bytes of all strings that an operator shows. */
function shownBy(operands: readonly Operand[]): Uint8Array {
  const strings: Uint8Array[] = [];
  const collect = (list: readonly Operand[]) => {
    for (const operand of list) {
      if (operand.type === 'string') strings.push(bytesOf(operand));
      else if (operand.type === 'array') collect(operand.items);
    }
  };
  collect(operands);
  const [only] = strings;
  return only && strings.length === 1 ? only : joined(strings);
}
