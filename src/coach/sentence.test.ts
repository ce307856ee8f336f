/** How often the coach says what a facilitator would. */
import { expect, test } from 'vitest';
import { verdictsOn } from './sentence.js';
import { english, welsh } from './sentences.js';
import { unseenEnglish, unseenWelsh } from './unseen.js';

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
  expect(wrong).toMatchInlineSnapshot(`
    [
      "To see my results online | fragment | ability",
    ]
  `);
  expect(1 - wrong.length / (english.length + welsh.length)).toBeGreaterThan(0.95);
});

test('of sentences that the rules were not written for, most', () => {
  expect(differences(unseenEnglish, unseenWelsh)).toMatchInlineSnapshot(`
    [
      "I never have to explain my allergy twice. |  | ability",
      "Knowing who my nurse is | fragment | ability",
      "Help in my own language | fragment | ability",
      "The discharge team calls the family the day before. | hero | person",
      "The new IT service fixes most faults within an hour. | hero | fragment",
      "The hospital sends a letter to the GP on the same day. | hero | fragment",
      "A student borrows five books with one card. | person | fragment",
      "I can now deliver integrated, person-centred care. | jargon | ",
    ]
  `);
});
