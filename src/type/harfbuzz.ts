/** A font file as HarfBuzz has it; all lengths in units of the font. It is loaded where a face cannot do without it. */
import type { Face, Font } from 'harfbuzzjs';
import { mapped } from '../lists.js';
import { areaOf } from './outline.js';

/** A glyph of a shaped text. */
export interface Shaped {
  id: number;
  /** Where the characters that it stands for begin in the text. */
  cluster: number;
  advance: number;
  x: number;
  y: number;
}

type HarfBuzz = typeof import('harfbuzzjs');

/** @returns what opens a TTF or OTF file */
export async function loadHarfBuzz(): Promise<(bytes: Uint8Array) => ShapingFont> {
  const harfbuzz = await import('harfbuzzjs');
  const buffer = new harfbuzz.Buffer();
  return bytes => new ShapingFont(bytes, harfbuzz, buffer);
}

export class ShapingFont {
  readonly #face: Face;
  readonly #font: Font;

  constructor(
    bytes: Uint8Array,
    private readonly harfbuzz: HarfBuzz,
    private readonly buffer: InstanceType<HarfBuzz['Buffer']>,
  ) {
    this.#face = new harfbuzz.Face(new harfbuzz.Blob(bytes));
    this.#font = new harfbuzz.Font(this.#face);
  }

  get unitsPerEm(): number {
    return this.#face.upem;
  }

  get capHeight(): number {
    return this.#font.getMetricPositionWithFallback(this.harfbuzz.MetricsTag.CAP_HEIGHT);
  }

  get xHeight(): number {
    return this.#font.getMetricPositionWithFallback(this.harfbuzz.MetricsTag.X_HEIGHT);
  }

  /** The code points that have a glyph. */
  get covered(): number[] {
    return Array.from(this.#face.collectUnicodes());
  }

  shape(text: string, rightToLeft: boolean, language: string): Shaped[] {
    const { buffer } = this;
    const { Direction, shape } = this.harfbuzz;
    buffer.reset();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    buffer.setDirection(rightToLeft ? Direction.RTL : Direction.LTR);
    buffer.setLanguage(language);
    shape(this.#font, buffer);
    const positions = buffer.getGlyphPositions();
    return mapped(buffer.getGlyphInfos(), ({ codepoint, cluster }, index) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      return { id: codepoint, cluster, advance: xAdvance, x: xOffset, y: yOffset };
    });
  }

  /** The box of the ink of a glyph from its place on the baseline; nothing for one without ink. */
  boxOf(glyph: number): { left: number; top: number; width: number; height: number } | undefined {
    const box = this.#font.glyphExtents(glyph);
    return box && { left: box.xBearing, top: box.yBearing, width: box.width, height: -box.height || 0 };
  }

  /** The area of its ink. */
  areaOf(glyph: number): number {
    return areaOf(this.#font.glyphToJson(glyph));
  }
}
