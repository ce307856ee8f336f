/** What the coach says of stories, and where it is silent. */
import { expect, test } from 'vitest';
import { formatDiagnostic } from '../diagnostic.js';
import { coachSession } from '../padpress.js';
import { fixture, written } from '../testing/fixtures.js';

/** Warnings on a session of cooks and waiters with these stories (YAML). */
async function said(stories: string, rest = ''): Promise<string[]> {
  const groups = 'groups: [{ name: cooks, singular: cook }, { name: waiters, singular: waiter }]';
  const { request, world } = written(`workshop: { title: One }\n${groups}\n${rest}\n${stories}\n`);
  return (await coachSession(request, world))
    .map(formatDiagnostic)
    .map(line => line.replace(/^session.yaml:/, ''));
}
/** A story that has nothing to be said of. */
const good = (more = '') =>
  `{ group: cooks, mini-stories: [I can now cook for ten minutes and rest.] ${more} }`;
const both = (more = '', other = '') =>
  `stories:\n- ${good(more)}\n- { group: waiters, mini-stories: [I can now sit down.] ${other} }`;

test('good stories, and no stories, have nothing to be said of', async () => {
  expect(await said(both())).toEqual([]);
  expect(await said('')).toEqual([]);
  expect(
    await said(both(', resolves: [2]', ', resolves: [1]'), 'complaints: [It is hot., It is loud.]'),
  ).toEqual([]);
});

test('each weakness of a mini-story is said with a reason and an example', async () => {
  const weak = [
    'Shorter days',
    'The kitchen team offers cakes.',
    'Guests can now order by phone.',
    'I like the oven.',
    'I can now bake with synergy.',
    `I can now ${'stir and '.repeat(13)}taste.`,
  ];
  expect(
    await said(
      `stories:\n- { group: cooks, mini-stories: ${JSON.stringify(weak)} }\n- ${good().replace('cooks', 'waiters')}`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "5:34 warning: The mini-story "Shorter days" is not a full sentence. A headline tells nobody what has changed for whom: "I can now borrow from all three libraries with one card."",
      "5:49 warning: The mini-story "The kitchen team offers cakes." has the organisation as its hero. Readers want to be the one in the story. Not "The service will be open till nine", but "I can now ask at nine at night."",
      "5:82 warning: The mini-story "Guests can now order by phone." is not in the first person. A story that somebody tells of themselves is believed: not "Patients go home", but "I can now go home the same day."",
      "5:115 warning: The mini-story "I like the oven." does not say what somebody can do now. It is the change that is to be seen: not "I like the desk", but "I can now get help at the desk until nine."",
      "5:134 warning: The mini-story "I can now bake with synergy." uses jargon. People outside the office must understand it: not "seamless pathway", but "one nurse, from ward to home".",
      "5:165 warning: The mini-story "I can now stir and stir and stir and stir and stir and st …" has more than 25 words. Only what is read at a glance is read on a wall. Make two of it: "I can now see who comes. I can now ring her."",
    ]
  `);
});

test('what is missing among the stories', async () => {
  expect(await said(`stories: [${good()}]`)).toMatchInlineSnapshot(`
    [
      "2:43 warning: The group "waiters" has no story. A vision that leaves out somebody who was in the room is not theirs. Take one mini-story of their pad and tell who says it.",
    ]
  `);
  expect(
    await said(both(', resolves: [2]'), 'complaints: [It is hot., It is loud., It is late.]'),
  ).toMatchInlineSnapshot(`
    [
      "3:14 warning: No story resolves complaints 1 and 3. Who complained looks for an answer. Tell it as "before … now …", and name the numbers: "resolves: [1]".",
      "6:3 warning: The story of "waiters" resolves no complaint. What is better shows beside what was bad: "Before, I rang three numbers. Now I ring one.", with "resolves: [2]".",
    ]
  `);
  expect(await said(both(', themes: [Cooking slowly, Trust and honesty]'))).toMatchInlineSnapshot(`
    [
      "5:103 warning: No story reflects the theme "Trust and honesty". A theme is remembered by what happens in a story: for "Trust", "She believed me, and gave me the key."",
    ]
  `);
  expect(await said(both().replace('for ten minutes ', ''))).toMatchInlineSnapshot(`
    [
      "5:1 warning: No story speaks of time or money. Those who decide ask what it costs: "It takes a day where it took a week, and we pay no more."",
    ]
  `);
  expect(await said(both(', story: The cook rests. She is a stakeholder.'))).toMatchInlineSnapshot(`
    [
      "5:85 warning: The story is not in the first person. A story that somebody tells of themselves is believed: not "Patients go home", but "I can now go home the same day."",
      "5:85 warning: The story uses jargon. People outside the office must understand it: not "seamless pathway", but "one nurse, from ward to home".",
    ]
  `);
});

test('languages that have no rules are not judged; of two, each by its own', async () => {
  const polish =
    'stories: [{ group: cooks, mini-stories: [Piec] }, { group: waiters, mini-stories: [Stolik] }]';
  expect(await said(polish, 'language: pl')).toEqual([]);
  const { request, world } = written(
    `workshop: { title: { cy: Un, en: One } }
language: [cy, en]
groups: [{ name: { cy: cogyddion, en: cooks }, singular: { cy: cogydd, en: cook } }]
stories:
  - group: cooks
    mini-stories:
      - cy: Un cerdyn i bawb
        en: I can now pay with one card.
`,
  );
  expect((await coachSession(request, world)).map(formatDiagnostic)).toMatchInlineSnapshot(`
    [
      "session.yaml:7:13 warning: The mini-story "Un cerdyn i bawb" is not a full sentence. A headline tells nobody what has changed for whom: "I can now borrow from all three libraries with one card."",
    ]
  `);
});

test('the samples are not drowned in warnings', async () => {
  for (const [name, most] of [
    ['library', 1],
    ['hospital', 0],
    ['it-desk', 0],
    ['cy', 2],
    ['bilingual', 2],
  ] as const) {
    const { request, world } = fixture(name);
    expect((await coachSession(request, world)).map(formatDiagnostic).length, name).toBeLessThanOrEqual(most);
  }
});
