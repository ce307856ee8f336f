/** What is read and what lies under it, on sheets of a few frames. */
import { expect, test } from 'vitest';
import type { Frame, PictureFrame, ShapeFrame, Sheet, TextFrame } from '../layout/frame.js';
import { contrast } from '../session/contrast.js';
import { fixture } from '../testing/fixtures.js';
import type { Box } from '../units.js';
import type { InkMap } from '../world.js';
import { type Pair, pairsOn } from './contrast.js';
import { inksFor } from './inks.js';
import { sparingly } from './saver.js';

const colours = {
  paper: '#ffffff',
  ink: '#16191d',
  line: '#767d84',
  group: '#00696b',
  faint: '#e4e7ea',
  mid: '#888888',
};

const text = (box: Box, colour: string, size = 12): TextFrame => ({
  ...{ kind: 'text', origin: 'text', box, style: 'body', size, floor: size, colour, language: 'en' },
  direction: 'ltr',
  lines: [
    {
      ...{ x: box.x, baseline: box.y + box.height, width: box.width, text: 'Words', reads: 'Words' },
      // As high as its box: lengths in em.
      runs: [
        {
          ...{ face: '', glyphs: [], left: 0, width: 1, scale: 1, rightToLeft: false, text: 'Words' },
          ...{ top: box.height / ((size * 25.4) / 72), bottom: 0 },
        } as never,
      ],
    },
  ],
});
const solid = (box: Box, fill: string, radius = 0): ShapeFrame => ({
  ...{ kind: 'shape', origin: 'box', box, shape: 'rectangle', fill, radius },
});
const writing = (box: Box, colour = 'line'): ShapeFrame => ({
  ...{ kind: 'shape', origin: 'writing', box, shape: 'line', radius: 0 },
  stroke: { colour, weight: 0.5, dotted: true },
});
const photo = (box: Box): PictureFrame => ({
  ...{ kind: 'picture', origin: 'picture', box, crop: 'fill' },
  picture: { kind: 'art', svg: '', width: 10, height: 10 },
});
/** A picture that is dark on its left half and light on its right, and has nothing in its last row. */
const map: InkMap = {
  side: 2,
  ink: [1, 1, 0.5, 0],
  white: [0, 0, 0, 0],
  shades: [[0, 0.02], [0.7, 0.9], [0.1, 0.1], undefined],
};

const sheet = (...frames: Frame[]): Sheet => ({
  ...{ layout: 'test', size: { width: 200, height: 200 }, margin: 10, frames, colours, language: 'en' },
  ...{ reading: { means: { role: 'sheet' }, holds: [] }, direction: 'ltr' },
});
const looks = { inks: inksFor('plotter', 'full', undefined), shadesOf: () => map };
const [only] = [(...frames: Frame[]): Pair => pairsOn(sheet(...frames), looks).at(-1) as Pair];

const line: Box = { x: 20, y: 20, width: 40, height: 5 };
const whole: Box = { x: 0, y: 0, width: 200, height: 200 };

test('a text lies on paper, or on the solid that was painted last', () => {
  expect(only(text(line, 'ink'))).toMatchObject({
    kind: 'text',
    least: 7,
    ratio: contrast('#16191d', '#ffffff'),
  });
  expect(only(solid(whole, 'ink'), solid(whole, 'group'), text(line, 'paper', 24))).toMatchObject({
    ...{ other: 1, least: 4.5, ratio: contrast('#00696b', '#ffffff') },
  });
});

test('large type is 24 pt as it is printed', () => {
  expect(only(text(line, 'ink', 24)).least).toBe(4.5);
  expect(only(text(line, 'ink', 23.9)).least).toBe(7);
  expect(pairsOn(sheet(text(line, 'ink', 24)), looks, 0.97)[0]?.least).toBe(7);
});

test('the worst of what is under it counts: half of the line on the solid, half on paper', () => {
  const half = solid({ x: 40, y: 0, width: 100, height: 100 }, 'group');
  expect(only(half, text(line, 'paper')).ratio).toBe(1);
  expect(only(half, text(line, 'group')).ratio).toBe(1);
  // What only touches it is its neighbour.
  expect(
    only(solid({ x: 60, y: 0, width: 100, height: 100 }, 'ink'), text(line, 'ink')).ratio,
  ).toBeGreaterThan(7);
});

