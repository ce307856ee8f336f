/** One font file, opened once: its measures, what it covers, and the shaping of a piece of text by HarfBuzz. */

import { Blob, Buffer, Direction, Font, Face as HarfBuzzFace, MetricsTag, shape } from 'harfbuzzjs';
import { mapped } from '../lists.js';
import { Recent } from '../recent.js';
import { areaOf } from './outline.js';

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

/** A glyph and the ink of it: `left`, `top`, `width`, `height` and `area` of {@link GlyphInk}. */
export type MeasuredInk = readonly [
  glyph: number,
  left: number,
  top: number,
  width: number,
  height: number,
  area: number,
];

/** Marks that choose, join or order other signs and need no glyph of their own. */
const invisible = /[\p{Default_Ignorable_Code_Point}\s]/u;

/** In right-to-left text, kerning that opens a wider gap than this would be read back as a space between words, em. */
const mostKern = 0.095;

/** So many shaped pieces a face keeps: words come again in every session, names do not. */
const mostKept = 4_000;

export class Face {
  /** Heights in em: capitals, small letters without ascenders. */
  readonly capHeight: number;
  readonly xHeight: number;
  readonly #font: Font;
  readonly #unitsPerEm: number;
  readonly #covered: Set<number>;
  readonly #shaped = new Recent<string, Run>(mostKept);
  readonly #inks = new Map<number, { top: number; bottom: number } | undefined>();
  readonly #areas: Map<number, GlyphInk>;
  readonly #buffer = new Buffer();

  /**
   * @param key the name under which other rooms ask for this face
   * @param bytes a TTF or OTF file
   * @param inks of glyphs that have been measured before
   */
  constructor(
    readonly key: string,
    readonly bytes: Uint8Array,
    inks: readonly MeasuredInk[] = [],
  ) {
    this.#areas = new Map(
      inks.map(([glyph, left, top, width, height, area]) => [glyph, { left, top, width, height, area }]),
    );
    const face = new HarfBuzzFace(new Blob(bytes));
    this.#font = new Font(face);
    this.#unitsPerEm = face.upem;
    this.#covered = new Set(face.collectUnicodes());
    this.capHeight = this.#font.getMetricPositionWithFallback(MetricsTag.CAP_HEIGHT) / face.upem;
    this.xHeight = this.#font.getMetricPositionWithFallback(MetricsTag.X_HEIGHT) / face.upem;
  }

  /** True when every visible character of the text has a glyph. */
  covers(text: string): boolean {
    for (const character of text) {
      if (!this.#covered.has(character.codePointAt(0) ?? 0) && !invisible.test(character)) return false;
    }
    return true;
  }

  /** True when every character, spaces too, has a glyph. */
  has(text: string): boolean {
    return [...text].every(character => this.#covered.has(character.codePointAt(0) ?? 0));
  }

  /** Shapes a piece of one direction; what was shaped lately is known. */
  shape(text: string, rightToLeft: boolean, language: string): Run {
    const key = `${rightToLeft ? '<' : '>'}${language}\u0000${text}`;
    return this.#shaped.of(key, () => this.#shape(text, rightToLeft, language));
  }

  #shape(text: string, rightToLeft: boolean, language: string): Run {
    const buffer = this.#buffer;
    buffer.reset();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    buffer.setDirection(rightToLeft ? Direction.RTL : Direction.LTR);
    buffer.setLanguage(language);
    shape(this.#font, buffer);
    const infos = buffer.getGlyphInfos();
    const positions = buffer.getGlyphPositions();
    const says = sharesOf(
      infos.map(({ cluster }) => cluster),
      positions.map(({ xAdvance }) => xAdvance),
      text,
      rightToLeft,
    );
    const em = 1 / this.#unitsPerEm;
    let width = 0;
    let top = 0;
    let bottom = 0;
    const glyphs = mapped(infos, (info, index): Glyph => {
      const position = positions[index] ?? { xAdvance: 0, yAdvance: 0, xOffset: 0, yOffset: 0 };
      const ink = this.#inkOf(info.codepoint);
      if (ink) {
        top = Math.max(top, (ink.top + position.yOffset) * em);
        bottom = Math.max(bottom, (ink.bottom - position.yOffset) * em);
      }
      const shift = Math.min(
        position.xOffset * em,
        rightToLeft && position.xAdvance > 0 ? mostKern : Number.POSITIVE_INFINITY,
      );
      const advance = position.xAdvance * em - (position.xOffset * em - shift);
      width += advance;
      return {
        id: info.codepoint,
        advance,
        dx: shift,
        dy: position.yOffset * em,
        text: says[index] ?? '',
      };
    });
    return { face: this.key, text, rightToLeft, scale: 1, glyphs, width, top, bottom };
  }

  /** How far a glyph reaches above and below the baseline, in units of the font; nothing for one without ink. */
  #inkOf(glyph: number): { top: number; bottom: number } | undefined {
    if (!this.#inks.has(glyph)) {
      const extents = this.#font.glyphExtents(glyph);
      const ink = extents && { top: extents.yBearing, bottom: -(extents.yBearing + extents.height) };
      this.#inks.set(glyph, ink);
    }
    return this.#inks.get(glyph);
  }

  /** The box of the ink of a glyph from its place on the baseline, em, and the area of ink in it, in the square of the em. */
  inkOf(glyph: number): GlyphInk {
    let ink = this.#areas.get(glyph);
    if (!ink) {
      const { xBearing = 0, yBearing = 0, width = 0, height = 0 } = this.#font.glyphExtents(glyph) ?? {};
      const inEm = (units: number, power = 1) => Math.round((units / this.#unitsPerEm ** power) * 1e6) / 1e6;
      ink = {
        left: inEm(xBearing),
        top: inEm(yBearing),
        width: inEm(width),
        height: inEm(-height),
        area: inEm(areaOf(this.#font.glyphToJson(glyph)), 2),
      };
      this.#areas.set(glyph, ink);
    }
    return ink;
  }

  /** The inks of the glyphs of a text, to be handed to the face another time. */
  measuredInks(text: string): MeasuredInk[] {
    const glyphs = new Set(this.shape(text, false, 'en').glyphs.map(({ id }) => id));
    return [...glyphs].map(id => {
      const { left, top, width, height, area } = this.inkOf(id);
      return [id, left, top, width, height, area];
    });
  }

  /** The height of the ink of a letter, em; 0 when the face does not have it. */
  heightOf(letter: string): number {
    return this.covers(letter) ? this.shape(letter, false, 'und').top : 0;
  }
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
