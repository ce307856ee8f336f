/** What goes into the recipe and what comes out of it: the words that the command line and the library share. */
import type { Diagnostic } from './diagnostic.js';
import type { PrintOption } from './session/print.js';
import type { Edition } from './session/schema.js';

/** The parts of a pack that `--only` can name. */
export const parts = ['pads', 'complaints', 'log', 'forms', 'kit', 'posters', 'draft', 'twin'] as const;
export type Part = (typeof parts)[number];

export interface PackRequest {
  /** The session file: its name as people know it (for messages) and its bytes. */
  source: { name: string; bytes: Uint8Array };
  /** Command-line options win over the `print:` part of the file. */
  print?: Partial<Record<PrintOption, string | boolean | number>>;
  /** Wins over `accessible` of the file's design. */
  accessible?: Edition;
  /** Only these parts, and these files by their paths in the pack (`posters.pdf`); all when absent. */
  only?: readonly string[];
  /** Only the pad and the posters of the group of this name. */
  group?: string;
  /** The date written into the files; when absent the session's own date, so that the same session gives the same bytes. */
  created?: Date;
}

export interface PackFile {
  /** Relative to the output folder, with `/` between the parts: `pads/students.pdf`. */
  path: string;
  bytes: Uint8Array;
  /** Number of pages; absent for `manifest.json`. */
  pages?: number;
  /** Trim size of its sheets, mm, `[width, height]`. */
  size?: readonly [number, number];
  /** The paper that it is printed on in tiles. */
  tile?: string;
  /** Share of its pages that is covered with ink, 0 to 1. */
  coverage?: number;
}

export interface Pack {
  /** Empty when the diagnostics hold an error. `manifest.json` is the last. */
  files: PackFile[];
  /** How to print it, line by line, in English. */
  plan?: readonly string[];
  diagnostics: Diagnostic[];
}
