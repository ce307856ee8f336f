/** Every sample session is printed: the pages that are added last, which tell of all files, hold what they tell. */
import { expect, test } from 'vitest';
import { formatDiagnostic, hasErrors } from './diagnostic.js';
import { pressedPack } from './padpress.js';
import { fixture, fixtures } from './testing/fixtures.js';

test.each(fixtures)('%s has its print plan, and the page of what was checked', async name => {
  const { request, world } = fixture(name);
  const { pressed, diagnostics } = await pressedPack(request, world);
  expect(hasErrors(diagnostics), diagnostics.map(formatDiagnostic).join('\n')).toBe(false);
  const kit = pressed?.files.find(({ order }) => order.part === 'kit');
  const layouts = kit?.order.sheets.map(({ layout }) => layout);
  expect(layouts).toEqual(expect.arrayContaining(['kit-printing', 'kit-checked']));
});
