/** Where words may be divided at the end of a line, by the patterns of their language (Liang's, as TeX has them). */

import { formatsOf } from '../formats.js';
import { pattern } from '../letters.js';

type Divide = (word: string) => string;
type Patterns = { default: { hyphenateSync(text: string, options?: { minWordLength?: number }): string } };

/** Languages whose running text is hyphenated; the others are set without. */
const patterns: Readonly<Record<string, () => Promise<Patterns>>> = {
  cy: () => import('hyphen/cy/index.js'),
  de: () => import('hyphen/de/index.js'),
  en: () => import('hyphen/en-gb/index.js'),
  es: () => import('hyphen/es/index.js'),
  fr: () => import('hyphen/fr/index.js'),
  pl: () => import('hyphen/pl/index.js'),
  pt: () => import('hyphen/pt/index.js'),
  ro: () => import('hyphen/ro/index.js'),
  uk: () => import('hyphen/uk/index.js'),
};

/** Shorter words stay whole. */
const shortest = 6;
/** Two letters at least stay on the line, and three go to the next. */
const tooNearTheEnds = /(?<=^[^\u00ad])\u00ad|\u00ad(?=[^\u00ad]{1,2}$)/gu;
/** Letters in a row; names and words that carry a soft hyphen of the writer's own are left as they are. */
const words = pattern(`(?<![\\p{L}\\u00ad’-])[\\p{Ll}]{${shortest},}(?![\\p{L}\\u00ad’-])`, 'gu');
const baseOf = (language: string): string => formatsOf(language).locale.base;

/** Loads the patterns of some languages; the result puts soft hyphens into a text. */
export async function hyphenation(
  languages: readonly string[],
): Promise<(text: string, language: string) => string> {
  const dividers = new Map<string, Divide>();
  for (const base of new Set(languages.map(baseOf))) {
    const load = patterns[base];
    if (!load) continue;
    const { hyphenateSync } = (await load()).default;
    const known = new Map<string, string>();
    dividers.set(base, word => {
      const divided =
        known.get(word) ?? hyphenateSync(word, { minWordLength: shortest }).replace(tooNearTheEnds, '');
      known.set(word, divided);
      return divided;
    });
  }
  return (text, language) => {
    const divide = dividers.get(baseOf(language));
    return divide ? text.replace(words(text), divide) : text;
  };
}
