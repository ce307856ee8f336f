/** Codes of an embedded font: what is drawn, and what readers take it for. */
import type { Font } from 'fontkit';
import type { Glyph } from '../type/face.js';

/** The parts of PDFKit's embedded font that its types leave out. */
export interface EmbeddedFont {
  id: string;
  /** The glyphs of the subset by their codes. */
  subset: { glyphs: number[]; includeGlyph(glyph: number): number };
  /** Thousandths of an em, by code. */
  widths: number[];
  /** Code points, by code. */
  unicode: number[][];
  ref(): unknown;
}

/** An embedded font in which a glyph has a code for each text that it stands for. */
export interface CodedFont {
  id: string;
  ref(): unknown;
  codeOf(glyph: Glyph): number;
  /** The width that the font file gives, thousandths of an em. */
  widthOf(glyph: Glyph): number;
  /** The number of a glyph that has neither ink nor width; undefined when the font has none. */
  ghost(): number | undefined;
  /** The number of a glyph that has no ink, but a width: that of the space. */
  blank: number | undefined;
}

/** What a glyph without text is read as (word joiner): some readers take a code without any for a sign of its own. */
const silent = '\u2060';

/**
 * Readers take text from the codes. A glyph that stands for different letters (the dotless body of Arabic letters, a vowel sign
 * that its cluster has swallowed) gets a code for each, so that every letter is read back as it was written.
 */
export function codedFont(
  font: EmbeddedFont,
  shelf: { font(key: string): Font; ghost(key: string): number | undefined },
  key: string,
): CodedFont {
  const opened = shelf.font(key);
  const codes = new Map<string, number>();
  const codeOf = ({ id, text }: Glyph): number => {
    const name = `${id} ${text}`;
    const known = codes.get(name);
    if (known !== undefined) return known;
    let code = font.subset.includeGlyph(id);
    if (font.unicode[code] !== undefined) code = font.subset.glyphs.push(id) - 1;
    font.unicode[code] = [...(text || silent)].map(character => character.codePointAt(0) ?? 0);
    font.widths[code] ??= (opened.getGlyph(id).advanceWidth * 1000) / opened.unitsPerEm;
    codes.set(name, code);
    return code;
  };
  return {
    id: font.id,
    ref: () => font.ref(),
    codeOf,
    widthOf: glyph => font.widths[codeOf(glyph)] ?? 0,
    ghost: () => shelf.ghost(key),
    blank: opened.hasGlyphForCodePoint(0x20) ? opened.glyphForCodePoint(0x20).id : undefined,
  };
}
