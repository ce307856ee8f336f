/** Font files of three glyphs (.notdef, A and B) in all formats that PDFs embed, as strings of bytes. */

const bytes = (...values: readonly number[]): string =>
  String.fromCharCode(...values.map(value => value & 255));
const u16 = (value: number): string => bytes(value >> 8, value);
const u32 = (value: number): string => u16(value >>> 16) + u16(value);

export interface CmapTable {
  platform: number;
  encoding: number;
  /** From the first code on. */
  first: number;
  glyphs: readonly number[];
}

export const unicode: CmapTable = { platform: 3, encoding: 1, first: 65, glyphs: [1, 2] };
export const symbols: CmapTable = { platform: 3, encoding: 0, first: 0xf041, glyphs: [1, 2] };
export const mac: CmapTable = { platform: 1, encoding: 0, first: 65, glyphs: [1, 2] };

/** A TrueType font of 1000 units to the em; glyphs are 500, 500 and 600 wide. */
export function trueType(cmaps: readonly CmapTable[] | undefined): string {
  const outline = u16(0) + u16(0).repeat(4) + u16(0);
  const head =
    u32(0x10000).repeat(2) + u32(0) + u32(0x5f0f3cf5) + u16(0) + u16(1000) + u16(0).repeat(15) + u16(0);
  const tables: Record<string, string> = {
    head: head.slice(0, 50) + u16(0) + u16(0),
    hhea: u32(0x10000) + u16(800) + u16(-200) + u16(0).repeat(13) + u16(3),
    maxp: u32(0x10000) + u16(3) + u16(0).repeat(13),
    hmtx: [500, 500, 600].map(width => u16(width) + u16(0)).join(''),
    loca: [0, 0, 6, 12].map(u16).join(''),
    glyf: outline.repeat(2),
    ...(cmaps && { cmap: cmapTable(cmaps) }),
  };
  const names = Object.keys(tables).sort();
  let at = 12 + 16 * names.length;
  const directory = names.map(name => {
    const entry = name + u32(0) + u32(at) + u32(tables[name]?.length ?? 0);
    at += tables[name]?.length ?? 0;
    return entry;
  });
  return (
    u32(0x10000) +
    u16(names.length) +
    u16(0).repeat(3) +
    directory.join('') +
    names.map(name => tables[name]).join('')
  );
}

function cmapTable(cmaps: readonly CmapTable[]): string {
  const subtables = cmaps.map(
    ({ first, glyphs }) =>
      u16(6) +
      u16(10 + 2 * glyphs.length) +
      u16(0) +
      u16(first) +
      u16(glyphs.length) +
      glyphs.map(u16).join(''),
  );
  let at = 4 + 8 * cmaps.length;
  const entries = cmaps.map(({ platform, encoding }, index) => {
    const entry = u16(platform) + u16(encoding) + u32(at);
    at += subtables[index]?.length ?? 0;
    return entry;
  });
  return u16(0) + u16(cmaps.length) + entries.join('') + subtables.join('');
}

/** A compact font (CFF) with the same glyphs, by their names or by the numbers 0, 7 and 8. */
export function compact(cid = false): string {
  const int = (value: number) => bytes(29) + u32(value);
  const index = (items: readonly string[]) => {
    if (items.length === 0) return u16(0);
    let at = 1;
    const places = [at, ...items.map(item => (at += item.length))];
    return u16(items.length) + bytes(2) + places.map(u16).join('') + items.join('');
  };
  // "default width" and "nominal width" are 500; B gives its own: 100 more, then "endchar".
  const glyphs = index([bytes(14), bytes(14), bytes(239, 14)]);
  const priv = int(500) + bytes(20) + int(500) + bytes(21);
  const charset = bytes(0) + (cid ? u16(7) + u16(8) : u16(34) + u16(35));
  const head = bytes(1, 0, 4, 2) + index(['Test']);
  const strings = index(cid ? ['Adobe', 'Identity'] : []) + index([]);
  const select = bytes(0, 0, 0, 0);
  const top = (at: { charset: number; glyphs: number; priv: number; fonts: number; select: number }) =>
    (cid ? int(391) + int(392) + int(0) + bytes(12, 30) : '') +
    int(at.charset) +
    bytes(15) +
    int(at.glyphs) +
    bytes(17) +
    (cid
      ? int(at.fonts) + bytes(12, 36) + int(at.select) + bytes(12, 37)
      : int(priv.length) + int(at.priv) + bytes(18));
  const none = { charset: 0, glyphs: 0, priv: 0, fonts: 0, select: 0 };
  const begin = head.length + index([top(none)]).length + strings.length;
  const at = {
    charset: begin,
    glyphs: begin + charset.length,
    priv: begin + charset.length + glyphs.length,
    fonts: begin + charset.length + glyphs.length + priv.length,
    select:
      begin + charset.length + glyphs.length + priv.length + index([int(0) + int(0) + bytes(18)]).length,
  };
  const fonts = index([int(priv.length) + int(at.priv) + bytes(18)]);
  return head + index([top(at)]) + strings + charset + glyphs + priv + (cid ? fonts + select : '');
}

/** The same as a Type 1 font. */
export function type1(a = 'A', b = 'B'): string {
  // "0 width hsbw endchar"
  const glyph = (name: string, width: number) => {
    const code = crypt(`\0\0\0\0${bytes(139, 255)}${u32(width)}${bytes(13, 14)}`, 4330);
    return `/${name} ${code.length} RD ${code} ND\n`;
  };
  const hidden = `\0\0\0\0dup /Private 2 dict dup begin /lenIV 4 def\n2 index /CharStrings 3 dict dup begin\n${glyph('.notdef', 500)}${glyph(a, 500)}${glyph(b, 600)}end\n`;
  return `%!FontType1-1.0: Test\n/FontMatrix [0.001 0 0 0.001 0 0] def\n/Encoding StandardEncoding def\ncurrentfile eexec\n${crypt(hidden, 55665)}`;
}

/** Adobe Type 1 Font Format, 7.1. */
function crypt(plain: string, key: number): string {
  let r = key;
  return [...plain]
    .map(character => {
      const cipher = character.charCodeAt(0) ^ (r >> 8);
      r = ((cipher + r) * 52845 + 22719) & 0xffff;
      return bytes(cipher);
    })
    .join('');
}
