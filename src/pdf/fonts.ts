/** Embedded fonts: which glyphs, by which codes, and what readers take each code for. */
import type { Glyph } from '../type/face.js';
import { nameOf, type PdfObjects, type Ref, refer, type Value } from './objects.js';
import type { Coded, FontShelf, OpenFont } from './shelf.js';

/**
 * A font of a document. Readers take text from the codes: a glyph that stands for different letters (the dotless body of Arabic
 * letters, a vowel sign that its cluster has swallowed) gets a code for each, so that every letter is read back as it was written.
 */
export class EmbeddedFont {
  /** The number of a glyph that has no ink, but a width: that of the space. */
  readonly blank: number | undefined;
  readonly #font: OpenFont;
  readonly #codes = new Map<number, Map<string, number>>();
  /** In the order of their codes; the first stands for what is missing. */
  readonly #glyphs: Coded[] = [{ id: 0, text: '' }];
  /** By code, thousandths of an em. */
  readonly #widths: number[] = [];

  /** @param id the name of the font in content streams */
  constructor(
    readonly id: string,
    readonly ref: Ref,
    private readonly key: string,
    private readonly shelf: FontShelf,
  ) {
    this.#font = shelf.font(key);
    this.#widths[0] = this.#widthIn(0);
    for (const { id, text } of shelf.usualIn(key)) this.#add(id, text);
    this.blank = this.#font.hasGlyphForCodePoint(0x20) ? this.#font.glyphForCodePoint(0x20).id : undefined;
  }

  codeOf({ id, text }: Glyph): number {
    return this.#codes.get(id)?.get(text) ?? this.#add(id, text);
  }

  #add(id: number, text: string): number {
    const code = this.#glyphs.push({ id, text }) - 1;
    this.#widths[code] = this.#widthIn(id);
    const codes = this.#codes.get(id) ?? new Map<string, number>();
    this.#codes.set(id, codes.set(text, code));
    return code;
  }

  /** The width that the font file gives, thousandths of an em. */
  widthOf(glyph: Glyph): number {
    return this.widthOfCode(this.codeOf(glyph));
  }

  widthOfCode(code: number): number {
    return this.#widths[code] ?? 0;
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
    const { bytes, isTrueType, toUnicode } = this.shelf.program(this.key, this.#glyphs);
    const file = objects.stream(
      isTrueType ? { Length1: bytes.length } : { Subtype: '/CIDFontType0C' },
      bytes,
    );
    // Six letters before the name say that it is a subset (9.6.4); which six is up to the writer.
    const tag = `PADPR${String.fromCharCode(65 + (Number(this.id.slice(1)) % 26))}`;
    const name = nameOf(`${tag}+${font.postscriptName.replaceAll(' ', '_')}`);
    const descriptor = objects.add({
      ...descriptorOf(font, name),
      [isTrueType ? 'FontFile2' : 'FontFile3']: refer(file),
    });
    const descendant = objects.add({
      Type: '/Font',
      Subtype: isTrueType ? '/CIDFontType2' : '/CIDFontType0',
      BaseFont: name,
      CIDSystemInfo: { Registry: '(Adobe)', Ordering: '(Identity)', Supplement: 0 },
      FontDescriptor: refer(descriptor),
      W: [0, this.#widths],
      ...(isTrueType && { CIDToGIDMap: '/Identity' }),
    });
    objects.set(this.ref, {
      Type: '/Font',
      Subtype: '/Type0',
      BaseFont: name,
      Encoding: '/Identity-H',
      DescendantFonts: [refer(descendant)],
      ToUnicode: refer(objects.stream({}, toUnicode)),
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
