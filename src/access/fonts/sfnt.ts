/** TrueType and OpenType files: number of glyphs, outlines, widths and cmaps (ISO/IEC 14496-22). */
import type { Bytes } from './bytes.js';
import { readCff } from './cff.js';
import type { Cmap, FontProgram } from './program.js';

/** Reads what is there: fonts in PDFs come without the tables that viewers do not need. Throws where the file is broken. */
export function readSfnt(bytes: Bytes): FontProgram {
  const tables = new Map<string, Bytes>();
  for (let at = 12, left = bytes.u16(4); left > 0; left--, at += 16) {
    const tag = String.fromCharCode(...bytes.all.subarray(at, at + 4));
    const from = bytes.u32(at + 8);
    tables.set(tag, bytes.part(from, from + bytes.u32(at + 12)));
  }
  const cmap = tables.get('cmap');
  const cmaps = cmap ? cmapsOf(cmap) : [];
  const outlines = tables.get('CFF ');
  const cff = outlines && readCff(outlines);
  const count = tables.get('maxp')?.u16(4) ?? cff?.count ?? 0;
  const width = widthsOf(tables, count) ?? cff?.width ?? (() => undefined);
  if (cff) return { ...cff, count, width, cmaps };
  return { count, width, cmaps, hasOutline: outlinesOf(tables, count) };
}

function widthsOf(tables: ReadonlyMap<string, Bytes>, count: number): FontProgram['width'] | undefined {
  const [hmtx, longs, em] = [tables.get('hmtx'), tables.get('hhea')?.u16(34), tables.get('head')?.u16(18)];
  if (!hmtx || !longs || !em) return undefined;
  // The last width goes for all glyphs after it.
  return glyph => (glyph < count ? (hmtx.u16(4 * Math.min(glyph, longs - 1)) * 1000) / em : undefined);
}

function outlinesOf(tables: ReadonlyMap<string, Bytes>, count: number): FontProgram['hasOutline'] {
  const [loca, head] = [tables.get('loca'), tables.get('head')];
  if (!loca || !head) return () => false;
  const long = head.i16(50) === 1;
  const place = (glyph: number) => (long ? loca.u32(4 * glyph) : 2 * loca.u16(2 * glyph));
  return glyph => glyph < count && place(glyph + 1) > place(glyph);
}

function cmapsOf(table: Bytes): Cmap[] {
  return Array.from({ length: table.u16(2) }, (_, index) => {
    const at = 4 + 8 * index;
    const subtable = table.part(table.u32(at + 4), table.length);
    return { platform: table.u16(at), encoding: table.u16(at + 2), glyph: lookup(subtable) };
  });
}

/** Codes outside a table, and tables of rare formats, have no glyph. */
function lookup(table: Bytes): Cmap['glyph'] {
  const format = table.u16(0);
  if (format === 0) return code => (code < 256 ? table.u8(6 + code) : 0);
  if (format === 4) return code => inSegments(table, code);
  if (format === 6) {
    const [first, count] = [table.u16(6), table.u16(8)];
    return code => (code >= first && code < first + count ? table.u16(10 + 2 * (code - first)) : 0);
  }
  if (format === 12) return code => inGroups(table, code);
  return () => 0;
}

function inSegments(table: Bytes, code: number): number {
  const twice = table.u16(6);
  for (let at = 0; at < twice; at += 2) {
    if (table.u16(14 + at) < code) continue;
    const start = table.u16(16 + twice + at);
    if (start > code) return 0;
    const delta = table.u16(16 + 2 * twice + at);
    const offsetAt = 16 + 3 * twice + at;
    const offset = table.u16(offsetAt);
    if (offset === 0) return (code + delta) & 0xffff;
    const glyph = table.u16(offsetAt + offset + 2 * (code - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

function inGroups(table: Bytes, code: number): number {
  for (let at = 16, left = table.u32(12); left > 0; left--, at += 12) {
    const [start, end] = [table.u32(at), table.u32(at + 4)];
    if (code >= start && code <= end) return table.u32(at + 8) + code - start;
  }
  return 0;
}
