/** Compact fonts (CFF): names or numbers of the glyphs, and their widths (Adobe Technical Notes 5176 and 5177). */
import type { Bytes } from './bytes.js';
import { standardEncoding, standardStrings } from './latin.js';
import type { FontProgram } from './program.js';
import { widthIn } from './type2.js';

/** Throws where the font is broken. */
export function readCff(bytes: Bytes): FontProgram {
  const names = indexAt(bytes, bytes.u8(2));
  const tops = indexAt(bytes, names.end);
  const strings = indexAt(bytes, tops.end);
  const globals = indexAt(bytes, strings.end);
  const top = dictOf(tops.items[0]);
  const glyphs = indexAt(bytes, top.get(17)?.[0] ?? 0).items;
  const isCid = top.has(1230);
  const sids = charset(bytes, top.get(15)?.[0] ?? 0, glyphs.length);
  const fonts = isCid ? indexAt(bytes, top.get(1236)?.[0] ?? 0).items.map(dictOf) : [top];
  const privates = fonts.map(font => privateOf(bytes, font));
  const fontOf = isCid ? selector(bytes, top.get(1237)?.[0] ?? 0, glyphs.length) : () => 0;
  const scaleOf = (font: number): number => {
    const [outer, inner] = [top.get(1207)?.[0], isCid ? fonts[font]?.get(1207)?.[0] : undefined];
    return 1000 * (outer === undefined ? (inner ?? 0.001) : outer * (inner ?? 1));
  };
  const program: FontProgram = {
    count: glyphs.length,
    hasOutline: glyph => (glyphs[glyph]?.length ?? 0) > 1,
    width(glyph) {
      const [code, font] = [glyphs[glyph], fontOf(glyph)];
      const own = privates[font];
      if (!code || !own) return undefined;
      const given = widthIn(code, own.subroutines, globals.items);
      if (given === undefined) return undefined;
      return (given === 'default' ? own.usual : own.nominal + given) * scaleOf(font);
    },
  };
  if (isCid) return { ...program, cids: new Map(sids.map((cid, glyph) => [cid, glyph])) };
  const nameOf = (sid: number) => standardStrings[sid] ?? text(strings.items[sid - standardStrings.length]);
  const named = sids.map(nameOf);
  return {
    ...program,
    names: {
      glyphs: new Map(named.map((name, glyph) => [name, glyph])),
      encoding: encoding(bytes, top.get(16)?.[0] ?? 0, named),
    },
  };
}

const text = (bytes: Bytes | undefined): string => String.fromCharCode(...(bytes?.all ?? []));

/** The items of an INDEX, and where it ends. */
function indexAt(bytes: Bytes, at: number): { items: Bytes[]; end: number } {
  const count = bytes.u16(at);
  if (count === 0) return { items: [], end: at + 2 };
  const size = bytes.u8(at + 2);
  const place = (item: number) => at + 2 + (count + 1) * size + bytes.sized(at + 3 + item * size, size);
  const items = Array.from({ length: count }, (_, item) => bytes.part(place(item), place(item + 1)));
  return { items, end: place(count) };
}

/** The operands of each operator; those of two bytes are 1200 and more. */
function dictOf(bytes: Bytes | undefined): Map<number, number[]> {
  const dict = new Map<number, number[]>();
  let operands: number[] = [];
  for (let at = 0; bytes && at < bytes.length; ) {
    const byte = bytes.u8(at++);
    if (byte <= 21) {
      dict.set(byte === 12 ? 1200 + bytes.u8(at++) : byte, operands);
      operands = [];
    } else if (byte === 28) {
      operands.push(bytes.i16(at));
      at += 2;
    } else if (byte === 29) {
      operands.push(bytes.u32(at) | 0);
      at += 4;
    } else if (byte === 30) {
      let digits = '';
      for (let half = 0; !digits.endsWith('f') && at < bytes.length; half++) {
        const pair = bytes.u8(at);
        digits += (half % 2 === 0 ? pair >> 4 : pair & 15).toString(16);
        at += half % 2;
      }
      at += digits.length % 2;
      operands.push(real(digits));
    } else if (byte <= 246) operands.push(byte - 139);
    else if (byte <= 250) operands.push((byte - 247) * 256 + bytes.u8(at++) + 108);
    else operands.push(-(byte - 251) * 256 - bytes.u8(at++) - 108);
  }
  return dict;
}

/** A real number, a digit in each half of a byte. */
const real = (digits: string): number =>
  Number(
    digits
      .replace('f', '')
      .replaceAll(/[a-e]/g, sign => ({ a: '.', b: 'E', c: 'E-', d: '', e: '-' })[sign] ?? ''),
  );

interface Private {
  usual: number;
  nominal: number;
  subroutines: Bytes[];
}

function privateOf(bytes: Bytes, font: ReadonlyMap<number, number[]>): Private {
  const [size = 0, at = 0] = font.get(18) ?? [];
  const dict = dictOf(bytes.part(at, at + size));
  const subroutines = dict.get(19)?.[0];
  return {
    usual: dict.get(20)?.[0] ?? 0,
    nominal: dict.get(21)?.[0] ?? 0,
    subroutines: subroutines === undefined ? [] : indexAt(bytes, at + subroutines).items,
  };
}

/** The name or number of each glyph. */
function charset(bytes: Bytes, at: number, count: number): number[] {
  const ids = [0];
  // Predefined: ISOAdobe is the standard strings in their order; the two expert sets are of no text.
  if (at <= 2) return Array.from({ length: count }, (_, glyph) => glyph);
  const format = bytes.u8(at);
  for (let from = at + 1; ids.length < count; ) {
    const first = bytes.u16(from);
    const more = format === 0 ? 0 : format === 1 ? bytes.u8(from + 2) : bytes.u16(from + 2);
    for (let id = first; id <= first + more && ids.length < count; id++) ids.push(id);
    from += format === 0 ? 2 : format === 1 ? 3 : 4;
  }
  return ids;
}

/** The name of each code that the font itself knows. */
function encoding(bytes: Bytes, at: number, names: readonly string[]): Map<number, string> {
  if (at <= 1) return new Map(standardEncoding);
  const codes = new Map<number, string>();
  const format = bytes.u8(at) & 127;
  let glyph = 1;
  for (let item = 0; item < bytes.u8(at + 1); item++) {
    const first = bytes.u8(at + 2 + item * (format === 0 ? 1 : 2));
    const more = format === 0 ? 0 : bytes.u8(at + 3 + item * 2);
    for (let code = first; code <= first + more; code++) codes.set(code, names[glyph++] ?? '.notdef');
  }
  return codes;
}

/** Which of the fonts inside has a glyph. */
function selector(bytes: Bytes, at: number, count: number): (glyph: number) => number {
  if (bytes.u8(at) === 0) return glyph => (glyph < count ? bytes.u8(at + 1 + glyph) : 0);
  const fonts = new Uint8Array(count);
  for (let range = 0; range < bytes.u16(at + 1); range++) {
    const from = at + 3 + 3 * range;
    fonts.fill(bytes.u8(from + 2), bytes.u16(from), bytes.u16(from + 3));
  }
  return glyph => fonts[glyph] ?? 0;
}
