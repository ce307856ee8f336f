/** What the print plan tells of files: found on their pages as they are printed. */
import { nameOfSize, paperNamed } from './papers.js';
import { type FileOrder, isPrinted } from './plan/order.js';
import { type PrintedFile, type PrintFacts, sizeIn } from './plan/printing.js';
import { bleed } from './press/routes.js';
import { gridFor, sheetsOf } from './press/tiles/grid.js';
import type { PressedFile } from './pressed.js';
import { type Print, usualShrink } from './session/print.js';

/** Parts whose sheets are of the paper that the session asks for; all others are read and filled in on the paper of the office. */
export const large = new Set<FileOrder['part']>(['pads', 'complaints', 'posters']);

/** The paper in the printer, and how its sheets become one. */
export const setupOf = (print: Print) => ({
  paper: paperNamed(print.tile)?.size ?? { width: 210, height: 297 },
  margin: print['printer-margin'],
  overlap: print.overlap,
});

/** Each poster is in the file of them all, too: that is the one to print and to tell of. */
export function withoutTwins(files: readonly PressedFile[]): PressedFile[] {
  const all = files.some(({ order }) => order.path === 'posters.pdf');
  return files.filter(({ order }) => !(all && order.path.startsWith('posters/')));
}

export function factsOf(files: readonly PressedFile[], print: Print): Omit<PrintFacts, 'tinted'> {
  const { size } = paperNamed(print.paper) ?? { size: { width: 0, height: 0 } };
  const pageOf = (file: PressedFile) => file.pages[0]?.size ?? file.trim;
  const printed = withoutTwins(files).filter(({ order }) => isPrinted(order));
  const told = printed.map(
    (file): PrintedFile => ({
      ...{ path: file.order.path, title: file.order.title, part: file.order.part },
      pages: file.pages.length,
      paper: nameOfSize(file.trim) ?? print.paper,
      size: sizeIn(file.trim, print.paper),
      tiled: file.tiled.length > 0,
      coverage: file.coverage.reduce((sum, share) => sum + share, 0) / Math.max(1, file.pages.length),
    }),
  );
  const big = files.find(({ order }) => large.has(order.part));
  const setup = setupOf(print);
  const now = sheetsOf(gridFor(size, setup, print.maxShrink));
  const smaller = gridFor(size, setup, usualShrink);
  const tiled = files.some(file => file.tiled.length > 0);
  return {
    files: told,
    paper: print.paper,
    size: sizeIn(size, print.paper),
    roll: String(Math.ceil(Math.min(...Object.values(big ? pageOf(big) : size)))),
    bleed: String(bleed),
    ...(tiled &&
      sheetsOf(smaller) < now && {
        fewer: { count: now, fewer: sheetsOf(smaller), scale: smaller.scale },
      }),
    blankCovers:
      print.route === 'office' &&
      tiled &&
      files.some(({ order }) => order.sheets.some(({ layout }) => layout === 'cover')),
  };
}
