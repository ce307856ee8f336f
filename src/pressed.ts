/** What a pack is when it is pressed: its files with their pages as they are printed, before they are written. */
import type { Diagnostic } from './diagnostic.js';
import type { Sheet } from './layout/frame.js';
import type { FileOrder } from './plan/order.js';
import type { printPlanOf } from './plan/printing.js';
import type { Figures } from './press/gate.js';
import type { Inks } from './press/inks.js';
import type { Page } from './press/page.js';
import type { Tiling } from './press/tiles/tiling.js';
import type { Size } from './units.js';

/** A sheet that is put together from tiles, and the page of the first of them. */
export interface TiledSheet {
  name: string;
  tiling: Tiling;
  firstPage: number;
}

/** A file with its pages as they are printed. */
export interface PressedFile {
  order: FileOrder;
  /** For each sheet of the order its pages, before copies and tiles. */
  sheets: readonly (readonly Sheet[])[];
  /** Trim size of its sheets, mm. */
  trim: Size;
  pages: readonly Page[];
  inks: Inks;
  /** For each page the share of it that is covered with ink. */
  coverage: readonly number[];
  /** What the gate found on its sheets. */
  figures: Figures;
  tiled: readonly TiledSheet[];
}

export interface PressedPack {
  files: PressedFile[];
  /** The print plan in words for the terminal. */
  plan: ReturnType<typeof printPlanOf>;
  diagnostics: Diagnostic[];
}
