/** What stands behind the quick question is never missed by it. */
import { expect, test } from 'vitest';
import { hasBeyond, pattern } from './letters.js';
import { directionIn } from './type/direction.js';
import { isJoined, isUnspaced } from './type/scripts.js';

test('marks, joined and unspaced scripts, and those from right to left are beyond', () => {
  const asked = [
    /\p{Mn}/u,
    /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u,
  ];
  const isAsked = (sign: string) =>
    isJoined(sign) || isUnspaced(sign) || asked.some(signs => signs.test(sign));
  for (let code = 0; code <= 0x10ffff; code++) {
    const sign = String.fromCodePoint(code);
    if (isAsked(sign) && !hasBeyond(sign)) expect(code.toString(16)).toBe('beyond');
  }
  expect(['Llŷn, “naïve” – Ιθάκη, Київ €5 → 2', 'Zażółć gęślą jaźń'].filter(hasBeyond)).toEqual([]);
});

test('a pattern finds what its classes find, in every script', () => {
  for (const name of ['L', 'Ll', 'M', 'N', 'Nd', 'Sc']) {
    const class_ = new RegExp(`[\\p{${name}}]`, 'u');
    const found = pattern(`[\\p{${name}}]`, 'u');
    for (let code = 0; code <= 0x10ffff; code++) {
      const sign = String.fromCodePoint(code);
      if (found(sign).test(sign) !== class_.test(sign))
        expect(`${code.toString(16)} ${name}`).toBe('the same');
    }
  }
  const words = pattern('[\\p{L}\\p{M}]+', 'gu');
  const texts = ['best “XXX” – day·2', 'Llŷn’s naïve day', 'تین cards'];
  expect(texts.map(text => text.match(words(text)))).toEqual([
    ['best', 'XXX', 'day'],
    ['Llŷn', 's', 'naïve', 'day'],
    ['تین', 'cards'],
  ]);
});

test('the direction of a text is that of its letters, or else of its language', () => {
  const found = (text: string) => [directionIn(text, 'en'), directionIn(text, 'ur')];
  expect(found('three cards')).toEqual(['ltr', 'ltr']);
  expect(found('تین کارڈ')).toEqual(['rtl', 'rtl']);
  expect(found('3 – 4')).toEqual(['ltr', 'rtl']);
  expect(found('three تین')).toEqual(['ltr', 'rtl']);
});
