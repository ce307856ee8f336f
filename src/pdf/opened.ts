/** Fonts as fontkit opens them, and what the rest of the room asks of them. */
import { characterOf } from '../windows1252.js';
import { lookingOnce } from './glyphs.js';
import type { Value } from './objects.js';

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

/** What a file says of a font, beside its subset. */
export interface FontFacts {
  postscriptName: string;
  isTrueType: boolean;
  /** The number of the glyph of the space. */
  blank?: number;
  descriptor: Readonly<Record<string, Value>>;
}

/** @throws when the bytes are no font, or a collection */
export async function fontOpener(): Promise<(bytes: Uint8Array) => OpenFont> {
  // Loaded when a font is to be opened: most packs need only subsets that were made when padpress was built.
  const { create } = await import('fontkit');
  return bytes => {
    const opened = create(bytes as Parameters<typeof create>[0]);
    if (!('createSubset' in opened)) throw new Error('It is a font collection.');
    return lookingOnce(opened as unknown as OpenFont);
  };
}

export function factsOf(font: OpenFont): FontFacts {
  return {
    postscriptName: font.postscriptName,
    isTrueType: font.createSubset().cff === undefined,
    ...(font.hasGlyphForCodePoint(0x20) && { blank: font.glyphForCodePoint(0x20).id }),
    descriptor: descriptorOf(font),
  };
}

/** The widths of the characters of Windows-1252 from the space on, thousandths of an em. */
export function widthsOfTyped(font: OpenFont): number[] {
  const scale = 1000 / font.unitsPerEm;
  return Array.from({ length: 224 }, (_, index) => {
    const character = characterOf(index + 32).codePointAt(0) ?? 0;
    return Math.round(font.glyphForCodePoint(character).advanceWidth * scale);
  });
}

/** What a font descriptor says (9.8.1), but for the name and the font file. */
function descriptorOf(font: OpenFont): Record<string, Value> {
  const scale = 1000 / font.unitsPerEm;
  const { bbox } = font;
  return {
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
