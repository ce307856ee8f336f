/** The draft to be edited: what it says is whole in Markdown and in Word, by other people's readers. */
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { lexer, type Token } from 'marked';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { makePack } from '../padpress.js';
import type { Block, Manuscript } from '../plan/manuscript.js';
import { fixture, written } from '../testing/fixtures.js';
import { docxOf } from './docx.js';
import { markdownOf } from './markdown.js';

/** The text that a reader of Markdown shows, without markup. */
const shownBy = (tokens: readonly Token[]): string =>
  tokens
    .map((token): string => {
      if (token.type === 'html') return '';
      if (token.type === 'list') return token.items.map((item: Token) => shownBy([item])).join('\n');
      if (token.type === 'table')
        return [token.header, ...token.rows]
          .map((row: { tokens: Token[] }[]) => row.map(cell => shownBy(cell.tokens)).join('\n'))
          .join('\n');
      if ('tokens' in token && token.tokens) return shownBy(token.tokens);
      return 'text' in token ? String(token.text) : '';
    })
    .join('');

/** Words that people write, and all signs that mean something in Markdown, at any place. */
const anyText = fc
  .array(
    fc.constantFrom(
      ...'a Word 1 12. 3) # ## - + * ** _ __ ~~ ` ``` [x] [a](b) ![i](j) <b> </div> &amp; & | \\ $x$ --- === > : ! x@y.org'.split(
        ' ',
      ),
      ...[
        'https://example.org/a_b',
        'www.example.org',
        'ب',
        'library.',
        '“quoted”',
        '\u00a0',
        '{a}',
        // What padpress and its libraries use for themselves.
        '$&$1',
        '\ue000\ue001\ue002\ue100',
        '^1^',
        ':smile:',
      ],
    ),
    { minLength: 1, maxLength: 7 },
  )
  .chain(words => fc.constantFrom(words.join(' '), words.join('')))
  .map(text => text.replace(/ +/g, ' ').trim())
  .filter(text => text !== '');

const kindsOf = (text: string): Block[] => [
  ...(['title', 'subtitle', 'quote', 'quiet', 'paragraph'] as const).map(kind => ({ kind, text })),
  { kind: 'heading', level: 2, text },
  { kind: 'list', numbered: false, items: [text, text] },
  { kind: 'list', numbered: true, items: [text] },
  { kind: 'table', head: ['', text], rows: [['1.', text]] },
];
const textsIn = (block: Block): string[] =>
  'text' in block
    ? [block.text]
    : 'items' in block
      ? [...block.items]
      : [...block.head, ...block.rows.flat()];

