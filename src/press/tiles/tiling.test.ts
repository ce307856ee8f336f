/** Tiles: how few they are, that they show the whole sheet, and what their seams spare. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Frame, Sheet, TextFrame } from '../../layout/frame.js';
import { layOutPack, pressedPack } from '../../padpress.js';
import { papers } from '../../papers.js';
import type { PressedFile, TiledSheet } from '../../pressed.js';
import { fixture } from '../../testing/fixtures.js';
import type { Size } from '../../units.js';
import { common, holds, touches } from '../boxes.js';
import { isBlank } from '../inks.js';
import type { Page } from '../page.js';
import { sparingly } from '../saver.js';
import { type Grid, gridFor, sheetsOf, type TileSetup } from './grid.js';
import { mapOf } from './map.js';
import { type Tile, tile } from './tiling.js';

const on = (paper: string, margin = 5, overlap = 10): TileSetup => ({
  paper: papers[paper] as Size,
  margin,
  overlap,
});
const told = ({ columns, rows, scale }: Grid) => `${columns} × ${rows} at ${scale}`;
const A1 = papers.A1 as Size;

describe('the fewest sheets', () => {
  test('of A1 on A4 and A3, at true size and a little smaller', () => {
    expect(told(gridFor(A1, on('A4')))).toBe('4 × 3 at 1');
    expect(told(gridFor(A1, on('A4'), 0.03))).toBe('3 × 3 at 0.976');
    expect(told(gridFor(A1, on('A3')))).toBe('2 × 3 at 1');
    expect(told(gridFor(A1, on('A3'), 0.06))).toBe('2 × 2 at 0.949');
    expect(told(gridFor(A1, on('A3'), 0.03))).toBe('2 × 3 at 1');
    expect(told(gridFor(papers.A2 as Size, on('A4')))).toBe('2 × 4 at 1');
    expect(told(gridFor(A1, on('Letter')))).toBe('3 × 4 at 1');
  });

  test('turn the paper where that saves some', () => {
    expect(gridFor(A1, on('A3')).paper).toEqual({ width: 420, height: 297 });
    expect(gridFor(A1, on('A4')).paper).toEqual(papers.A4);
  });
});

/** Any sheet on any paper, with any margin and overlap that a printer may have. */
const job = fc.record({
  sheet: fc.record({ width: fc.integer({ min: 90, max: 1500 }), height: fc.integer({ min: 90, max: 1500 }) }),
  paper: fc.constantFrom('A4', 'A3', 'Letter', 'Legal', 'Tabloid'),
  margin: fc.integer({ min: 0, max: 12 }),
  overlap: fc.integer({ min: 6, max: 50 }),
  maxShrink: fc.constantFrom(0, 0.03, 0.06, 0.3),
});

const blankSheet = (size: Size, frames: readonly Frame[] = []): Sheet => ({
  layout: 'blank',
  size,
  margin: 0,
  frames,
  reading: { means: { role: 'sheet' }, holds: [] },
  colours: {},
  language: 'en',
  direction: 'ltr',
});

