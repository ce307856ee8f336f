/** Large print, easy reading, and paper that is not white: the same laws, and what each of them promises. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { installed } from '../commands/disk.js';
import { formatDiagnostic } from '../diagnostic.js';
import type { PackRequest } from '../pack.js';
import { type LaidOutPack, layOutPack, makePack, pressedPack } from '../padpress.js';
import { editions } from '../session/choices.js';
import { fixture, fixtures, written } from '../testing/fixtures.js';
import { allText, collisions, isText, outside, weakTexts } from '../testing/ink.js';
import { structureFaults } from '../testing/structure.js';

/** The least type size of documents, pt: RNIB and UKAAF for large print; Easy Read asks for 14 and more. */
const least = { 'large-print': 18, 'easy-read': 14 };

/** Each sample meets one of them, and those with two languages or another way of reading meet both. */
const both = ['bilingual', 'ur'];
const asked = editions.flatMap((edition, parity) =>
  fixtures
    .filter((name, index) => both.includes(name) || index % editions.length === parity)
    .map(name => [edition, name] as const),
);

/** Sheets that are not read in the hand keep their sizes. */
const standing = /^(cover|question|story|complaints|poster-.*)$/;

const laid = new Map<string, Promise<LaidOutPack | undefined>>();
const packOf = (name: string, accessible: (typeof editions)[number]) => {
  const key = `${name} ${accessible}`;
  const layOut = async () => {
    const { request, world } = fixture(name);
    const documents = ['kit', 'draft', 'log', 'forms'] as const;
    const only = both.includes(name) ? {} : { only: documents };
    const { pack, diagnostics } = await layOutPack({ ...request, accessible, ...only }, world);
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(formatDiagnostic)).toEqual([]);
    return pack;
  };
  const pack = laid.get(key) ?? layOut();
  laid.set(key, pack);
  return pack;
};
const sheetsIn = async (name: string, accessible: (typeof editions)[number]) =>
  (await packOf(name, accessible))?.files.flatMap(file => file.sheets.flat()) ?? [];

test.each(asked)('%s of %s is whole, and large enough', async (edition, name) => {
  const sheets = await sheetsIn(name, edition);
  const documents = (await packOf(name, edition))?.files.flatMap(file => file.sheets) ?? [];
  expect(documents.flatMap(structureFaults)).toEqual([]);
  expect(sheets.length).toBeGreaterThan(4);
  expect(sheets.flatMap(outside)).toEqual([]);
  expect(sheets.flatMap(collisions)).toEqual([]);
  expect(sheets.flatMap(weakTexts)).toEqual([]);
  for (const sheet of sheets.filter(({ layout }) => !standing.test(layout))) {
    for (const { size, lines } of sheet.frames.filter(isText)) {
      expect(size, `${sheet.layout}: ${lines[0]?.text}`).toBeGreaterThanOrEqual(least[edition]);
      // No word is divided.
      for (const line of lines) expect(line.runs.map(({ text }) => text).join('')).not.toContain('\u00ad');
    }
  }
});

