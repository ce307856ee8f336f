/** The program as people call it: a process with arguments, exit codes, files on disk. */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { installed } from './commands/disk.js';
import { filledByPdfLib, formsOf } from './testing/forms.js';
import { padpressIn, program } from './testing/program.js';
import { version } from './version.js';

const temporary = mkdtempSync(join(tmpdir(), 'padpress-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(temporary, 'test-'));
});

const library = join(installed, 'fixtures', 'library', 'session.yaml');

/** Runs padpress in the folder of the test. */
const padpress = (...args: string[]) => padpressIn(folder, ...args);

/** All files in a folder, with their paths. */
const filesIn = (path: string): string[] =>
  existsSync(path)
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name).slice(path.length + 1))
        .sort()
    : [];

describe('build', () => {
  /** The pack of the library sample, and what was said of it. */
  const home = join(temporary, 'library');
  let built: ReturnType<typeof padpress>;
  beforeAll(() => {
    cpSync(join(installed, 'fixtures', 'library'), home, { recursive: true });
    folder = home;
    built = padpress('build', 'session.yaml');
  });

  test('makes the whole pack next to the session, and says what it made', () => {
    const { code, out, said } = built;
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(filesIn(join(home, 'print'))).toEqual([
      'badges.pdf',
      'complaints.pdf',
      'draft.docx',
      'draft.md',
      'draft.pdf',
      'kit.pdf',
      'manifest.json',
      'pack.html',
      'pads/help-desk-staff.pdf',
      'pads/principals.pdf',
      'pads/students.pdf',
      'posters-screen.pdf',
      'posters.pdf',
      'posters/help-desk-staff-deven-shah.pdf',
      'posters/principals-margaret-owusu.pdf',
      'posters/students-amira-khan.pdf',
      'story-forms/help-desk-staff.pdf',
      'story-forms/principals.pdf',
      'story-forms/students.pdf',
      'user-log-form.pdf',
      'user-log.pdf',
    ]);
    expect(out.replace(/ +\d+ kB/g, ' … kB')).toMatchInlineSnapshot(`
      "print
        pads/students.pdf                       3 pages  A1 594 × 841 mm             ink 4 % … kB
        pads/help-desk-staff.pdf                3 pages  A1 594 × 841 mm             ink 3 % … kB
        pads/principals.pdf                     3 pages  A1 594 × 841 mm             ink 4 % … kB
        complaints.pdf                          2 pages  A1 594 × 841 mm            ink 13 % … kB
        user-log.pdf                             1 page  A4 landscape 297 × 210 mm   ink 8 % … kB
        user-log-form.pdf                        1 page  A4 landscape 297 × 210 mm   ink 8 % … kB
        story-forms/students.pdf                 1 page  A4 210 × 297 mm             ink 3 % … kB
        story-forms/help-desk-staff.pdf          1 page  A4 210 × 297 mm             ink 3 % … kB
        story-forms/principals.pdf               1 page  A4 210 × 297 mm             ink 3 % … kB
        kit.pdf                                 7 pages  A4 210 × 297 mm             ink 5 % … kB
        badges.pdf                              2 pages  A4 210 × 297 mm            ink 12 % … kB
        posters/students-amira-khan.pdf          1 page  A1 594 × 841 mm            ink 55 % … kB
        posters/help-desk-staff-deven-shah.pdf   1 page  A1 594 × 841 mm            ink 57 % … kB
        posters/principals-margaret-owusu.pdf    1 page  A1 594 × 841 mm            ink 49 % … kB
        posters.pdf                             3 pages  A1 594 × 841 mm            ink 54 % … kB
        posters-screen.pdf                      3 pages  338.7 × 190.5 mm           ink 45 % … kB
        draft.pdf                               6 pages  A4 210 × 297 mm             ink 5 % … kB
        draft.md … kB
        draft.docx … kB
        pack.html … kB
        manifest.json … kB

      Pads, complaints file and posters
        Plain, uncoated paper of 80 to 120 g/m², so that marker holds: sheets of A1, or a roll at least 594 mm wide. Size 100 % (“actual size”), never “fit to page”. On one side.

      Forms and documents, on your own printer
        Paper A4. Size 100 % (“actual size”), on one side.
      "
    `);
  });

  test('twice gives identical bytes, and SOURCE_DATE_EPOCH is respected', () => {
    expect(padpress('build', library, '--out', 'two', '--quiet')).toEqual({ code: 0, out: '', said: '' });
    const files = filesIn(join(home, 'print'));
    expect(files).toEqual(filesIn(join(folder, 'two')));
    for (const file of files) {
      expect(
        readFileSync(join(home, 'print', file)).equals(readFileSync(join(folder, 'two', file))),
        file,
      ).toBe(true);
    }
    process.env.SOURCE_DATE_EPOCH = '86400';
    expect(padpress('build', library, '--out', 'three', '--only', 'log').code).toBe(0);
    process.env.SOURCE_DATE_EPOCH = 'yesterday';
    expect(padpress('build', library).said).toContain(
      'SOURCE_DATE_EPOCH is not a number of seconds: got "yesterday".',
    );
    delete process.env.SOURCE_DATE_EPOCH;
    expect(
      readFileSync(join(folder, 'three/user-log.pdf')).equals(readFileSync(join(folder, 'two/user-log.pdf'))),
    ).toBe(false);
  });

  test('that is killed leaves no half file, and the next one cleans up', async () => {
    const part = ['build', library, '--out', 'print', '--only', 'pads,complaints,log', '--quiet'];
    expect(padpress(...part).code).toBe(0);
    const before = new Map(
      filesIn(join(folder, 'print')).map(file => [file, readFileSync(join(folder, 'print', file))]),
    );
    const halvesOf = (pid: number | undefined) =>
      filesIn(join(folder, 'print')).filter(file => file.endsWith(`.${pid}.tmp`)).length;
    let caught = 0;
    for (let kill = 0; kill < 3 || (caught === 0 && kill < 20); kill++) {
      const build = spawn(process.execPath, [program, ...part], { cwd: folder });
      let running = true;
      const ended = new Promise(resolve => build.on('close', resolve)).then(() => {
        running = false;
      });
      // While the disk is written: from the first file that is there in part, a little later each time.
      while (running && halvesOf(build.pid) <= kill % 3) await new Promise(resolve => setImmediate(resolve));
      build.kill('SIGKILL');
      await ended;
      for (const [file, bytes] of before) {
        expect(readFileSync(join(folder, 'print', file)).equals(bytes), file).toBe(true);
      }
      caught += halvesOf(build.pid);
    }
    // What has been left by one is there for the next to clear away.
    expect(caught).toBeGreaterThan(0);
    writeFileSync(join(folder, 'print', '.kit.pdf.999999999.tmp'), 'half');
    expect(padpress(...part).code).toBe(0);
    expect(filesIn(join(folder, 'print'))).toEqual([...before.keys()]);
  });

  test('leaves the last good files where the session has errors', () => {
    writeFileSync(
      join(folder, 'session.yaml'),
      'workshop: { title: One }\ngroups: [{ name: cooks, singular: cook }]\n',
    );
    expect(padpress('build', 'session.yaml', '--quiet').code).toBe(0);
    const before = readFileSync(join(folder, 'print', 'kit.pdf'));
    writeFileSync(
      join(folder, 'session.yaml'),
      'workshop: { title: Two }\ngroups: [{ name: cooks, colour: tael }]\n',
    );
    const { code, out, said } = padpress('build', 'session.yaml');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(said).toMatchInlineSnapshot(`
      "session.yaml:2:33 error: "colour" is not a colour: got "tael". Did you mean "teal"? Or write it as "#1d3f8f".
      Nothing was made: 1 error.
      "
    `);
    expect(readFileSync(join(folder, 'print', 'kit.pdf')).equals(before)).toBe(true);
  });

  test('tells of files that no longer belong to the session', () => {
    writeFileSync(
      join(folder, 'session.yaml'),
      'workshop: { title: One }\ngroups: [{ name: cooks, singular: cook }]\n',
    );
    padpress('build', 'session.yaml');
    writeFileSync(
      join(folder, 'session.yaml'),
      'workshop: { title: One }\ngroups: [{ name: bakers, singular: baker }]\n',
    );
    expect(padpress('build', 'session.yaml').said).toMatchInlineSnapshot(`
      "warning: "print/pads/cooks.pdf" is from an earlier build and no longer belongs to the session. Delete it, so that nobody prints it.
      warning: "print/story-forms/cooks.pdf" is from an earlier build and no longer belongs to the session. Delete it, so that nobody prints it.
      "
    `);
    expect(padpress('build', 'session.yaml', '--only', 'log').said).toBe('');
  });

  test('says why there is nothing to read or nowhere to write', () => {
    mkdirSync(join(folder, 'sessions'));
    writeFileSync(join(folder, 'taken'), '');
    const said = [
      padpress('build', 'missing.yaml'),
      padpress('build', 'sessions'),
      padpress('build', library, '--only', 'log', '--out', 'taken'),
      padpress('build', library, '--only', 'log', '--out', '/proc/print'),
    ];
    expect(said.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
    expect(said.map(result => result.said).join('')).toMatchInlineSnapshot(`
      "error: There is no file "missing.yaml". Start one with "padpress new".
      error: "sessions" is a folder. Name the session file in it, such as sessions/session.yaml.
      error: The folder "taken" cannot be written: a file stands where a folder is needed. Name another one with --out.
      error: The folder "/proc/print" cannot be written: the way to it does not exist. Name another one with --out.
      "
    `);
  });
});

describe('new', () => {
  test('writes a session that is right, and never over another', () => {
    expect(padpress('new', 'spring').code).toBe(0);
    expect(padpress('check', 'spring/session.yaml')).toEqual({
      code: 0,
      out: '',
      said: 'spring/session.yaml is right.\n',
    });
    const again = padpress('new', 'spring');
    expect(again.code).toBe(1);
    expect(again.said).toMatchInlineSnapshot(`
      "error: "spring/session.yaml" exists already. Nothing was written: name another folder.
      "
    `);
  });

  test.each(['library', 'hospital', 'it-desk'])('copies the example %s with its pictures', name => {
    expect(padpress('new', 'tryout', '--example', name).code).toBe(0);
    expect(padpress('check', 'tryout/session.yaml').code).toBe(0);
    expect(filesIn(join(folder, 'tryout'))).toEqual(filesIn(join(installed, 'fixtures', name)));
  });
});

describe('capture', () => {
  const text = 'workshop: { title: One } # note\ngroups: [{ name: cooks, singular: cook }]\n';
  const row = 'cooks,Early,1,I can now cook.,Jo\n';
  beforeEach(() => writeFileSync(join(folder, 'session.yaml'), text));

  test('writes two sheets, and never over a filled one', () => {
    const { code, out } = padpress('capture', 'session.yaml');
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "capture.xlsx
      capture.csv
      Fill in one of the two in any spreadsheet program, a row for each mini-story, then run:
      padpress capture session.yaml --from capture.xlsx
      "
    `);
    expect(filesIn(folder)).toEqual(['capture.csv', 'capture.xlsx', 'session.yaml']);
    // Nothing has been typed in yet.
    expect(padpress('capture', 'session.yaml', '--quiet')).toEqual({ code: 0, out: '', said: '' });
    writeFileSync(join(folder, 'capture.csv'), `group,theme,number,text,person\n${row}`);
    const again = padpress('capture', 'session.yaml');
    expect(again.code).toBe(1);
    expect(again.said).toMatchInlineSnapshot(`
      "error: "capture.csv" is filled in: 1 of its rows is not in the session. Read it with "padpress capture session.yaml --from capture.csv", or write over it with --force.
      Nothing was written: 1 error.
      "
    `);
    expect(readFileSync(join(folder, 'capture.csv'), 'utf8')).toContain(row);
    expect(padpress('capture', 'session.yaml', '--out', 'sheets').code).toBe(0);
    expect(padpress('capture', 'session.yaml', '--force').code).toBe(0);
    expect(readFileSync(join(folder, 'capture.csv'), 'utf8')).not.toContain('I can now cook.');
  });

  test('puts a filled one into the session file, once', () => {
    writeFileSync(join(folder, 'capture.csv'), `group,theme,number,text,person\n${row}`);
    const first = padpress('capture', 'session.yaml', '--from', 'capture.csv');
    expect({ code: first.code, said: first.said }).toEqual({ code: 0, said: '' });
    expect(first.out).toMatchInlineSnapshot(`
      "cooks, Jo (new): 1 mini-story added, 1 theme added
      session.yaml has them now. Next: padpress check session.yaml
      "
    `);
    const now = readFileSync(join(folder, 'session.yaml'), 'utf8');
    expect(now.startsWith(text)).toBe(true);
    expect(now.slice(text.length)).toMatchInlineSnapshot(`
      "
      stories:
        - group: cooks
          person: Jo
          themes:
            - Early
          mini-stories:
            - I can now cook.
      "
    `);
    expect(padpress('capture', 'session.yaml', '--from', 'capture.csv').out).toMatchInlineSnapshot(`
      "session.yaml says all this already: nothing was changed.
      "
    `);
    expect(readFileSync(join(folder, 'session.yaml'), 'utf8')).toBe(now);
    expect(padpress('check', 'session.yaml').code).toBe(0);
  });

  test('says what is wrong, and leaves the session as it is', () => {
    writeFileSync(
      join(folder, 'capture.csv'),
      `group,theme,number,text,person\n${row.replace('cooks', 'coks')}`,
    );
    const wrong = [
      padpress('capture', 'session.yaml', '--from', 'capture.csv'),
      padpress('capture', 'session.yaml', '--from', 'capture.xls'),
      padpress('capture', 'missing.yaml'),
      padpress('capture', 'session.yaml', '--from', 'capture.csv', '--force'),
      padpress('capture', 'session.yaml', 'capture.csv'),
    ];
    expect(wrong.map(({ code }) => code)).toEqual([1, 1, 1, 2, 2]);
    expect(wrong.map(({ said }) => said).join('')).toMatchInlineSnapshot(`
      "capture.csv:2:1 error: There is no group "coks" (cell A2). Did you mean "cooks"?
      Nothing was written: 1 error.
      error: There is no file "capture.xls". Write a sheet first: padpress capture session.yaml
      Nothing was written: 1 error.
      error: There is no file "missing.yaml". Start one with "padpress new".
      Nothing was written: 1 error.
      error: --out and --force are for sheets that are written: say them without --from. See padpress --help.
      error: "capture.csv" is one argument too many: say --from before it. See padpress --help.
      "
    `);
    expect(readFileSync(join(folder, 'session.yaml'), 'utf8')).toBe(text);
  });
});

describe('forms', () => {
  const text = 'workshop: { title: One }\ngroups: [{ name: The cooks! }, { name: waiters }]\n';
  const files = new Map<string, Uint8Array>();
  beforeAll(async () => {
    const forms = await formsOf(text);
    const form = (path: string) => forms.get(path) ?? new Uint8Array();
    files.set('log.pdf', form('user-log-form.pdf'));
    for (const slug of ['the-cooks', 'waiters']) {
      const typed = { [`${slug}:line-1`]: `I can now help ${slug}.`, [`${slug}:title`]: 'new here' };
      files.set(`${slug}.pdf`, await filledByPdfLib(form(`story-forms/${slug}.pdf`), typed));
    }
  });
  beforeEach(() => {
    writeFileSync(join(folder, 'session.yaml'), text);
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  });

  test('go into the session file, several at once', () => {
    const { code, out, said } = padpress('capture', 'session.yaml', '--from', 'the-cooks.pdf', 'waiters.pdf');
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(out).toMatchInlineSnapshot(`
      "The cooks! (new): 1 mini-story added, title added
      waiters (new): 1 mini-story added, title added
      session.yaml has them now. Next: padpress check session.yaml
      "
    `);
    const now = readFileSync(join(folder, 'session.yaml'), 'utf8');
    expect(now.slice(text.length)).toMatchInlineSnapshot(`
      "
      stories:
        - group: The cooks!
          title: new here
          mini-stories:
            - I can now help the-cooks.
        - group: waiters
          title: new here
          mini-stories:
            - I can now help waiters.
      "
    `);
    const again = padpress('capture', '--from', 'the-cooks.pdf', '--from', 'waiters.pdf', 'session.yaml');
    expect(again.out).toContain('nothing was changed');
    expect(readFileSync(join(folder, 'session.yaml'), 'utf8')).toBe(now);
  });

  test('are printed as CSV where no session is named', () => {
    const { code, out, said } = padpress('capture', 'waiters.pdf', 'the-cooks.pdf');
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(out).toMatchInlineSnapshot(`
      "group,theme,number,text,person,title
      waiters,,1,I can now help waiters.,,new here
      the-cooks,,1,I can now help the-cooks.,,new here
      "
    `);
    const log = padpress('capture', 'log.pdf');
    expect(log.code).toBe(0);
    expect(log.out).toBe('project,desired,happened,next\n');
    expect(log.said).toMatchInlineSnapshot(`
      "warning: "log.pdf" is not filled in: no field has a text. Save it first where you typed into it.
      "
    `);
  });

  test('that are none, and calls that mean nothing', () => {
    writeFileSync(join(folder, 'none.pdf'), '%PDF-1.7');
    const wrong = [
      padpress('capture', 'none.pdf'),
      padpress('capture', 'waiters.pdf', 'missing.pdf'),
      padpress('capture', 'waiters.pdf', '--from', 'session.yaml'),
      padpress('capture', 'waiters.pdf', '--out', 'sheets'),
    ];
    expect(wrong.map(({ code, out }) => [code, out])).toEqual([
      [1, ''],
      [1, ''],
      [2, ''],
      [2, ''],
    ]);
    expect(wrong.map(({ said }) => said).join('')).toMatchInlineSnapshot(`
      "error: "none.pdf" cannot be read as a PDF: it is cut off or damaged. Save it again in the program in which it was filled in.
      Nothing was printed: 1 error.
      error: There is no file "missing.pdf". Name forms that were filled in and saved.
      Nothing was printed: 1 error.
      error: "waiters.pdf" is a form: name the session first, and forms after --from. See padpress --help.
      error: --out and --force are for sheets that are written: a form is printed. See padpress --help.
      "
    `);
  });
});

describe('layouts', () => {
  test('lists every layout with a sentence', () => {
    const { out } = padpress('layouts');
    expect(
      out
        .trim()
        .split('\n')
        .every(line => /^[a-z-]+ +[A-Z].+\.$/.test(line)),
      out,
    ).toBe(true);
    expect(out).toContain('question ');
  });

  test('copies one that sessions in the folder are then printed with', () => {
    writeFileSync(
      join(folder, 'session.yaml'),
      'workshop: { title: One }\ngroups: [{ name: cooks, singular: cook }]\n',
    );
    padpress('build', 'session.yaml', '--only', 'pads', '--out', 'before');
    expect(padpress('layouts', '--copy', 'question').code).toBe(0);
    const copy = join(folder, 'layouts', 'question.yaml');
    expect(readFileSync(copy, 'utf8')).toBe(
      readFileSync(join(installed, 'layouts', 'question.yaml'), 'utf8'),
    );
    padpress('build', 'session.yaml', '--only', 'pads', '--out', 'same');
    const pad = (name: string) => readFileSync(join(folder, name, 'pads', 'cooks.pdf'));
    expect(pad('same').equals(pad('before'))).toBe(true);
    writeFileSync(copy, readFileSync(copy, 'utf8').replace('style: headline', 'style: complaint'));
    padpress('build', 'session.yaml', '--only', 'pads', '--out', 'changed');
    expect(pad('changed').equals(pad('before'))).toBe(false);
    expect(padpress('layouts').out).toContain('(yours)');
    expect(padpress('layouts', '--copy', 'question').said).toMatchInlineSnapshot(`
      "error: "layouts/question.yaml" exists already. Nothing was written.
      "
    `);
  });
});

describe('the rest', () => {
  test('check prints JSON for machines', () => {
    writeFileSync(
      join(folder, 'session.yaml'),
      'workshop: { title: One }\ngroups: [{ name: cooks, colour: tael }]\n',
    );
    const { code, out } = padpress('check', 'session.yaml', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      session: 'session.yaml',
      diagnostics: [
        {
          severity: 'error',
          file: 'session.yaml',
          line: 2,
          column: 33,
          message: '"colour" is not a colour: got "tael".',
          hint: 'Did you mean "teal"? Or write it as "#1d3f8f".',
        },
      ],
    });
  });

  test('schema describes every key', () => {
    const session = JSON.parse(padpress('schema').out);
    expect(session.properties.groups.items.properties.name.description).toContain('plural');
    expect(session.required).toEqual(['workshop', 'groups']);
    const layout = JSON.parse(padpress('schema', '--layout').out);
    expect(JSON.stringify(layout)).toContain('Lines to write on by hand');
  });

  test('wrong usage is told with what was meant, exit code 2', () => {
    const wrong = [
      ['bild', 'session.yaml'],
      ['build'],
      ['build', library, '--gruop', 'students'],
      ['build', library, '--only', 'pad'],
      ['build', library, '--paper', 'A9'],
      ['new', 'x', '--example', 'libary'],
      ['layouts', '--copy', 'qestion'],
      [],
    ].map(args => padpress(...args));
    expect(wrong.map(({ code }) => code)).toEqual(wrong.map(() => 2));
    expect(wrong.map(({ said }) => said).join('')).toMatchInlineSnapshot(`
      "error: There is no command "bild". Did you mean "build"?
      error: Name the session file: padpress build session.yaml
      error: There is no option "gruop". Did you mean --group? See padpress --help.
      error: --only cannot be "pad". Did you mean "pads"? See padpress --help.
      error: --paper is not a paper: got "A9". Did you mean "A0"? Or write its sides: "500 x 700 mm", "25 x 30 in". See padpress --help.
      error: --example cannot be "libary". Did you mean "library"? See padpress --help.
      error: There is no layout "qestion". Did you mean "question"? See padpress --help.
      error: Name a command. See padpress --help.
      "
    `);
  });

  test('help has examples, and the version is that of the package', () => {
    for (const command of ['new', 'check', 'build', 'capture', 'layouts']) {
      const { code, out } = padpress(command, '--help');
      expect({ command, code }).toEqual({ command, code: 0 });
      expect(out).toContain('Examples:');
    }
    expect(padpress('--version').out.trim()).toBe(version);
    expect(JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')).version).toBe(version);
  });
});
