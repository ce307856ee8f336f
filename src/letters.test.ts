/** What stands behind the quick question is never missed by it. */
import { expect, test } from 'vitest';
import { hasBeyond } from './letters.js';
import { directionIn } from './type/direction.js';
import { joinedScript, unspaced } from './type/scripts.js';

test('marks, joined and unspaced scripts, and those from right to left are beyond', () => {
  const asked = [
    ...[/\p{Mn}/u, joinedScript, unspaced],
    /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u,
  ];
  for (let code = 0; code <= 0x10ffff; code++) {
    const sign = String.fromCodePoint(code);
    if (asked.some(signs => signs.test(sign)) && !hasBeyond(sign)) expect(code.toString(16)).toBe('beyond');
  }
  expect(['Llŷn, “naïve” – Ιθάκη, Київ €5 → 2', 'Zażółć gęślą jaźń'].filter(hasBeyond)).toEqual([]);
});

test('the direction of a text is that of its letters, or else of its language', () => {
  const found = (text: string) => [directionIn(text, 'en'), directionIn(text, 'ur')];
  expect(found('three cards')).toEqual(['ltr', 'ltr']);
  expect(found('تین کارڈ')).toEqual(['rtl', 'rtl']);
  expect(found('3 – 4')).toEqual(['ltr', 'rtl']);
  expect(found('three تین')).toEqual(['ltr', 'rtl']);
});
