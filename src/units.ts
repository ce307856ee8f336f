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
