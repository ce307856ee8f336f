/** The words of a session, which must be found on whatever is made of it. */

/** The words of a session that must be found on its paper: all its text but paths, tags, and numbers. */
function textsIn(value: unknown, key = ''): string[] {
  const unprinted = [
    'picture',
    'seed',
    'alt',
    'logo',
    'colour',
    'date',
    'draft-by',
    'language',
    'role',
    'reading-distance',
    'text',
    'display',
  ];
  if (typeof value === 'string') return unprinted.includes(key) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(item => textsIn(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, held]) => textsIn(held, name));
}

/** Words as they are compared: a leading article may give way to that of a sentence, quotes may be turned. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/\u00ad/g, '')
    .split(/[\s\u00a0]+/)
    .map(word => word.replace(/^[“”"'‘’(]+|[“”"'‘’),.:;?!…]+$/g, '').toLowerCase())
    .filter(Boolean);

/** Words of a session file as data that are not in a text, with the sentence in which they stand. */
export function wordsMissing(session: unknown, text: string): string[] {
  const there = new Set(wordsOf(text));
  // Chinese, Japanese and Thai have no spaces to break at, and in Arabic "and" is one word with what follows.
  const unspaced = text.replace(/\s/g, '');
  const isThere = (word: string): boolean =>
    there.has(word) ||
    /^\d?\d:\d\d$/.test(word) ||
    (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Arabic}]/u.test(word) &&
      unspaced.includes(word)) ||
    word.split('-').every(part => !part || there.has(part) || there.has(`${part}-`));
  return textsIn(session).flatMap(sentence =>
    wordsOf(sentence)
      .filter(word => !isThere(word))
      .map(word => `"${word}" of "${sentence}"`),
  );
}

/** Letters and figures of a text, with a space where anything else stands. */
const lettersOf = (text: string): string =>
  text
    .replace(/\u00ad/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** Texts of a session file as data that are not in a text as they are, letter by letter and word by word. */
export function textsMissing(session: unknown, text: string): string[] {
  const there = lettersOf(text);
  return textsIn(session).filter(one => !there.includes(lettersOf(one)) && !/^\d?\d:\d\d$/.test(one));
}
