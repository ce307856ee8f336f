/** The page that comes before the tiles of a file: maps, a ruler, and the steps. */
import { formatsOf } from '../formats.js';
import type { Plate } from '../layout/frame.js';
import type { SheetOrder } from './order.js';
import { fill, type Words } from './words.js';

/** What is told of the tilings of a file, whose sheets are all of one paper; lengths are the press's affair. */
export interface TiledFile {
  title: string;
  /** Papers by name. */
  paper: string;
  tile: string;
  columns: number;
  rows: number;
  /** 1 at true size. */
  scale: number;
  sheets: readonly { name: string; map: Plate /** Tiles without print. */; blanks: number }[];
}

/** So many maps stand side by side. */
const mapsOnPage = 3;

/** The first page has the ruler and the steps; further ones have maps alone. */
export function assemblyOf(file: TiledFile, words: Words, language: string): SheetOrder[] {
  const { assembly } = words.printing;
  const { title, paper, tile, columns, rows, scale, sheets } = file;
  const count = columns * rows;
  const facts = {
    sheet: title,
    paper,
    tile,
    columns,
    rows,
    count,
    percent: formatsOf(language).percent(scale),
  };
  const tell = (wording: string) => fill(wording, facts);
  const pages = Array.from({ length: Math.ceil(sheets.length / mapsOnPage) }, (_, index) =>
    sheets.slice(index * mapsOnPage, (index + 1) * mapsOnPage),
  );
  return pages.map((maps, page) => ({
    layout: 'assembly',
    name: title,
    language,
    copies: 1,
    colours: {},
    ...(maps.length === 1 && { kinds: ['brief'] as const }),
    values: {
      paper: tile,
      title: tell(assembly.title),
      count: tell(assembly.count),
      shrunk: scale < 1 ? tell(assembly.shrunk) : null,
      blank: maps.some(({ blanks }) => blanks > 0 && blanks < count) ? tell(assembly.blank) : null,
      maps: maps.map(({ name, map, blanks }) => ({
        name,
        map,
        note: blanks === count ? tell(assembly['all-blank']) : null,
        alt: `${name}. ${tell(assembly.count)}`,
      })),
      ruler: page === 0 ? assembly.ruler : null,
      steps:
        page === 0
          ? assembly.steps.map((text, index) => ({ number: `${index + 1}.`, text: tell(text) }))
          : [],
    },
  }));
}
