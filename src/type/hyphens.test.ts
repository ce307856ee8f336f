/** Words are divided as their language divides them. */
import { expect, test } from 'vitest';
import { hyphenation } from './hyphens.js';

test('by the patterns of each language, in running text', async () => {
  const hyphenate = await hyphenation(['en-GB', 'pl', 'cy', 'xx']);
  const shown = (text: string, language: string) => hyphenate(text, language).replaceAll('\u00ad', '-');
  expect(shown('a responsibility of librarians', 'en-GB')).toBe('a re-spons-ib-il-ity of lib-rar-i-ans');
  expect(shown('odpowiedzialność za doświadczenia', 'pl')).toBe('od-po-wie-dzial-ność za do-świad-cze-nia');
  expect(shown('gwasanaethau cymdeithasol', 'cy')).toBe('gwas-an-aethau cym-deith-asol');
});

test('names, short words and words with hyphens or soft hyphens of their own stay whole, as do languages without patterns', async () => {
  const hyphenate = await hyphenation(['en', 'ur']);
  for (const text of ['Bartholomew', 'small', 'long-established', 'li\u00adbrarians', 'it’s somebody’s']) {
    expect(hyphenate(text, 'en')).toBe(text);
  }
  expect(hyphenate('کتابیں responsibility', 'ur')).toBe('کتابیں responsibility');
});
