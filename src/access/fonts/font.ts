/** A font of a PDF as text uses it: which codes a string has, and which glyph, width and character each code is. */
import { asStream, decoded, type Objects, type PdfDict } from '../../preflight/document.js';
import { type CMap, lookUp, readCMap } from './cmap.js';
import { CompositeFont } from './composite.js';
import { type FontProgram, programOf } from './program.js';
import { SimpleFont } from './simple.js';

/** What a code shows: a glyph of the program, nothing that is there (`missing`), or what cannot be told. */
export type Shown = { glyph: number } | 'missing' | 'unknown';

/** Composite and simple fonts differ in all but this. */
export interface CodedGlyphs {
  /** Undefined where the encoding cannot be read. */
  codesIn(string: Uint8Array): Iterable<number> | undefined;
  shown(code: number, program: FontProgram): Shown;
  /** Thousandths of an em, by the font dictionary. */
  width(code: number): number | undefined;
  /** The character by the encoding, for fonts without ToUnicode; `unknown` when the list of names does not tell. */
  character(code: number): string | undefined | 'unknown';
}

/** How a code is used: bits of a number. */
export const use = { shown: 1, drawn: 2, inFormula: 4 } as const;

export class UsedFont {
  readonly name: string;
  readonly kind: string;
  readonly glyphs: CompositeFont | SimpleFont;
  readonly program: FontProgram | { unread: string } | undefined;
  readonly toUnicode: CMap | undefined;
  /** Codes that text shows, with how. */
  readonly codes = new Map<number, number>();
  /** True when no code of a text could be told. */
  undecoded = false;

  /** @param page where it is used first */
  constructor(
    readonly dict: PdfDict,
    readonly page: number,
    objects: Objects,
  ) {
    this.kind = objects.name(dict, 'Subtype') ?? '';
    this.name = objects.name(dict, 'BaseFont') ?? this.kind;
    this.program = programOf(dict, objects);
    const program = this.program && 'count' in this.program ? this.program : undefined;
    this.glyphs =
      this.kind === 'Type0' ? new CompositeFont(dict, objects) : new SimpleFont(dict, objects, program);
    const map = asStream(objects.at(dict, 'ToUnicode'));
    this.toUnicode = map && readCMap(decoded(map));
  }

  show(string: Uint8Array, how: number): void {
    const codes = this.glyphs.codesIn(string);
    if (!codes) this.undecoded = true;
    else for (const code of codes) this.codes.set(code, (this.codes.get(code) ?? 0) | how);
  }

  /** The text that a code stands for; `unknown` when only a longer list of glyph names could tell. */
  character(code: number): string | undefined | 'unknown' {
    if (!this.toUnicode) return this.glyphs.character(code);
    const text = lookUp(this.toUnicode, code);
    return typeof text === 'string' && text !== '' ? text : undefined;
  }
}
