/** Lengths on paper. Layout thinks in millimetres, type and PDF in points (1 pt = 1/72 inch). */

export const mmToPt = (mm: number): number => (mm * 72) / 25.4;
export const ptToMm = (pt: number): number => (pt * 25.4) / 72;

/** Width and height, mm. */
export interface Size {
  width: number;
  height: number;
}

/** A rectangle, mm, measured from the top left corner of the trimmed sheet. */
export interface Box extends Size {
  x: number;
  y: number;
}

/** ISO 216 trim sizes, portrait, mm. */
export const papers: Readonly<Record<string, Size>> = {
  A0: { width: 841, height: 1189 },
  A1: { width: 594, height: 841 },
  A2: { width: 420, height: 594 },
  A3: { width: 297, height: 420 },
  A4: { width: 210, height: 297 },
  A5: { width: 148, height: 210 },
  A6: { width: 105, height: 148 },
};
