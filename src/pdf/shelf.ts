/** Font files opened for embedding, and their subsets: once per process, shared by all documents. */
import { fromBase64, toBase64 } from '../base64.js';
import { Closed } from '../closed.js';
import { Recent } from '../recent.js';
import type { Glyph } from '../type/face.js';
import { helpsOut } from '../type/scripts.js';
import { type Machines, written } from './objects.js';
import { type FontFacts, factsOf, fontOpener, type OpenFont, widthsOfTyped } from './opened.js';
import { toUnicode } from './unicode.js';

/** A subset as files hold it; the same glyphs for the same texts give the same one, and the same bytes. */
export interface FontProgram {
  /** Made smaller; and how long it was, bytes. */
  bytes: Uint8Array;
  length: number;
  /** What its codes stand for, made smaller. */
  toUnicode: Uint8Array;
  /** The widths of its glyphs as files list them. */
  widths: string;
}

/** A glyph of a subset, and what it is read as. */
export interface Coded {
  id: number;
  text: string;
}

/** What all subsets of a font begin with. */
export interface Alphabet {
  /** In the order of their codes. */
  glyphs: readonly Coded[];
  codes: Codes;
  /** By code, thousandths of an em. */
  widths: readonly number[];
  /** Words that were written in its codes; nothing for those that have others. */
  words: WeakMap<readonly Glyph[], CodedWord | null>;
}

/** A word as strings of glyphs hold it: codes, and what is to be taken off between them. */
export interface CodedWord {
  bytes: Uint8Array;
  /** How far it moves the pen, em. */
  advance: number;
  /** What is to be taken off behind it, thousandths of an em. */
  behind: number;
}

/** The codes of glyphs, by what they are read as. */
export class Codes {
  readonly #of = new Map<number, Map<string, number>>();

  of(id: number, text: string): number | undefined {
    return this.#of.get(id)?.get(text);
  }

  set({ id, text }: Coded, code: number): void {
    const codes = this.#of.get(id);
    if (codes) codes.set(text, code);
    else this.#of.set(id, new Map([[text, code]]));
  }
}

/** The first glyph of each subset: it stands for what a font does not have. */
const missing: Coded = { id: 0, text: '' };

/**
 * What nearly every text in Latin letters has. All of it is in each subset of a font for them: then the subsets of most files are the
 * same, and are made and made smaller once; a file grows by some 3 kB a font.
 */
const usual = [
  ...' abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;!?()/&-–…‘’“”·%×²\u00a0',
  ...'éèëêáâàäåçíîïñóôöøúûüŵŷł',
];
/** Letters that fonts have which are not there for Latin letters alone: those have no use for the usual ones. */
const others = ['д', 'ж'];
/** What is wanted of fonts that help out: kits show the way from table to table. */
const usualHelp = [' ', '→'];

/** A bundled font as it is known from the building of padpress: what most files need of it. */
export interface CompiledFont {
  facts: FontFacts;
  typed: readonly number[];
  /** The glyph for what is missing, then the usual ones, and how wide each is, thousandths of an em. */
  glyphs: readonly (readonly [id: number, text: string, width: number])[];
  /** The subset with all of them; bytes in base64. */
  program: Omit<FontProgram, 'bytes' | 'toUnicode'> & { bytes: string; toUnicode: string };
}

export class FontShelf {
  #opener: Awaited<ReturnType<typeof fontOpener>> | undefined;
  readonly #bytes = new Map<string, Uint8Array>();
  readonly #facts = new Map<string, FontFacts>();
  readonly #alphabets = new Map<string, Alphabet>();
  readonly #widths = new Map<string, Map<number, number>>();
  /** Those of texts with rare letters are not asked for again. */
  readonly #programs = new Recent<string, FontProgram>(30);
  readonly #fonts = new Map<string, OpenFont>();
  readonly #ghosts = new Map<string, number | undefined>();

  /**
   * @param deflate makes bytes smaller
   * @param fontFile gives the bytes of a font by its key
   * @param compiled gives what is known of it from the building of padpress
   */
  constructor(
    private readonly deflate: Machines['deflate'],
    private readonly fontFile: (key: string) => Uint8Array | undefined,
    private readonly compiled: (key: string) => CompiledFont | undefined = () => undefined,
  ) {}

  /** From now on fonts can be opened, and asked for more than what is known of them. */
  async open(): Promise<void> {
    this.#opener ??= await fontOpener();
  }

