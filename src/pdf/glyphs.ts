/** What subsets of a font ask of its glyphs, found once for all documents: fontkit decodes each outline anew for each subset. */

/** What a subset of TrueType outlines wants to know of a glyph; the outline itself is copied as it stands in the file. */
interface Outline {
  advanceWidth: number;
  _getMetrics(): { leftBearing: number };
  /** Nothing for a glyph without ink. */
  _decode(): { numberOfContours: number; components?: unknown } | null;
}

interface Font<Subset> {
  getGlyph(id: number): unknown;
  createSubset(): Subset;
}

/** Makes the subsets of a font share what is known of its glyphs; of CFF outlines they ask nothing. */
export function lookingOnce<Subset, Of extends Font<Subset>>(font: Of): Of {
  const known = new Map<number, Outline>();
  const look = (id: number): Outline => {
    const glyph = font.getGlyph(id) as Outline;
    const [metrics, outline] = [glyph._getMetrics(), glyph._decode()];
    // Its points are left behind: a font has thousands of glyphs.
    const decoded = outline && { numberOfContours: outline.numberOfContours, components: outline.components };
    return { advanceWidth: glyph.advanceWidth, _getMetrics: () => metrics, _decode: () => decoded };
  };
  const getGlyph = (id: number): Outline => {
    const glyph = known.get(id) ?? look(id);
    known.set(id, glyph);
    return glyph;
  };
  const createSubset = font.createSubset.bind(font);
  font.createSubset = () => {
    const subset = createSubset();
    const inside = subset as { font: Of; _addGlyph?(id: number): number };
    if (inside._addGlyph) inside.font = Object.create(font, { getGlyph: { value: getGlyph } }) as Of;
    return subset;
  };
  return font;
}
