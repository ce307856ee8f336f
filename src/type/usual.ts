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
  const alone = letters.map(letter => font.shape(letter, false, 'und')[0]);
  const advances = alone.map(glyph => glyph?.advance ?? 0);
  const kerns = letters.map(() => letters.map(() => 0));
  const pairs = pairsOf(letters);
  const indices = Array.from(pairs, letter => letters.indexOf(letter));
  for (const { cluster, advance } of font.shape(pairs, false, 'und')) {
    const [letter = 0, next] = indices.slice(cluster, cluster + 2);
    if (next !== undefined) (kerns[letter] as number[])[next] = advance - (advances[letter] as number);
  }
  const [rows, columns] = [
    distinct(kerns),
    distinct(letters.map((_, column) => kerns.map(row => row[column] ?? 0))),
  ];
  const usual = {
    letters: letters.join(''),
    glyphs: alone.map(glyph => glyph?.id ?? 0),
    advances,
    rows: rows.of,
    columns: columns.of,
    kerns: rows.lists.map(row => columns.first.map(column => row[column] ?? 0)),
  };
  const isSetSo = (text: string, language: string): boolean => {
    const shaped = new UsualSetter({ ...usual, languages: [language] }).shape(text, language);
    return isSame(shaped ?? [], font.shape(text, false, language));
  };
  // The same pairs among others, and those of signs among themselves, which are of no script.
  const others = letters.flatMap(letter => letters.map(other => letter + other)).join('');
  const signs = letters.filter(letter => !/\p{L}/u.test(letter));
  if (![pairs, others, pairsOf(signs)].every(text => isSetSo(text, 'und')))
    throw new Error('Its letters are not set one by one.');
  return { ...usual, languages: languages.filter(language => isSetSo(pairs, language)) };
}

/** A text in which each letter stands before and behind each other, and itself. */
const pairsOf = (letters: readonly string[]): string =>
  letters.flatMap((letter, index) => [letter, ...letters.slice(index).map(other => other + letter)]).join('');

const isSame = (some: readonly Shaped[], others: readonly Shaped[]): boolean =>
  some.length === others.length &&
  some.every(({ id, cluster, advance, x, y }, index) => {
    const other = others[index] as Shaped;
    return (
      id === other.id &&
      cluster === other.cluster &&
      advance === other.advance &&
      x === other.x &&
      y === other.y
    );
  });

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
