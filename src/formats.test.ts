/** What is noted of the formats of languages is what Intl says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatsWith, type NotedFormats } from './formats.js';
import { noteFormats } from './noted.js';

const languages = [
  'en',
  'en-US',
  'cy',
  'ar',
  'bn',
  'es',
  'fr',
  'pa',
  'pl',
  'pt',
  'ro',
  'uk',
  'ur',
  'zh-Hans',
  'he',
];
const notes = new Map(languages.map(language => [language, noteFormats(language)]));

test.each(languages)('%s: dates, lists and numbers are written as Intl writes them', language => {
  const [asked, noted] = [formatsWith(language), formatsWith(language, notes.get(language))];
  expect(noted.locale).toEqual(asked.locale);
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
  const words = fc.array(
    fc.oneof(fc.string(), fc.constantFrom('iglesia', 'hielo', 'oro', '8', '11', 'ספר', 'كتاب')),
    {
      maxLength: 7,
    },
  );
  fc.assert(
    fc.property(day, words, fc.double({ min: 0, max: 20, noNaN: true }), (date, items, number) => {
      const iso = date.toISOString().slice(0, 10);
      expect(noted.date(iso)).toBe(asked.date(iso));
      expect(noted.list(items)).toBe(asked.list(items));
      expect(noted.commas(items)).toBe(asked.commas(items));
      for (const share of [number, Math.round(number * 1000) / 1000, Math.round(number * 1000) / 2000])
        expect(noted.percent(share)).toBe(asked.percent(share));
      for (const tenths of [number, Math.round(number * 10) / 10])
        expect(noted.tenths(tenths)).toBe(asked.tenths(tenths));
    }),
  );
});

test('what follows no rule is left to Intl', () => {
  const kinds = (language: string): (keyof NotedFormats)[] =>
    Object.keys(notes.get(language) ?? {}) as (keyof NotedFormats)[];
  const all = ['locale', 'months', 'list', 'commas', 'percent', 'point'];
  expect(kinds('cy')).toEqual(all);
  // "Padres e hijos": the word for "and" turns on the next one.
  expect(kinds('es')).toEqual(all.filter(kind => kind !== 'list' && kind !== 'commas'));
  expect(kinds('he')).toEqual(all.filter(kind => kind !== 'list'));
});
