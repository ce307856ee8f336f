/** How the session is named on its papers: title, date, place. */
import { formatsOf } from '../formats.js';
import { pattern } from '../letters.js';
import type { Session } from '../session/session.js';

/** A date (`2027-02-04`) in the words of a language and in the digits of the sheets: `4 February 2027`, the day not parted from its month. */
export function dateIn(date: string, language: string): string {
  const inWords = formatsOf(language).date(date);
  return inWords.replace(beforeMonth(inWords), '\u00a0');
}
const beforeMonth = pattern('(?<=\\d) (?=[\\p{L}])', 'u');

/** `One library for three colleges · 4 February 2027 · Room B12`: what is known of it. */
export const occasionOf = ({ workshop }: Session, language: string): string =>
  [workshop.title, workshop.date && dateIn(workshop.date, language), workshop.venue]
    .filter(Boolean)
    .join(' · ');
