/** What people copy or hear out of the PDFs is what the session says, in every language and by every reader. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { installed } from './commands/disk.js';
import { readDocument } from './reading/document.js';
import { fixture } from './testing/fixtures.js';
import { packOf } from './testing/packs.js';
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

/**
 * As texts are compared: composed, white space as single spaces, without marks that only steer direction and joining. Scripts that
 * part no words get a space where a line ends: theirs do not count.
 */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Default_Ignorable_Code_Point}\u202a-\u202e]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(
      /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303f\uff00-\uffef]) /gu,
      '',
    )
    .trim();

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
    const { files, diagnostics } = await packOf(name);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    return files.filter(({ path }) => /^(complaints|posters|draft).*\.pdf$/.test(path));
  };

  test('pdf-parse reads every sentence', async () => {
    const pages = await Promise.all((await files()).map(({ bytes }) => pagesOf(bytes)));
    const all = plain(pages.flat().join(' '));
    for (const sentence of sentencesOf(name)) expect(all).toContain(plain(sentence));
  });

  test('pdf.js reads every sentence', async () => {
    const texts: string[] = [];
    for (const { bytes } of await files()) {
      const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
      for (let number = 1; number <= document.numPages; number++) {
        const { items } = await (await document.getPage(number)).getTextContent();
        texts.push(...items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')), '\n');
      }
      await document.destroy();
    }
    const all = plain(texts.join(''));
    for (const sentence of sentencesOf(name)) expect(all).toContain(plain(sentence));
  });

  test.runIf(hasTool('pdftotext'))('poppler reads every sentence', async () => {
    const all = plain(
      (await files()).map(({ bytes }) => toolOn(bytes, 'pdftotext', 'FILE', '-').said).join(' '),
    );
    // Poppler takes a comma in right-to-left text for an island, and turns it with the space behind it.
    const commas = all.replace(/ ([،,])(?=\S)/g, '$1 ');
    for (const sentence of sentencesOf(name)) expect(commas).toContain(plain(sentence));
  });
});
