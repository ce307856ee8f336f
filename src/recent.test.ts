/** What is kept of what was used. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Recent } from './recent.js';

test('what was used last is not made again, and what was used long ago is forgotten', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.array(fc.integer({ min: 0, max: 20 })), (most, keys) => {
      const recent = new Recent<number, { key: number }>(most);
      const used: number[] = [];
      for (const key of keys) {
        let made = false;
        const thing = recent.of(key, () => {
          made = true;
          return { key };
        });
        expect(thing.key).toBe(key);
        const latest = [...new Set(used.toReversed())];
        if (latest.slice(0, most).includes(key)) expect(made).toBe(false);
        if (!latest.slice(0, 2 * most).includes(key)) expect(made).toBe(true);
        used.push(key);
      }
    }),
  );
});
