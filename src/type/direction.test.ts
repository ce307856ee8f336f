/** Text without anything that runs from the right needs no algorithm. */
import bidiFactory from 'bidi-js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levelsOf } from './direction.js';

test('levels are those of UAX #9', () => {
  const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();
  const signs = [
    ...'ab ÅŵΩж字가ह, .:;!?-–()“”‘’«»[]{}12٣४%€+/*\t\n\u00ad\u00a0\u200b\u200d\u2060אبہ\u200e\u200f\u202b\u2067\u2069𐤀𞤀',
  ];
  const text = fc.array(fc.oneof(fc.constantFrom(...signs), fc.string({ unit: 'grapheme', maxLength: 1 })), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(text, fc.constantFrom('ltr' as const, 'rtl' as const), (signs, direction) => {
      const all = signs.join('');
      expect([...levelsOf(all, direction)]).toEqual([...bidi.getEmbeddingLevels(all, direction).levels]);
    }),
    { numRuns: 1000 },
  );
});
