/** Colours that can be read, of the palette and of the themes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installed } from '../commands/disk.js';
import { findTheme } from '../layout/themes.js';
import { fixture } from '../testing/fixtures.js';
import { contrast, darkened, leastContrast } from './contrast.js';
import { palette } from './palette.js';

test('contrast is that of WCAG', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
});

test('every colour of the palette is read on white, and white on it', () => {
  for (const [name, hex] of Object.entries(palette))
    expect(contrast(hex, '#ffffff'), name).toBeGreaterThanOrEqual(5.5);
});

test('a colour that is too light is darkened just enough', () => {
  const dark = darkened('#ffe14d');
  expect(contrast(dark, '#ffffff')).toBeGreaterThanOrEqual(leastContrast.large);
  expect(contrast(dark, '#ffffff')).toBeLessThan(leastContrast.large + 0.5);
  expect(darkened('#00696b')).toBe('#00696b');
});

test('the theme keeps 7:1 for text and 3:1 for lines to write on', () => {
  const { world } = fixture('minimal');
  const { theme } = findTheme('house', world, { file: '', line: 1, column: 1 });
  const on = (role: string) => contrast(theme?.colours[role] ?? '', theme?.colours.paper ?? '');
  expect(on('ink')).toBeGreaterThanOrEqual(7);
  expect(on('quiet')).toBeGreaterThanOrEqual(7);
  expect(on('line')).toBeGreaterThanOrEqual(3);
  expect(contrast(theme?.colours.ink ?? '', theme?.colours.faint ?? '')).toBeGreaterThanOrEqual(7);
});

test('fonts come with their licence', () => {
  const { world } = fixture('minimal');
  const { theme } = findTheme('house', world, { file: '', line: 1, column: 1 });
  for (const font of new Set(Object.values(theme?.fonts ?? {}).flat())) {
    const licence = readFileSync(join(installed, font, '..', 'OFL.txt'), 'utf8');
    expect(licence).toContain('SIL OPEN FONT LICENSE Version 1.1');
  }
});
