/** Which way text runs: embedding levels by UAX #9 and the order of runs on a line. */
import bidiFactory from 'bidi-js';
import { formatsOf } from '../formats.js';
import { hasBeyond, having } from '../letters.js';

// The package's types describe its CommonJS form; the ES module has the factory itself as its default export.
const makeBidi = bidiFactory as unknown as typeof bidiFactory.default;
/** Made when a text needs it: most do not, and it unpacks the classes of all characters. */
let bidi: ReturnType<typeof makeBidi> | undefined;

/** The way in which a sheet or a paragraph is read. */
export type Direction = 'ltr' | 'rtl';

/** Scripts written from right to left, by their ISO 15924 names. */
const rightToLeftScripts = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Aran']);

/** The direction in which a language (BCP 47) is written by default: `ur` and `ar` give `rtl`. */
export const directionOf = (language: string): Direction =>
  rightToLeftScripts.has(formatsOf(language).locale.script) ? 'rtl' : 'ltr';

const runsRight = having(
  ...['Script=Arabic', 'Script=Hebrew', 'Script=Syriac', 'Script=Thaana', 'Script=Nko'],
);
const runsLeft = (text: string): boolean =>
  /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}])\p{L}/u.test(text);

/** The direction of a text: that of its language, unless all its letters run the other way (an Urdu complaint among English ones). */
export function directionIn(text: string, language: string): Direction {
  const own = directionOf(language);
  if (own === 'ltr' && !hasBeyond(text)) return own;
  const isRight = runsRight(text);
  if (isRight === runsLeft(text)) return own;
  return isRight ? 'rtl' : 'ltr';
}

/** Letters and numbers that run from the right, or raise the level of what is around them (UAX #9: R, AL, AN, and formatting signs). */
const turning =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** The embedding level of each UTF-16 unit; odd levels run from right to left. */
export function levelsOf(text: string, direction: Direction): Uint8Array {
  if (direction === 'ltr' && !turning.test(text)) return new Uint8Array(text.length);
  bidi ??= makeBidi();
  return bidi.getEmbeddingLevels(text, direction).levels;
}

/** Puts the items of one line, given in reading order, into their order on paper (rule L2 of UAX #9). */
export function visualOrder<T extends { level: number }>(items: readonly T[]): readonly T[] {
  if (items.every(({ level }) => level === 0)) return items;
  const ordered = [...items];
  const highest = Math.max(0, ...items.map(item => item.level));
  for (let level = highest; level >= 1; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end++;
      if (end > start) {
        ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
        start = end;
      }
    }
  }
  return ordered;
}