describe('any sheet on any paper', () => {
  test('is shown whole, and neighbours overlap by what was asked', () => {
    fc.assert(
      fc.property(job, ({ sheet, paper, margin, overlap, maxShrink }) => {
        const setup = on(paper, margin, overlap);
        const grid = gridFor(sheet, setup, maxShrink);
        const { tiles } = tile(blankSheet(sheet), grid, setup);
        expect(tiles).toHaveLength(sheetsOf(grid));
        const at = (column: number, row: number) =>
          tiles.find(candidate => candidate.column === column && candidate.row === row) as Tile;
        for (const { column, row, shows, keeps } of tiles) {
          // The window of a printer: the paper less its white edge.
          expect(shows.width).toBeCloseTo(grid.paper.width - 2 * margin, 6);
          expect(shows.height).toBeCloseTo(grid.paper.height - 2 * margin, 6);
          if (column > 0) {
            const before = at(column - 1, row);
            expect(before.shows.x + before.shows.width - shows.x).toBeCloseTo(overlap, 6);
            expect(before.keeps.x + before.keeps.width).toBeCloseTo(keeps.x, 6);
          }
          if (row > 0) {
            const above = at(column, row - 1);
            expect(above.shows.y + above.shows.height - shows.y).toBeCloseTo(overlap, 6);
            expect(above.keeps.y + above.keeps.height).toBeCloseTo(keeps.y, 6);
          }
          // What is kept is printed.
          expect(keeps.x).toBeGreaterThanOrEqual(shows.x - 1e-9);
          expect(keeps.y).toBeGreaterThanOrEqual(shows.y - 1e-9);
          expect(keeps.x + keeps.width).toBeLessThanOrEqual(shows.x + shows.width + 1e-9);
          expect(keeps.y + keeps.height).toBeLessThanOrEqual(shows.y + shows.height + 1e-9);
        }
        const last = at(grid.columns - 1, grid.rows - 1);
        expect(at(0, 0).shows.x).toBeLessThanOrEqual(1e-6);
        expect(at(0, 0).shows.y).toBeLessThanOrEqual(1e-6);
        expect(last.shows.x + last.shows.width).toBeGreaterThanOrEqual(sheet.width * grid.scale - 1e-6);
        expect(last.shows.y + last.shows.height).toBeGreaterThanOrEqual(sheet.height * grid.scale - 1e-6);
        expect(grid.scale).toBeGreaterThanOrEqual(1 - maxShrink - 1e-9);
        expect(grid.scale).toBeLessThanOrEqual(1);
      }),
      { numRuns: 400, seed: 20270204 },
    );
  });

  test('needs no more sheets than any other grid would', () => {
    fc.assert(
      fc.property(job, ({ sheet, paper, margin, overlap }) => {
        const setup = on(paper, margin, overlap);
        const best = gridFor(sheet, setup);
        const { width, height } = papers[paper] as Size;
        for (const turned of [
          { width, height },
          { width: height, height: width },
        ]) {
          // One sheet fewer in a row or a column does not reach across.
          for (let columns = 1; columns <= 40; columns++) {
            for (let rows = 1; columns * rows < sheetsOf(best); rows++) {
              const reach = (count: number, side: number) => count * (side - 2 * margin - overlap) + overlap;
              const holds =
                reach(columns, turned.width) >= sheet.width && reach(rows, turned.height) >= sheet.height;
              expect(holds, `${columns} × ${rows}`).toBe(false);
            }
          }
        }
        // To be smaller never needs more.
        expect(sheetsOf(gridFor(sheet, setup, 0.05))).toBeLessThanOrEqual(sheetsOf(best));
      }),
      { numRuns: 100, seed: 20270204 },
    );
  });
});

/** A text that stands for the name of a tile: its size is what counts. */
const named = (text: string): TextFrame => ({
  ...{ kind: 'text', origin: 'text', style: 'column head', colour: 'ink', language: 'en', direction: 'ltr' },
  ...{ box: { x: 0, y: 0, width: 5 * text.length, height: 6 }, size: 12, floor: 12, lines: [] },
});

