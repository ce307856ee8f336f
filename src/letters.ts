/** Quick questions before those for classes of signs: V8 takes up to two milliseconds to make one of Unicode's ready. */
import { once } from './once.js';

/**
 * Whether a text has more than the letters of Latin, Greek and Cyrillic, digits and punctuation: marks of their own, letters of
 * other scripts, or signs beyond the first plane.
 */
export const hasBeyond = (text: string): boolean => beyond.test(text);

const beyond = /[\u0300-\u036f]|[\u0483-\u0489]|[\u0590-\u1dff]|[\u20d0-\u20ff]|[\u2c00-\uffff]/;

/** What is neither a letter or digit of English, nor space, soft hyphen or common punctuation. */
const foreign = /[^\s!-~\u00ad·‐-‧]/;
/** What classes come to where nothing is foreign. */
const english: Readonly<Record<string, string>> = {
  L: 'A-Za-z',
  Ll: 'a-z',
  M: '',
  N: '0-9',
  Nd: '0-9',
  Sc: '$',
};

/**
 * A regular expression with classes of signs, in brackets: `[\p{L}\p{M}]+`. It is made when a text needs it; for most texts one for
 * English finds the same.
 */
export function pattern(source: string, flags: string): (text: string) => RegExp {
  const full = once(() => new RegExp(source, flags));
  const plain = once(() => new RegExp(source.replace(/\\p\{(\w+)\}/g, inEnglish), flags));
  return text => (foreign.test(text) ? full() : plain());
}

function inEnglish(class_: string, name: string): string {
  const letters = english[name];
  if (letters === undefined) throw new Error(`It is not said what ${class_} is in English.`);
  return letters;
}

/** Whether a text has a sign of one of some classes, such as `Script=Thai`. */
export function having(...classes: string[]): (text: string) => boolean {
  const signs = once(() => new RegExp(`[${classes.map(name => `\\p{${name}}`).join('')}]`, 'u'));
  return text => signs().test(text);
}
