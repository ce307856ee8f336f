/** How the session is named on its papers: title, date, place. */
import { formatsOf } from '../formats.js';
import type { Session } from '../session/session.js';

/** A date (`2027-02-04`) in the words of a language and in the digits of the sheets: `4 February 2027`, no number parted from its month. */
export const dateIn = (date: string, language: string): string =>
  formatsOf(language)
    .date(date)
    .replace(/(?<=\d) | (?=\d)/g, '\u00a0');

/** `One library for three colleges · 4 February 2027 · Room B12`: what is known of it; no line begins with a dot. */
export const occasionOf = ({ workshop }: Session, language: string): string =>
  [workshop.title, workshop.date && dateIn(workshop.date, language), workshop.venue]
    .filter(Boolean)
    .join('\u00a0· ');