describe('the marks', () => {
  test('are seen on a dark poster: paper on both sides of each line, and none of it on what is kept', async () => {
    const { request, world } = fixture('library');
    const print = { route: 'office' };
    const { pressed } = await pressedPack({ ...request, print, only: ['posters'] }, world);
    const [{ pages, tiled }] = (pressed?.files ?? []) as [PressedFile];
    const [{ tiling, firstPage }] = tiled as [TiledSheet];
    const printed = tiling.tiles.filter(({ blank }) => !blank);
    expect(printed.length).toBeGreaterThan(8);
    for (const [index, { shows, keeps }] of printed.entries()) {
      const { layers } = pages[firstPage - 1 + index] as Page;
      const sheet = layers.findIndex(({ clip }) => clip);
      const drawn = layers.slice(sheet + 1).flatMap(({ frames }) => frames);
      const lines = drawn.flatMap(frame =>
        frame.kind === 'shape' && frame.shape === 'line' && frame.stroke
          ? { ...frame, stroke: frame.stroke }
          : [],
      );
      const isPaper = ({ stroke }: (typeof lines)[number]) => isBlank(stroke.colour);
      const dark = lines.filter(line => !isPaper(line));
      expect(dark.length).toBeGreaterThan(0);
      for (const line of dark) {
        const casing = lines
          .slice(0, lines.indexOf(line))
          .find(other => isPaper(other) && other.box === line.box);
        expect(casing?.stroke.weight).toBeGreaterThan(2 * line.stroke.weight);
      }
      // Where it is kept, on the page.
      const [left, top] = [5 + keeps.x - shows.x, 5 + keeps.y - shows.y];
      const kept = { x: left, y: top, width: keeps.width, height: keeps.height };
      for (const { box, stroke } of lines) {
        const half = stroke.weight / 2;
        const ink = {
          x: box.x - half,
          y: box.y - half,
          width: box.width + 2 * half,
          height: box.height + 2 * half,
        };
        // The ends of ticks may reach as far as the line that they stand on.
        expect(
          touches(ink, {
            ...kept,
            x: kept.x + 0.3,
            y: kept.y + 0.3,
            width: kept.width - 0.6,
            height: kept.height - 0.6,
          }),
        ).toBe(false);
      }
    }
  });

  test('of a single map are as large as its page lets them be', async () => {
    for (const paper of ['A1', 'B1 landscape']) {
      const { request, world } = fixture('library');
      const print = { route: 'office', paper };
      const { pressed } = await pressedPack({ ...request, print, only: ['posters'] }, world);
      const [{ pages }] = (pressed?.files ?? []) as [PressedFile];
      const [{ size, layers }] = pages as [Page];
      const map = layers.flatMap(({ frames }) => frames).find(({ kind }) => kind === 'picture');
      const { width = 0, height = 0 } = map?.box ?? {};
      expect(Math.max(width / (size.width - 28), height / (size.height / 2)), paper).toBeGreaterThan(0.9);
    }
  });

  test('of the map are names inside their tiles, and as large as a narrow tile lets them be', () => {
    fc.assert(
      fc.property(job, ({ sheet, paper, margin, overlap }) => {
        const setup = on(paper, margin, overlap);
        const tiling = tile(blankSheet(sheet), gridFor(sheet, setup), setup);
        const label = (text: string) => ({ frame: named(text), width: 5 * text.length, height: 6 });
        const [, marks] = mapOf(blankSheet(sheet), tiling, label).layers;
        const names = marks?.frames.filter(({ kind }) => kind === 'text') ?? [];
        expect(names).toHaveLength(tiling.tiles.length);
        for (const [index, { box: own }] of names.entries()) {
          const { name, keeps } = tiling.tiles[index] as Tile;
          const box = common(keeps, { x: 0, y: 0, ...sheet });
          const { width, height } = own;
          expect(width / height, name).toBeCloseTo((5 * name.length) / 6);
          expect(holds(box, own), name).toBe(true);
          expect(Math.max(width / box.width, height / box.height), name).toBeGreaterThan(0.2);
        }
      }),
      { numRuns: 100, seed: 20270204 },
    );
  });
});

