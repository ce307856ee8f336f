/** Simple fonts: codes of one byte, the names that an encoding gives them, and the glyphs of those. */
import { asDict, type Objects, type PdfDict } from '../../preflight/document.js';
import type { CodedGlyphs, Shown } from './font.js';
import { characterOf, isNumber, standardEncoding } from './latin.js';
import type { Cmap, FontProgram } from './program.js';

/** Encodings that say by themselves which characters their codes are. */
const tables: Readonly<Record<string, string>> = {
  WinAnsiEncoding: 'windows-1252',
  MacRomanEncoding: 'macintosh',
};

export class SimpleFont implements CodedGlyphs {
  readonly isTrueType: boolean;
  readonly isSymbolic: boolean;
  /** The encoding as a whole, or the one that it changes. */
  readonly base: string | undefined;
  readonly hasEncoding: boolean;
  /** True when the encoding is a dictionary: its own names over a base. */
  readonly isChanged: boolean;
  /** Names that the encoding gives to codes itself. */
  readonly differences: ReadonlyMap<number, string>;
  readonly #characters: string | undefined;
  readonly #names: ReadonlyMap<number, string> | undefined;
  readonly #procedures: PdfDict | undefined;
  readonly #widths: readonly (number | undefined)[];
  readonly #first: number;

  constructor(dict: PdfDict, objects: Objects, program: FontProgram | undefined) {
    const kind = objects.name(dict, 'Subtype');
    this.isTrueType = kind === 'TrueType';
    const symbolic = 4;
    const flags = objects.number(objects.dict(dict, 'FontDescriptor'), 'Flags') ?? 0;
    this.isSymbolic = (flags & symbolic) !== 0;
    const encoding = asDict(objects.at(dict, 'Encoding'));
    this.hasEncoding = objects.at(dict, 'Encoding') !== undefined;
    this.isChanged = encoding !== undefined;
    this.base = objects.name(dict, 'Encoding') ?? objects.name(encoding, 'BaseEncoding');
    this.differences = differencesIn(encoding, objects);
    const table = tables[this.base ?? ''];
    this.#characters = table && tableOf(table);
    // A font without a file, or without names, is one that every viewer has.
    const usual = (this.isTrueType ? undefined : program?.names?.encoding) ?? standardEncoding;
    this.#names = this.base === 'StandardEncoding' ? standardEncoding : usual;
    this.#procedures = kind === 'Type3' ? objects.dict(dict, 'CharProcs') : undefined;
    this.#first = objects.number(dict, 'FirstChar') ?? 0;
    this.#widths = (objects.list(dict, 'Widths') ?? []).map(one =>
      one.type === 'number' ? one.value : undefined,
    );
  }

  codesIn(string: Uint8Array): Iterable<number> {
    return string;
  }

  shown(code: number, program: FontProgram): Shown {
    if (this.isTrueType) return this.#inCmaps(code, program.cmaps ?? []);
    const names = program.names;
    const name =
      this.differences.get(code) ?? this.#nameByTable(code, names?.glyphs) ?? this.#names?.get(code);
    if (!names) return 'unknown';
    if (name === undefined || name === '.notdef') return { glyph: 0 };
    const glyph = names.glyphs.get(name);
    return glyph === undefined ? 'missing' : { glyph };
  }

  width(code: number): number | undefined {
    return this.#widths[code - this.#first];
  }

  character(code: number): string | undefined | 'unknown' {
    const named = this.differences.get(code);
    if (named !== undefined) return read(named);
    if (this.#characters) return this.#characters[code];
    if (this.isTrueType && this.isSymbolic) return undefined;
    const name = this.#names?.get(code);
    return name === undefined ? undefined : read(name);
  }

  /** True when a Type 3 font draws the glyph of a code. */
  draws(code: number): boolean {
    return this.#procedures?.has(this.differences.get(code) ?? '') ?? false;
  }

  /** WinAnsi and MacRoman name characters; of the names that one may have, the font knows one. */
  #nameByTable(code: number, glyphs: ReadonlyMap<string, number> | undefined): string | undefined {
    const character = this.#characters?.[code];
    if (character === undefined || !glyphs) return undefined;
    if (!nameLists.has(glyphs)) {
      const byCharacter = new Map<string, string>();
      for (const name of glyphs.keys()) {
        const one = characterOf(name);
        if (one !== undefined && !byCharacter.has(one)) byCharacter.set(one, name);
      }
      nameLists.set(glyphs, byCharacter);
    }
    const list = nameLists.get(glyphs);
    return list?.get(character) ?? list?.get(alike[character] ?? '') ?? `the glyph for ${character}`;
  }

  /** ISO 32000-1, 9.6.6.4. */
  #inCmaps(code: number, cmaps: readonly Cmap[]): Shown {
    const find = (platform: number, encoding: number) =>
      cmaps.find(one => one.platform === platform && one.encoding === encoding);
    if (this.isSymbolic || !this.hasEncoding) {
      const symbols = find(3, 0);
      const plain = find(1, 0) ?? cmaps[0];
      const bySymbol = [0xf000, 0, 0xf100, 0xf200].map(page => symbols?.glyph(page + code) ?? 0);
      return { glyph: bySymbol.find(glyph => glyph !== 0) ?? plain?.glyph(code) ?? 0 };
    }
    const character = this.character(code);
    if (character === 'unknown') return 'unknown';
    if (character === undefined) return { glyph: 0 };
    const unicode = find(3, 1) ?? cmaps.find(({ platform }) => platform === 0);
    const mac = find(1, 0);
    for (const one of [character, alike[character] ?? character]) {
      const glyph =
        unicode?.glyph(one.codePointAt(0) ?? 0) || mac?.glyph(tableOf('macintosh').indexOf(one)) || 0;
      if (glyph !== 0) return { glyph };
    }
    return 'missing';
  }
}

/** The character of a name; undefined when it has none for sure. */
const read = (name: string): string | undefined | 'unknown' =>
  characterOf(name) ?? (name === '.notdef' || isNumber(name) ? undefined : 'unknown');

/** The names of a font by the characters that they stand for. */
const nameLists = new WeakMap<ReadonlyMap<string, number>, ReadonlyMap<string, string>>();

/** Characters that fonts draw by the glyph of another: no-break space, soft hyphen. */
const alike: Readonly<Record<string, string>> = { '\u00a0': ' ', '\u00ad': '-' };

/** The 256 characters of an encoding, as a string. */
function tableOf(name: string): string {
  let table = known.get(name);
  if (table === undefined) {
    table = new TextDecoder(name).decode(Uint8Array.from({ length: 256 }, (_, code) => code));
    known.set(name, table);
  }
  return table;
}
const known = new Map<string, string>();

/** `[32 /space /exclam 65 /A]` */
function differencesIn(encoding: PdfDict | undefined, objects: Objects): Map<number, string> {
  const names = new Map<number, string>();
  let code = 0;
  for (const item of objects.list(encoding, 'Differences') ?? []) {
    if (item.type === 'number') code = item.value;
    else if (item.type === 'name') names.set(code++, item.value);
  }
  return names;
}