describe('Markdown', () => {
  test('shows any text as it is, in every kind of block', () => {
    fc.assert(
      fc.property(anyText, text => {
        for (const block of kindsOf(text)) {
          const markdown = markdownOf([{ language: 'en', blocks: [block] }]);
          const tokens = lexer(markdown).filter(({ type }) => type !== 'space');
          expect(tokens, markdown).toHaveLength(1);
          expect(shownBy(tokens), markdown).toBe(
            textsIn(block).join(block.kind === 'table' || block.kind === 'list' ? '\n' : ''),
          );
        }
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  test('is plain to read', async () => {
    const { request, world } = fixture('library');
    const { files } = await makePack({ ...request, only: ['draft'] }, world);
    const markdown = new TextDecoder().decode(files.find(({ path }) => path === 'draft.md')?.bytes);
    expect(markdown.slice(0, 900)).toMatchInlineSnapshot(`
      "# One library for three colleges

      **First draft of the vision**

      *4 February 2027*

      *Northfield College, room B12*

      *Northfield College*

      *Eastmoor University*

      *Westbrook College*

      ## Thank you

      Thank you for the session on 4 February 2027. This is what you said, in your own words, put in order and nothing more. Nothing here is decided: tell us what is missing, what is wrong, and what matters most to you.

      ## What students will say

      ### Themes: One card everywhere and Help when I study

      Under the new, better service, says Amira Khan:

      - I can now borrow from any of the three libraries with one card.
      - I can now ask a question at ten at night and get an answer from a person.
      - I can now have a book brought to the hospital library where I am on placement.
      - I can now see on my phone what I owe, and pay it before it grows.

      ### Amira Khan

      *Second-year nursing student*

      > The library now w"
    `);
    expect(markdown).toContain('| 5. | Fines come by letter, weeks late,');
  });
});

/** All text of a part of a Word document, and the attributes of all its elements. @param holder of its text */
function read(xml: string, holder = 'w:t') {
  const texts: string[] = [];
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  let inside = '';
  parser.on('opentag', ({ name, attributes }) => {
    elements.push({ name, attributes: attributes as Record<string, string> });
    if (name === 'w:p' || name === 'dc:title') texts.push('');
    inside = name;
  });
  parser.on('closetag', () => {
    inside = '';
  });
  parser.on('text', text => {
    if (inside === holder) texts[texts.length - 1] += text;
  });
  parser.write(xml).close();
  return { texts, elements };
}
const partsOf = (bytes: Uint8Array | undefined) =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes ?? new Uint8Array())).map(([path, part]) => [path, strFromU8(part)]),
  );

describe('Word', () => {
  const { world } = fixture('library');
  const docxIn = async (name: string) => {
    const { request, world } = fixture(name);
    const { files } = await makePack({ ...request, only: ['draft'] }, world);
    return files.find(({ path }) => path === 'draft.docx')?.bytes;
  };

  test('holds any text as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 5 }), async texts => {
        const manuscript: Manuscript = { language: 'en', blocks: texts.flatMap(kindsOf) };
        const welsh = { ...manuscript, language: 'cy', blocks: manuscript.blocks.slice(0, -texts.length) };
        const about = { title: texts.join(' '), created: new Date(0), letter: false };
        const parts = partsOf(await docxOf([welsh, manuscript], about, world));
        expect(read(parts['docProps/core.xml'] ?? '', 'dc:title').texts.join('')).toBe(about.title);
        const shown = read(parts['word/document.xml'] ?? '');
        // A language that ends with a table is closed by a paragraph of its own.
        expect(shown.texts.filter(text => text !== '')).toEqual(
          [welsh, manuscript].flatMap(({ blocks }) => blocks.flatMap(textsIn)).filter(text => text !== ''),
        );
        expect(shown.elements.filter(({ name }) => name === 'w:sectPr')).toHaveLength(2);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  test('has styles, languages, dates of the session, and the same bytes every time', async () => {
    const bytes = await docxIn('library');
    const parts = partsOf(bytes);
    const { elements } = read(parts['word/document.xml'] ?? '');
    const styles = elements
      .filter(({ name }) => name === 'w:pStyle')
      .map(({ attributes }) => attributes['w:val']);
    expect([...new Set(styles)].sort()).toMatchInlineSnapshot(`
      [
        "Heading1",
        "Heading2",
        "ListBullet",
        "ListNumber",
        "Quiet",
        "Quote",
        "Subtitle",
        "TableHead",
        "TableText",
        "Title",
      ]
    `);
    const languages = elements
      .filter(({ name }) => name === 'w:lang')
      .map(({ attributes }) => attributes['w:val']);
    expect([...new Set(languages)]).toEqual(['en-GB']);
    expect(parts['docProps/core.xml']).toContain('2027-02-04T00:00:00Z');
    expect(parts['docProps/core.xml']).not.toContain(String(new Date().getFullYear()));
    for (const [path, xml] of Object.entries(parts)) if (/\.(xml|rels)$/.test(path)) read(xml);
    expect(Buffer.compare(bytes ?? new Uint8Array(), (await docxIn('library')) ?? new Uint8Array())).toBe(0);
  });

  test('is read from the right where its language is, and holds one language after the other', async () => {
    for (const name of ['ar', 'ur']) {
      const { elements } = read(partsOf(await docxIn(name))['word/document.xml'] ?? '');
      const count = (wanted: string) => elements.filter(element => element.name === wanted).length;
      expect(count('w:bidi')).toBeGreaterThan(10);
      expect(count('w:rtl')).toBeGreaterThan(10);
      expect(count('w:bidiVisual')).toBe(1);
    }
    const { elements } = read(partsOf(await docxIn('bilingual'))['word/document.xml'] ?? '');
    const languages = elements
      .filter(({ name }) => name === 'w:lang')
      .map(({ attributes }) => attributes['w:val']);
    expect([...new Set(languages)]).toEqual(['cy', 'en']);
  });

  test('is not made where nothing has been told yet', async () => {
    const { request, world } = written('workshop: { title: One }\ngroups: [{ name: cooks, singular: cook }]');
    const { files } = await makePack({ ...request, only: ['draft'] }, world);
    expect(files.map(({ path }) => path)).toEqual(['manifest.json']);
  });
});