  /** @throws {Closed} before {@link open}; and when there is no such font */
  font(key: string): OpenFont {
    const known = this.#fonts.get(key);
    if (known) return known;
    if (!this.#opener) throw new Closed('The reader of fonts', () => this.open());
    const font = this.#opener(this.bytes(key));
    this.#fonts.set(key, font);
    return font;
  }

  bytes(key: string): Uint8Array {
    const bytes = this.#bytes.get(key) ?? this.fontFile(key);
    if (!bytes) throw new Error(`There is no font ${key}.`);
    this.#bytes.set(key, bytes);
    return bytes;
  }

  /** What a file says of a font; what else was compiled of it is known from then on. */
  facts(key: string): FontFacts {
    const known = this.#facts.get(key);
    if (known) return known;
    const compiled = this.compiled(key);
    if (compiled) this.#learn(key, compiled);
    const facts = compiled?.facts ?? factsOf(this.font(key));
    this.#facts.set(key, facts);
    return facts;
  }

  #learn(key: string, { glyphs, program }: CompiledFont): void {
    this.#widths.set(key, new Map(glyphs.map(([id, , width]) => [id, width])));
    this.#alphabetOf(
      key,
      glyphs.map(([id, text]) => ({ id, text })),
    );
    const [bytes, toUnicode] = [fromBase64(program.bytes), fromBase64(program.toUnicode)];
    this.#programs.of(nameOf(key, []), () => ({ ...program, bytes, toUnicode }));
  }

  /** How wide a glyph is, thousandths of an em. */
  widthOf(key: string, id: number): number {
    const widths = this.#widths.get(key) ?? new Map<number, number>();
    this.#widths.set(key, widths);
    const known = widths.get(id);
    if (known !== undefined) return known;
    const font = this.font(key);
    const width = (font.getGlyph(id).advanceWidth * 1000) / font.unitsPerEm;
    widths.set(id, width);
    return width;
  }

  /** How wide the characters of Windows-1252 are from the space on, which people type into fields; thousandths of an em. */
  typedWidths(key: string): readonly number[] {
    return this.compiled(key)?.typed ?? widthsOfTyped(this.font(key));
  }

  /** The glyphs that are in each subset of a font. */
  alphabet(key: string): Alphabet {
    this.facts(key);
    const known = this.#alphabets.get(key);
    if (known) return known;
    const font = this.font(key);
    const has = (letter: string) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
    const wanted = helpsOut(key) || others.some(has) ? usualHelp : usual;
    const found = wanted
      .filter(has)
      .map(text => ({ id: font.glyphForCodePoint(text.codePointAt(0) ?? 0).id, text }));
    return this.#alphabetOf(key, [missing, ...found]);
  }

  #alphabetOf(key: string, glyphs: readonly Coded[]): Alphabet {
    const codes = new Codes();
    for (const [code, glyph] of glyphs.entries()) if (code > 0) codes.set(glyph, code);
    const widths = glyphs.map(({ id }) => this.widthOf(key, id));
    const alphabet: Alphabet = { glyphs, codes, widths, words: new WeakMap() };
    this.#alphabets.set(key, alphabet);
    return alphabet;
  }

  /** What is to be known of a font the next time. */
  compile(key: string): CompiledFont {
    const { glyphs } = this.alphabet(key);
    const { bytes, toUnicode, ...program } = this.program(key, []);
    return {
      facts: this.facts(key),
      typed: this.typedWidths(key),
      glyphs: glyphs.map(({ id, text }) => [id, text, this.widthOf(key, id)]),
      program: { ...program, bytes: toBase64(bytes), toUnicode: toBase64(toUnicode) },
    };
  }

  /** The subset of a font with its alphabet and more glyphs, in the order of their codes. */
  program(key: string, more: readonly Coded[]): FontProgram {
    return this.#programs.of(nameOf(key, more), () =>
      this.#subset(key, [...this.alphabet(key).glyphs, ...more]),
    );
  }

  #subset(key: string, glyphs: readonly Coded[]): FontProgram {
    const subset = this.font(key).createSubset();
    for (const [code, { id }] of glyphs.entries())
      if (subset.includeGlyph(id) !== code) subset.glyphs[code] = id;
    const bytes = subset.encode();
    const says = toUnicode(glyphs.map(({ text }) => text));
    return {
      bytes: this.deflate(bytes),
      length: bytes.length,
      toUnicode: this.deflate(new TextEncoder().encode(says)),
      widths: written(glyphs.map(({ id }) => this.widthOf(key, id))),
    };
  }

  /** The number of a glyph that has neither ink nor width; undefined when the font has none. */
  ghost(key: string): number | undefined {
    if (!this.#ghosts.has(key)) {
      const font = this.font(key);
      let id: number | undefined;
      for (let glyph = 1; glyph < font.numGlyphs && id === undefined; glyph++) {
        const { advanceWidth, path } = font.getGlyph(glyph);
        if (advanceWidth === 0 && path.commands.length === 0) id = glyph;
      }
      this.#ghosts.set(key, id);
    }
    return this.#ghosts.get(key);
  }
}

/** A subset by its glyphs and what they are read as. */
const nameOf = (key: string, glyphs: readonly Coded[]): string =>
  `${key} ${glyphs.map(({ id, text }) => `${id} ${text}`).join('\n')}`;
