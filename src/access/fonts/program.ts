/** Font programs as the check of fonts sees them, whatever their format. */
import { asStream, decoded, type Objects, type PdfDict } from '../../preflight/document.js';
import { fontProgram } from '../../preflight/fonts.js';
import { Bytes } from './bytes.js';
import { readCff } from './cff.js';
import { readSfnt } from './sfnt.js';
import { readType1 } from './type1.js';

export interface FontProgram {
  /** How many glyphs there are; 0 is the one for missing characters. */
  count: number;
  /** Thousandths of an em; undefined when it cannot be told. */
  width(glyph: number): number | undefined;
  /** Whether a glyph has an outline: a font that was cut down may have kept the empty places of others. */
  hasOutline(glyph: number): boolean;
  /** Of fonts whose glyphs have names. */
  names?: Names;
  /** Of fonts with numbers of a character collection: the glyph of each. */
  cids?: ReadonlyMap<number, number>;
  /** Of TrueType fonts: which character is which glyph. */
  cmaps?: readonly Cmap[];
}

export interface Names {
  glyphs: ReadonlyMap<string, number>;
  /** The encoding that the font brings along: the name of each code. */
  encoding: ReadonlyMap<number, string>;
}

export interface Cmap {
  platform: number;
  encoding: number;
  /** 0 when there is none. */
  glyph(code: number): number;
}

/** The embedded program of a font: undefined when there is none, a reason when it cannot be read. */
export function programOf(font: PdfDict, objects: Objects): FontProgram | { unread: string } | undefined {
  const stream = fontProgram(font, objects);
  if (!stream) return undefined;
  try {
    const bytes = new Bytes(decoded(asStream(stream) ?? stream));
    const first = bytes.u32(0);
    if ([0x00010000, 0x74727565, 0x4f54544f].includes(first)) return readSfnt(bytes);
    if (objects.name(stream, 'Subtype')) return readCff(bytes);
    return readType1(bytes.all);
  } catch (error) {
    return { unread: error instanceof Error ? error.message : String(error) };
  }
}
