/** One font: its measures, what it covers, and the shaping of a piece of text by HarfBuzz, or as HarfBuzz would. */
import { mapped } from '../lists.js';
import { Recent } from '../recent.js';
import type { ShapingFont } from './harfbuzz.js';
import { type MeasuredInk, type UsualFace, UsualSetter, usualLettersOf } from './usual.js';

/** A drawn sign. All lengths are in em (1 = the type size); x grows rightwards, y upwards. */
export interface Glyph {
  /** The number of the glyph in its font. */
  id: number;
  advance: number;
  /** Offset of the drawn glyph from its place on the baseline. */
  dx: number;
  dy: number;
  /** The characters that it stands for; empty where its cluster has more glyphs than characters. */
  text: string;
}

/** Glyphs of one face and one direction, in the order in which they stand on paper from left to right. */
export interface Run {
  face: string;
  /** The text in the order in which it is read. */
  text: string;
  rightToLeft: boolean;
  /** The size of its glyphs in em: 1, or what makes a face match that of the text around it. */
  scale: number;
  glyphs: readonly Glyph[];
  /** Sum of the advances, em. */
  width: number;
  /** How far the ink reaches above and below the baseline, em; both are positive for ink on that side. */
  top: number;
  bottom: number;
}

/** Where the ink of a glyph is, em; `top` is the distance of its upper edge from the baseline. */
export interface GlyphInk {
  left: number;
  top: number;
  width: number;
  height: number;
  area: number;
}

/** Marks that choose, join or order other signs and need no glyph of their own. */
const isInvisible = (sign: string): boolean => /[\p{Default_Ignorable_Code_Point}\s]/u.test(sign);

/** In right-to-left text, kerning that opens a wider gap than this would be read back as a space between words, em. */
const mostKern = 0.095;

/** So many shaped pieces a face keeps: words come again in every session, names do not. */
const mostKept = 4_000;

export class Face {
  readonly #open: () => ShapingFont;
  readonly #usual: UsualFace | undefined;
  readonly #setter: UsualSetter | undefined;
  #font: ShapingFont | undefined;
  #covered: Set<number> | undefined;
  readonly #shaped = new Recent<string, Run>(mostKept);
  readonly #reaches = new Map<number, { top: number; bottom: number } | undefined>();
  readonly #areas: Map<number, GlyphInk>;
  readonly #unitsPerEm: number;
  /** Heights in em: capitals, small letters without ascenders. */
  readonly capHeight: number;
  readonly xHeight: number;

