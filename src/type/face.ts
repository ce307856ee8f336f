/** One font file, opened once: its measures, what it covers, and the shaping of a piece of text by HarfBuzz. */
import { Blob, Buffer, Direction, Font, Face as HarfBuzzFace, MetricsTag, shape } from 'harfbuzzjs';

/** A drawn sign. All lengths are in em (1 = the type size); x grows rightwards, y upwards. */
export interface Glyph {
  /** The number of the glyph in its font. */
  id: number;
  advance: number;
  /** Offset of the drawn glyph from its place on the baseline. */
  dx: number;
  dy: number;
  /** The characters that it stands for; empty for the second and further glyphs of a cluster. */
  text: string;
}

/** Glyphs of one face and one direction, in the order in which they stand on paper from left to right. */
export interface Run {
  face: string;
  /** The text in the order in which it is read. */
  text: string;
  rightToLeft: boolean;
  glyphs: readonly Glyph[];
  /** Sum of the advances, em. */
  width: number;
  /** How far the ink reaches above and below the baseline, em; both are positive for ink on that side. */
  top: number;
  bottom: number;
}

/** Marks that choose, join or order other signs and need no glyph of their own. */
const invisible = /[\p{Default_Ignorable_Code_Point}\s]/u;

/** How many shaped pieces a face keeps before it starts afresh, so that thousands of sessions stay in memory. */
const cacheLimit = 20_000;

export class Face {
  /** Heights in em: capitals, small letters without ascenders. */
  readonly capHeight: number;
  readonly xHeight: number;
  readonly #font: Font;
  readonly #unitsPerEm: number;
  readonly #covered: Set<number>;
  readonly #shaped = new Map<string, Run>();

  /** @param key the name under which other rooms ask for this face; @param bytes a TTF or OTF file */
  constructor(
    readonly key: string,
    readonly bytes: Uint8Array,
  ) {
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

  /** Shapes a piece of one direction; the same piece is shaped once in the life of the process. */
  shape(text: string, rightToLeft: boolean, language: string): Run {
    const key = `${rightToLeft ? '<' : '>'}${language}\u0000${text}`;
    const known = this.#shaped.get(key);
    if (known) return known;
    if (this.#shaped.size >= cacheLimit) this.#shaped.clear();
    const run = this.#shape(text, rightToLeft, language);
    this.#shaped.set(key, run);
    return run;
  }

  #shape(text: string, rightToLeft: boolean, language: string): Run {
    const buffer = new Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    buffer.setDirection(rightToLeft ? Direction.RTL : Direction.LTR);
    buffer.setLanguage(language);
    shape(this.#font, buffer);
    const infos = buffer.getGlyphInfos();
    const positions = buffer.getGlyphPositions();
    const clusters = [...new Set(infos.map(info => info.cluster)), text.length].sort((a, b) => a - b);
    const told = new Set<number>();
    const em = 1 / this.#unitsPerEm;
    let width = 0;
    let top = 0;
    let bottom = 0;
    const glyphs = infos.map((info, index): Glyph => {
      const position = positions[index] ?? { xAdvance: 0, yAdvance: 0, xOffset: 0, yOffset: 0 };
      const end = clusters[clusters.indexOf(info.cluster) + 1] ?? text.length;
      const text_ = told.has(info.cluster) ? '' : text.slice(info.cluster, end);
      told.add(info.cluster);
      const extents = this.#font.glyphExtents(info.codepoint);
      if (extents) {
        top = Math.max(top, (extents.yBearing + position.yOffset) * em);
        bottom = Math.max(bottom, -(extents.yBearing + extents.height + position.yOffset) * em);
      }
      width += position.xAdvance * em;
      return {
        id: info.codepoint,
        advance: position.xAdvance * em,
        dx: position.xOffset * em,
        dy: position.yOffset * em,
        text: text_,
      };
    });
    return { face: this.key, text, rightToLeft, glyphs, width, top, bottom };
  }
}
