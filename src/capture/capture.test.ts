/** Sheets out of sessions and back: nothing is lost, and nothing else of a session file is touched. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { installed } from '../commands/disk.js';
import { formatDiagnostic } from '../diagnostic.js';
import { readDocument } from '../reading/document.js';
import { fixture as fixtureOf } from '../testing/fixtures.js';
import { text } from '../testing/texts.js';
import { captureSheets, readCapture, textsBeyond } from './capture.js';
import { csvOf } from './csv.js';
import { lineOf, type NamedFile, type Slot } from './row.js';
import { readCaptured } from './session.js';
import { readSheet } from './sheet.js';
import { xlsxOf } from './xlsx.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const fixture = (name: string) => ({
  name,
  bytes: readFileSync(join(installed, 'fixtures', 'capture', name)),
});
const read = (source: NamedFile, sheet: NamedFile) =>
  readCapture(source, [sheet], fixtureOf('library').world);
const session = (text: string) => ({ name: 'session.yaml', bytes: bytesOf(text) });
const csv = (...lines: string[]) => ({
  name: 'capture.csv',
  bytes: bytesOf(['group,theme,number,text,person', ...lines].join('\n')),
});
const small = 'workshop: { title: One }\ngroups: [{ name: cooks, singular: cook }, { name: waiters }]\n';
/** The session after a sheet was read; it must not have problems. */
async function withRows(text: string, ...lines: string[]): Promise<string> {
  const { bytes, diagnostics } = await read(session(text), csv(...lines));
  expect(diagnostics.map(formatDiagnostic)).toEqual([]);
  return textOf(bytes);
}
const said = async (text: string, sheet: { name: string; bytes: Uint8Array }) => {
  const { bytes, diagnostics } = await read(session(text), sheet);
  if (diagnostics.some(({ severity }) => severity === 'error')) expect(bytes).toBeUndefined();
  return diagnostics.map(formatDiagnostic);
};

describe('any texts', () => {
  const texts = fc.array(text, { maxLength: 9 });
  // A session file has no carriage return of its own.
  const plain = (words: string) => words.replaceAll('\r', ' ');
  const stories = fc
    .uniqueArray(
      fc.record({
        group: fc.nat(2),
        person: fc.option(text, { nil: '' }),
        title: fc.option(text, { nil: '' }),
        themes: texts,
        minis: texts,
      }),
      {
        maxLength: 5,
        selector: ({ group, person }) =>
          `${group} ${lineOf(person)
            .replace(/\s+/g, ' ')
            .replace(/[’‘ʼ`]/g, "'")
            .toLowerCase()}`,
      },
    )
    .map(list => list.map(story => ({ ...story, themes: [...new Set(story.themes.map(lineOf))] })));
  const groups = fc.uniqueArray(text, {
    minLength: 3,
    maxLength: 3,
    selector: name =>
      lineOf(name)
        .replace(/\s+/g, ' ')
        .replace(/[’‘ʼ`]/g, "'")
        .toLowerCase(),
  });
  const whole = fc
    .record({ groups, stories, language: fc.constantFrom('en-GB', 'de'), json: fc.boolean() })
    .map(({ groups, stories, language, json }) => {
      const data = {
        workshop: { title: 'One' },
        language,
        groups: groups.map(name => ({ name: plain(name) })),
        stories: stories.map(({ group, person, title, themes, minis }) => ({
          group: plain(groups[group] ?? ''),
          ...(person && { person: plain(person) }),
          ...(title && { title: plain(title) }),
          ...(themes.length > 0 && { themes }),
          ...(minis.length > 0 && { 'mini-stories': minis.map(plain) }),
          quote: 'It stays.',
        })),
      };
      return { data, text: json ? JSON.stringify(data, null, 2) : stringify(data, { blockQuote: false }) };
    });
  const captured = (bytes: Uint8Array) => readCaptured({ name: 'session.yaml', bytes }).session;

  test('go out and come back with the session byte for byte the same', async () => {
    await fc.assert(
      fc.asyncProperty(whole, async ({ text }) => {
        const source = session(text);
        const { sheets } = await captureSheets(source);
        for (const [name, bytes] of Object.entries({ 'c.csv': sheets?.csv, 'c.xlsx': sheets?.xlsx })) {
          const now = await read(source, { name, bytes: bytes ?? new Uint8Array() });
          expect(now.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
          expect(textOf(now.bytes)).toBe(text);
          expect(await textsBeyond({ name, bytes: bytes ?? new Uint8Array() }, sheets?.slots ?? [])).toBe(0);
        }
      }),
      { numRuns: 120, seed: 7 },
    );
  });

  test('come into a session that has others, and the second time change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(whole, stories, fc.boolean(), async ({ data, text }, told, asXlsx) => {
        const source = session(text);
        const slots = told.flatMap(({ group, person, title, themes, minis }) =>
          minis.map(
            (mini, index): Slot => ({
              group: data.groups[group]?.name ?? '',
              theme: themes[index] ?? '',
              number: '',
              text: mini,
              person,
              title: index === 0 ? title : '',
            }),
          ),
        );
        const sheet = asXlsx
          ? { name: 'c.xlsx', bytes: await xlsxOf(slots) }
          : { name: 'c.csv', bytes: csvOf(slots, 'en') };
        const first = await read(source, sheet);
        expect(first.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        const now = first.bytes ?? new Uint8Array();
        for (const { group, person, title, minis } of told.filter(({ minis }) => minis.length > 0)) {
          const story = captured(now)?.stories.find(
            one =>
              one.group === group && (one.person[0] ?? '').toLowerCase() === lineOf(person).toLowerCase(),
          );
          expect(story?.miniStories.map(([words]) => words)).toEqual(minis.map(lineOf));
          if (title) expect(story?.title).toEqual([lineOf(title)]);
        }
        const second = await read({ name: 'session.yaml', bytes: now }, sheet);
        expect(textOf(second.bytes)).toBe(textOf(now));
      }),
      { numRuns: 120, seed: 8 },
    );
  });
});

