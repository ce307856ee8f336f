/** The workshop method in numbers and words: times, counts, prompts, file names. */
import { expect, test } from 'vitest';
import { layOutPack } from '../padpress.js';
import { written } from '../testing/fixtures.js';
import { allText } from '../testing/ink.js';
import { minutesOf, scheduleOf, timeOf } from './schedule.js';
import { tablesOf } from './seating.js';
import { slugger, slugOf } from './slugs.js';
import { findWords, languagesWithWords } from './words.js';

test.each([
  ['09:30', '12:30', true],
  ['13:00', '14:00', false],
  ['10:00', '16:05', true],
  ['18:00', '18:20', false],
])('the steps from %s to %s leave no gap', (starts, ends, complaints) => {
  const steps = scheduleOf(starts, ends, complaints);
  const whole = minutesOf(ends) - minutesOf(starts);
  let from = 0;
  for (const step of steps) {
    expect(step.from).toBe(from);
    expect(step.minutes).toBeGreaterThan(0);
    from += step.minutes;
  }
  expect(from).toBe(whole);
  expect(steps.some(({ name }) => name === 'break')).toBe(whole > 120);
  expect(steps.some(({ name }) => name === 'complaints')).toBe(complaints);
});

test('times of a morning are round', () => {
  const times = scheduleOf('09:30', '12:30', true).map(
    ({ name, from }) => `${timeOf(minutesOf('09:30') + from)} ${name}`,
  );
  expect(times).toMatchInlineSnapshot(`
    [
      "09:30 scene",
      "09:45 notes",
      "10:30 cluster",
      "11:00 break",
      "11:15 complaints",
      "11:25 story",
      "12:10 close",
    ]
  `);
});

test('file names are safe on every system', () => {
  expect(slugOf('Pacjenci & ich opiekunowie')).toBe('pacjenci-ich-opiekunowie');
  expect(slugOf('Łódź')).toBe('lodz');
  expect(slugOf('con')).toBe('con-1');
  expect(slugOf('../../etc/passwd')).toBe('etc-passwd');
  expect(slugOf('学生')).toBe('学生');
  expect(slugOf('???')).toBe('sheet');
  expect(slugOf('a'.repeat(300)).length).toBeLessThanOrEqual(60);
  const slug = slugger();
  expect([slug('Staff!'), slug('staff'), slug('staff-2'), slug('STAFF')]).toEqual([
    'staff',
    'staff-2',
    'staff-2-2',
    'staff-3',
  ]);
});

/** The text of all sheets of a layout. */
async function textOf(session: string, layout: string): Promise<string> {
  const { request, world } = written(session);
  const { pack } = await layOutPack(request, world);
  return (pack?.files ?? [])
    .flatMap(file => file.sheets.flat())
    .filter(sheet => sheet.layout === layout)
    .map(allText)
    .join(' | ');
}

test('the question has grammar for any group', async () => {
  const question = (group: string) => textOf(`workshop: { title: One }\ngroups: [{ ${group} }]`, 'question');
  expect(await question('name: students, singular: student')).toContain(
    'What are the students saying about it, that made the judges award your shared service the prize for ‘best student experience’?',
  );
  expect(await question('name: the Board, singular: Board member')).toContain('What are the Board saying');
  expect(await question('name: patients')).toContain('‘best experience for patients’?');
  expect(await question('name: agents, singular: agent, role: service staff')).toContain(
    'What is it like to work in the new service?',
  );
  expect(
    await question('name: a, singular: b, wording: { question: "Why, {a}?", prompt: Say more. }'),
  ).toMatch(/Why, \{a\}\?.*Say more\./);
});

test('the frame says whom to draw', async () => {
  const story = (group: string) => textOf(`workshop: { title: One }\ngroups: [{ ${group} }]`, 'story');
  expect(await story('name: students, singular: student')).toContain('Draw a picture of the student here…');
  expect(await story('name: students')).toContain('Draw a picture of the user here…');
});

test('the packing list counts notes: people × groups × 3, and a quarter more', async () => {
  const packing = await textOf(
    'workshop: { title: One, partners: [A, B] }\ngroups: [{ name: students, people: 7 }, { name: staff, people: 5, sheets: { story: 3 } }]',
    'kit-packing',
  );
  expect(packing).toContain('90 Sticky notes');
  expect(packing).toContain('8 sheets in all: students 3, staff 5.');
  expect(packing).not.toContain('counted as');
  expect(await textOf('workshop: { title: One }\ngroups: [{ name: students }]', 'kit-packing')).toContain(
    'counted as 8 each',
  );
});

test('gaps between partners and roles are shown', async () => {
  const people = await textOf(
    'workshop: { title: One, partners: [A, B] }\ngroups: [{ name: students, role: service users }, { name: heads, role: decision makers, from: [A] }]',
    'kit-people',
  );
  expect(people).toContain(
    'Still to invite: Service staff from A, Service staff from B and Decision makers from B.',
  );
});

test('each partner is spread evenly over the tables of a group', () => {
  for (const [people, partners] of [
    [9, 3],
    [20, 3],
    [31, 4],
    [1, 2],
    [7, 0],
  ] as const) {
    const names = Array.from({ length: partners }, (_, index) => `P${index}`);
    const tables = tablesOf(people, names);
    expect(tables.reduce((sum, table) => sum + table.people, 0)).toBe(people);
    for (const table of tables) {
      expect(table.people).toBeLessThanOrEqual(10);
      const seats = [...table.from.values()].reduce((sum, count) => sum + count, 0);
      expect(seats).toBe(partners === 0 ? 0 : table.people);
    }
    for (const name of names) {
      const counts = tables.map(({ from }) => from.get(name) ?? 0);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
  }
});

test('the promise names the day of the draft', async () => {
  const session = 'workshop: { title: One, draft-by: 2027-02-18 }\ngroups: [{ name: students }]';
  expect(await textOf(session, 'kit-run-sheet')).toContain(
    'first draft of the vision by 18\u00a0February 2027',
  );
});

test('every language has every word, and fills in what English fills in', () => {
  const { world } = written('');
  const holes = (value: unknown): unknown => {
    if (typeof value === 'string') return [...new Set(value.match(/\{\w+\}/g))].sort().join(' ');
    if (Array.isArray(value)) return value.map(holes);
    return Object.fromEntries(
      Object.entries((value ?? {}) as object).map(([key, held]) => [key, holes(held)]),
    );
  };
  const place = { file: '', line: 1, column: 1 };
  const english = findWords('en', world, place).words;
  const { article: _the, ...pads } = english?.pads ?? {};
  const languages = languagesWithWords(world);
  expect(languages.length).toBeGreaterThanOrEqual(14);
  for (const language of languages) {
    const { words, diagnostics } = findWords(language, world, place);
    expect(diagnostics, language).toEqual([]);
    expect(holes(words), language).toMatchObject(holes({ ...english, pads }) as object);
    expect(JSON.stringify(words), language).toBe(JSON.stringify(words).normalize('NFC'));
  }
});

test('Chinese is that of its region, and a language without words is told', () => {
  const { world } = written('');
  const name = (language: string) =>
    findWords(language, world, { file: 's', line: 1, column: 1 }).words?.pads.name;
  expect(['zh', 'zh-CN', 'zh-TW', 'zh-HK'].map(name)).toEqual(
    ['zh-Hans', 'zh-Hans', 'zh-Hant', 'zh-Hant'].map(name),
  );
});