test('paper is seen at the round corner of a solid', () => {
  const card = (radius: number) => solid({ ...line, width: 60, height: 20 }, 'group', radius);
  expect(only(card(0), text(line, 'paper')).ratio).toBeGreaterThan(4.5);
  expect(only(card(4), text(line, 'paper')).ratio).toBe(1);
});

test('of a picture the darkest and the lightest count, where the text stands', () => {
  const left = text({ x: 10, y: 10, width: 60, height: 10 }, 'paper');
  expect(only(photo(whole), left).ratio).toBeCloseTo(1.05 / 0.07, 5);
  expect(only(photo(whole), { ...left, colour: 'ink' }).ratio).toBeLessThan(1.5);
  // Across both halves there is what is darker, and what is lighter.
  expect(only(photo(whole), text({ x: 60, y: 10, width: 80, height: 10 }, 'mid')).ratio).toBe(1);
  // Through what is transparent the paper is seen.
  const low = { x: 10, y: 150, width: 60, height: 10 };
  expect(only(photo(whole), text(low, 'paper')).ratio).toBe(1);
  expect(only(photo(whole), solid(low, 'ink'), text(low, 'paper')).ratio).toBeGreaterThan(15);
  // Nothing is known of a picture: it may be anything.
  expect(
    pairsOn(sheet(photo(whole), text(low, 'ink')), { ...looks, shadesOf: () => undefined })[0]?.ratio,
  ).toBeLessThan(1.2);
});

test('what is painted over is not seen', () => {
  expect(pairsOn(sheet(text(line, 'ink'), solid(line, 'faint')), looks)[0]).toMatchObject({
    hidden: true,
    ratio: 1,
  });
});

test('lines to write on want 3:1, and so do rules in their colour; others are decoration', () => {
  const at: Box = { x: 20, y: 30, width: 100, height: 0 };
  expect(only(writing(at))).toMatchObject({ kind: 'line', least: 3 });
  expect(only(writing(at)).ratio).toBeGreaterThan(4);
  expect(only(solid(whole, 'mid'), writing(at)).ratio).toBeLessThan(1.3);
  const rule = (colour: string): ShapeFrame => ({
    ...solid({ ...at, height: 0.25 }, colour),
    origin: 'rule',
  });
  expect(pairsOn(sheet(rule('line')), looks)).toHaveLength(1);
  expect(pairsOn(sheet(rule('faint')), looks)).toHaveLength(0);
  expect(only(solid(whole, 'mid'), rule('line')).ratio).toBeLessThan(1.3);
  // They cross each other, and end under the dots that they lead to.
  const crossed = pairsOn(sheet(rule('line'), rule('line'), solid(line, 'paper')), looks);
  for (const { ratio } of crossed) expect(ratio).toBeGreaterThan(4);
});

test('it is as good in grey, by outlines, and in the inks of a copy shop', async () => {
  const { world } = fixture('minimal');
  const separation = await world.separation(17);
  const poster = sheet(
    solid(whole, 'group'),
    text(line, 'paper', 24),
    writing({ ...line, height: 0 }, 'paper'),
  );
  const worst = (inks: typeof looks.inks, of: Sheet) =>
    Math.min(...pairsOn(of, { ...looks, inks }).map(({ ratio }) => ratio));
  const full = worst(looks.inks, poster);
  expect(full).toBeGreaterThan(6);
  expect(worst(inksFor('office', 'grey', undefined), poster)).toBeCloseTo(full, 1);
  for (const colour of ['full', 'grey'] as const)
    expect(worst(inksFor('copy-shop', colour, separation), poster)).toBeGreaterThanOrEqual(full - 0.05);
  // The text takes the colour of the outline; a line would be lost on the paper, and is found.
  const [words, lines] = pairsOn(sparingly(poster), looks);
  expect(words?.ratio).toBeGreaterThan(6);
  expect(lines).toMatchObject({ kind: 'line', ratio: 1 });
});
