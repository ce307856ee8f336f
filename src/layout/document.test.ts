/** Documents over many pages: texts parted between them, contents that name the right pages, heads that say where one is. */
import { expect, test } from 'vitest';
import { layOutPack } from '../padpress.js';
import { written } from '../testing/fixtures.js';
import { isText } from '../testing/ink.js';
import type { Sheet, TextFrame } from './frame.js';

const sentence =
  'I get up at six, the house is quiet, and the nurse who comes knows what the last one wrote. ';
const story = (person: string, lengths: readonly number[]) => ({
  group: 'cooks',
  person,
  'mini-stories': Array.from({ length: 24 }, () => sentence.repeat(2).trim()),
  story: lengths.map(length => sentence.repeat(length).trim()).join('\n\n'),
});

async function draftWith(stories: readonly object[]): Promise<readonly Sheet[]> {
  const session = { workshop: { title: 'One' }, groups: [{ name: 'cooks', singular: 'cook' }], stories };
  const { request, world } = written(JSON.stringify(session));
  const { pack, diagnostics } = await layOutPack({ ...request, only: ['draft'] }, world);
  expect(diagnostics).toEqual([]);
  return pack?.files[0]?.sheets.flat() ?? [];
}
const textsOf = ({ frames }: Sheet): TextFrame[] => frames.filter(isText);
const textOf = ({ lines }: TextFrame): string => lines.map(line => line.text).join(' ');

test('a long text is parted between its lines, and none of a paragraph stands alone', async () => {
  for (let length = 20; length < 60; length += 7) {
    const sheets = await draftWith([story('Ann', [length, 3, length, 1])]);
    expect(sheets.length).toBeGreaterThan(5);
    const told = sheets.map(sheet => textsOf(sheet).filter(({ from }) => from?.[2] === 'story'));
    const lines = told.flat().flatMap(frame => frame.lines.map(line => line.text));
    expect(lines.join(' ').replaceAll('\u00ad', '').split('I get up').length - 1).toBe(2 * length + 4);
    for (const frame of told.flat()) {
      const whole = /^I get up/.test(textOf(frame)) && /wrote\.$/.test(textOf(frame));
      if (!whole) expect(frame.lines.length, textOf(frame)).toBeGreaterThanOrEqual(2);
    }
    // No page is left half empty where the text goes on.
    for (const sheet of sheets.slice(3, -2)) {
      const foot = Math.max(
        ...textsOf(sheet)
          .filter(({ style }) => style !== 'footer')
          .map(({ box }) => box.y + box.height),
      );
      expect(foot).toBeGreaterThan(sheet.size.height - 60);
    }
  }
});

test('the contents name the pages on which headings stand, and heads what goes on', async () => {
  const sheets = await draftWith(['Ann', 'Ben', 'Cem'].map(name => story(name, [40, 30])));
  const [, contents] = sheets;
  const rows = textsOf(contents as Sheet).map(textOf);
  for (const heading of ['What cooks will say', 'Ann', 'Ben', 'Cem', 'What happens next']) {
    const page = sheets.findIndex(
      (sheet, index) =>
        index > 1 && textsOf(sheet).some(frame => frame.style !== 'footer' && textOf(frame) === heading),
    );
    expect(page).toBeGreaterThan(1);
    expect(rows[rows.indexOf(heading) - 1], heading).toBe(String(page + 1));
  }
  const heads = sheets.map(sheet =>
    textsOf(sheet).some(frame => frame.style === 'footer' && textOf(frame) === 'What cooks will say'),
  );
  expect(heads.slice(0, 3)).toEqual([false, false, false]);
  expect(heads[3]).toBe(true);
});

test('a page never ends with a heading', async () => {
  for (let length = 1; length < 40; length += 4) {
    for (const sheet of await draftWith([story('Ann', [length]), story('Ben', [length])])) {
      const last = textsOf(sheet).findLast(({ style }) => style !== 'footer');
      expect(['heading', 'chapter']).not.toContain(last?.style);
    }
  }
});
