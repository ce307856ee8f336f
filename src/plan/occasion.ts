/** How the session is named on its papers: title, date, place. */
import { formatsOf } from '../formats.js';
import type { Session } from '../session/session.js';

/** A date (`2027-02-04`) in the words of a language and in the digits of the sheets: `4 February 2027`, the day not parted from its month. */
export const dateIn = (date: string, language: string): string =>
  formatsOf(language)
    .date(date)
    .replace(/(?<=\d) (?=\D)/, '\u00a0');

/** What there is of some parts, with dots between them; no line begins with a dot. */
export const dotted = (parts: readonly (string | undefined)[]): string =>
  parts.filter(Boolean).join('\u00a0· ');

/** `One library for three colleges · 4 February 2027 · Room B12`: what is known of it. No line parts the date. */
export function occasionOf({ workshop }: Session, language: string): string {
  const date = workshop.date && dateIn(workshop.date, language).replaceAll(' ', '\u00a0');
  return dotted([workshop.title, date, workshop.venue]);
}