  /**
   * @param key the name under which other rooms ask for this face
   * @param open opens its file: when something is asked that is not known
   * @param usual what is known of it
   */
  constructor(
    readonly key: string,
    open: () => ShapingFont,
    usual?: UsualFace,
  ) {
    this.#open = open;
    this.#usual = usual;
    this.#setter = usual && new UsualSetter(usual.usual);
    this.#areas = new Map(
      usual?.inks.map(([glyph, left, top, width, height, area]) => [
        glyph,
        { left, top, width, height, area },
      ]),
    );
    const { unitsPerEm, capHeight, xHeight } = usual ?? this.font;
    this.#unitsPerEm = unitsPerEm;
    this.capHeight = capHeight / unitsPerEm;
    this.xHeight = xHeight / unitsPerEm;
  }

  /** Its file, opened. */
  get font(): ShapingFont {
    this.#font ??= this.#open();
    return this.#font;
  }

  /** True when every visible character of the text has a glyph. */
  covers(text: string): boolean {
    for (const character of text) if (!this.#has(character) && !isInvisible(character)) return false;
    return true;
  }

  /** True when every character, spaces too, has a glyph. */
  has(text: string): boolean {
    return [...text].every(character => this.#has(character));
  }

  #has(character: string): boolean {
    const code = character.codePointAt(0) ?? 0;
    if (this.#setter?.has(code)) return true;
    this.#covered ??= new Set(this.#usual ? unfolded(this.#usual.covered) : this.font.covered);
    return this.#covered.has(code);
  }

  /** Shapes a piece of one direction; what was shaped lately is known. */
  shape(text: string, rightToLeft: boolean, language: string): Run {
    const key = `${rightToLeft ? '<' : '>'}${language}\u0000${text}`;
    return this.#shaped.of(key, () => this.#shape(text, rightToLeft, language));
  }

  #shape(text: string, rightToLeft: boolean, language: string): Run {
    const shaped =
      (rightToLeft ? undefined : this.#setter?.shape(text, language)) ??
      this.font.shape(text, rightToLeft, language);
    const says = sharesOf(
      shaped.map(({ cluster }) => cluster),
      shaped.map(({ advance }) => advance),
      text,
      rightToLeft,
    );
    const em = 1 / this.#unitsPerEm;
    let width = 0;
    let top = 0;
    let bottom = 0;
    const glyphs = mapped(shaped, ({ id, x, y, advance: moves }, index): Glyph => {
      const ink = this.#reachOf(id);
      if (ink) {
        top = Math.max(top, (ink.top + y) * em);
        bottom = Math.max(bottom, (ink.bottom - y) * em);
      }
      const dx = Math.min(x * em, rightToLeft && moves > 0 ? mostKern : Number.POSITIVE_INFINITY);
      const advance = moves * em - (x * em - dx);
      width += advance;
      return { id, advance, dx, dy: y * em, text: says[index] ?? '' };
    });
    return { face: this.key, text, rightToLeft, scale: 1, glyphs, width, top, bottom };
  }

  /** How far a glyph reaches above and below the baseline, in units of the font; nothing for one without ink. */
  #reachOf(glyph: number): { top: number; bottom: number } | undefined {
    if (!this.#reaches.has(glyph)) {
      const known = this.#areas.get(glyph);
      const units = (em: number) => Math.round(em * this.#unitsPerEm);
      const box = known ? { top: units(known.top), height: units(known.height) } : this.font.boxOf(glyph);
      this.#reaches.set(glyph, box && { top: box.top, bottom: box.height - box.top });
    }
    return this.#reaches.get(glyph);
  }

  /** The box of the ink of a glyph from its place on the baseline, em, and the area of ink in it, in the square of the em. */
  inkOf(glyph: number): GlyphInk {
    let ink = this.#areas.get(glyph);
    if (!ink) {
      const { left = 0, top = 0, width = 0, height = 0 } = this.font.boxOf(glyph) ?? {};
      const inEm = (units: number, power = 1) => Math.round((units / this.#unitsPerEm ** power) * 1e6) / 1e6;
      ink = {
        left: inEm(left),
        top: inEm(top),
        width: inEm(width),
        height: inEm(height),
        area: inEm(this.font.areaOf(glyph), 2),
      };
      this.#areas.set(glyph, ink);
    }
    return ink;
  }

  /** What is to be known of the face another time, for texts of these letters in these languages. */
  usual(letters: readonly string[], languages: readonly string[]): UsualFace {
    const { unitsPerEm, capHeight, xHeight, covered } = this.font;
    const usual = usualLettersOf(this.font, letters, languages);
    const inks = [...new Set(usual.glyphs)].map((id): MeasuredInk => {
      const { left, top, width, height, area } = this.inkOf(id);
      return [id, left, top, width, height, area];
    });
    return { unitsPerEm, capHeight, xHeight, covered: folded(covered), inks, usual };
  }

  /** The height of the ink of a letter, em; 0 when the face does not have it. */
  heightOf(letter: string): number {
    return this.covers(letter) ? this.shape(letter, false, 'und').top : 0;
  }
}

/** Numbers as rows of them: of each the first, and how many follow it. */
function folded(numbers: Iterable<number>): number[] {
  const rows: number[] = [];
  let last = Number.NaN;
  for (const number of [...numbers].sort((a, b) => a - b)) {
    if (number === last + 1) (rows[rows.length - 1] as number)++;
    else rows.push(number, 0);
    last = number;
  }
  return rows;
}

function unfolded(rows: readonly number[]): number[] {
  const numbers: number[] = [];
  for (let row = 0; row < rows.length; row += 2)
    for (let more = 0; more <= (rows[row + 1] as number); more++) numbers.push((rows[row] as number) + more);
  return numbers;
}

/**
 * Which characters each glyph stands for, so that a reader that puts the texts of the glyphs together in the order of the paper
 * gets the text. The characters of a cluster are shared out over its glyphs; where there are fewer than glyphs, they are
 * taken apart (NFD). Marks without a width leave their text to the letters. In right-to-left runs the characters of
 * one glyph are in the order of the paper, too: readers turn the whole run.
 */
function sharesOf(
  clusters: readonly number[],
  advances: readonly number[],
  text: string,
  rightToLeft: boolean,
): string[] {
  // Most words: a glyph for each character, in their order.
  if (
    !rightToLeft &&
    clusters.length === text.length &&
    clusters.every((cluster, index) => cluster === index)
  )
    return clusters.map(index => text[index] ?? '');
  const says = clusters.map(() => '');
  const starts = [...new Set(clusters), text.length].sort((a, b) => a - b);
  for (const [number, start] of starts.slice(0, -1).entries()) {
    const all = [...clusters.keys()].filter(index => clusters[index] === start);
    const wide = all.filter(index => (advances[index] ?? 0) > 0);
    const glyphs = wide.length > 0 ? wide : all;
    if (rightToLeft) glyphs.reverse();
    const part = text.slice(start, starts[number + 1]);
    const letters =
      lettersOf(part).length < glyphs.length ? lettersOf(part.normalize('NFD')) : lettersOf(part);
    for (const [at, index] of glyphs.entries()) {
      const own = letters.splice(0, at === glyphs.length - 1 ? letters.length : 1).join('');
      says[index] = rightToLeft ? [...own].reverse().join('') : own;
    }
  }
  return says;
}

/** Each letter with the marks that follow it. */
const lettersOf = (text: string): string[] => text.match(/.\p{Mn}*/gsu) ?? [];
