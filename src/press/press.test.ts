/** What the press does to sheets: inks that can be told apart, outlines that keep the laws, every route for every sample. */
import { describe, expect, test } from 'vitest';
import { pressedPack } from '../padpress.js';
import { papers } from '../papers.js';
import { colourModes, routes } from '../session/choices.js';
import { fixture, fixtures } from '../testing/fixtures.js';
import { collisions, outside, weakTexts } from '../testing/ink.js';
import { inksFor } from './inks.js';
import { sparingly } from './saver.js';

describe('inks', () => {
  test('are red, green and blue but for the copy shop and grey', () => {
    expect(inksFor('plotter', 'full', undefined).of('#ff8000').values).toEqual([1, 128 / 255, 0]);
    expect(inksFor('office', 'grey', undefined).of('#ffffff')).toEqual({ space: 'grey', values: [1] });
    expect(inksFor('copy-shop', 'grey', undefined).of('#ff8000').values.slice(0, 3)).toEqual([0, 0, 0]);
  });

  test('of the copy shop are black alone for all greys, and keep the hue of colours', async () => {
    const { world } = fixture('library');
    const inks = inksFor('copy-shop', 'full', await world.separation(17));
    expect(inks.of('#16191d').values).toEqual([0, 0, 0, 1]);
    expect(inks.of('#ffffff').values).toEqual([0, 0, 0, 0]);
    for (const grey of ['#4b5157', '#767d84', '#e4e7ea']) {
      const [cyan, magenta, yellow, black] = [...inks.of(grey).values];
      expect([cyan, magenta, yellow]).toEqual([0, 0, 0]);
      expect(black).toBeGreaterThan(0);
    }
    const [cyan = 0, magenta = 0, yellow = 0, black = 0] = inks.of('#00696b').values;
    expect(cyan).toBeGreaterThan(0.6);
    expect(Math.max(magenta, yellow)).toBeLessThan(cyan);
    // Uncoated paper holds no more than 300 % of ink.
    for (const hex of ['#00696b', '#7c2a6d', '#a03c14', '#1d3f8f', '#45661c', '#6d4534', '#000000'])
      expect(
        inks.of(hex).values.reduce((sum: number, value) => sum + value, 0),
        hex,
      ).toBeLessThanOrEqual(3);
    expect(black).toBeLessThan(1);
  });
});

/** Each sample meets every route and colour, and all samples together every paper. */
const sizes = Object.keys(papers).flatMap(paper => [`${paper} portrait`, `${paper} landscape`]);
const ways = routes.flatMap(route => colourModes.map(colour => ({ route, colour })));

test.each([...fixtures.entries()])('%i: %s goes every way', async (index, name) => {
  const { request, world } = fixture(name);
  for (const [number, { route, colour }] of ways.entries()) {
    const paper = sizes[(index * ways.length + number) % sizes.length] ?? 'A1';
    const print = { paper, route, colour };
    const { pack, pressed, diagnostics } = await pressedPack(
      { ...request, print, only: ['pads', 'complaints', 'posters'] },
      world,
    );
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(
      errors.map(({ message }) => message),
      JSON.stringify(print),
    ).toEqual([]);
    for (const file of pressed?.files ?? []) expect(file.pages.length, file.order.path).toBeGreaterThan(0);
    if (colour !== 'ink-saver') continue;
    const sheets = pack?.files.flatMap(file => file.sheets.flat().map(sparingly)) ?? [];
    expect(sheets.flatMap(outside)).toEqual([]);
    expect(sheets.flatMap(collisions)).toEqual([]);
    expect(sheets.flatMap(weakTexts)).toEqual([]);
  }
});
