/** Laws that hold for any session: what is printed is whole and in its place, and what is not is said. */
import { expect, test } from 'vitest';
import { anySessionIsPrintedWhole } from '../testing/sessions.js';

test('any session is printed whole, or told what does not fit', async () => {
  const runs = 500;
  const printed = await anySessionIsPrintedWhole(
    ['en-GB', 'cy', 'pl', 'ro', 'uk', 'fr', 'bn', 'pa', 'zh-Hans'],
    runs,
    20270204,
  );
  // The sessions are not so long that nearly all of them are refused.
  expect(printed).toBeGreaterThan(runs / 3);
}, 170_000);
