/** `padpress check FILE.pdf`, as people call it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfOf } from '../testing/objects.js';
import { padpressIn } from '../testing/program.js';
import { tagged } from '../testing/tagged.js';

const folder = mkdtempSync(join(tmpdir(), 'padpress-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(() => {
  const good = tagged();
  writeFileSync(join(folder, 'good.pdf'), pdfOf(good));
  const figure = good.figure?.replace('/Alt(A square)', '') ?? '';
  writeFileSync(join(folder, 'bad.PDF'), pdfOf({ ...good, figure }));
  writeFileSync(join(folder, 'text.pdf'), 'workshop: { title: One }\n');
});

const check = (...args: string[]) => padpressIn(folder, 'check', ...args);

test('a file that everybody can read is said to have no errors, and what was not checked is said', () => {
  expect(check('good.pdf')).toMatchInlineSnapshot(`
    {
      "code": 0,
      "out": "",
      "said": "good.pdf has no errors. Checked: all 87 points of the Matterhorn Protocol 1.1 (PDF/UA-1) that a program can decide.
    Not checked: the 48 that a person must judge, such as the reading order, and whether texts for pictures say what they show.
    ",
    }
  `);
  expect(check('good.pdf', '--quiet')).toEqual({ code: 0, out: '', said: '' });
});

test('what is wrong is said, to programs too', () => {
  expect(check('bad.PDF')).toMatchInlineSnapshot(`
    {
      "code": 1,
      "out": "error: "bad.PDF", page 1: 13-004: a figure has neither an alternative text nor a replacement text, at Document > Figure. Say what it shows (Alt), or mark the picture as an artifact when it shows nothing that matters.
    ",
      "said": "1 error. Checked: all 87 points of the Matterhorn Protocol 1.1 (PDF/UA-1) that a program can decide.
    Not checked: the 48 that a person must judge, such as the reading order, and whether texts for pictures say what they show.
    ",
    }
  `);
  const { code, out, said } = check('bad.PDF', '--json');
  expect({ code, said }).toEqual({ code: 1, said: '' });
  const { file, findings, checked, unchecked, people } = JSON.parse(out) as Record<string, unknown[]>;
  expect({ file, findings }).toMatchInlineSnapshot(`
    {
      "file": "bad.PDF",
      "findings": [
        {
          "element": "Document > Figure",
          "hint": "Say what it shows (Alt), or mark the picture as an artifact when it shows nothing that matters.",
          "message": "a figure has neither an alternative text nor a replacement text",
          "page": 1,
          "point": "13-004",
        },
      ],
    }
  `);
  expect([checked?.length, unchecked?.length, people?.length]).toEqual([87, 0, 48]);
});

test('what is no PDF, or not there, is said to be so', () => {
  const wrong = [
    check('text.pdf'),
    check('missing.pdf'),
    check('text.pdf', '--json'),
    check('good.pdf', '--print'),
  ];
  expect(wrong.map(({ code }) => code)).toEqual([1, 1, 1, 2]);
  expect(wrong.map(({ out, said }) => `${out}${said}`).join('')).toMatchInlineSnapshot(`
    "error: "text.pdf" is no PDF, or is damaged. Make it anew.
    error: There is no file "missing.pdf". padpress build makes the PDFs of a session.
    {
      "file": "text.pdf",
      "problem": {
        "message": "\\"text.pdf\\" is no PDF, or is damaged.",
        "hint": "Make it anew."
      }
    }
    error: --print and --out go with a session file; a PDF is checked by itself. See padpress --help.
    "
  `);
});
