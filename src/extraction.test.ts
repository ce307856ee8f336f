/** What people copy or hear out of the PDFs is what the session says, in every language and by every reader. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { installed } from './commands/disk.js';
import { makePack } from './padpress.js';
import { readDocument } from './reading/document.js';
import { fixture } from './testing/fixtures.js';
import { hasTool, pagesOf, toolOn } from './testing/pdf.js';

const languages = [
  ...readdirSync(join(installed, 'languages'))
    .map(file => file.replace('.yaml', ''))
    .filter(tag => tag !== 'en'),
  'library',
  'bilingual',
  'scripts',
  'hebrew',
];

/** As texts are compared: composed, without white space and without marks that only steer direction and joining. */
const plain = (text: string): string =>
  text.normalize('NFC').replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '');

/** The sentences of a session that stand on its sheets as they are written. */
function sentencesOf(name: string): string[] {
  const { document } = readDocument(fixture(name).request.source);
  const data = document?.data as {
    complaints?: unknown[];
    stories?: { quote?: unknown; story?: unknown; 'mini-stories'?: unknown[] }[];
  };
  const texts = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Object.values((value ?? {}) as object).flatMap(texts);
  const stories = data.stories ?? [];
  return [
    data.complaints,
    stories.map(({ quote }) => quote),
    stories.map(story => story['mini-stories']),
  ].flatMap(texts);
}

describe.each(languages)('%s', name => {
  const files = async () => {
    const { request, world } = fixture(name);
    const { files, diagnostics } = await makePack(
      { ...request, only: ['complaints', 'posters', 'draft'] },
      world,
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    return files.filter(({ path }) => path.endsWith('.pdf'));
  };

  test('pdf-parse (pdf.js) reads every sentence', async () => {
    const pages = await Promise.all((await files()).map(({ bytes }) => pagesOf(bytes)));
    const all = plain(pages.flat().join(' '));
    for (const sentence of sentencesOf(name)) expect(all).toContain(plain(sentence));
  });

  test.runIf(hasTool('pdftotext'))('poppler reads every sentence', async () => {
    const all = plain(
      (await files()).map(({ bytes }) => toolOn(bytes, 'pdftotext', 'FILE', '-').said).join(' '),
    );
    for (const sentence of sentencesOf(name)) expect(all).toContain(plain(sentence));
  });
});
