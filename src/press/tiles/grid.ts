/** How a sheet is cut up into tiles: the grid that needs the fewest sheets of paper, found by trying them all. */
import type { Size } from '../../units.js';

/** The paper in the printer and how tiles are put together; mm. */
export interface TileSetup {
  paper: Size;
  /** The edge that the printer leaves white. */
  margin: number;
  /** How far neighbours show the same. */
  overlap: number;
}

export interface Grid {
  /** The paper as it is turned. */
  paper: Size;
  columns: number;
  rows: number;
  /** 1 at true size. */
  scale: number;
}

/** What a printer can print on a paper, mm. */
export const windowOn = (paper: Size, margin: number): Size => ({
  width: paper.width - 2 * margin,
  height: paper.height - 2 * margin,
});

export const sheetsOf = ({ columns, rows }: Grid): number => columns * rows;

/** What so many windows show in a row that overlap, mm. */
export const reach = (count: number, window: number, overlap: number): number =>
  count * (window - overlap) + overlap;

/** Lengths that differ by less are the same, mm. */
const rounding = 1e-6;

/**
 * The grid with the fewest sheets of paper; of several with as many, the largest and most upright one.
 * @param maxShrink how much smaller the sheet may get, where that needs fewer sheets: 0.03 for 3 %
 */
export function gridFor(sheet: Size, setup: TileSetup, maxShrink = 0): Grid {
  const { width, height } = setup.paper;
  const upright = { width: Math.min(width, height), height: Math.max(width, height) };
  const lying = { width: upright.height, height: upright.width };
  const atTrueSize = best([upright, lying].map(paper => trueGrid(sheet, paper, setup)));
  if (maxShrink === 0) return atTrueSize;
  const smaller = [upright, lying]
    .flatMap(paper => shrunkGrids(sheet, paper, setup))
    .filter(({ scale }) => scale >= 1 - maxShrink - rounding);
  return best([atTrueSize, ...smaller]);
}

const best = (grids: readonly Grid[]): Grid =>
  [...grids].sort((a, b) => sheetsOf(a) - sheetsOf(b) || b.scale - a.scale)[0] as Grid;

function trueGrid(sheet: Size, paper: Size, { margin, overlap }: TileSetup): Grid {
  const window = windowOn(paper, margin);
  const count = (length: number, across: number) =>
    Math.max(1, Math.ceil((length - overlap - rounding) / (across - overlap)));
  return {
    paper,
    columns: count(sheet.width, window.width),
    rows: count(sheet.height, window.height),
    scale: 1,
  };
}

/** Every grid that is smaller than the one at true size, with the sheet as large as it holds; scales in tenths of a per cent. */
function shrunkGrids(sheet: Size, paper: Size, setup: TileSetup): Grid[] {
  const { columns: most, rows: highest } = trueGrid(sheet, paper, setup);
  const window = windowOn(paper, setup.margin);
  const grids: Grid[] = [];
  for (let columns = 1; columns <= most; columns++) {
    for (let rows = 1; rows <= highest; rows++) {
      const holds = Math.min(
        reach(columns, window.width, setup.overlap) / sheet.width,
        reach(rows, window.height, setup.overlap) / sheet.height,
      );
      const scale = Math.floor(holds * 1000 + rounding) / 1000;
      if (scale < 1) grids.push({ paper, columns, rows, scale });
    }
  }
  return grids;
}