describe('files of spreadsheet programs', () => {
  const files = ['libreoffice.xlsx', 'semicolons-windows-1252.csv', 'commas-utf-8.csv', 'tabs-utf-16.csv'];
  test.each(files)('%s', async name => {
    const { rows, diagnostics } = await readSheet(name, fixture(name).bytes);
    expect(diagnostics).toEqual([]);
    expect(rows.map(row => [row.group, row.theme, row.text, row.person].map(({ text }) => text))).toEqual([
      [
        'students',
        'One card',
        'I can now borrow from “all three” libraries; with one card, for £0.',
        'Amira Khan',
      ],
      ['students', '', 'I can now say "yes", and nobody asks twice.', 'Amira Khan'],
      ['students', 'Café at night', '007 is what I can now type – it’s my number.', 'Amira Khan'],
      ['help-desk staff', '', '=I can now see every rule', 'Zoë Müller'],
      ['students', '', "Now I can;too: 'quoted', # no note", ''],
    ]);
  });

  test('heads in any order and case, below a title, and Excel’s line that names the separator', async () => {
    const text = 'sep=;\r\nFrom the pads;;;;\r\nText;Mini;PERSON;Theme;Group\r\nI can.;;;;cooks\r\n';
    const { rows } = await readSheet('c.csv', bytesOf(text.replace('Mini;', 'No.;')));
    expect(rows.map(row => [row.group.text, row.text.text, row.group.place.line])).toEqual([
      ['cooks', 'I can.', 4],
    ]);
  });
});

