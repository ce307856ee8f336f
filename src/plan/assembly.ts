/** The page that comes before the tiles of a sheet: a map, a ruler, and the steps. */
import type { Plate } from '../layout/frame.js';
import type { SheetOrder } from './order.js';
import { fill, type Words } from './words.js';

/** What is told of a tiling; lengths are the press's affair. */
export interface TiledSheet {
  /** What people call the sheet. */
  name: string;
  /** Papers by name. */
  paper: string;
  tile: string;
  columns: number;
  rows: number;
  /** 1 at true size. */
  scale: number;
  /** Tiles without print. */
  blanks: number;
  map: Plate;
}

export function assemblyOf(
  { name, paper, tile, columns, rows, scale, blanks, map }: TiledSheet,
  words: Words,
  language: string,
): SheetOrder {
  const { assembly } = words.printing;
  const count = columns * rows;
  const facts = { sheet: name, paper, tile, columns, rows, count, percent: percentIn(scale, language) };
  const tell = (wording: string) => fill(wording, facts);
  return {
    layout: 'assembly',
    name,
    language,
    copies: 1,
    colours: {},
    values: {
      paper: tile,
      title: tell(assembly.title),
      count: blanks === count ? null : tell(assembly.count),
      shrunk: scale < 1 ? tell(assembly.shrunk) : null,
      allBlank: blanks === count ? tell(assembly['all-blank']) : null,
      blank: blanks > 0 && blanks < count ? tell(assembly.blank) : null,
      map: blanks === count ? null : map,
      alt: tell(assembly.count),
      ruler: blanks === count ? null : assembly.ruler,
      steps:
        blanks === count
          ? []
          : assembly.steps.map((text, index) => ({ number: `${index + 1}.`, text: tell(text) })),
    },
  };
}

/** `97.6 %` as the language writes it. */
export const percentIn = (share: number, language: string): string =>
  new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 1,
    numberingSystem: 'latn',
  }).format(share);
