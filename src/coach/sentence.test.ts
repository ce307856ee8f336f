/** How often the coach says what a facilitator would. */
import { expect, test } from 'vitest';
import { verdictsOn } from './sentence.js';
import { english, welsh } from './sentences.js';
import { laterEnglish, laterWelsh, unseenEnglish, unseenWelsh } from './unseen.js';

/** Sentences on which they differ: text, what was wanted, what was said. */
function differences(en: typeof english, cy: typeof english): string[] {
  const judged = [
    ...en.map(([text, ...wanted]) => ({ text, wanted, got: verdictsOn(text, 'en') })),
    ...cy.map(([text, ...wanted]) => ({ text, wanted, got: verdictsOn(text, 'cy') })),
  ];
  return judged.flatMap(({ text, wanted, got }) =>
    [...wanted].sort().join() === [...got].sort().join() ? [] : `${text} | ${wanted} | ${got}`,
  );
}

test('of the hundred sentences more than 95 in a hundred are judged right', () => {
  const wrong = differences(english, welsh);
  expect(wrong).toMatchInlineSnapshot(`[]`);
  expect(1 - wrong.length / (english.length + welsh.length)).toBeGreaterThan(0.95);
});

test('of sentences that the rules were not written for, most', () => {
  expect(differences(unseenEnglish, unseenWelsh)).toMatchInlineSnapshot(`
    [
      "I can now deliver integrated, person-centred care. | jargon | ",
    ]
  `);
});

test('of later ones, that no rule has been mended by', () => {
  expect(differences(laterEnglish, laterWelsh)).toMatchInlineSnapshot(`
    [
      "One number to ring | fragment | person",
      "The ward has a new discharge lounge. | hero | person",
      "I can now triage incidents in an agile way. | jargon | ",
    ]
  `);
});
