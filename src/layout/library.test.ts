/** Layouts that somebody has changed: what is wrong with them is told with line and column. */
import { expect, test } from 'vitest';
import { formatDiagnostic } from '../diagnostic.js';
import { checkPack, layOutPack } from '../padpress.js';
import { written } from '../testing/fixtures.js';
import { isText } from '../testing/ink.js';

/** What `check` says when the question sheet is this. */
async function said(text: string): Promise<string> {
  const { request, world } = written('workshop: { title: One }\ngroups: [{ name: cooks, singular: cook }]', {
    'layouts/question.yaml': text,
  });
  return (await checkPack(request, world)).map(formatDiagnostic).join('\n');
}

const pad = 'extends: pad\nslots:\n';

test('a slot that is none', async () => {
  expect(await said(`${pad}  hed: { text: "{wording.question}" }\n`)).toMatchInlineSnapshot(
    `"layouts/question.yaml:3:8 error: There is no slot "hed" to fill. Did you mean "head"?"`,
  );
});

test('a value that is none', async () => {
  expect(await said(`${pad}  head: { text: "{wording.qestion}", style: headline }\n`)).toMatchInlineSnapshot(
    `"layouts/question.yaml:3:9 error: There is no value "wording.qestion" here. Did you mean "question"?"`,
  );
  expect(await said(`${pad}  head: { text: "{nothing.here}", style: headline }\n`)).toMatchInlineSnapshot(
    `"layouts/question.yaml:3:9 error: There is no value "nothing.here" here. There are: paper, label, occasion, logo, coverLabel, group, wording, words, lines, page."`,
  );
});

test('a style and a colour that are none', async () => {
  expect(await said(`${pad}  head: { text: "{wording.question}", style: hedline }\n`)).toMatchInlineSnapshot(
    `"layouts/question.yaml:3:46 error: There is no style "hedline". Did you mean "headline"?"`,
  );
  expect(await said(`${pad}  head: { text: Hello, style: headline, colour: groop }\n`)).toMatchInlineSnapshot(
    `"layouts/question.yaml:3:49 error: There is no colour "groop". Did you mean "group"?"`,
  );
});

test('a key that is none, and two kinds in one node', async () => {
  expect(await said(`${pad}  head: { txt: Hello }\n`)).toMatchInlineSnapshot(
    `"layouts/question.yaml:3:11 error: "txt" is not a key of "head". Did you mean "text"?"`,
  );
  expect(await said(`${pad}  head: { text: Hello, frame: {} }\n`)).toMatchInlineSnapshot(
    `"layouts/question.yaml:3:31 error: A node is one thing only, and this is "text" and "frame"."`,
  );
});

test('lengths, insets and meanings that are none', async () => {
  expect(await said(`${pad}  head: { text: Hello, style: headline, height: 3cm }\n`)).toMatchInlineSnapshot(
    `"layouts/question.yaml:3:49 error: "height" is not a length: got "3cm". A length is a number of millimetres (62), a share of what is left (1fr) or fit."`,
  );
  expect(await said(`${pad}  head: { text: Hello, style: headline, inset: wide }\n`)).toMatchInlineSnapshot(
    `"layouts/question.yaml:3:48 error: "inset" is not an inset: got "wide". An inset is a number of millimetres, or a mapping of top, bottom, start, end."`,
  );
  expect(
    await said(`${pad}  head: { text: Hello, style: headline, means: heading }\n`),
  ).toMatchInlineSnapshot(
    `"layouts/question.yaml:3:48 error: "means" is not a meaning: got "heading". A meaning is heading 1 to heading 3, section, paragraph, label, list, item, table, row, head, cell, decoration, or a mapping {figure: alternative text} or {field: label}."`,
  );
});

test('a list without a name for its values', async () => {
  expect(await said(`${pad}  head: { each: lines, text: Hello }\n`)).toMatchInlineSnapshot(
    `"layouts/question.yaml:3:9 error: "each" and "as" go together. Write "each: complaints" and "as: complaint"."`,
  );
  expect(await said(`${pad}  head: { each: wording, as: line, text: Hello }\n`)).toMatchInlineSnapshot(
    `"layouts/question.yaml:3:9 error: "each: wording" needs a list, and this value is none."`,
  );
});

test('what it extends, or that it extends nothing', async () => {
  expect(await said('extends: padd\n')).toMatchInlineSnapshot(
    `"layouts/question.yaml:1:10 error: There is no layout "padd". Did you mean "pad"?"`,
  );
  expect(await said('extends: question\n')).toMatchInlineSnapshot(
    `"layouts/question.yaml:1:10 error: The layout "question" extends itself."`,
  );
  expect(await said('about: Nothing.\n')).toMatchInlineSnapshot(
    `"layouts/question.yaml:1:1 error: The layout "question" says neither what is on the page ("page" and "sheet") nor what it extends."`,
  );
});

test('a paper that is none', async () => {
  expect(await said('page: { paper: A11, margin: 15 }\nsheet: { text: Hello }\n')).toMatchInlineSnapshot(
    `"layouts/question.yaml:2:8 error: "A11" is not a paper size. Did you mean "A1"?"`,
  );
});

