/** What screen readers are told of a page, as pdf.js reads the tree. */
import { describe, expect, test } from 'vitest';
import { makePack } from '../padpress.js';
import { fixture } from '../testing/fixtures.js';
import { packOf } from '../testing/packs.js';
import { objectsOf } from '../testing/pdf.js';
import { outlineOf, treeOf } from '../testing/tree.js';

async function fileOf(name: string, path: string): Promise<Uint8Array> {
  const { files, diagnostics } = await packOf(name);
  const file = files.find(candidate => candidate.path === path);
  if (!file) throw new Error(diagnostics.map(({ message }) => message).join('\n') || `There is no ${path}.`);
  return file.bytes;
}

test('a story sheet is a heading, a list of seven, a field with its label and a figure', async () => {
  const tree = await treeOf(await fileOf('library', 'pads/students.pdf'), 3);
  expect(outlineOf(tree).join('\n')).toMatchInlineSnapshot(`
    "Root
      Document
        Sect
          P students
          P One library for three colleges · 4 February 2027 · Northfield College, room B12
          H1 Under the new, better service:..
          L
            LI
              Lbl 1.
              LBody I can now …
            LI
              Lbl 2.
            LI
              Lbl 3.
            LI
              Lbl 4.
            LI
              Lbl 5.
            LI
              Lbl 6.
            LI
              Lbl 7.
          P Name:
          Form
          Figure [Draw a picture of the student here…] Draw a picture of the student here…"
  `);
});

test('a user log is a table with heads; what is blank on paper is a field in its form', async () => {
  const paper = outlineOf(await treeOf(await fileOf('library', 'user-log.pdf'), 1));
  expect(paper.join('\n')).toMatchInlineSnapshot(`
    "Root
      Document
        Sect
          H1 USER LOG
          P One library for three colleges · Northfield College, room B12
          Table
            TR
              TH Project & date tool used
              TH What was the desired outcome of using this tool?
              TH What actually happened?
              TH What would you do differently next time?
            TR
              TD
                Form One library for three colleges, 4 February 2027"
  `);
  const form = outlineOf(await treeOf(await fileOf('library', 'user-log-form.pdf'), 1));
  const count = (role: string) => form.filter(line => line.trim() === role).length;
  expect([count('TR'), count('TD'), count('Form')]).toEqual([6, 20, 20]);
});

test('words in another language than the document say in which', async () => {
  const lines = outlineOf(await treeOf(await fileOf('bilingual', 'user-log.pdf'), 1));
  expect(lines.filter(line => line.includes('(en)')).length).toBeGreaterThan(4);
  expect(lines[0]).toBe('Root');
});

test('lines from right to left are said by their element', async () => {
  const objects = objectsOf(await fileOf('ur', 'complaints.pdf'));
  expect(objects).toMatch(/\/S\/H1[^>]*\/ActualText<feff/);
});

describe('a part of a sheet on a tile', () => {
  test('is a figure that says which part it is, and the words on it', async () => {
    const { request, world } = fixture('library');
    const { files } = await makePack(
      { ...request, print: { route: 'office' }, only: ['pads'], group: 'students' },
      world,
    );
    const tree = outlineOf(await treeOf(files[0]?.bytes ?? new Uint8Array(), 2));
    expect(tree.join('\n')).toMatchInlineSnapshot(`
      "Root
        Document
          Figure [A1 · Question sheet · students
      students
      What are the students saying about it, that made the judges award your shared service the prize for ‘best student experience’?] students What are saying ab the judge shared se ‘best stud"
    `);
  });
});
