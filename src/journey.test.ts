/** The whole way of a workshop by commands alone, from nothing to the draft of what people wrote on the pads; the PDFs are read. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pagesOf } from './testing/pdf.js';
import { padpressIn } from './testing/program.js';

const folder = mkdtempSync(join(tmpdir(), 'padpress-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What padpress says: results, then messages. Stops where it fails. */
function padpress(...args: string[]): string {
  const { code: status, out, said: stderr } = padpressIn(folder, ...args);
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  return out + stderr;
}

const file = (path: string) => readFileSync(join(folder, 'spring', path));
const printed = (path: string) => pagesOf(new Uint8Array(file(join('print', path))));

test('new, build, capture, fill, capture back, check, build', async () => {
  padpress('new', 'spring', '--example', 'library');
  padpress('build', 'spring/session.yaml', '--only', 'pads,posters,draft');
  const before = { pads: file('print/pads/students.pdf'), draft: (await printed('draft.pdf')).join(' ') };
  expect(await printed('posters.pdf')).toHaveLength(3);

  padpress('capture', 'spring/session.yaml');
  const sheet = file('capture.csv').toString('utf8');
  const filled = sheet
    .replace('principals,,3,,', 'principals,,3,"I can now say yes, and to whom.",')
    .replace(
      'students,,5,,Amira Khan',
      'students,Quiet rooms,1,I can now book a quiet room from the bus.,Ben Carter',
    )
    .replace('students,,6,,Amira Khan', 'students,,2,I can now sit where nobody rings.,Ben Carter');
  writeFileSync(join(folder, 'spring', 'capture.csv'), filled);
  const notes = file('session.yaml').toString('utf8').match(/#.*/g);
  expect(padpress('capture', 'spring/session.yaml', '--from', 'spring/capture.csv')).toMatchInlineSnapshot(`
    "students, Ben Carter (new): 2 mini-stories added, 1 theme added
    principals, Margaret Owusu: 1 mini-story added
    spring/session.yaml has them now. Next: padpress check spring/session.yaml
    "
  `);
  const session = file('session.yaml');
  expect(session.toString('utf8').match(/#.*/g)).toEqual(notes);
  padpress('capture', 'spring/session.yaml', '--from', 'spring/capture.csv');
  expect(file('session.yaml').equals(session)).toBe(true);

  expect(padpress('check', 'spring/session.yaml')).toMatchInlineSnapshot(`
    "spring/session.yaml:42:5 warning: No story resolves complaint 5. Who complained looks for an answer. Tell it as "before … now …", and name the numbers: "resolves: [1]".
    spring/session.yaml:109:5 warning: The story of Ben Carter resolves no complaint. What is better shows beside what was bad: "Before, I rang three numbers. Now I ring one.", with "resolves: [2]".
    2 warnings.
    "
  `);
  padpress('build', 'spring/session.yaml');
  expect(file('print/pads/students.pdf').equals(before.pads)).toBe(true);
  const posters = await printed('posters.pdf');
  expect(posters).toHaveLength(4);
  const [ben = ''] = await printed('posters/students-ben-carter.pdf');
  expect(posters).toContain(ben);
  for (const words of [
    'Ben Carter',
    'I can now book a quiet room from the bus.',
    'I can now sit where nobody rings.',
  ])
    expect(ben).toContain(words);
  const draft = (await printed('draft.pdf')).join(' ');
  for (const words of ['Quiet rooms', 'I can now sit where nobody rings.', 'I can now say yes, and to whom.'])
    expect(draft).toContain(words);
  for (const sentence of before.draft.match(/I can now [^.]+\./g) ?? []) expect(draft).toContain(sentence);
  expect(await printed('posters-screen.pdf')).toHaveLength(4);
});
