/** The question sheet for names of every length, in every language: balanced, and to be looked at in `test-output/questions.png`. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PDFParse } from 'pdf-parse';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { installed } from './commands/disk.js';
import { layOutPack, makePack } from './padpress.js';
import { written } from './testing/fixtures.js';
import { isText } from './testing/ink.js';

const names: readonly [name: string, singular: string][] = [
  ['residents', 'resident'],
  ['help-desk and library', 'librarian'],
  ['people waiting for discharge and their unpaid carers', 'person or carer'],
  ['people who live at home with long-term conditions and those who care', 'person at home'],
];
const languages = readdirSync(join(installed, 'languages')).map(file => file.replace('.yaml', ''));

const sessionIn = (language: string) =>
  written(
    JSON.stringify({
      workshop: { title: 'Questions' },
      language,
      groups: names.map(([name, singular]) => ({ name, singular, sheets: { cover: 0, story: 0 } })),
    }),
  );

test.each(languages)('%s: lines of similar length, and no last word alone', async language => {
  const { request, world } = sessionIn(language);
  const { pack, diagnostics } = await layOutPack({ ...request, only: ['pads'] }, world);
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  for (const file of pack?.files ?? []) {
    const [headline] = file.sheets
      .flat()
      .flatMap(({ frames }) => frames.filter(isText))
      .filter(({ style }) => style === 'headline');
    const widths = headline?.lines.map(({ width }) => width) ?? [];
    const longest = Math.max(...widths);
    // Whole names of prizes may leave one line short; the others are even.
    const short = widths.filter(width => width < 0.6 * longest);
    expect(
      short.length,
      `${language} ${file.order.group}: ${headline?.lines.map(({ text }) => text).join(' / ')}`,
    ).toBeLessThanOrEqual(1);
    expect(widths.at(-1) ?? 0).toBeGreaterThan(0.25 * longest);
  }
});

test('a contact sheet of them all', async () => {
  const [across, down] = [120, 170];
  const tiles: { input: Buffer; left: number; top: number }[] = [];
  for (const [row, language] of languages.entries()) {
    const { request, world } = sessionIn(language);
    const { files } = await makePack({ ...request, only: ['pads'] }, world);
    for (const [column, { bytes }] of files.filter(({ path }) => path.endsWith('.pdf')).entries()) {
      const parser = new PDFParse({ data: bytes.slice() });
      const { pages } = await parser.getScreenshot({
        partial: [1],
        desiredWidth: across,
        imageBuffer: true,
        imageDataUrl: false,
      });
      await parser.destroy();
      const input = await sharp(pages[0]?.data).flatten({ background: '#ffffff' }).png().toBuffer();
      tiles.push({ input, left: 4 + column * (across + 4), top: 4 + row * (down + 4) });
    }
  }
  expect(tiles).toHaveLength(languages.length * names.length);
  const folder = join(installed, 'test-output');
  mkdirSync(folder, { recursive: true });
  await sharp({
    create: {
      width: 4 + names.length * (across + 4),
      height: 4 + languages.length * (down + 4),
      channels: 3,
      background: '#888888',
    },
  })
    .composite(tiles)
    .png()
    .toFile(join(folder, 'questions.png'));
});
