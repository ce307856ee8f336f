/** Typewriter punctuation as a compositor sets it: quotation marks of the language, dashes, ellipses. */

import { byLanguage } from '../bylanguage.js';
import { formatsOf } from '../formats.js';

/** Opening and closing marks of a language, outer and inner. */
type Marks = readonly [open: string, close: string, innerOpen: string, innerClose: string];

const english: Marks = ['“', '”', '‘', '’'];
const guillemets: Marks = ['«', '»', '“', '”'];

/** Unicode CLDR, "delimiters"; in French with the thin spaces of the Imprimerie nationale. */
const marks: Readonly<Record<string, Marks>> = {
  ar: guillemets,
  bg: ['„', '“', '„', '“'],
  cs: ['„', '“', '‚', '‘'],
  de: ['„', '“', '‚', '‘'],
  el: guillemets,
  es: guillemets,
  fa: ['«', '»', '‹', '›'],
  fr: ['«\u00a0', '\u00a0»', '“', '”'],
  hu: ['„', '”', '»', '«'],
  it: guillemets,
  ja: ['「', '」', '『', '』'],
  lt: ['„', '“', '‚', '‘'],
  pl: ['„', '”', '«', '»'],
  pt: guillemets,
  ro: ['„', '”', '«', '»'],
  ru: ['«', '»', '„', '“'],
  sk: ['„', '“', '‚', '‘'],
  uk: ['«', '»', '„', '“'],
  'zh-Hant': ['「', '」', '『', '』'],
};

/**
 * Straight quotes become those of the language, `...` an ellipsis, two hyphens and a hyphen between spaces a dash, and an
 * apostrophe the curved one. Marks that are typographic already stay as they are.
 */
export function typographic(text: string, language: string): string {
  if (!/["']|\s-|--|\.\.\./.test(text)) return text;
  const [open, close, innerOpen, innerClose] = marksOf(language);
  const dashed = text
    .replace(/(?<!\.)\.\.\.(?!\.)/g, '…')
    .replace(/(?<=\s)--?(?=\s)|(?<=\p{L})--(?=\p{L})/gu, '–');
  if (!/["']/.test(dashed)) return dashed;
  return dashed
    .replace(/(?<=^|[\s([{–—/])"(?=\S)/gu, open)
    .replace(/"/g, close)
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replace(/(?<=^|[\s([{–—/“«„「])'(\S(?:[^']*\S)?)'(?!\p{L})/gu, `${innerOpen}$1${innerClose}`)
    .replace(/'/g, '’');
}

/** The marks of a language; those of English where it has none of its own here. */
const marksOf = byLanguage((language): Marks => {
  const { base, script } = formatsOf(language).locale;
  return marks[`${base}-${script}`] ?? marks[base] ?? english;
});
