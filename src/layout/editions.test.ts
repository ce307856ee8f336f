/** Large print and easy reading: the same laws, and what each of them promises. */
import { describe, expect, test } from 'vitest';
import { layOutPack } from '../padpress.js';
import { editions } from '../session/schema.js';
import { fixture, fixtures } from '../testing/fixtures.js';
import { collisions, isText, outside, weakTexts } from '../testing/ink.js';

/** The least type size of all that is read in the hand, pt: RNIB and UKAAF for large print, Mencap for easy reading. */
const least = { 'large-print': 18, 'easy-read': 14 };

describe.each(editions)('%s', accessible => {
  test.each(fixtures)('of %s is whole and large enough', async name => {
    const { request, world } = fixture(name);
    const { pack, diagnostics } = await layOutPack(
      { ...request, accessible, only: ['kit', 'draft', 'log'] },
      world,
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const sheets = pack?.files.flatMap(file => file.sheets.flat()) ?? [];
    expect(sheets.length).toBeGreaterThan(4);
    expect(sheets.flatMap(outside)).toEqual([]);
    expect(sheets.flatMap(collisions)).toEqual([]);
    expect(sheets.flatMap(weakTexts)).toEqual([]);
    for (const sheet of sheets) {
      if (accessible === 'easy-read' && sheet.layout === 'user-log') continue;
      for (const { size, lines } of sheet.frames.filter(isText))
        expect(size, `${sheet.layout}: ${lines[0]?.text}`).toBeGreaterThanOrEqual(least[accessible]);
    }
  });
});
