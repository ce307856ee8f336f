import { expect, test } from 'vitest';
import { withoutStrays, withoutStraysInParts } from './strays.js';

const bytes = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0));
const kept = (text: string) => String.fromCharCode(...withoutStrays(bytes(text)));

test.each([
  '1 0 obj <</A(text)/B[<00>]>> endobj 2 0 obj <<>> endobj',
  '(a(b)\\) { } %) <</A(endobj)>>',
  '% ) } {\n1 0 obj',
  '<<>>\nstream\n) } ( <\nendstream\nendobj',
])('what has its place is kept: %s', text => {
  const whole = bytes(text);
  expect(withoutStrays(whole)).toBe(whole);
});

test.each([
  ['[1 ) 2 } { 3]', '[1   2     3]'],
  ['<</A(b))>>', '<</A(b) >>'],
  ['<</A (lost>>\nendobj\n2 0 obj <</B(c)>>', '<</A  lost>>\nendobj\n2 0 obj <</B(c)>>'],
  ['<</A <0g1>/B(c)>>', '<</A  0g1>/B(c)>>'],
  ['stream\n)\nendstrea_\nendobj\n2 0 obj ) endobj', 'stream\n)\nendstrea_\nendobj\n2 0 obj   endobj'],
  ['upstream\n)', 'upstream\n '],
])('what belongs to nothing is blanked: %s', (text, expected) => {
  expect(kept(text)).toBe(expected);
});

test('each object of a stream of objects is looked at by itself', () => {
  const blanked = withoutStraysInParts(bytes('1 0 2 9 <</A (x>><</B(y)>>'), 8);
  expect(String.fromCharCode(...blanked)).toBe('1 0 2 9 <</A  x>><</B(y)>>');
});
