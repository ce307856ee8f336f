/** What the gate says, and where. */
import { expect, test } from 'vitest';
import { formatDiagnostic } from '../diagnostic.js';
import type { PackRequest } from '../pack.js';
import { checkPack } from '../padpress.js';
import { written } from '../testing/fixtures.js';

const session = (more = '') => `workshop: { title: Trial }
groups:
  - name: students
    colour: teal
stories:
  - group: students
    person: Amira Khan
    quote: I can now borrow anywhere.
    story: One card opens all three libraries.
${more}`;

async function saidOf(
  files: Record<string, string>,
  more = '',
  request: Partial<PackRequest> = { only: ['log'] },
): Promise<string> {
  const { request: own, world } = written(session(more), files);
  const diagnostics = await checkPack({ ...own, ...request }, world);
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(formatDiagnostic)
    .join('\n');
}

const logOf = (sheet: string) => `page: { paper: A4, margin: 12 }\nsheet:\n  column:\n    items:\n${sheet}`;

test('a layout that sets text in a colour too weak is named, with the pair and the ratio', async () => {
  const layout = logOf('      - { text: A hint for all., style: body, colour: line }\n');
  expect(await saidOf({ 'layouts/user-log.yaml': layout })).toMatchInlineSnapshot(
    `"layouts/user-log.yaml:5:9 error: "A hint for all.", 12 pt, has too little contrast on the sheet "user-log": "line" (#767d84) on "paper" (#ffffff) is 4.1:1. Text under 24 pt wants 7.0:1 at least."`,
  );
});

test('a layout that lays a colour under text is named where it says so', async () => {
  const layout = logOf('      - { fill: quiet, text: "{words.logTitle}", style: title }\n');
  expect(await saidOf({ 'layouts/user-log.yaml': layout })).toMatchInlineSnapshot(
    `"layouts/user-log.yaml:5:9 error: "USER LOG", 30 pt, has too little contrast on the sheet "user-log": "ink" (#16191d) on "quiet" (#4b5157) is 2.1:1. Text from 24 pt wants 4.5:1 at least."`,
  );
});

test('the colour of a group is for large type', async () => {
  const layout = 'extends: pad\nslots:\n  body: { text: Small words, style: body, colour: group }\n';
  const files = { 'layouts/question.yaml': layout };
  expect(await saidOf(files, '', { only: ['pads'] })).toMatchInlineSnapshot(
    `"layouts/question.yaml:3:9 error: "Small words", 12 pt, has too little contrast on the sheet "question": "group" (#00696b) on "paper" (#ffffff) is 6.4:1. Text under 24 pt wants 7.0:1 at least."`,
  );
  // On small paper it is darkened until it is good for small type, too.
  expect(await saidOf(files, 'print: { paper: A4 }', { only: ['pads'] })).toBe('');
  expect(await saidOf(files, '', { only: ['pads'], print: { colour: 'grey' } })).toContain('6.');
});

test('text on a picture is held against the worst of the picture', async () => {
  const layout = logOf(`      - height: 40
        layers:
          - art: <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20"><rect width="100" height="20" fill="url(#g)"/><linearGradient id="g"><stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient></svg>
            crop: fill
          - { text: This text runs all across the picture and is lost somewhere on it, style: title }
`);
  expect(await saidOf({ 'layouts/user-log.yaml': layout })).toMatchInlineSnapshot(
    `"layouts/user-log.yaml:7:13 error: "This text runs all across the picture …", 30 pt, has too little contrast on the sheet "user-log": "ink" (#16191d) on a picture is 1.0:1. Text from 24 pt wants 4.5:1 at least. Put it beside the picture, or a box with a fill between the two."`,
  );
  const helped = layout.replace('          - { text', '          - { fill: paper, text');
  expect(await saidOf({ 'layouts/user-log.yaml': helped })).toBe('');
});

test('text under a solid is hidden', async () => {
  const layout = logOf(`      - height: 40
        layers:
          - { text: Under the box, style: body }
          - { fill: faint }
`);
  expect(await saidOf({ 'layouts/user-log.yaml': layout })).toMatchInlineSnapshot(
    `"layouts/user-log.yaml:8:13 error: "Under the box" is hidden on the sheet "user-log": "faint" (#e4e7ea) lies over it. Put it later in the layout than what lies over it, or elsewhere."`,
  );
});

