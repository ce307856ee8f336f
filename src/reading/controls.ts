/** Finds what no text may hold: control characters besides tab and line feed, and the signs that a broken conversion leaves. */
import type { Diagnostic, Path, Place } from '../diagnostic.js';

/** Cc without tab and line feed, line and paragraph separators, the replacement character, non-characters, half pairs. */
const unprintable = /[^\P{Cc}\t\n]|[\u2028\u2029\ufffd\ufffe\uffff]|\p{Cs}/gu;

/** Those that stand in the file as they are. */
export const controlCharacters = (text: string, place: (offset: number) => Place): Diagnostic[] =>
  [...text.matchAll(unprintable)].map(match => ({ ...problemWith(match[0]), place: place(match.index) }));

/** Those that are written as escapes, such as "\\u0007", with the path of the value that holds them. */
export function escapedControls(value: unknown, path: Path): { path: Path; sign: Diagnostic }[] {
  if (typeof value === 'string') {
    return [...value.matchAll(unprintable)].map(match => ({ path, sign: problemWith(match[0]) }));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) =>
    escapedControls(held, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function problemWith(sign: string): Diagnostic {
  const code = `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  return sign === '\ufffd'
    ? {
        severity: 'error',
        message: `A letter has been lost here (${code}).`,
        hint: 'Type it again, and save the file as UTF-8.',
      }
    : {
        severity: 'error',
        message: `The text holds a control character (${code}) that cannot be printed.`,
        hint: 'Delete it.',
      };
}
