/** Typewriter punctuation becomes that of the language. */
import { expect, test } from 'vitest';
import { typographic } from './punctuation.js';

const typed = `"We don't know," she said - "it's the 'best' desk"...`;

test.each([
  ['en-GB', '“We don’t know,” she said – “it’s the ‘best’ desk”…'],
  ['cy', '“We don’t know,” she said – “it’s the ‘best’ desk”…'],
  ['pl', '„We don’t know,” she said – „it’s the «best» desk”…'],
  ['de', '„We don’t know,“ she said – „it’s the ‚best‘ desk“…'],
  ['fr', '«\u00a0We don’t know,\u00a0» she said – «\u00a0it’s the “best” desk\u00a0»…'],
  ['ar', '«We don’t know,» she said – «it’s the “best” desk»…'],
  ['zh-Hant', '「We don’t know,」 she said – 「it’s the 『best』 desk」…'],
])('%s', (language, set) => {
  expect(typographic(typed, language)).toBe(set);
});

test('what is typographic already, or no punctuation, stays', () => {
  for (const text of [
    '‘best student experience’',
    '9.30-12.30',
    'help-desk',
    'Wait....',
    '„Cel mai bun”',
    '5 -3',
  ]) {
    expect(typographic(text, 'en')).toBe(text);
  }
});

test('an apostrophe at either end of a word', () => {
  expect(typographic("the students' desk, rock 'n' roll, o'r blaen", 'en')).toBe(
    'the students’ desk, rock ‘n’ roll, o’r blaen',
  );
});
