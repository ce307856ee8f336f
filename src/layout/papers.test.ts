/**
 * Sheets are set anew for each paper: the laws of frames, and what print-design asks of each kind of sheet.
 *
 * Two sessions are laid out on every paper, the others on some that differ from session to session;
 * `PADPRESS_PAPERS=all` lays out all of them on all.
 */
import { describe, expect, test } from 'vitest';
import { layOutPack } from '../padpress.js';
import { papers, scaleOf } from '../papers.js';
import { fixture, fixtures } from '../testing/fixtures.js';
import { collisions, isText, outside, rounding, weakTexts } from '../testing/ink.js';
import type { Sheet } from './frame.js';

const everyPaper = Object.keys(papers).flatMap(name => [name, `${name} landscape`]);
/** As people have them, and as much text as they bring. */
const onEvery = ['library', 'long-text'];
/** How many papers the other sessions are laid out on. */
const some = 9;

const papersFor = (name: string): string[] => {
  if (process.env.PADPRESS_PAPERS === 'all' || onEvery.includes(name)) return everyPaper;
  // Seven and forty have no divisor in common: one session after the other moves through all papers, and turns.
  const from = fixtures.indexOf(name) * some;
  return Array.from(
    { length: some },
    (_, index) => everyPaper[((from + index) * 7) % everyPaper.length] as string,
  );
};

interface OnPaper {
  paper: string;
  sheets: readonly Sheet[];
}

async function layOutOn(name: string, paper: string): Promise<OnPaper> {
  const { request, world } = fixture(name);
  const { pack, diagnostics } = await layOutPack(
    { ...request, print: { paper }, only: ['pads', 'complaints', 'posters'] },
    world,
  );
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(
    errors.map(({ message }) => message),
    paper,
  ).toEqual([]);
  // What is for the screen is on no paper: posters.test.ts looks at it.
  const printed = pack?.files.filter(({ order }) => !order.screen) ?? [];
  return { paper, sheets: printed.flatMap(file => file.sheets.flat()) };
}

const known = new Map<string, Promise<OnPaper[]>>();
/** A session on all papers that it is tried on. */
function laidOut(name: string): Promise<OnPaper[]> {
  const all = known.get(name) ?? Promise.all(papersFor(name).map(paper => layOutOn(name, paper)));
  known.set(name, all);
  return all;
}

/** Sheets of these layouts, whichever paper they are on. */
const sheetsOf = async (name: string, ...layouts: string[]): Promise<Sheet[]> =>
  (await laidOut(name)).flatMap(({ sheets }) => sheets.filter(({ layout }) => layouts.includes(layout)));

/** How a failing test names a sheet. */
const named = ({ layout, size }: Sheet) =>
  `${layout} on ${Math.round(size.width)} x ${Math.round(size.height)} mm`;
const turned = ({ size }: Sheet) => size.width > size.height;
const scaleOfA4 = scaleOf(papers.A4 ?? { width: 0, height: 0 });

test.each(fixtures)('%s is whole and in its place', async name => {
  for (const { paper, sheets } of await laidOut(name)) {
    expect(sheets.length, paper).toBeGreaterThan(0);
    expect(sheets.flatMap(outside), paper).toEqual([]);
    expect(sheets.flatMap(collisions), paper).toEqual([]);
    expect(sheets.flatMap(weakTexts), paper).toEqual([]);
  }
});

describe.each(fixtures)('on any paper, the sheets of %s', name => {
  test('keep 15 mm from the edges of a wall sheet, and 10 mm from those of a small one', async () => {
    for (const { sheets } of await laidOut(name)) {
      for (const { size, margin } of sheets) expect(margin).toBe(scaleOf(size) > 0.6 ? 15 : 10);
    }
  });

  test('have seven times two lines that a hand can write on', async () => {
    for (const sheet of await sheetsOf(name, 'story')) {
      const lines = sheet.frames.filter(({ origin }) => origin === 'writing').map(({ box }) => box);
      expect(lines).toHaveLength(15);
      const written = lines.slice(0, 14);
      const pitch = ((written[13]?.y ?? 0) - (written[0]?.y ?? 0)) / 13;
      expect(pitch, named(sheet)).toBeGreaterThanOrEqual(scaleOf(sheet.size) >= scaleOfA4 - 0.02 ? 8 : 6);
      // A sentence of ten words needs a line of some 60 letters on the wall, and of 100 mm at the table.
      for (const { width } of written) expect(width, named(sheet)).toBeGreaterThan(100);
    }
  });

  test('have most of the question sheet free', async () => {
    for (const sheet of await sheetsOf(name, 'question')) {
      const field = sheet.frames.find(({ origin }) => origin === 'frame');
      const share = (field?.box.height ?? 0) / sheet.size.height;
      // Much text, or the question in two languages, leaves less.
      const much = ['long-text', 'bilingual', 'twelve-groups'].includes(name);
      const least = much ? 0.3 : turned(sheet) ? 0.45 : 0.55;
      expect(share, named(sheet)).toBeGreaterThanOrEqual(least);
    }
  });

  test('have no type that is too small for how they are read', async () => {
    for (const sheet of (await laidOut(name)).flatMap(({ sheets }) => sheets)) {
      for (const { size, style } of sheet.frames.filter(isText)) {
        const least = style.startsWith('small print') ? 8 : 9;
        expect(size, `${style}, ${named(sheet)}`).toBeGreaterThanOrEqual(least - rounding);
      }
    }
  });
});

test('a sheet of A1 landscape just has room for handwriting of 60 mm', async () => {
  const { sheets } = await layOutOn('library', 'A1 landscape');
  for (const { frames } of sheets.filter(({ layout }) => layout === 'story')) {
    const solid = frames.filter(
      frame => frame.kind === 'shape' && frame.origin === 'writing' && !frame.stroke?.dotted,
    );
    const [first, second] = solid.map(({ box }) => box.y);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(60 - rounding);
  }
});

test('flat paper of one’s own has room for the question in two languages', async () => {
  const { sheets } = await layOutOn('bilingual', '20 x 30 in landscape');
  expect(sheets.flatMap(outside)).toEqual([]);
  expect(sheets.flatMap(collisions)).toEqual([]);
});

test('a poster in the hand is set in 12 pt or more, and in 9 pt or more where there is much to read', async () => {
  for (const [session, least] of [
    ['library', 12],
    ['long-text', 9],
  ] as const) {
    for (const sheet of await sheetsOf(session, 'poster-portrait')) {
      for (const { size, style } of sheet.frames.filter(isText)) {
        if (style.startsWith('story')) expect(size, named(sheet)).toBeGreaterThanOrEqual(least - rounding);
      }
    }
  }
});

test('posters stand on one page, with the person on a field of colour that takes at least a third of it', async () => {
  for (const sheet of await sheetsOf('library', 'poster-portrait')) {
    const stage = sheet.frames.find(frame => frame.kind === 'shape' && frame.fill === 'group');
    const { width = 0, height = 0 } = stage?.box ?? {};
    expect((width * height) / (sheet.size.width * sheet.size.height), named(sheet)).toBeGreaterThan(0.33);
  }
});
