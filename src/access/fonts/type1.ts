/** Type 1 fonts: names, encoding and widths of the glyphs (Adobe Type 1 Font Format, 1990). */
import { standardEncoding } from './latin.js';
import type { FontProgram } from './program.js';

/** Throws where nothing can be read. */
export function readType1(bytes: Uint8Array): FontProgram {
  const text = latin1(bytes);
  const start = text.indexOf('eexec');
  if (start === -1) throw new Error('it has no encrypted part');
  const open = text.slice(0, start);
  const hidden = decrypted(binary(bytes, start + 5), 55665, 4);
  const code = latin1(hidden);
  const lead = Number(/\/lenIV\s+(-?\d+)/.exec(code)?.[1] ?? 4);
  const glyphs = new Map<string, number>();
  const widths: (number | undefined)[] = [];
  const scale = 1000 * Number(/\/FontMatrix\s*\[\s*([\d.eE-]+)/.exec(open)?.[1] ?? 0.001);
  const begin = /\/(\S+)\s+(\d+)\s+(?:RD|-\||\S+)\s/g;
  begin.lastIndex = Math.max(0, code.indexOf('/CharStrings'));
  // The first match is "/CharStrings 12 dict": what follows are the glyphs.
  for (let match = begin.exec(code); match; match = begin.exec(code)) {
    const [all, name = '', size = '0'] = match;
    if (name === 'CharStrings') continue;
    const from = match.index + all.length;
    const program = hidden.subarray(from, from + Number(size));
    glyphs.set(name, widths.length);
    const width = widthOf(lead < 0 ? program : decrypted(program, 4330, lead));
    widths.push(width === undefined ? undefined : width * scale);
    begin.lastIndex = from + Number(size);
  }
  if (glyphs.size === 0) throw new Error('it has no glyphs');
  return {
    count: widths.length,
    width: glyph => widths[glyph],
    hasOutline: () => true,
    names: { glyphs, encoding: encodingIn(open) },
  };
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** What stands behind `eexec`: bytes, or the same as hexadecimal digits. */
function binary(bytes: Uint8Array, at: number): Uint8Array {
  let from = at;
  while ([9, 10, 13, 32].includes(bytes[from] ?? 0)) from++;
  const part = bytes.subarray(from);
  const head = latin1(part.subarray(0, 4));
  if (!/^[\da-f]{4}$/i.test(head)) return part;
  const digits = latin1(part).replaceAll(/[^\da-f]/gi, '');
  return Uint8Array.from({ length: digits.length >> 1 }, (_, index) =>
    Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16),
  );
}

/** Section 7.1; the first bytes are random. */
function decrypted(cipher: Uint8Array, key: number, random: number): Uint8Array {
  const plain = new Uint8Array(cipher.length);
  let r = key;
  for (const [at, byte] of cipher.entries()) {
    plain[at] = byte ^ (r >> 8);
    r = ((byte + r) * 52845 + 22719) & 0xffff;
  }
  return plain.subarray(random);
}

/** The width that `hsbw` or `sbw` set, which come first in each glyph. */
function widthOf(code: Uint8Array): number | undefined {
  const stack: number[] = [];
  for (let at = 0; at < code.length; ) {
    const byte = code[at++] ?? 0;
    const next = () => code[at++] ?? 0;
    if (byte === 255) stack.push((next() << 24) | (next() << 16) | (next() << 8) | next());
    else if (byte >= 251) stack.push(-(byte - 251) * 256 - next() - 108);
    else if (byte >= 247) stack.push((byte - 247) * 256 + next() + 108);
    else if (byte >= 32) stack.push(byte - 139);
    else if (byte === 13) return stack[1];
    else if (byte === 12) {
      const second = next();
      if (second === 7) return stack[2];
      if (second !== 12) return undefined;
      const [divisor = 1, dividend = 0] = [stack.pop(), stack.pop()];
      stack.push(dividend / divisor);
    } else return undefined;
  }
  return undefined;
}

function encodingIn(open: string): Map<number, string> {
  if (/\/Encoding\s+StandardEncoding/.test(open)) return new Map(standardEncoding);
  return new Map(
    [...open.matchAll(/\bdup\s+(\d+)\s*\/(\S+)\s+put\b/g)].map(([, code, name]) => [
      Number(code),
      name ?? '',
    ]),
  );
}
