/** The width at the beginning of a glyph's program in a compact font (Adobe Technical Note 5177, section 3.1). */
import type { Bytes } from './bytes.js';

/** How many operands the first operator that clears the stack takes: one more is the width. */
const takes: Readonly<Record<number, 'pairs' | number>> = {
  1: 'pairs',
  3: 'pairs',
  18: 'pairs',
  23: 'pairs',
  19: 'pairs',
  20: 'pairs',
  4: 1,
  22: 1,
  21: 2,
};

/** As deep as subroutines may call each other. */
const deepest = 10;

/** The difference to the nominal width; `default` when the glyph has the usual one; undefined when it cannot be told. */
export function widthIn(
  code: Bytes,
  own: readonly Bytes[],
  globals: readonly Bytes[],
): number | 'default' | undefined {
  const stack: number[] = [];
  const run = (bytes: Bytes, depth: number): number | 'default' | undefined | 'goes on' => {
    for (let at = 0; at < bytes.length; ) {
      const byte = bytes.u8(at++);
      if (byte === 28) {
        stack.push(bytes.i16(at));
        at += 2;
      } else if (byte === 255) {
        stack.push((bytes.u32(at) | 0) / 65536);
        at += 4;
      } else if (byte >= 251) stack.push(-(byte - 251) * 256 - bytes.u8(at++) - 108);
      else if (byte >= 247) stack.push((byte - 247) * 256 + bytes.u8(at++) + 108);
      else if (byte >= 32) stack.push(byte - 139);
      else if (byte === 10 || byte === 29) {
        const list = byte === 10 ? own : globals;
        const bias = list.length < 1240 ? 107 : list.length < 33900 ? 1131 : 32768;
        const called = list[(stack.pop() ?? 0) + bias];
        if (!called || depth === deepest) return undefined;
        const found = run(called, depth + 1);
        if (found !== 'goes on') return found;
      } else if (byte === 11) return 'goes on';
      else if (byte === 14) return stack.length === 1 || stack.length === 5 ? stack[0] : 'default';
      else {
        const count = takes[byte];
        if (count === undefined) return undefined;
        const extra = count === 'pairs' ? stack.length % 2 === 1 : stack.length > count;
        return extra ? stack[0] : 'default';
      }
    }
    return 'goes on';
  };
  const found = run(code, 0);
  return found === 'goes on' ? undefined : found;
}
