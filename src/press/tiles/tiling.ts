/** A sheet as tiles: which part of it each sheet of paper shows, and which part of that is seen in the end. */
import type { Sheet } from '../../layout/frame.js';
import type { Box } from '../../units.js';
import { inkBoxes, scaled, touches } from '../boxes.js';
import { type Grid, reach, type TileSetup, windowOn } from './grid.js';
import { sparingOffset } from './seams.js';

export interface Tile {
  /** Column and row as on the map: `A1` is at the top left, letters go across. */
  name: string;
  column: number;
  row: number;
  /** What it prints: the window of the printer, on the sheet; mm of the sheet as it is printed. */
  shows: Box;
  /** What of it is seen when it is cut and put together: from the seam at its left and top to those at its right and bottom. */
  keeps: Box;
  /** True when nothing is printed on what it keeps: an empty sheet does. */
  blank: boolean;
}

export interface Tiling {
  grid: Grid;
  setup: TileSetup;
  /** In the order in which they are put together: row by row. */
  tiles: readonly Tile[];
}

/** Whether a sheet needs no tiles: it is no larger than the paper, and keeps clear of the edge that stays white. */
export function fitsOn({ size, margin }: Sheet, setup: TileSetup): boolean {
  const [short, long] = [Math.min(size.width, size.height), Math.max(size.width, size.height)];
  const { width, height } = setup.paper;
  const rounding = 0.1;
  return (
    margin >= setup.margin &&
    short <= Math.min(width, height) + rounding &&
    long <= Math.max(width, height) + rounding
  );
}

/** Cuts a sheet up along a grid. */
export function tile(sheet: Sheet, grid: Grid, setup: TileSetup): Tiling {
  const { columns, rows, scale, paper } = grid;
  const window = windowOn(paper, setup.margin);
  const pitch = { x: window.width - setup.overlap, y: window.height - setup.overlap };
  // Two neighbours show the same along an overlap: the one that lies on top is cut in the middle of it.
  const seams = (count: number, step: number) =>
    Array.from({ length: count - 1 }, (_, index) => (index + 1) * step + setup.overlap / 2);
  const [across, down] = [seams(columns, pitch.x), seams(rows, pitch.y)];
  const slack = (count: number, length: number, side: number) =>
    reach(count, length, setup.overlap) - side * scale;
  const boxes = inkBoxes(sheet.frames);
  const offset = sparingOffset(sheet.frames, boxes, scale, {
    across: { seams: across, slack: slack(columns, window.width, sheet.size.width) },
    down: { seams: down, slack: slack(rows, window.height, sheet.size.height) },
  });
  const ink = boxes.map(box => scaled(box, scale));
  const tiles: Tile[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const shows = { x: column * pitch.x - offset.x, y: row * pitch.y - offset.y, ...window };
      const left = column === 0 ? shows.x : (across[column - 1] ?? 0) - offset.x;
      const top = row === 0 ? shows.y : (down[row - 1] ?? 0) - offset.y;
      const right = column === columns - 1 ? shows.x + shows.width : (across[column] ?? 0) - offset.x;
      const bottom = row === rows - 1 ? shows.y + shows.height : (down[row] ?? 0) - offset.y;
      const keeps = { x: left, y: top, width: right - left, height: bottom - top };
      const blank = !ink.some(box => touches(box, keeps));
      tiles.push({ name: `${letters(column)}${row + 1}`, column, row, shows, keeps, blank });
    }
  }
  return { grid, setup, tiles };
}

/** A, B, … Z, AA, AB. */
const letters = (number: number): string =>
  number < 26
    ? String.fromCharCode(65 + number)
    : `${letters(Math.floor(number / 26) - 1)}${letters(number % 26)}`;
