/**
 * How languages write dates, lists and numbers: as Intl says. The first questions to it take 20 ms of a process, so what it says of the languages
 * with words is noted when padpress is built.
 */
import { byLanguage } from './bylanguage.js';
import type { Bundle } from './world.js';

export interface Formats {
  /** What the language is of, and the script that it is usually written in: `zh` and `Hant` of `zh-TW`. */
  locale: { base: string; script: string };
  /** A date (`2027-02-04`) in words, with the digits of the sheets: `4 February 2027`. */
  date(date: string): string;
  /** Commas and the word for "and"; Welsh, whose "and" turns on the next word, has commas alone. */
  list(items: readonly string[]): string;
  /** Commas and no more. */
  commas(items: readonly string[]): string;
  /** `97.6%` of a share of 0.976. */
  percent(share: number): string;
  /** A number of so many tenths: `8.0`. */
  tenths(number: number): string;
}

/** What was noted of a language; what it lacks is asked of Intl. */
export interface NotedFormats {
  locale: Formats['locale'];
  /** Dates of each month, then those of its first day, with `{d}` and `{y}`. */
  months?: readonly string[];
  list?: Joints;
  commas?: Joints;
  /** `{n}%` */
  percent?: string;
  /** The decimal point. */
  point?: string;
}

/** What stands between two of many, between two alone, and before the last. */
export type Joints = readonly [between: string, two: string, last: string];

/** Where the notes on a language are. */
export const formatsPath = (language: string): string => `formats/${language}`;

/** Where notes are looked up. */
let notes: Bundle['compiled'];

/** From now on what is noted is not asked again. */
export function notesFrom({ compiled }: Bundle): void {
  notes ??= compiled;
}

/** The formats of a language (BCP 47). */
export const formatsOf = byLanguage(
  (language): Formats => formatsWith(language, notes?.(formatsPath(language)) as NotedFormats | undefined),
);

/** @param notes what is not asked of Intl */
export function formatsWith(language: string, notes?: NotedFormats): Formats {
  const { months, list, commas, percent, point } = notes ?? {};
  return {
    locale: notes?.locale ?? intl.locale(language),
    date: date => {
      const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
      const pattern = months?.[month - 1 + (day === 1 ? 12 : 0)];
      return pattern?.replace('{d}', `${day}`).replace('{y}', `${year}`) ?? intl.date(language)(date);
    },
    list: items => (list ? joined(items, list) : intl.list(language).format(items)),
    commas: items => (commas ? joined(items, commas) : intl.commas(language).format(items)),
    percent: share => {
      const tenths = share * 1000;
      // Intl rounds the decimal that is written, which only shows between two tenths; and parts thousands.
      const isPlain = tenths >= 0 && tenths < 9999 && Math.abs((tenths % 1) - 0.5) > 1e-6;
      if (percent === undefined || point === undefined || !isPlain)
        return intl.percent(language).format(share);
      const [whole, tenth] = [Math.floor(Math.round(tenths) / 10), Math.round(tenths) % 10];
      return percent.replace('{n}', tenth === 0 ? `${whole}` : `${whole}${point}${tenth}`);
    },
    tenths: number => {
      const tenths = Math.round(number * 10);
      const isPlain = number >= 0 && number < 999 && Math.abs(number * 10 - tenths) < 1e-6;
      if (point === undefined || !isPlain) return intl.tenths(language).format(number);
      return `${Math.floor(tenths / 10)}${point}${tenths % 10}`;
    },
  };
}

const joined = (items: readonly string[], [between, two, last]: Joints): string =>
  items.length < 3 ? items.join(two) : items.slice(0, -1).join(between) + last + items.at(-1);

/** British dates and numbers, where nobody says which English. */
const spoken = (language: string): string => (language === 'en' ? 'en-GB' : language);

/** What Intl says; each is made once for a language. */
const intl = {
  locale: (language: string): Formats['locale'] => {
    const { language: base, script = '' } = new Intl.Locale(language).maximize();
    return { base, script };
  },
  date: byLanguage(language => {
    const options = { dateStyle: 'long', timeZone: 'UTC', numberingSystem: 'latn' } as const;
    const format = new Intl.DateTimeFormat(spoken(language), options);
    return (date: string) => format.format(new Date(`${date}T00:00:00Z`));
  }),
  list: byLanguage(
    language => new Intl.ListFormat(language, { type: language.startsWith('cy') ? 'unit' : 'conjunction' }),
  ),
  commas: byLanguage(language => new Intl.ListFormat(language, { type: 'unit', style: 'short' })),
  percent: byLanguage(
    language =>
      new Intl.NumberFormat(language, {
        style: 'percent',
        maximumFractionDigits: 1,
        numberingSystem: 'latn',
      }),
  ),
  tenths: byLanguage(
    language =>
      new Intl.NumberFormat(spoken(language), {
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
        numberingSystem: 'latn',
      }),
  ),
};
