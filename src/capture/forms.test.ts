/** Forms that people have filled in come back: whichever program saved them, and with nothing lost. */
import fc from 'fast-check';
import { PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../diagnostic.js';
import { fixture, written } from '../testing/fixtures.js';
import { changed, filledByPdfJs, filledByPdfLib, formsOf, type Typed, withValue } from '../testing/forms.js';
import { hasTool, toolOn } from '../testing/pdf.js';
import { text } from '../testing/texts.js';
import { csvFromForms, readCapture } from './capture.js';
import { lineOf, type NamedFile } from './row.js';
import { readCaptured } from './session.js';

const small = `workshop: { title: One, date: 2027-02-04 }
groups: [{ name: The cooks!, singular: cook }, { name: waiters, wording: { starter: "I may:" } }]
`;
const { request, world } = written(small);
let cooks: Uint8Array;
let waiters: Uint8Array;
let log: Uint8Array;
beforeAll(async () => {
  const forms = await formsOf(small);
  const form = (path: string) => forms.get(path) ?? new Uint8Array();
  [cooks, waiters] = [form('story-forms/the-cooks.pdf'), form('story-forms/waiters.pdf')];
  log = form('user-log-form.pdf');
});

const pdf = (bytes: Uint8Array, name = 'form.pdf'): NamedFile => ({ name, bytes });
const line = (number: number, slug = 'the-cooks') => `${slug}:line-${number}`;
/** What a session has after forms were read into it, and what is said of them. */
async function told(...forms: NamedFile[]) {
  const { bytes, diagnostics } = await readCapture(request.source, forms, world);
  const now = bytes && readCaptured({ name: 'session.yaml', bytes });
  const said = diagnostics.map(formatDiagnostic);
  const stories = now?.session?.stories.map(({ group, person, title, miniStories }) => ({
    group,
    ...(person[0] && { person: person[0] }),
    ...(title[0] && { title: title[0] }),
    minis: miniStories.map(([words]) => words),
  }));
  return { stories, said };
}

describe('any texts', () => {
  const whole = fc.record({
    lines: fc.array(fc.option(text, { nil: '' }), { minLength: 7, maxLength: 7 }),
    person: fc.option(text, { nil: '' }),
    title: fc.option(text, { nil: '' }),
  });
  const filling = { 'pdf-lib': filledByPdfLib, 'pdf.js': filledByPdfJs };

  test.each([
    ['pdf-lib', 10],
    ['pdf.js', 10],
  ] as const)('that were typed in with %s', async (program, numRuns) => {
    await fc.assert(
      fc.asyncProperty(whole, async ({ lines, person, title }) => {
        const typed: Typed = {
          ...Object.fromEntries(lines.map((words, index) => [line(index + 1), words])),
          'the-cooks:person': person,
          'the-cooks:title': title,
        };
        const { stories, said } = await told(pdf(await filling[program](cooks, typed)));
        const minis = lines.map(lineOf).filter(Boolean);
        if (minis.length === 0) return;
        expect(said).toEqual([]);
        const named = { ...(person && { person: lineOf(person) }), ...(title && { title: lineOf(title) }) };
        expect(stories).toEqual([{ group: 0, ...named, minis }]);
      }),
      { numRuns, seed: 9 },
    );
  });
});

describe('as programs write them', () => {
  const hex = (...bytes: number[]) =>
    PDFHexString.of(bytes.map(byte => byte.toString(16).padStart(2, '0')).join(''));
  const utf16 = (words: string) => [...Buffer.from(words, 'utf16le').swap16()];
  const values: [string, (pdf: PDFDocument) => PDFString | PDFHexString, string][] = [
    ['PDFDocEncoding', () => hex(0x8d, 0xe9, 0x20, 0x84, 0x20, 0xa0, 0x8e, 0x1b), '“é — €”˙'],
    ['UTF-8', () => hex(0xef, 0xbb, 0xbf, ...Buffer.from('ŵ 中 👩🏽‍🦽')), 'ŵ 中 👩🏽‍🦽'],
    ['UTF-16', () => hex(0xfe, 0xff, ...utf16('ŵ 中 👩🏽‍🦽')), 'ŵ 中 👩🏽‍🦽'],
    ['UTF-16 the other way round', () => hex(0xff, 0xfe, ...Buffer.from('ŵ 中', 'utf16le')), 'ŵ 中'],
    ['escapes', () => PDFString.of('a\\(b\\)\\\nc \\101\\r\\ttab'), 'a(b)c A tab'],
    [
      'line ends of Acrobat',
      () => PDFHexString.fromText('one\rtwo\r\nthree\u2028four'),
      'one two three four',
    ],
    ['marks of languages', () => PDFHexString.fromText('\u001bcyCY\u001bNawr \u001ben\u001bnow'), 'Nawr now'],
  ];
  test.each(values)('%s', async (_, value, read) => {
    const { stories } = await told(pdf(await withValue(cooks, line(3), value)));
    expect(stories).toEqual([{ group: 0, minis: [read] }]);
  });

  test('a long text as a stream, styles beside it, fields under fields, and no list of them', async () => {
    const bytes = await changed(cooks, (file, field) => {
      const { context } = file;
      field(line(1)).set(PDFName.of('V'), context.register(context.flateStream(Buffer.from('A stream.'))));
      const styled = field(line(2));
      styled.set(PDFName.of('V'), PDFString.of('Bold.'));
      styled.set(PDFName.of('RV'), PDFString.of('<body><p><b>Bold.</b></p></body>'));
      const own = field(line(4));
      const parent = context.obj({ T: own.get(PDFName.of('T')), FT: 'Tx', V: PDFString.of('Above.') });
      own.set(PDFName.of('Parent'), context.register(parent));
      for (const key of ['T', 'FT', 'V']) own.delete(PDFName.of(key));
      file.catalog.delete(PDFName.of('AcroForm'));
    });
    const { stories, said } = await told(pdf(bytes));
    expect(said).toEqual([]);
    expect(stories).toEqual([{ group: 0, minis: ['A stream.', 'Bold.', 'Above.'] }]);
  });

  const typed: Typed = { 'the-cooks:line-1': 'I can now ŵ.', 'the-cooks:person': 'Jo' };
  const saves: [string, ...string[]][] = [
    ['qpdf', '--linearize', '--object-streams=generate', 'FILE', '-'],
    ['qpdf', '--object-streams=disable', '--force-version=1.4', 'FILE', '-'],
    // Opens without a password, and may not be changed.
    ['qpdf', '--encrypt', '', 'owner', '256', '--modify=none', '--', 'FILE', '-'],
    // The same twice: fields of the second get another name, "the-cooks:line-1+1".
    ['qpdf', 'FILE', '--pages', '.', '1', '.', '1', '--', '-'],
    ['mutool', 'clean -gggg -z "$0" "$0.new"'],
    ['pdfunite', '"$0" "$0" "$0.new"'],
  ];
  test.each(saves)('and others have saved again: %s %s', async (tool, ...args) => {
    if (!hasTool(tool)) return;
    const filled = await filledByPdfJs(cooks, typed);
    const [arg = ''] = args;
    const { bytes } = arg.includes('$0')
      ? toolOn(filled, 'sh', '-c', `${tool} ${arg} >&2 && cat "$0.new"`, 'FILE')
      : toolOn(filled, tool, ...args);
    const { stories, said } = await told(pdf(bytes));
    expect(said).toEqual([]);
    expect(stories).toEqual([{ group: 0, person: 'Jo', minis: ['I can now ŵ.'] }]);
  });
});

describe('several', () => {
  const typed = (words: string, person: string, slug = 'the-cooks'): Typed => ({
    [line(2, slug)]: words,
    [`${slug}:person`]: person,
  });

  test('files, joined files and copies of a file', async () => {
    const jo = pdf(await filledByPdfJs(cooks, typed('One.', 'Jo')), 'jo.pdf');
    const ann = pdf(await filledByPdfLib(cooks, typed('Two.', 'Ann')), 'ann.pdf');
    const waiter = pdf(await filledByPdfLib(waiters, typed('Three.', '', 'waiters')), 'waiters.pdf');
    const all = [
      { group: 0, person: 'Jo', minis: ['One.'] },
      { group: 0, person: 'Ann', minis: ['Two.'] },
      { group: 1, minis: ['Three.'] },
    ];
    expect(await told(jo, ann, waiter, { ...jo, name: 'jo (1).pdf' })).toEqual({ stories: all, said: [] });
    // Pages of several files, and nothing that says which fields there are.
    const joined = await PDFDocument.create();
    for (const { bytes } of [jo, ann]) {
      const [page] = await joined.copyPages(await PDFDocument.load(bytes), [0]);
      if (page) joined.addPage(page);
    }
    expect(await told(pdf(await joined.save()))).toEqual({ stories: all.slice(0, 2), said: [] });
  });

  test('pages of one form, in large type, are one form', async () => {
    const large = (await formsOf(`${small}design: { accessible: large-print }\n`)).get(
      'story-forms/the-cooks.pdf',
    );
    const form = large ?? cooks;
    const fields: Typed = { [line(1)]: 'One.', [line(7)]: 'Seven.', 'the-cooks:person': 'Jo' };
    expect((await PDFDocument.load(form)).getPageCount()).toBeGreaterThan(1);
    const jo = pdf(await filledByPdfJs(form, fields));
    expect(await told(jo)).toEqual({
      stories: [{ group: 0, person: 'Jo', minis: ['One.', 'Seven.'] }],
      said: [],
    });
  });

  test('of one person, or of nobody, are one story, and that is said', async () => {
    const forms = await Promise.all(
      ['One.', 'Two.'].map(async words => pdf(await filledByPdfLib(cooks, typed(words, '')), `${words}pdf`)),
    );
    const { stories, said } = await told(...forms);
    expect(stories).toEqual([{ group: 0, minis: ['One.', 'Two.'] }]);
    expect(said).toMatchInlineSnapshot(`
      [
        "Two.pdf:1:8 warning: 2 forms of "The cooks!" have no name: their lines are one story. Where they are several, write a name of its own into each.",
      ]
    `);
  });
});

describe('one after the other, without a name,', () => {
  const fill = async (lines: readonly string[], more: Typed = {}) => {
    const typed = Object.fromEntries(lines.map((words, index) => [line(index + 1), words]));
    return pdf(await filledByPdfLib(cooks, { ...typed, ...more }), `${lines.join('-')}.pdf`);
  };
  /** The session file after each import, and its stories at the end. */
  async function imported(...imports: NamedFile[][]) {
    let { source } = request;
    const files: (Uint8Array | undefined)[] = [];
    const said: string[] = [];
    for (const forms of imports) {
      const { bytes, diagnostics } = await readCapture(source, forms, world);
      said.push(...diagnostics.map(formatDiagnostic));
      files.push(bytes);
      source = { ...source, bytes: bytes ?? source.bytes };
    }
    const minis = readCaptured(source).session?.stories.map(story =>
      story.miniStories.map(([words]) => words),
    );
    return { files, minis, said };
  }

  test('they add to one story, in any order and number, and none takes the place of another', async () => {
    const [a, b] = [await fill(['One.', 'Both.', 'Twice.', 'Twice.']), await fill(['Two.', 'Both.'])];
    const { files, minis, said } = await imported([a], [b], [a], [b, a], [a, b]);
    expect(minis).toEqual([['One.', 'Both.', 'Twice.', 'Twice.', 'Two.']]);
    expect(files.slice(2).every(bytes => bytes === files[1])).toBe(true);
    expect(said.filter(message => !message.includes('2 forms of'))).toMatchInlineSnapshot(`
      [
        "Two.-Both..pdf:1:8 warning: A form of "The cooks!" has no name: its lines are added to the story that has none. Where they are two stories, write a name into each form.",
      ]
    `);
    expect((await imported([b, a])).minis).toEqual([['Two.', 'Both.', 'One.', 'Twice.', 'Twice.']]);
  });

  test('a sheet still says which lines there are, and a second title is not lost', async () => {
    const sheet = {
      name: 's.csv',
      bytes: new TextEncoder().encode('group,theme,text,person\nthe cooks!,,Kept.,'),
    };
    const chef = await fill(['One.'], { 'the-cooks:title': 'chef' });
    const baker = await fill(['Two.'], { 'the-cooks:title': 'baker' });
    expect((await imported([chef], [sheet], [chef])).minis).toEqual([['Kept.', 'One.']]);
    const { minis, said } = await imported([chef], [baker], [baker, chef]);
    expect(minis).toEqual([['One.']]);
    expect(said.join('\n')).toMatchInlineSnapshot(`
      "Two..pdf:1:9 error: "baker" is another title of "The cooks!" than "chef" (field "Who this is"). Forms without a name are one story: write a name into each.
      One..pdf:1:8 warning: 2 forms of "The cooks!" have no name: their lines are one story. Where they are several, write a name of its own into each.
      One..pdf:1:9 error: "chef" is another title of "The cooks!" than "baker" (field "Who this is"). Forms without a name are one story: write a name into each."
    `);
  });
});

test('a line that holds no more than how it may begin is empty', async () => {
  const starts = ['I can now …', ' i can now', 'I can now cook.', 'I may'];
  const lines = (slug: string) =>
    Object.fromEntries(starts.map((words, index) => [line(index + 1, slug), words]));
  const forms = [
    await filledByPdfLib(cooks, lines('the-cooks')),
    await filledByPdfLib(waiters, lines('waiters')),
  ];
  expect((await told(...forms.map(form => pdf(form)))).stories).toEqual([
    { group: 0, minis: ['I can now cook.', 'I may'] },
    { group: 1, minis: ['I can now …', 'i can now', 'I can now cook.'] },
  ]);
});

test('in two languages fields have one name, and a starter of either is none', async () => {
  const { request, world } = fixture('bilingual');
  const forms = await formsOf(
    new TextDecoder().decode(request.source.bytes).replace(/^ +picture:.*\n/gm, ''),
  );
  const form = await filledByPdfLib(forms.get('story-forms/cleifion.pdf') ?? cooks, {
    'cleifion:line-1': 'I can now',
    'cleifion:line-2': 'Nawr rwy’n gallu',
    'cleifion:line-3': 'Nawr rwy’n gallu cerdded.',
    'cleifion:person': 'Mair',
  });
  const { reports, diagnostics } = await readCapture(request.source, [pdf(form)], world);
  expect(diagnostics).toEqual([]);
  expect(reports).toMatchObject([{ group: 'cleifion', person: 'Mair', isNew: true, added: 1 }]);
});

describe('as CSV', () => {
  test('a story form has the columns of a sheet, and can be read as one', async () => {
    const form = await filledByPdfLib(cooks, {
      [line(2)]: '=One, "two"\nthree',
      [line(7)]: 'ŵ',
      'the-cooks:person': 'Jo',
      'the-cooks:title': 'chef',
    });
    const { csv = '', diagnostics } = await csvFromForms([pdf(form), pdf(waiters)]);
    expect(csv).toMatchInlineSnapshot(`
      "group,theme,number,text,person,title
      the-cooks,,2,"'=One, ""two"" three",Jo,chef
      the-cooks,,7,ŵ,Jo,
      "
    `);
    expect(diagnostics.map(formatDiagnostic)).toMatchInlineSnapshot(`
      [
        "warning: "form.pdf" is not filled in: no field has a text. Save it first where you typed into it.",
      ]
    `);
    expect(await told({ name: 'c.csv', bytes: new TextEncoder().encode(csv) })).toEqual(
      await told(pdf(form)),
    );
  });

  test('a user log has four columns, and its lines', async () => {
    const form = await filledByPdfJs(log, { 'row-1-desired': 'One\ntwo', 'row-3-next': '"Three", ŵ' });
    const { csv } = await csvFromForms([pdf(form)]);
    expect(csv).toMatchInlineSnapshot(`
      "project,desired,happened,next
      "One, 4 February 2027","One
      two",,
      ,,,"""Three"", ŵ"
      "
    `);
    expect((await csvFromForms([pdf(log)])).diagnostics.map(formatDiagnostic)).toMatchInlineSnapshot(`
      [
        "warning: "form.pdf" is not filled in: no field has a text. Save it first where you typed into it.",
      ]
    `);
    expect((await told(pdf(form))).said).toMatchInlineSnapshot(`
      [
        "error: "form.pdf" is a user log, and a session file holds none. This prints what it says: padpress capture form.pdf",
      ]
    `);
  });
});

describe('what is wrong', () => {
  const saidOf = async (bytes: Uint8Array) =>
    (await csvFromForms([pdf(bytes)])).diagnostics.map(formatDiagnostic).join('\n');
  const one: Typed = { [line(1)]: 'One.' };

  test('with the file', async () => {
    const filled = await filledByPdfJs(cooks, { ...one, [line(2)]: 'Two. '.repeat(500) });
    const flat = await PDFDocument.load(await filledByPdfLib(cooks, one));
    flat.getForm().flatten();
    const other = await PDFDocument.create();
    for (const name of ['a', 'b', 'c', 'd']) other.getForm().createTextField(name).addToPage(other.addPage());
    const xfa = await PDFDocument.create();
    xfa.addPage();
    xfa.catalog.set(PDFName.of('AcroForm'), xfa.context.obj({ Fields: [], XFA: [] }));
    const files = [
      filled.subarray(0, -300),
      // So little of what was added that readers find the end of the form as it was.
      filled.subarray(0, cooks.length + 400),
      filled.subarray(0, 9000),
      new TextEncoder().encode('%PDF-1.7 and nothing else'),
      await flat.save(),
      await other.save(),
      await xfa.save(),
    ];
    expect((await Promise.all(files.map(saidOf))).join('\n')).toMatchInlineSnapshot(`
      "error: "form.pdf" is cut off or damaged: what was typed may be missing. Save it again in the program in which it was filled in.
      error: "form.pdf" is cut off or damaged: what was typed may be missing. Save it again in the program in which it was filled in.
      error: "form.pdf" cannot be read as a PDF: it is cut off or damaged. Save it again in the program in which it was filled in.
      error: "form.pdf" cannot be read as a PDF: it is cut off or damaged. Save it again in the program in which it was filled in.
      error: "form.pdf" has no fields. Save the form in which you typed as it is: one that is "printed" to a PDF, or flattened, has lost its fields.
      error: "form.pdf" is no form of padpress: its fields are called "a", "b", "c" and 1 more. Fill in the forms that "padpress build" makes: story-forms/ and user-log-form.pdf.
      error: "form.pdf" is an XFA form, which only programs of Adobe can read. Fill in the forms that "padpress build" makes: story-forms/ and user-log-form.pdf."
    `);
    if (!hasTool('qpdf')) return;
    const { bytes } = toolOn(filled, 'qpdf', '--encrypt', 'secret', 'owner', '256', '--', 'FILE', '-');
    expect(await saidOf(bytes)).toMatchInlineSnapshot(
      `"error: "form.pdf" is encrypted: it asks for a password. Save it without one."`,
    );
  });

  test('with what it holds', async () => {
    const renamed = await changed(cooks, (_, field) => {
      for (const number of [1, 2])
        field(line(number)).set(PDFName.of('T'), PDFString.of(line(number, 'the-coks')));
      field(line(7)).set(PDFName.of('T'), PDFString.of('the-cooks:line-8'));
    });
    const forms = [
      cooks,
      await filledByPdfLib(cooks, { 'the-cooks:person': 'Jo' }),
      await filledByPdfLib(cooks, { ...one, [line(2)]: 'A\u0007bell.', [line(3)]: 'x'.repeat(20_001) }),
      await filledByPdfLib(renamed, {
        'the-coks:line-1': 'One.',
        'the-coks:line-2': 'Three.',
        [line(3)]: 'Four.',
        'the-cooks:line-8': 'Two.',
      }),
    ];
    const all = await Promise.all(forms.map(form => told(pdf(form))));
    expect(all.flatMap(({ said }) => said).join('\n')).toMatchInlineSnapshot(`
      "warning: "form.pdf" is not filled in: no field has a text. Save it first where you typed into it.
      form.pdf:1:8 error: The person "Jo" has no mini-story (field "Name"). Write a text for Jo: without one there is no story.
      form.pdf:1:2 error: The text holds a control character (U+0007) that cannot be printed. Delete it.
      form.pdf:1:3 error: The text of field "Line 3" is too long: 20001 signs. 20000 are allowed.
      form.pdf:1:1 error: There is no group "the-coks" (field "Line 1"). Did you mean "The cooks!"?
      form.pdf:1:7 warning: The field "the-cooks:line-8" is not read: "Two.". padpress has not made it."
    `);
  });
});
