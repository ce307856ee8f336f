/** The same laws on sheets that are read from the right. */
import { expect, test } from 'vitest';
import { anySessionIsPrintedWhole } from '../testing/sessions.js';

test('any session is printed whole, or told what does not fit', async () => {
  const runs = 500;
  const printed = await anySessionIsPrintedWhole(['ur', 'ar'], runs, 20270205);
  // The sessions are not so long that nearly all of them are refused.
  expect(printed).toBeGreaterThan(runs / 3);
}, 170_000);