test('a kind of sheet that is none, and a paper to draw for that is none', async () => {
  expect(await said(`${pad}  head: { text: Hello }\non: { smal landscape: {} }\n`)).toMatchInlineSnapshot(
    `"layouts/question.yaml:4:7 error: There is no kind of sheet "smal". Did you mean "small"?"`,
  );
  expect(
    await said('page: { paper: A1, drawn: A11, margin: 15 }\nsheet: { text: Hello }\n'),
  ).toMatchInlineSnapshot(`"layouts/question.yaml:2:8 error: "A11" is not a paper size. Did you mean "A1"?"`);
});

test('text that is too long for its place', async () => {
  const long = 'Hello to everybody who has come here today. '.repeat(4).trim();
  expect(
    await said(`${pad}  head: { text: "${long}", style: headline, height: 60 }\n`),
  ).toMatchInlineSnapshot(
    `"layouts/question.yaml:3:9 error: "Hello to everybody who has come here …" does not fit on the sheet "question": at 86 pt, the smallest size of the style "headline", it is 134 mm too high; it would need about 47 pt. Make it about 23 words shorter."`,
  );
  expect(await said(`${pad}  head: { text: ${'a'.repeat(80)}, style: headline }\n`)).toMatchInlineSnapshot(
    `"layouts/question.yaml:3:9 error: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" is too wide for the sheet "question" at 86 pt, the smallest size of the style "headline". Use shorter words, or fewer."`,
  );
});

test('an own layout that is right changes the sheet', async () => {
  expect(await said(`${pad}  head: { text: Hello, style: headline, means: heading 1 }\n`)).toBe('');
});

test('a poster with a long story takes its other arrangement, and only a longer one is told', async () => {
  const { world } = written('');
  const poster = async (words: number) => {
    const stories = [
      { group: 'cooks', quote: 'I can now cook.', story: 'We cook together. '.repeat(words / 3) },
    ];
    const { request } = written(
      JSON.stringify({ workshop: { title: 'One' }, groups: [{ name: 'cooks', singular: 'cook' }], stories }),
    );
    const { pack, diagnostics } = await layOutPack({ ...request, only: ['posters'] }, world);
    const columns = new Set(
      pack?.files[0]?.sheets
        .flat()
        .flatMap(({ frames }) => frames.filter(isText))
        .filter(({ style }) => style === 'story')
        .flatMap(({ lines }) => lines.map(({ x }) => Math.round(x))),
    ).size;
    return { columns, said: diagnostics.map(({ message }) => message).join('') };
  };
  expect(await poster(300)).toEqual({ columns: 2, said: '' });
  expect(await poster(570)).toEqual({ columns: 3, said: '' });
  expect((await poster(1500)).said).toMatch(
    /^"We cook together.* is \d+ mm too high; it would need about \d+ pt\.$/,
  );
});

test('poor eyesight makes the type of pads larger by its factor', async () => {
  const { world } = written('');
  const floorOf = async (design: object) => {
    const { request } = written(
      JSON.stringify({ workshop: { title: 'One' }, groups: [{ name: 'cooks', singular: 'cook' }], design }),
    );
    const { pack } = await layOutPack({ ...request, only: ['pads'] }, world);
    const headline = pack?.files[0]?.sheets
      .flat()
      .flatMap(({ frames }) => frames.filter(isText))
      .find(({ style }) => style === 'headline');
    return headline?.floor ?? 0;
  };
  const usual = await floorOf({ 'reading-distance': '3 m' });
  expect(await floorOf({ 'reading-distance': '3 m', eyesight: 1.4 })).toBeCloseTo(1.4 * usual);
});

test('a script whose font is a package of its own: the message says which', async () => {
  const { request, world } = written(
    'workshop: { title: 图书馆 }\ngroups: [{ name: cooks, singular: cook }]',
  );
  const bare = {
    ...world,
    bundled: { ...world.bundled },
    packages: { read: () => ({ problem: 'missing' }) as const, list: () => [] },
  };
  expect((await checkPack(request, bare)).map(formatDiagnostic)[0]).toMatchInlineSnapshot(
    `"session.yaml:1:20 error: No font here has the sign "图" (U+56FE). Chinese is set by a font that is a package of its own: npm install @embedpdf/fonts-sc"`,
  );
});

test('an own base changes the sheets of its session, and those of no other', async () => {
  const session = 'workshop: { title: One }\ngroups: [{ name: cooks, singular: cook }]';
  const margins = async (files: Record<string, string>) => {
    const { request, world } = written(session, files);
    const { pack } = await layOutPack({ ...request, only: ['pads'] }, world);
    return new Set(pack?.files.flatMap(({ sheets }) => sheets.flat().map(({ margin }) => margin)));
  };
  const bundled = await margins({});
  const holes = '[{ slot: label }, { slot: head }, { slot: body }, { slot: foot }]';
  const own = {
    'layouts/pad.yaml': `page: { paper: "{paper}", drawn: A1, margin: 33 }\nsheet: { column: { items: ${holes} } }\n`,
  };
  expect([...(await margins(own))]).toContain(33);
  expect(await margins({})).toEqual(bundled);
  expect([...bundled]).not.toContain(33);
});
