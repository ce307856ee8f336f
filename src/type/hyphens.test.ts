/** Words are divided as their language divides them. */
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { late, shut } from '../../scripts/patterns.mjs';
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

test('the bundle has the patterns of the library, a branch at a time', () => {
  const load = createRequire(import.meta.url);
  for (const language of ['cy', 'de-1996', 'en-gb', 'es', 'fr', 'pl', 'pt', 'ro', 'uk']) {
    const [, tree] = load(`hyphen/patterns/${language}.js`);
    expect(late(JSON.parse(JSON.stringify(shut(tree, 2)))), language).toEqual(tree);
  }
});
