/** Font files opened for embedding, and their subsets: once per process, shared by all documents. */
import { create as openFont } from 'fontkit';
import { Recent } from '../recent.js';
import { lookingOnce } from './glyphs.js';
import { silent, toUnicode } from './unicode.js';

/** What of a font that fontkit has opened is used here; its types leave half of it out. */
export interface OpenFont {
  postscriptName: string;
  unitsPerEm: number;
  numGlyphs: number;
  ascent: number;
  descent: number;
  italicAngle: number;
  capHeight: number;
  xHeight: number;
  bbox: { minX: number; minY: number; maxX: number; maxY: number };
  head: { macStyle: { italic: boolean } };
  post: { isFixedPitch: number };
  'OS/2'?: { sFamilyClass: number };
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { id: number; advanceWidth: number };
  getGlyph(id: number): { advanceWidth: number; path: { commands: unknown[] } };
  createSubset(): FontSubset;
}

/** Some glyphs of a font, in the order of their codes. */
interface FontSubset {
  /** Absent in fonts with TrueType outlines. */
  cff?: unknown;
  glyphs: number[];
  includeGlyph(glyph: number): number;
  encode(): Uint8Array;
}

/** A subset as files hold it; the same glyphs for the same texts give the same one, and the same bytes. */
export interface FontProgram {
  bytes: Uint8Array;
  isTrueType: boolean;
  toUnicode: Uint8Array;
}

/** A glyph of a subset, and what it is read as. */
export interface Coded {
  id: number;
  text: string;
}

/**
 * What nearly every text in Latin letters has. All of it is in each subset of a font for them: then the subsets of most files are the
 * same, and are made and made smaller once; a file grows by some 2 kB a font.
 */
export const usual = [...' abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;!?()/&-–…‘’“”·'];
/** Letters of other scripts: a font that has one of them is there for those. */
const others = [...'дшжعկאकকਕકகకಕമกက中かカ가አ'];

export class FontShelf {
  readonly #bytes = new Map<string, Uint8Array>();
  readonly #usual = new Map<string, readonly Coded[]>();
  /** Those of texts with rare letters are not asked for again. */
  readonly #programs = new Recent<string, FontProgram>(30);
  readonly #trueType = new Map<string, boolean>();
  readonly #fonts = new Map<string, OpenFont>();
  readonly #ghosts = new Map<string, number | undefined>();

  /** @param fontFile gives the bytes of a font by its key */
  constructor(private readonly fontFile: (key: string) => Uint8Array | undefined) {}

  /** @throws when there is no such font, or it is a collection */
  font(key: string): OpenFont {
    let font = this.#fonts.get(key);
    if (!font) {
      const opened = openFont(this.bytes(key) as Parameters<typeof openFont>[0]);
      if (!('createSubset' in opened)) throw new Error(`${key} is a font collection.`);
      font = lookingOnce(opened as unknown as OpenFont);
      this.#fonts.set(key, font);
    }
    return font;
  }

  bytes(key: string): Uint8Array {
    const bytes = this.#bytes.get(key) ?? this.fontFile(key);
    if (!bytes) throw new Error(`There is no font ${key}.`);
    this.#bytes.set(key, bytes);
    return bytes;
  }

  /** The glyphs that are in each subset of a font, in the order of their codes from 1 on. */
  usualIn(key: string): readonly Coded[] {
    const known = this.#usual.get(key);
    if (known) return known;
    const font = this.font(key);
    const has = (letter: string) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
    const found = others.some(has)
      ? []
      : usual
          .filter(has)
          .map(text => ({ id: font.glyphForCodePoint(text.codePointAt(0) ?? 0).id, text }))
          .filter(({ id }, index, all) => all.findIndex(one => one.id === id) === index);
    this.#usual.set(key, found);
    return found;
  }

  /** The subset of a font with so many glyphs, in the order of their codes; the first stands for what is missing. */
  program(key: string, glyphs: readonly Coded[]): FontProgram {
    const asked = `${key} ${glyphs.map(({ id, text }) => `${id} ${text}`).join('\n')}`;
    return this.#programs.of(asked, () => this.#subset(key, glyphs));
  }

  #subset(key: string, glyphs: readonly Coded[]): FontProgram {
    const subset = this.font(key).createSubset();
    for (const [code, { id }] of glyphs.entries())
      if (subset.includeGlyph(id) !== code) subset.glyphs[code] = id;
    return {
      bytes: subset.encode(),
      isTrueType: subset.cff === undefined,
      toUnicode: new TextEncoder().encode(toUnicode(glyphs.map(({ text }) => text || silent))),
    };
  }

  /** True when its outlines are TrueType, which simple fonts can have, too. */
  isTrueType(key: string): boolean {
    const known = this.#trueType.get(key) ?? this.font(key).createSubset().cff === undefined;
    this.#trueType.set(key, known);
    return known;
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