describe('easy reading', () => {
  test('has a picture at the start of each sentence of its own, and no other words for them', async () => {
    const sheets = await sheetsIn('library', 'easy-read');
    const [runSheet] = sheets.filter(({ layout }) => layout === 'kit-run-sheet');
    const pictures = runSheet?.frames.filter(({ kind }) => kind === 'picture') ?? [];
    expect(pictures).toHaveLength(7);
    for (const { box } of pictures) {
      const beside = runSheet?.frames.find(
        frame =>
          isText(frame) && frame.box.x > box.x + box.width && Math.abs(middle(frame.box) - middle(box)) < 1,
      );
      expect(beside).toBeDefined();
    }
    expect(allText(runSheet as NonNullable<typeof runSheet>)).toContain('Everybody comes in and stands up.');
    expect(sheets.map(allText).join(' ')).not.toContain('today we invent, we do not defend');
  });

  test('says every word of the stories, a sentence a line', async () => {
    const pack = await packOf('library', 'easy-read');
    const drafts = pack?.files.flatMap(file => file.sheets.flat()) ?? [];
    const said = drafts.map(allText).join(' ').replace(/\s/g, '');
    for (const { story = '', before = '' } of pack?.session.stories ?? []) {
      for (const word of `${before} ${story}`.split(/\s+/)) {
        const plain = word.replace(/["'“”‘’]/g, '').replace(/[.…]+$/, '');
        expect(said.replace(/["'“”‘’]/g, ''), word).toContain(plain);
      }
    }
  });

  test('uses every drawing that there is', () => {
    const drawn = readdirSync(join(installed, 'layouts', 'pictures')).map(file => file.replace('.svg', ''));
    const layouts = readdirSync(join(installed, 'layouts')).filter(file => file.endsWith('.yaml'));
    const texts = [
      ...layouts.map(file => join('layouts', file)),
      'src/plan/easy.ts',
      'src/plan/kit.ts',
      'src/plan/draft.ts',
    ];
    const all = texts.map(file => readFileSync(join(installed, file), 'utf8')).join('\n');
    expect(drawn.filter(name => !new RegExp(`'${name}'|art: ${name}\\b`).test(all))).toEqual([]);
  });
});

const middle = ({ y, height }: { y: number; height: number }) => y + height / 2;

test('a drawing that is not there is an error with the names of those that are', async () => {
  const layout =
    'page: { paper: A4, margin: 12 }\nsheet:\n  column: { items: [{ art: peopel, height: 20 }] }\n';
  const { request, world } = written('workshop: { title: Trial }\ngroups: [{ name: students }]\n', {
    'layouts/user-log.yaml': layout,
  });
  const { diagnostics } = await layOutPack({ ...request, only: ['log'] }, world);
  expect(diagnostics.map(formatDiagnostic).join('\n')).toMatchInlineSnapshot(`
    "session.yaml:2:18 warning: "students" has no "singular", so its question says ‘best experience for students’. Add one: the question then says ‘best student experience’.
    layouts/user-log.yaml:3:21 error: There is no drawing "peopel". Did you mean "people"?"
  `);
});

test('a drawing next to the session takes the place of that which comes with padpress, and is checked', async () => {
  const drawn = async (svg: string) => {
    const { request, world } = written(
      'workshop: { title: Trial }\ngroups: [{ name: students, singular: student }]\ndesign: { accessible: easy-read }\n',
      { 'layouts/pictures/people.svg': svg },
    );
    return layOutPack({ ...request, only: ['kit'] }, world);
  };
  const own =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 3"><path d="M0 0h3v3z" fill="#cb4166"/></svg>';
  const { pack, diagnostics } = await drawn(own);
  expect(diagnostics).toEqual([]);
  const pictures = (pack?.files ?? []).flatMap(({ sheets }) =>
    sheets
      .flat()
      .flatMap(({ frames }) => frames.flatMap(frame => (frame.kind === 'picture' ? frame.picture : []))),
  );
  expect(pictures.filter(picture => picture.kind === 'art' && picture.svg === own)).not.toEqual([]);
  expect(pictures.filter(picture => picture.kind === 'art' && picture.svg !== own)).not.toEqual([]);
  const pixels = own.replace('<path', '<image href="data:image/png;base64,AAAA"/><path');
  const refused = await Promise.all([own.replace('<path', '<script/><path'), pixels].map(svg => drawn(svg)));
  const said = refused.flatMap(({ diagnostics }) => diagnostics.map(formatDiagnostic));
  expect([...new Set(said)].join('\n')).toMatchInlineSnapshot(`
    "layouts/kit-run-sheet.yaml:115:15 error: "layouts/pictures/people.svg" cannot be printed. It uses scripts, which do not print. Export it again with them flattened.
    layouts/kit-run-sheet.yaml:115:15 error: "layouts/pictures/people.svg" cannot be printed. It shows a picture made of pixels, which only "picture" prints."
  `);
});

test('a drawing that is written into a layout is checked, too', async () => {
  const layout = `page: { paper: A4, margin: 12 }
sheet: { art: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>Hello</text></svg>' }
`;
  const { request, world } = written(
    'workshop: { title: Trial }\ngroups: [{ name: students, singular: student }]\n',
    {
      'layouts/user-log.yaml': layout,
    },
  );
  const { diagnostics } = await layOutPack({ ...request, only: ['log'] }, world);
  expect(diagnostics.map(formatDiagnostic).join('\n')).toMatchInlineSnapshot(
    `"layouts/user-log.yaml:2:8 error: This drawing cannot be printed. It holds text ("Hello"), but not its font. Turn the text into paths, or export it as PNG."`,
  );
});

describe('on cream paper', () => {
  const cream = (more: string, options: Partial<PackRequest> = {}) => {
    const { request, world } = written(`workshop: { title: Trial }
groups: [{ name: students, singular: student, names: [Ada], colour: "#cb4166" }]
complaints: [Nobody answers.]
stories: [{ group: students, person: Ada, quote: I can now ask., story: There is an answer for me. }]
design: { theme: cream${more} }
`);
    return pressedPack({ ...request, ...options }, world);
  };

  test.each([
    ['plotter', 'full'],
    ['office', 'ink-saver'],
    ['office', 'grey'],
    ['copy-shop', 'full'],
  ] as const)('everything is read, by %s in %s', async (route, colour) => {
    const { diagnostics, pressed } = await cream('', { print: { route, colour } });
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(formatDiagnostic)).toEqual([]);
    expect(pressed?.files).toHaveLength(11);
  });

  test('pads and documents have no ink for the paper; what is for the screen is filled with it', async () => {
    const { pressed } = await cream('');
    const ink = (path: string) =>
      Math.max(...(pressed?.files.find(({ order }) => order.path === path)?.coverage ?? []));
    expect(ink('pads/students.pdf')).toBeLessThan(0.1);
    expect(ink('kit.pdf')).toBeLessThan(0.1);
    expect(ink('posters-screen.pdf')).toBe(1);
    expect(JSON.stringify(pressed?.plan)).toContain('cream or pale yellow');
  });

  test('the page of text has its colours, in light', async () => {
    const { request, world } = written(
      'workshop: { title: Trial }\ngroups: [{ name: students, singular: student }]\ndesign: { theme: cream }\n',
    );
    const { files } = await makePack({ ...request, only: ['twin'] }, world);
    const page = new TextDecoder().decode(files.find(({ path }) => path === 'pack.html')?.bytes);
    expect(page).toContain('@media (prefers-color-scheme: light) { :root { --ink: #2a1c12;');
  });

  test('documents are filled where the session asks for it', async () => {
    const { pressed } = await cream(', tinted: true', { only: ['kit', 'draft'] });
    for (const { coverage } of pressed?.files ?? []) expect(Math.min(...coverage)).toBeGreaterThan(0.999);
  });
});

test('the kit and the manifest say what was checked, and what was not', async () => {
  const { request, world } = fixture('library');
  const pack = await makePack({ ...request, only: ['kit', 'log'], accessible: 'large-print' }, world);
  const manifest = JSON.parse(new TextDecoder().decode(pack.files.at(-1)?.bytes));
  expect(manifest.accessible).toBe('large-print');
  expect(manifest.leftToPeople).toContain('people understand the words');
  const { checks } = manifest.files.find(({ path }: { path: string }) => path === 'user-log.pdf');
  expect(checks).toMatchInlineSnapshot(`
    [
      {
        "check": "contrast",
        "large": {
          "found": 17.6,
          "least": 4.5,
        },
        "line": {
          "found": 4.1,
          "least": 3,
        },
        "result": "passed",
        "text": {
          "found": 8,
          "least": 7,
        },
        "things": 53,
      },
      {
        "check": "layout",
        "result": "passed",
        "smallestType": 18,
        "unit": "pt",
      },
      {
        "by": "padpress check FILE.pdf",
        "check": "PDF/UA-1",
        "result": "not run",
      },
    ]
  `);
  const { pack: laid, pressed } = await pressedPack({ ...request, only: ['kit'] }, world);
  expect(laid?.session.stories).toHaveLength(3);
  const kit = pressed?.files.find(({ order }) => order.path === 'kit.pdf');
  expect(kit?.order.sheets.map(({ layout }) => layout).at(-1)).toBe('kit-checked');
});
