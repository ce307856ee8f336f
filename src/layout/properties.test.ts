/** Laws that hold for any session: what is printed is whole and in its place, and what is not is said. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasErrors } from '../diagnostic.js';
import { layOutPack } from '../padpress.js';
import { written } from '../testing/fixtures.js';
import { allText, collisions, outside, weakTexts } from '../testing/ink.js';

const word = fc.constantFrom(
  ...'a I we the library desk students gweithwyr llyfrgell tŷ ŵyn zażółć gęślą jaźń người cộng đồng învățământ București'.split(
    ' ',
  ),
  ...'Mitarbeiterin help-desk co-operative 2027 £45 “quoted” (aside) Llanfairpwllgwyngyll responsibilities it’s – & 50% e.g.'.split(
    ' ',
  ),
);
const words = (least: number, most: number) =>
  fc
    .array(word, { minLength: least, maxLength: most, size: 'max' })
    .map(list => list.join(' '))
    .filter(text => /\p{L}/u.test(text));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const session = fc.record({
  workshop: fc.record({
    title: words(1, 12),
    service: maybe(words(1, 6)),
    venue: maybe(words(1, 8)),
    facilitator: maybe(words(1, 4)),
  }),
  groups: fc.uniqueArray(
    fc.record({
      name: words(1, 8),
      singular: maybe(words(1, 5)),
      people: maybe(fc.integer({ min: 1, max: 60 })),
    }),
    { minLength: 1, maxLength: 12, size: 'max', selector: group => group.name.toLowerCase() },
  ),
  complaints: fc.array(words(1, 30), { maxLength: 20, size: 'max' }),
  quotes: fc.array(
    fc.record({ quote: words(1, 20), person: maybe(words(1, 4)), story: maybe(words(1, 250)) }),
    { maxLength: 3 },
  ),
});

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

test('any session is printed whole, or told what does not fit', async () => {
  let printed = 0;
  await fc.assert(
    fc.asyncProperty(session, async ({ quotes, ...rest }) => {
      const stories = quotes.map((quote, index) => ({
        ...quote,
        group: rest.groups[index % rest.groups.length]?.name,
      }));
      const { request, world } = written(JSON.stringify({ ...rest, stories }));
      const { pack, diagnostics } = await layOutPack(request, world);
      // Nothing else can go wrong with these sessions than that there is too much of something.
      for (const { severity, message } of diagnostics) {
        if (severity === 'error')
          expect(message).toMatch(/does not fit on the sheet|is too wide for the sheet/);
      }
      expect(pack === undefined).toBe(hasErrors(diagnostics));
      if (!pack) return;
      printed++;
      const sheets = pack.files.flatMap(file => file.sheets.flat());
      expect(sheets.flatMap(outside)).toEqual([]);
      expect(sheets.flatMap(collisions)).toEqual([]);
      expect(sheets.flatMap(weakTexts)).toEqual([]);
      const all = plain(sheets.map(allText).join(' '));
      const texts = [
        rest.workshop.title,
        ...rest.groups.map(({ name }) => name),
        ...rest.complaints,
        ...quotes.map(({ story }) => story ?? ''),
      ];
      for (const text of texts) expect(all, text).toContain(plain(text.replace(/^the /i, '')));
    }),
    { numRuns: 150, seed: 20270204 },
  );
  // The sessions are not so long that nearly all of them are refused.
  expect(printed).toBeGreaterThan(75);
}, 120_000);
