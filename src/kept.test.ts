/** A pack that is made from what an earlier one has left is the pack that is made afresh. */
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { remembering } from './commands/remembering.js';
import { Kept } from './kept.js';
import type { Pack, PackRequest } from './pack.js';
import { makePack } from './padpress.js';
import { written } from './testing/fixtures.js';

const session = `workshop: { title: One library, venue: Hall }
groups: [{ name: cooks, singular: cook, people: 4 }, { name: guests }]
complaints: [The soup is cold.]
stories:
  - { group: cooks, person: Ana, quote: I can now cook., story: It is noon. I cook., picture: ana.png, alt: Ana }
  - { group: guests, person: Ben, quote: I can now eat., story: It is one. I eat. }
print: { route: copy-shop }
`;
const colours = { 'ana.png': '#b0563c', 'other.png': '#3c56b0' };
const pictures = await Promise.all(
  Object.entries(colours).map(async ([name, background]) => {
    const bytes = await sharp({ create: { width: 40, height: 40, channels: 3, background } })
      .png()
      .toBuffer();
    return [name, bytes as Uint8Array] as const;
  }),
);

/** What is changed one after the other; the last mistake is one of a line that then moves. */
const changes: readonly (readonly [string, string])[] = [
  ['The soup is cold.', 'The soup is hot.'],
  ['person: Ben', 'person: Bea'],
  ['ana.png', 'other.png'],
  ['route: copy-shop', 'route: office, paper: A2'],
  ['I can now eat.', `I can now ${'eat '.repeat(400)}.`],
  ['workshop:', '\nworkshop:'],
  ['eat '.repeat(400), 'eat'],
  ['print:', 'design: { reading-distance: 5 m, theme: cream }\nprint:'],
  ['groups:', 'language: cy\ngroups:'],
];

test('whatever was changed', async () => {
  const kept = new Kept();
  const world = remembering(written('', Object.fromEntries(pictures)).world);
  let text = session;
  const made: Pack[] = [];
  for (const [from, to] of [['', ''] as const, ...changes]) {
    expect(text).toContain(from);
    text = text.replace(from, to);
    const request: PackRequest = {
      only: ['pads', 'kit', 'posters', 'draft', 'twin'],
      source: { name: 'session.yaml', bytes: new TextEncoder().encode(text) },
    };
    kept.begin();
    const again = await makePack(request, { ...world, kept });
    const afresh = await makePack(request, world);
    expect(again.diagnostics, to).toEqual(afresh.diagnostics);
    expect(again.files.map(({ path }) => path)).toEqual(afresh.files.map(({ path }) => path));
    for (const [index, file] of again.files.entries())
      expect(
        Buffer.compare(file.bytes, afresh.files[index]?.bytes ?? new Uint8Array()),
        `${to}: ${file.path}`,
      ).toBe(0);
    made.push(again);
  }
  // What a change does not touch is the very same.
  const untouched = (pack?: Pack) => pack?.files.find(({ path }) => path === 'pads/guests.pdf')?.bytes;
  expect(untouched(made[1])).toBe(untouched(made[0]));
  expect(made[5]?.files).toEqual([]);
});
