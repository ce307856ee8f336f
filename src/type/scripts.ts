/** The scripts that people bring besides Latin, Greek and Cyrillic: which font sets each, and how large it must be to match. */

import { having } from '../letters.js';

export type Weight = 'regular' | 'bold';

/** A font that helps out where the theme's own fonts have no glyph. */
export interface ScriptFont {
  /** The signs that it is asked for. */
  of(text: string): boolean;
  /** Keys of its faces: paths in the bundled folder, or in a package of its own. */
  regular: string;
  bold: string;
  /** The npm package that holds it, where it is too large to come with padpress. */
  package?: string;
  /** The name of what it sets, for messages. */
  name: string;
  /** Languages that prefer it over others with the same signs. */
  languages?: RegExp;
  /**
   * A letter of middling height, and how high it should stand beside capitals: 1 in scripts whose letters are all tall, the
   * share of a small x in scripts whose letters are not. Measured on the font itself.
   */
  letter?: string;
  share?: number;
}

/** Height of a small letter beside the capitals of Latin text faces. */
const small = 0.72;

const noto = (script: string): { regular: string; bold: string } => {
  const stem = `fonts/noto-sans-${script.toLowerCase()}/NotoSans${script}`;
  return { regular: `${stem}-Regular.ttf`, bold: `${stem}-Bold.ttf` };
};
const one = (path: string) => ({ regular: path, bold: path });
const packaged = (region: string, stem: string) => {
  const name = `@embedpdf/fonts-${region}`;
  const path = `${name}/fonts/${stem}`;
  return {
    package: name,
    regular: `${path}-Regular.otf`,
    bold: `${path}-Bold.otf`,
    letter: '中',
    share: 1.15,
  };
};
const isHan = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u.test(text);

/** In the order in which they are asked; all under the SIL Open Font License. */
const scriptFonts: readonly ScriptFont[] = [
  {
    name: 'Arabic',
    of: having('Script_Extensions=Arabic'),
    regular: 'fonts/ibm-plex-sans-arabic/IBMPlexSansArabic-Regular.ttf',
    bold: 'fonts/ibm-plex-sans-arabic/IBMPlexSansArabic-Bold.ttf',
    letter: 'ص',
    share: small,
  },
  { name: 'Hebrew', of: having('Script=Hebrew'), ...noto('Hebrew'), letter: 'ם', share: 0.9 },
  {
    name: 'Devanagari',
    of: having('Script_Extensions=Devanagari'),
    ...noto('Devanagari'),
    letter: 'म',
    share: 0.95,
  },
  { name: 'Bengali', of: having('Script_Extensions=Bengali'), ...noto('Bengali'), letter: 'ম', share: 0.95 },
  {
    name: 'Gurmukhi',
    of: having('Script_Extensions=Gurmukhi'),
    ...noto('Gurmukhi'),
    letter: 'ਮ',
    share: 0.95,
  },
  {
    name: 'Gujarati',
    of: having('Script_Extensions=Gujarati'),
    ...noto('Gujarati'),
    letter: 'મ',
    share: 0.95,
  },
  { name: 'Tamil', of: having('Script_Extensions=Tamil'), ...noto('Tamil'), letter: 'ம', share: 0.85 },
  { name: 'Thai', of: having('Script=Thai'), ...noto('Thai'), letter: 'น', share: 0.85 },
  { name: 'Ethiopic', of: having('Script=Ethiopic'), ...noto('Ethiopic'), letter: 'መ', share: 1 },
  { name: 'Japanese', of: having('Script=Hiragana', 'Script=Katakana'), ...packaged('jp', 'NotoSansJP') },
  { name: 'Korean', of: having('Script=Hangul'), ...packaged('kr', 'NotoSansKR') },
  { name: 'Chinese', of: isHan, languages: /^zh/, ...packaged('sc', 'NotoSansHans') },
  { name: 'Chinese', of: isHan, languages: /^zh-(Hant|TW|HK|MO)/, ...packaged('tc', 'NotoSansHant') },
  { name: 'Japanese', of: isHan, languages: /^ja/, ...packaged('jp', 'NotoSansJP') },
  { name: 'Korean', of: isHan, languages: /^ko/, ...packaged('kr', 'NotoSansKR') },
  { name: 'pictures', of: having('Extended_Pictographic'), ...one('fonts/noto-emoji/NotoEmoji-Regular.ttf') },
  { name: 'signs', of: having('S'), ...one('fonts/noto-sans-symbols/NotoSansSymbols-Regular.ttf') },
  { name: 'signs', of: having('S'), ...one('fonts/noto-sans-symbols-2/NotoSansSymbols2-Regular.ttf') },
];

const helping = new Set(scriptFonts.flatMap(({ regular, bold }) => [regular, bold]));

/** True of a font that sets what the theme's own fonts do not have. @param key of its face */
export const helpsOut = (key: string): boolean => helping.has(key);

/** The fonts that may have what the theme's own have not; those that the language prefers come first, the most exact of them at the head. */
export function scriptFontsFor(text: string, language: string): readonly ScriptFont[] {
  const asked = scriptFonts.filter(({ of }) => of(text));
  const preference = ({ languages }: ScriptFont): number => {
    const match = languages?.exec(language)?.[0].length ?? 0;
    return languages && match === 0 ? -1 : match;
  };
  return [...asked].sort((a, b) => preference(b) - preference(a));
}

/** The package that would set a sign, when it is one that does not come with padpress. */
export const packageFor = (sign: string, language: string): ScriptFont | undefined =>
  scriptFontsFor(sign, language).find(font => font.package !== undefined);

/** Scripts that put no spaces between words: where these end, a dictionary says (UAX #14, class SA). */
export const isUnspaced = having('Script=Thai', 'Script=Lao', 'Script=Khmer', 'Script=Myanmar');

/** Scripts whose letters are joined, or hang from one line: letterspacing would tear them. */
export const isJoined = having(
  ...['Script=Arabic', 'Script=Syriac', 'Script=Mongolian'],
  ...['Script=Devanagari', 'Script=Bengali', 'Script=Gurmukhi'],
);