test('lines to write on are seen', async () => {
  const layout = logOf('      - { fill: quiet, height: 60, inset: 5, writing: { lines: 3 } }\n');
  expect(await saidOf({ 'layouts/user-log.yaml': layout })).toMatchInlineSnapshot(
    `"layouts/user-log.yaml:5:9 error: A line to write on has too little contrast on the sheet "user-log": "line" (#767d84) on "quiet" (#4b5157) is 1.9:1. Lines to write on want 3.0:1 at least."`,
  );
});

test.each(['portrait', 'front-page', 'day'])(
  'posters of the design %s pass, with stations, on large and small paper',
  async poster => {
    const told = [9, 12, 15, 18].map(hour => `      ${hour}:00: I borrow a book.`).join('\n\n');
    const stories = session().replace(/ {4}story: .*/, `    before: I had to wait.\n    story: |\n${told}`);
    for (const print of [
      { paper: 'A1', colour: 'full' },
      { paper: 'A4', colour: 'ink-saver' },
    ]) {
      const { request, world } = written(`${stories}design: { poster: ${poster} }\n`);
      const diagnostics = await checkPack({ ...request, print, only: ['posters'] }, world);
      expect(diagnostics.filter(({ severity }) => severity === 'error').map(formatDiagnostic)).toEqual([]);
    }
  },
);

const themed = (theme: string) => saidOf({ 'themes/own.yaml': theme }, 'design: { theme: own }');

test('a theme keeps what layouts count on', async () => {
  const theme = 'about: Weak\nextends: house\ncolours:\n  quiet: "#8a9199"\n  line: "#b9bfc5"\n';
  expect(await themed(theme)).toMatchInlineSnapshot(`
    "themes/own.yaml:4:10 error: "quiet" (#8a9199) on "paper" (#ffffff) has a contrast of 3.1:1. The least for text is 7.0:1.
    themes/own.yaml:5:9 error: "line" (#b9bfc5) on "paper" (#ffffff) has a contrast of 1.8:1. The least for lines to write on is 3.0:1."
  `);
  expect(await themed(theme.replace('#8a9199', '#4b5157').replace('#b9bfc5', '#767d84'))).toBe('');
  expect(
    await themed(
      'about: Dark\nextends: house\ncolours:\n  paper: "#c8c8c8"\n  ink: "#000000"\n  quiet: "#000000"\n  line: "#000000"\n',
    ),
  ).toMatchInlineSnapshot(
    `"themes/own.yaml:4:10 error: "paper" (#c8c8c8) is too dark for the colours of groups: "blue" (#0a62b5) has a contrast of 3.6:1 on it. The least is 4.5:1."`,
  );
});

test('a style of a theme that names a weak colour is found where it is used', async () => {
  const theme = `about: Accents
extends: house
colours:
  accent: "#d98200"
styles:
  title: { colour: accent }
`;
  expect(await themed(theme)).toMatchInlineSnapshot(
    `"themes/own.yaml:6:20 error: "USER LOG", 30 pt, has too little contrast on the sheet "user-log": "accent" (#d98200) on "paper" (#ffffff) is 2.9:1. Text from 24 pt wants 4.5:1 at least."`,
  );
});

test('a theme may change single styles, also for kinds of sheet, and says what is wrong with it', async () => {
  expect(
    await themed(
      'about: Large\nextends: house\non:\n  landscape:\n    styles:\n      title: { size: 40 pt }\n',
    ),
  ).toBe('');
  expect(
    await themed(
      'about: Wrong\nextends: house\non:\n  landscap:\n    styles:\n      titel: { size: 40 pt }\n',
    ),
  ).toMatchInlineSnapshot(`
    "themes/own.yaml:5:5 error: There is no kind of sheet "landscap". Did you mean "landscape"?
    themes/own.yaml:6:14 error: There is no style "titel". Did you mean "title"?"
  `);
  expect(await themed('about: Lost\nextends: hause\n')).toMatchInlineSnapshot(
    `"themes/own.yaml:2:10 error: "extends" is not a theme: got "hause". Did you mean "house"?"`,
  );
  expect(await themed('about: Round\nextends: own\n')).toMatchInlineSnapshot(
    `"themes/own.yaml:2:10 error: The theme "own" extends itself."`,
  );
  expect(await themed('about: Alone\ncolours: { paper: "#ffffff" }\n')).toMatchInlineSnapshot(`
    "themes/own.yaml:1:1 error: "text" is missing from "fonts".
    themes/own.yaml:1:1 error: "text bold" is missing from "fonts".
    themes/own.yaml:1:1 error: "display" is missing from "fonts".
    themes/own.yaml:1:1 error: "display heavy" is missing from "fonts"."
  `);
});
