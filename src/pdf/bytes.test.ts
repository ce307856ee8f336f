/** Numbers and text as files have them. */
import fc from 'fast-check';
import { PDFHexString, PDFString } from 'pdf-lib';
import { expect, test } from 'vitest';
import { Bytes } from './bytes.js';
import { textString, utf16 } from './objects.js';

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test('a number is written as JavaScript writes it, rounded, and never with an exponent', () => {
  const values = fc.oneof(
    fc.double({ min: -1e5, max: 1e5, noNaN: true }),
    fc.integer({ min: -3_000_000, max: 3_000_000 }).map(value => value / 1000),
  );
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 6 }), (value, places) => {
      const written = textOf(new Bytes().number(value, places).end());
      const rounded = Math.round(value * 10 ** places) / 10 ** places;
      expect(written).toMatch(/^-?\d+(\.\d*[1-9])? $/);
      expect(Number(written)).toBe(rounded === 0 ? 0 : rounded);
    }),
    { numRuns: 2000 },
  );
});

test('what is written stays, however much there is, and however often room is used again', () => {
  const written: [Uint8Array, string][] = [];
  for (const count of [1, 3000, 70_000, 2]) {
    const out = new Bytes();
    const inside = new Bytes();
    for (let index = 0; index < count; index++) {
      out.number(index).hex(index % 65_536);
      inside.text('x');
    }
    const expected = Array.from(
      { length: count },
      (_, index) => `${index} ${(index % 65_536).toString(16).padStart(4, '0')}`,
    );
    written.push([inside.end(), 'x'.repeat(count)], [out.end(), expected.join('')]);
  }
  for (const [bytes, expected] of written) expect(textOf(bytes)).toBe(expected);
});

test('a text string is read as it was written, by pdf-lib', () => {
  const read = (written: string) =>
    written.startsWith('(')
      ? PDFString.of(written.slice(1, -1)).decodeText()
      : PDFHexString.of(written.slice(1, -1)).decodeText();
  const letters = Array.from({ length: 0x2500 }, (_, code) => String.fromCharCode(code + 0x20));
  for (const letter of [...letters, '\n', 'ﬁ', '😀', '\\)(\\', '“l’é – €100 (\\n)”', 'سوال'])
    expect(read(textString(letter)), letter).toBe(letter);
  expect(textString('A1 · One’s “sheet”')).toBe('(A1 \\267 One\\220s \\215sheet\\216)');
  expect(textString('ŵ')).toBe(utf16('ŵ'));
});
