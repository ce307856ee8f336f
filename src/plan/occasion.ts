/** How the session is named on its papers: title, date, place. */
import { byLanguage } from '../bylanguage.js';
import type { Session } from '../session/session.js';

/** A date (`2027-02-04`) in the words of a language and in the digits of the sheets: `4 February 2027`, the day not parted from its month. */
export const dateIn = (date: string, language: string): string =>
  dates(language)
    .format(new Date(`${date}T00:00:00Z`))
    .replace(/(?<=\d) (?=\p{L})/u, '\u00a0');

const dates = byLanguage(
  language =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      dateStyle: 'long',
      timeZone: 'UTC',
      numberingSystem: 'latn',
    }),
);

/** `One library for three colleges · 4 February 2027 · Room B12`: what is known of it. */
export const occasionOf = ({ workshop }: Session, language: string): string =>
  [workshop.title, workshop.date && dateIn(workshop.date, language), workshop.venue]
    .filter(Boolean)
    .join(' · ');

/** Commas and the word for "and" as the language has them; Welsh, whose "and" turns on the next word, has commas alone. */
export const listIn = (items: readonly string[], language: string): string => lists(language).format(items);

const lists = byLanguage(
  language => new Intl.ListFormat(language, { type: language.startsWith('cy') ? 'unit' : 'conjunction' }),
);

/** The commas of a language and no more. */
export const commasIn = (items: readonly string[], language: string): string =>
  commas(language).format(items);

const commas = byLanguage(language => new Intl.ListFormat(language, { type: 'unit', style: 'short' }));
