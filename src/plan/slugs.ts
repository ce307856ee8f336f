/** File names that are safe on every system. */
import { hasBeyond, pattern } from '../letters.js';

/** Names that Windows keeps for devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;
/** Long enough to tell groups apart, short enough for every file system with a folder or two around it; UTF-16 units. */
const longest = 60;
const wordsIn = pattern('[\\p{L}\\p{M}\\p{N}]+', 'gu');

/** Letters and digits of any script in lower case, joined by hyphens; accents on Latin letters go. `sheet` when nothing is left. */
export function slugOf(name: string): string {
  const parted = name.normalize('NFKD');
  const bare = hasBeyond(parted) ? parted.replace(/(?<=\p{Script=Latin})\p{Mn}+/gu, '') : parted;
  const plain = bare
    .normalize('NFC')
    .replace(/[łŁ]/g, 'l')
    .replace(/[đĐ]/g, 'd')
    .replace(/[øØ]/g, 'o')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[’'ʼ]/g, '');
  const words = plain.match(wordsIn(plain)) ?? [];
  let slug = '';
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word;
    if (longer.length > longest) break;
    slug = longer;
  }
  slug ||= [...(words[0] ?? 'sheet')].slice(0, longest / 2).join('');
  return reserved.test(slug) ? `${slug}-1` : slug;
}

/** Gives a different slug to each name: the second of two alike gets `-2`. */
export function slugger(): (name: string) => string {
  const given = new Set<string>();
  return name => {
    const slug = slugOf(name);
    let own = slug;
    for (let number = 2; given.has(own); number++) own = `${slug}-${number}`;
    given.add(own);
    return own;
  };
}

/** The slugs of all groups of a session, in its order. */
export const slugsOf = (names: readonly string[]): string[] => names.map(slugger());