describe('the session file', () => {
  test('keeps its notes, quotes and order', async () => {
    const source = fixture('commented.yaml');
    const { bytes, reports } = await read(source, fixture('libreoffice.xlsx'));
    expect(reports.map(({ group, person, isNew }) => [group, person, isNew])).toEqual([
      ['students', 'Amira Khan', false],
      ['help-desk staff', 'Zoë Müller', true],
      ['students', '', true],
    ]);
    const [before, now] = [textOf(source.bytes).split('\n'), textOf(bytes).split('\n')];
    // Lines that have gone, and lines that have come.
    expect(before.filter(line => !now.includes(line))).toEqual([
      '      themes: [ "One card" ]   # just one',
      "          - 'It''s open at night.'",
      '          - >-',
      '            I can now be',
      '            folded.',
    ]);
    expect(now.filter(line => !before.includes(line)).join('\n')).toMatchInlineSnapshot(`
      "      themes: [ "One card", Café at night ]   # just one
                - 'I can now say "yes", and nobody asks twice.'
                - 007 is what I can now type – it’s my number.
          - group: help-desk staff
            person: Zoë Müller
              - =I can now see every rule
              - "Now I can;too: 'quoted', # no note""
    `);
    expect(
      textOf((await read({ ...source, bytes: bytes ?? source.bytes }, fixture('libreoffice.xlsx'))).bytes),
    ).toBe(textOf(bytes));
  });

  test('keeps CRLF, its mark and its last line as it is', async () => {
    const text =
      `\ufeff${small}stories:\n  - group: cooks\n    mini-stories:\n      - One.\n    quote: Q`.replaceAll(
        '\n',
        '\r\n',
      );
    expect(await withRows(text, 'cooks,,1,One.,', 'cooks,T,2,Two.,', 'waiters,,1,Three.,Jo')).toBe(
      text
        .replace('- group: cooks\r\n', '- group: cooks\r\n    themes:\r\n      - T\r\n')
        .replace('- One.\r\n', '- One.\r\n      - Two.\r\n') +
        '\r\n  - group: waiters\r\n    person: Jo\r\n    mini-stories:\r\n      - Three.',
    );
  });

  test('gets stories where it has none', async () => {
    const row = 'cooks,,1,I can now cook.,';
    const story = '  - group: cooks\n    mini-stories:\n      - I can now cook.\n';
    expect(await withRows(small, row)).toBe(`${small}\nstories:\n${story}`);
    expect(await withRows(`${small}stories:  # later\nlog: { rows: 5 }\n`, row)).toBe(
      `${small}stories:  # later\n${story}log: { rows: 5 }\n`,
    );
    expect(await withRows(`${small}stories: []\nlog: { rows: 5 }\n`, row)).toBe(
      `${small}stories:\n${story}log: { rows: 5 }\n`,
    );
    expect(await withRows(`${small}# stories:\n#   - group`, row)).toBe(
      `${small}# stories:\n#   - group\n\nstories:\n${story}`,
    );
  });

  test('loses only what the sheet has not, with a note that stands beside it kept', async () => {
    const text = `${small}stories:\n- group: cooks\n  mini-stories:\n  - One.\n  - Two. # note\n  # more\n  - Three.\n  - Four.\n`;
    expect(await withRows(text, 'cooks,,,One.,', 'cooks,,,Four.,')).toBe(
      text.replace('- Two. # note', '# note').replace('  - Three.\n', ''),
    );
    expect(
      await withRows(
        text,
        'cooks,,,Nil.,',
        'cooks,,,One.,',
        'cooks,,,Two.,',
        'cooks,,,Drei.,',
        'cooks,,,Four.,',
      ),
    ).toBe(text.replace('- One.', '- Nil.\n  - One.').replace('Three.', 'Drei.'));
    const flow = `${small}stories: [{ group: cooks, mini-stories: [One., Two., 'Three.'] }]\n`;
    expect(await withRows(flow, 'cooks,,,One.,')).toBe(flow.replace(", Two., 'Three.'", ''));
    expect(await withRows(flow, 'cooks,,,Two.,')).toBe(flow.replace('One., ', '').replace(", 'Three.'", ''));
    expect(
      await withRows(
        flow,
        'cooks,,,One.,',
        'cooks,,,"2, 3",',
        'cooks,,,Three.,',
        'cooks,,,4,',
        'waiters,,,W,Jo',
      ),
    ).toBe(
      flow
        .replace('Two.', '"2, 3"')
        .replace("'Three.'", `'Three.', "4"`)
        .replace('] }]', '] }, { group: waiters, person: Jo, mini-stories: [W] }]'),
    );
  });

  test('has titles: changed where the sheet says another one, left where it says none', async () => {
    const titled = async (text: string, ...lines: string[]) => {
      const sheet = bytesOf(['group,text,person,title,theme', ...lines].join('\n'));
      const { bytes, diagnostics, reports } = await read(session(text), { name: 'c.csv', bytes: sheet });
      return [textOf(bytes), ...reports.map(({ title }) => title), ...diagnostics.map(formatDiagnostic)];
    };
    const text = `${small}stories:\n  - group: cooks\n    title: 'Chef' # note\n    quote: Q\n  - group: waiters\n    quote: Q\n`;
    expect(await titled(text, 'cooks,,,Head cook')).toEqual([
      text.replace("'Chef'", "'Head cook'"),
      'changed',
    ]);
    expect(await titled(text, 'cooks,One.,,')).toEqual([
      text.replace('# note\n', '# note\n    mini-stories:\n      - One.\n'),
      undefined,
    ]);
    expect(await titled(text, 'waiters,,,Boss', 'cooks,,,Chef')).toEqual([
      text.replace('waiters\n', 'waiters\n    title: Boss\n'),
      'added',
      undefined,
    ]);
    const flow = `${small}stories: [{ group: cooks }, { "title": "Boss", group: waiters }]\n`;
    expect(await titled(flow, 'cooks,One.,,"A, B"', 'waiters,,,#1', 'waiters,Two.,Jo,New')).toEqual([
      flow
        .replace('cooks }', 'cooks, title: "A, B", mini-stories: [One.] }')
        .replace('"Boss"', '"#1"')
        .replace(/}\]\n$/, '}, { group: waiters, person: Jo, title: New, mini-stories: [Two.] }]\n'),
      ...['added', 'changed', 'added'],
    ]);
    const json = { workshop: { title: 'One' }, groups: [{ name: 'cooks' }], stories: [{ group: 'cooks' }] };
    const [now = ''] = await titled(JSON.stringify(json, null, 2), 'cooks,One.,,Chef');
    expect(JSON.parse(String(now)).stories).toEqual([
      { group: 'cooks', title: 'Chef', 'mini-stories': ['One.'] },
    ]);
    expect(
      (await titled(text, 'cooks,One.,,Cook', 'cooks,Two.,,Chef', 'waiters,,Jo,Boss')).slice(1),
    ).toMatchInlineSnapshot(`
      [
        "c.csv:3:13 error: "Chef" is another title of "cooks" than "Cook" (cell D3). Keep one of the two.",
        "c.csv:4:13 error: The title "Boss" has no mini-story (cell D4). Write a text for Jo: without one there is no story.",
      ]
    `);
  });

  test('may be JSON, indented with tabs or not at all', async () => {
    const data = {
      workshop: { title: 'One' },
      groups: [{ name: 'cooks' }, { name: 'waiters' }],
      stories: [{ group: 'cooks', 'mini-stories': ['One.'], quote: 'Q' }],
    };
    const rows = ['cooks,T,,One.,', 'cooks,,,Two.,', 'waiters,U,,Three.,Jo'];
    const wanted = {
      ...data,
      stories: [
        { group: 'cooks', themes: ['T'], 'mini-stories': ['One.', 'Two.'], quote: 'Q' },
        { group: 'waiters', person: 'Jo', themes: ['U'], 'mini-stories': ['Three.'] },
      ],
    };
    for (const indent of ['\t', '  ', 4])
      expect(await withRows(JSON.stringify(data, null, indent), ...rows)).toBe(
        JSON.stringify(wanted, null, indent),
      );
    expect(JSON.parse(await withRows(JSON.stringify(data), ...rows))).toEqual(wanted);
    for (const none of [undefined, []]) {
      const bare = JSON.stringify({ ...data, stories: none }, null, 2);
      expect(JSON.parse(await withRows(bare, ...rows)).stories).toEqual([
        { group: 'cooks', themes: ['T'], 'mini-stories': ['One.', 'Two.'] },
        wanted.stories[1],
      ]);
    }
  });

  test('may be in two languages: the first is that of the sheet, the other stays', async () => {
    const name = join(installed, 'fixtures', 'bilingual', 'session.yaml');
    const source = { name: 'session.yaml', bytes: readFileSync(name) };
    const { sheets } = await captureSheets(source);
    expect(textOf((await read(source, { name: 'c.csv', bytes: sheets?.csv ?? source.bytes })).bytes)).toBe(
      textOf(source.bytes),
    );
    const old = 'Nawr rwy’n gallu ffonio un rhif a chael ateb yn Gymraeg.';
    const change = (text: string) =>
      text.replace(old, 'Nawr rwy’n gallu ffonio.').replace('Cyn-athrawes, 81 oed', 'Cyn-athrawes');
    const changed = bytesOf(change(textOf(sheets?.csv)));
    const { bytes, diagnostics } = await read(source, { name: 'c.csv', bytes: changed });
    expect(textOf(bytes)).toBe(change(textOf(source.bytes)));
    expect(diagnostics.map(formatDiagnostic)).toMatchInlineSnapshot(`
      [
        "c.csv:2:31 warning: "Nawr rwy’n gallu ffonio." is changed in one language only (cy). Change the others in the session file.",
        "c.csv:2:76 warning: "Cyn-athrawes" is changed in one language only (cy). Change the others in the session file.",
      ]
    `);
  });

  test('that uses names (& and *) is left as it is, and so is the rest where it can', async () => {
    const text = `${small}stories:\n  - &a { group: cooks, mini-stories: &m [One.] }\n  - { group: waiters, mini-stories: *m }\n  - *a\n`;
    expect(await said(text, csv('cooks,,,Two.,'))).toMatchInlineSnapshot(`
      [
        "session.yaml:6:5 error: The session has 2 stories of "cooks" without a person. Give each of them a person of its own in the session file, so that rows can be told apart.",
      ]
    `);
    expect(
      await said(text.replace('  - *a\n', '').replace('&a ', ''), csv('cooks,,,Two.,')),
    ).toMatchInlineSnapshot(`
      [
        "session.yaml:4:3 error: The stories cannot be put into this file, because of the way in which it is written. Write its stories out as plain lists, without names after & and *.",
      ]
    `);
  });
});