describe('seams', () => {
  const picture = (x: number, width: number): Frame => ({
    kind: 'picture',
    origin: 'picture',
    box: { x, y: 20, width, height: width },
    picture: { kind: 'art', svg: '', width: 1, height: 1 },
    crop: 'whole',
  });
  const seamsOf = (tiles: readonly Tile[]) => [
    ...new Set(tiles.filter(({ column }) => column > 0).map(({ keeps }) => Math.round(keeps.x * 2) / 2)),
  ];

  test('keep out of faces where a shift of the grid can do so', () => {
    const size = { width: 400, height: 380 };
    const setup = on('A4');
    const grid = gridFor(size, setup);
    expect(told(grid)).toBe('2 × 2 at 1');
    // With the sheet in the middle of the grid the seam would go through 200 mm.
    const centred = seamsOf(tile(blankSheet(size), grid, setup).tiles);
    for (const x of [60, 120, 140]) {
      const face = { from: x + 0.2 * 160, to: x + 0.8 * 160 };
      const [seam = 0] = seamsOf(tile(blankSheet(size, [picture(x, 160)]), grid, setup).tiles);
      const slack = 2 * 277 + 10 - 400;
      const reachable = (at: number) => Math.abs(at - (centred[0] ?? 0)) <= slack / 2;
      if (reachable(face.from - 2) || reachable(face.to + 2))
        expect(seam <= face.from || seam >= face.to, `${seam} in ${face.from} to ${face.to}`).toBe(true);
    }
  });

  test('keep small pictures such as codes whole, and go between words', async () => {
    const size = { width: 400, height: 380 };
    const setup = on('A4');
    const grid = gridFor(size, setup);
    const [seam = 0] = seamsOf(tile(blankSheet(size, [picture(170, 60)]), grid, setup).tiles);
    expect(seam <= 170 || seam >= 230).toBe(true);

    const { request, world } = fixture('library');
    const { pack } = await layOutPack({ ...request, print: { route: 'office' }, only: ['pads'] }, world);
    const cut = (sheet: Sheet, offset: number, seams: readonly number[]) =>
      sheet.frames.flatMap(frame =>
        frame.kind !== 'text'
          ? []
          : frame.lines.flatMap(line =>
              line.runs.flatMap(run => {
                const em = (frame.size * 25.4) / 72;
                const [left, right] = [line.x + run.left * em, line.x + (run.left + run.width) * em];
                return /\S/.test(run.text) && seams.some(at => at + offset > left && at + offset < right)
                  ? frame.size
                  : [];
              }),
            ),
      ).length;
    for (const sheet of pack?.files.flatMap(file => file.sheets.flat()) ?? []) {
      if (sheet.frames.length === 0) continue;
      const own = tile(sheet, gridFor(sheet.size, on('A4')), on('A4'));
      const seams = seamsOf(own.tiles);
      // Never worse than with the sheet in the middle of the grid.
      const middle = (4 * 190 + 10 - 594) / 2 - -(own.tiles[0]?.shows.x ?? 0);
      expect(cut(sheet, 0, seams)).toBeLessThanOrEqual(cut(sheet, -middle, seams));
    }
  });

  test('leave tiles without print out, and no others', async () => {
    const { request, world } = fixture('library');
    const { pack } = await layOutPack({ ...request, only: ['pads'] }, world);
    const question = pack?.files
      .flatMap(file => file.sheets.flat())
      .find(({ layout }) => layout === 'question');
    const { tiles } = tile(question as Sheet, gridFor(A1, on('A4')), on('A4'));
    // The middle of the field for sticky notes, and nothing of its frame.
    expect(tiles.filter(({ blank }) => blank).map(({ name }) => name)).toEqual(['B2', 'C2']);
    const blanksOf = (sheet: Sheet) =>
      tile(sheet, gridFor(A1, on('A4')), on('A4')).tiles.flatMap(({ blank, name }) => (blank ? name : []));
    expect(blanksOf(blankSheet(A1))).toHaveLength(12);
    // A solid fills all tiles; where ink is spared its outline leaves those in the middle free.
    const solid: Frame = {
      ...{ kind: 'shape', origin: 'box', shape: 'rectangle', radius: 0, fill: 'group' },
      box: { x: 15, y: 15, width: 564, height: 811 },
    };
    expect(blanksOf(blankSheet(A1, [solid]))).toEqual([]);
    expect(blanksOf(sparingly(blankSheet(A1, [solid])))).toEqual(['B2', 'C2']);
  });
});
