/** What is weak about one mini-story, by the words it uses. English and Welsh; other languages are not judged. */
import type { Verdict } from './sentences.js';
import { type Tongue, tongues } from './words.js';

/** Words that a mini-story may have before it is too long to be read on a pad. */
export const mostWords = 25;

/** Of fragment, hero and person only the first that holds; ability only where none of them does. Plain quotes and dashes count as well. */
export function verdictsOn(text: string, tongue: Tongue): Verdict[] {
  const { person, hero, ability, jargon, verb } = tongues[tongue];
  const plain = text.replaceAll('’', "'").trim();
  const main = heroOf(plain, hero)
    ? 'hero'
    : !person.test(plain) && !verb(plain)
      ? 'fragment'
      : !person.test(plain)
        ? 'person'
        : !ability.test(plain)
          ? 'ability'
          : undefined;
  return [
    ...(main ? [main as Verdict] : []),
    ...(jargon.test(plain) ? ['jargon' as const] : []),
    ...(wordsIn(plain) > mostWords ? ['long' as const] : []),
  ];
}

const heroOf = (text: string, hero: readonly RegExp[]): boolean => hero.some(sign => sign.test(text));

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'/-]*/gu)?.length ?? 0;
