/** Embedded fonts: which glyphs, by which codes, and what readers take each code for. */
import { create as openFont } from 'fontkit';
import type { Glyph } from '../type/face.js';
import { lookingOnce } from './glyphs.js';
import { nameOf, type PdfObjects, type Ref, refer, type Value } from './objects.js';

/** What of a font that fontkit has opened is used here; its types leave half of it out. */
interface OpenFont {
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

/** Font files opened for embedding, once per process and shared by all documents. */
export class FontShelf {
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
    const bytes = this.fontFile(key);
    if (!bytes) throw new Error(`There is no font ${key}.`);
    return bytes;
  }

  /** True when its outlines are TrueType, which simple fonts can have, too. */
  isTrueType(key: string): boolean {
    return this.font(key).createSubset().cff === undefined;
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

/** What a glyph without text is read as (word joiner): some readers take a code without any for a sign of its own. */
const silent = '\u2060';

/**
 * A font of a document. Readers take text from the codes: a glyph that stands for different letters (the dotless body of Arabic
 * letters, a vowel sign that its cluster has swallowed) gets a code for each, so that every letter is read back as it was written.
 */
export class EmbeddedFont {
  /** The number of a glyph that has no ink, but a width: that of the space. */
  readonly blank: number | undefined;
  readonly #font: OpenFont;
  readonly #subset: FontSubset;
  readonly #codes = new Map<number, Map<string, number>>();
  /** By code: thousandths of an em, and what it is read as. */
  readonly #widths: number[] = [];
  readonly #texts: string[] = [];

  /** @param id the name of the font in content streams */
  constructor(
    readonly id: string,
    readonly ref: Ref,
    private readonly key: string,
    private readonly shelf: FontShelf,
  ) {
    this.#font = shelf.font(key);
    this.#subset = this.#font.createSubset();
    this.#widths[0] = this.#widthIn(0);
    this.#texts[0] = silent;
    this.blank = this.#font.hasGlyphForCodePoint(0x20) ? this.#font.glyphForCodePoint(0x20).id : undefined;
  }

  codeOf({ id, text }: Glyph): number {
    const codes = this.#codes.get(id) ?? new Map<string, number>();
    const known = codes.get(text);
    if (known !== undefined) return known;
    let code = this.#subset.includeGlyph(id);
    if (this.#texts[code] !== undefined) code = this.#subset.glyphs.push(id) - 1;
    this.#texts[code] = text || silent;
    this.#widths[code] = this.#widthIn(id);
    this.#codes.set(id, codes.set(text, code));
    return code;
  }

  /** The width that the font file gives, thousandths of an em. */
  widthOf(glyph: Glyph): number {
    return this.#widths[this.codeOf(glyph)] ?? 0;
  }

  /** The number of a glyph that has neither ink nor width; undefined when the font has none. */
  ghost(): number | undefined {
    return this.shelf.ghost(this.key);
  }

  #widthIn(glyph: number): number {
    return (this.#font.getGlyph(glyph).advanceWidth * 1000) / this.#font.unitsPerEm;
  }

  /** Writes the font into the file (ISO 32000-1, 9.7): a composite font whose codes are the glyphs of its subset. */
  embed(objects: PdfObjects): void {
    const font = this.#font;
    const truetype = this.#subset.cff === undefined;
    const program = this.#subset.encode();
    const file = objects.stream(
      truetype ? { Length1: program.length } : { Subtype: '/CIDFontType0C' },
      program,
    );
    // Six letters before the name say that it is a subset (9.6.4); which six is up to the writer.
    const tag = `PADPR${String.fromCharCode(65 + (Number(this.id.slice(1)) % 26))}`;
    const name = nameOf(`${tag}+${font.postscriptName.replaceAll(' ', '_')}`);
    const descriptor = objects.add({
      ...descriptorOf(font, name),
      [truetype ? 'FontFile2' : 'FontFile3']: refer(file),
    });
    const descendant = objects.add({
      Type: '/Font',
      Subtype: truetype ? '/CIDFontType2' : '/CIDFontType0',
      BaseFont: name,
      CIDSystemInfo: { Registry: '(Adobe)', Ordering: '(Identity)', Supplement: 0 },
      FontDescriptor: refer(descriptor),
      W: [0, Array.from(this.#widths, width => width ?? 0)],
      ...(truetype && { CIDToGIDMap: '/Identity' }),
    });
    objects.set(this.ref, {
      Type: '/Font',
      Subtype: '/Type0',
      BaseFont: name,
      Encoding: '/Identity-H',
      DescendantFonts: [refer(descendant)],
      ToUnicode: refer(objects.stream({}, toUnicode(this.#texts))),
    });
  }
}

/** What a font descriptor says (9.8.1), but for the font file. */
export function descriptorOf(font: OpenFont, name: string): Record<string, Value> {
  const scale = 1000 / font.unitsPerEm;
  const { bbox } = font;
  return {
    Type: '/FontDescriptor',
    FontName: name,
    Flags: flagsOf(font),
    FontBBox: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map(side => side * scale),
    ItalicAngle: font.italicAngle,
    Ascent: font.ascent * scale,
    Descent: font.descent * scale,
    CapHeight: (font.capHeight || font.ascent) * scale,
    XHeight: (font.xHeight || 0) * scale,
    StemV: 0,
  };
}

/** Flags of a font descriptor (9.8.2): fixed pitch, serif, symbolic, script, italic. */
function flagsOf({ post, head, 'OS/2': os2 }: OpenFont): number {
  const family = (os2?.sFamilyClass ?? 0) >> 8;
  return (
    (post.isFixedPitch ? 1 : 0) |
    (family >= 1 && family <= 7 ? 2 : 0) |
    4 |
    (family === 10 ? 8 : 0) |
    (head.macStyle.italic ? 64 : 0)
  );
}

/** What the codes stand for (9.10.3). The codes of a range have the same first byte. */
function toUnicode(texts: readonly (string | undefined)[]): string {
  const hexOf = (code: number) => code.toString(16).padStart(4, '0');
  const hexText = (text: string) => {
    let hex = '';
    for (let index = 0; index < text.length; index++) hex += hexOf(text.charCodeAt(index));
    return `<${hex}>`;
  };
  const ranges: string[] = [];
  for (let start = 0; start < texts.length; start += 128) {
    const group = Array.from(texts.slice(start, start + 128), text => hexText(text ?? silent));
    ranges.push(`<${hexOf(start)}> <${hexOf(start + group.length - 1)}> [${group.join(' ')}]`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${ranges.length} beginbfrange
${ranges.join('\n')}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
