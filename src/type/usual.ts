/** What is asked of HarfBuzz when padpress is built, so that texts of usual letters are set without it. */
import type { Shaped, ShapingFont } from './harfbuzz.js';

/** A glyph and the ink of it: `left`, `top`, `width`, `height` and `area` of `GlyphInk`. */
export type MeasuredInk = readonly [
  glyph: number,
  left: number,
  top: number,
  width: number,
  height: number,
  area: number,
];

/** What is known of a font; lengths in its units where nothing else is said. */
export interface UsualFace {
  unitsPerEm: number;
  capHeight: number;
  xHeight: number;
  /** The code points that have a glyph: of each row of them the first, and how many follow it. */
  covered: readonly number[];
  inks: readonly MeasuredInk[];
  usual: UsualLetters;
}

/** Letters that are set one by one, each with its own glyph, and nothing but kerning between two of them. */
export interface UsualLetters {
  /** BCP 47: in others a letter may have a glyph of its own, or another kerning. */
  languages: readonly string[];
  letters: string;
  glyphs: readonly number[];
  advances: readonly number[];
  /** For each letter the row of `kerns` when it stands first, and its place there when it stands behind. */
  rows: readonly number[];
  columns: readonly number[];
  kerns: readonly (readonly number[])[];
}

/** Sets texts of usual letters as HarfBuzz does. */
export class UsualSetter {
  readonly #letters: ReadonlyMap<number, number>;
  readonly #languages: ReadonlySet<string>;

  constructor(private readonly usual: UsualLetters) {
    this.#letters = new Map(Array.from(usual.letters, (letter, index) => [letter.charCodeAt(0), index]));
    this.#languages = new Set(usual.languages);
  }

  has(code: number): boolean {
    return this.#letters.has(code);
  }

  /** Nothing for a text with other letters, or in another language. */
  shape(text: string, language: string): Shaped[] | undefined {
    if (!this.#languages.has(language)) return undefined;
    const { glyphs, advances, rows, columns, kerns } = this.usual;
    const shaped: Shaped[] = [];
    let next = this.#letters.get(text.charCodeAt(0));
    for (let cluster = 0; cluster < text.length; cluster++) {
      const letter = next;
      if (letter === undefined) return undefined;
      next = cluster + 1 < text.length ? this.#letters.get(text.charCodeAt(cluster + 1)) : undefined;
      const kern = next === undefined ? 0 : (kerns[rows[letter] as number]?.[columns[next] as number] ?? 0);
      shaped.push({
        id: glyphs[letter] as number,
        cluster,
        advance: (advances[letter] as number) + kern,
        x: 0,
        y: 0,
      });
    }
    return shaped;
  }
}

/**
 * Looks at all pairs of letters in each of the languages. In some a font may have other glyphs, or kern in another way: these are left out.
 * @throws when letters are joined or moved where they meet, or kern by more than the two that meet: such a font has no usual letters
 */
export function usualLettersOf(
  font: ShapingFont,
  letters: readonly string[],
  languages: readonly string[],
): UsualLetters {
  const alone = letters.map(letter => font.shape(letter, false, 'und')[0]?.advance ?? 0);
  const glyphs = letters.map(letter => font.shape(letter, false, 'und')[0]?.id ?? 0);
  // The kerning of a pair, as far as it goes: behind the pair stands the first letter again.
  const kerns = letters.map((first, row) =>
    letters.map(second => (font.shape(first + second, false, 'und')[0]?.advance ?? 0) - (alone[row] ?? 0)),
  );
  const columnsOf = kerns.map((_, column) => kerns.map(row => row[column] ?? 0));
  const [rows, columns] = [distinct(kerns), distinct(columnsOf)];
  const usual = {
    letters: letters.join(''),
    glyphs,
    advances: alone,
    rows: rows.of,
    columns: columns.of,
    kerns: rows.lists.map(row => columns.first.map(column => row[column] ?? 0)),
  };
  // Each pair among all others, and signs that are of no script among themselves.
  const signs = letters.filter(letter => !/\p{L}/u.test(letter));
  const texts = [letters, signs].map(some => some.flatMap(a => some.map(b => a + b)).join(''));
  const isSetSo = (language: string): boolean => {
    const setter = new UsualSetter({ ...usual, languages: [language] });
    return texts.every(
      text =>
        JSON.stringify(setter.shape(text, language)) === JSON.stringify(font.shape(text, false, language)),
    );
  };
  const found = languages.filter(isSetSo);
  if (found.length === 0) throw new Error('Its letters are not set one by one.');
  return { languages: found, ...usual };
}

/** Lists that differ, where the first of each is, and which of them each one is. */
function distinct(all: readonly (readonly number[])[]): {
  lists: (readonly number[])[];
  first: number[];
  of: number[];
} {
  const keys = all.map(list => list.join());
  const known = [...new Set(keys)];
  const first = known.map(key => keys.indexOf(key));
  return {
    lists: first.map(index => all[index] ?? []),
    first,
    of: keys.map(key => known.indexOf(key)),
  };
}