describe('what is wrong', () => {
  test('is told with row and column, and nothing is written', async () => {
    const rows = csv(
      'coks,,1,One.,',
      ',,2,"Two\nlines",',
      'cooks,,3,A\u0007bell.,',
      'waiters,Only a theme,,,Jo',
    );
    expect(await said(small, rows)).toMatchInlineSnapshot(`
      [
        "capture.csv:2:1 error: There is no group "coks" (cell A2). Did you mean "cooks"?",
        "capture.csv:3:1 error: The row has a text and no group (cell A3). Groups: cooks, waiters.",
        "capture.csv:5:10 error: The text holds a control character (U+0007) that cannot be printed. Delete it.",
        "capture.csv:6:9 error: The theme "Only a theme" has no mini-story (cell B5). Write a text for Jo: without one there is no story.",
      ]
    `);
    const xlsx = {
      name: 'c.xlsx',
      bytes: await xlsxOf([{ group: 'bakers', theme: '', number: '1', text: 'One.', person: '', title: '' }]),
    };
    expect(await said(small, xlsx)).toMatchInlineSnapshot(`
      [
        "c.xlsx:2:1 error: There is no group "bakers" (cell A2). Groups: cooks, waiters.",
      ]
    `);
  });

  test('in the columns', async () => {
    const heads = [
      'grup,theme,text,person\ncooks,,One.,',
      'group,theme,text\ncooks,,One.',
      'group,theme,text,text,person\ncooks,,One.,Two.,',
      'group,theme,text,person,notes\ncooks,,One.,,Three.',
      'a,b\n1,2',
      '\n\n',
    ];
    const all = await Promise.all(heads.map(text => said(small, { name: 'c.csv', bytes: bytesOf(text) })));
    expect(all.flat().join('\n')).toMatchInlineSnapshot(`
      "c.csv:1:1 error: The column "group" is missing: got "grup". The first row names the columns: group, theme, number, text, person, title.
      c.csv:1:1 error: The column "person" is missing. The first row names the columns: group, theme, number, text, person, title.
      c.csv:1:18 error: The column "text" is there twice (cell D1). Keep one of the two.
      c.csv:1:25 warning: The column "notes" is not read (cell E1). Columns: group, theme, number, text, person, title.
      c.csv:1:1 error: There are no columns that are known: got "a, b". The first row names the columns: group, theme, number, text, person, title.
      c.csv:1:1 error: The sheet is empty. The first row names the columns: group, theme, number, text, person, title."
    `);
  });

  test('with the file', async () => {
    const files = [
      fixture('opendocument.ods'),
      { name: 'c.csv', bytes: bytesOf('group,theme,text,person\ncooks,,"One.,\n') },
      { name: 'c.xlsx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]) },
      { name: 'c.xls', bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]) },
      { name: 'c.png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]) },
      { name: 'c.csv', bytes: new Uint8Array() },
      csv(),
    ];
    const all = await Promise.all(files.map(file => said(small, file)));
    expect(all.flat().join('\n')).toMatchInlineSnapshot(`
      "error: "opendocument.ods" is an OpenDocument file (ODS). Save it as XLSX or CSV in your spreadsheet program.
      c.csv:2:1 error: A quote in row 2 cannot be read: Quoted field unterminated. Save the sheet again as CSV, or as XLSX.
      error: "c.xlsx" is a damaged workbook, or none. Open it in a spreadsheet program and save it again as XLSX.
      error: "c.xls" is an old Excel file (XLS). Save it as XLSX or CSV in your spreadsheet program.
      error: "c.png" is no spreadsheet. Save it as XLSX or CSV in your spreadsheet program.
      error: "c.csv" is empty. Save the sheet again as XLSX or CSV.
      warning: "capture.csv" is not filled in: no row has a text. Save it in your spreadsheet program first."
    `);
    expect(await said('workshop: 1\n', csv('cooks,,1,One.,'))).toMatchInlineSnapshot(`
      [
        "session.yaml:1:1 error: "groups" is missing.",
        "session.yaml:1:11 error: "workshop" is not a mapping of keys: got 1.",
      ]
    `);
  });

  test('two stories of one group that nobody can tell apart', async () => {
    const text = `${small}stories:\n  - { group: cooks, mini-stories: [One.] }\n  - { group: cooks, mini-stories: [Two.] }\n`;
    expect(await withRows(text, 'cooks,,,One.,', 'cooks,,,Two.,')).toBe(text);
    expect(await said(text, csv('cooks,,,Three.,'))).toMatchInlineSnapshot(`
      [
        "session.yaml:5:5 error: The session has 2 stories of "cooks" without a person. Give each of them a person of its own in the session file, so that rows can be told apart.",
      ]
    `);
  });
});

test('a sheet has a row for each of the seven lines, and says which of its rows a session has not', async () => {
  const { sheets } = await captureSheets(
    session(`${small}stories: [{ group: cooks, person: Jo, mini-stories: [One.] }]`),
  );
  expect(textOf(sheets?.csv).replaceAll('\r\n', '\n')).toMatchInlineSnapshot(`
    "﻿group,theme,number,text,person,title
    cooks,,1,One.,Jo,
    cooks,,2,,Jo,
    cooks,,3,,Jo,
    cooks,,4,,Jo,
    cooks,,5,,Jo,
    cooks,,6,,Jo,
    cooks,,7,,Jo,
    waiters,,1,,,
    waiters,,2,,,
    waiters,,3,,,
    waiters,,4,,,
    waiters,,5,,,
    waiters,,6,,,
    waiters,,7,,,
    "
  `);
  expect(await textsBeyond(csv('cooks,,1,One.,Jo', 'cooks,,2,Two.,Jo'), sheets?.slots ?? [])).toBe(1);
  expect(readDocument(session(small)).diagnostics).toEqual([]);
});
