/**
 * The poster designs hold whatever people bring: laws of frames, and every word of the story on paper, for stories of three
 * lengths, four kinds of picture, with and without what is optional, in several languages, on all kinds of paper and on the
 * screen. Each design is tried on a covering selection; `PADPRESS_PAPERS=all` tries all of it.
 */
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { layOutPack } from '../padpress.js';
import { papers, scaleOf } from '../papers.js';
import { readDocument } from '../reading/document.js';
import { fixture, fixtures, written } from '../testing/fixtures.js';
import { allText, collisions, isText, outside, rounding, weakTexts } from '../testing/ink.js';
import { structureFaults } from '../testing/structure.js';
import type { Sheet } from './frame.js';

const designs = ['portrait', 'front-page', 'day'] as const;
const all = process.env.PADPRESS_PAPERS === 'all';
const everyPaper = ['A1', 'A0', 'A2', 'A3', 'A4', 'A5', 'Letter'].flatMap(name => [
  name,
  `${name} landscape`,
]);
const lengths = [40, 150, 400];
const pictures = ['photo.jpg', 'drawing.png', 'drawing.svg', undefined];

const sentences: Readonly<Record<string, readonly string[]>> = {
  'en-GB': [
    'It is ten at night, my shift is over, and my essay on wound care is due on Friday.',
    'I open the chat and type what I need.',
    'He finds the chapter, and the book too: tomorrow it will be on the shelf by the ward.',
    'My tutor says that I have never handed in so early.',
  ],
  pl: [
    'Jest dziesiąta wieczorem i skończyłam zmianę.',
    'Otwieram czat i piszę, czego potrzebuję.',
    'Bibliotekarka odpowiada mi natychmiast, choć pracuje w zupełnie innej uczelni.',
  ],
  ur: [
    'رات کے دس بجے ہیں اور میری شفٹ ختم ہو گئی ہے۔',
    'میں چیٹ کھولتی ہوں اور لکھتی ہوں کہ مجھے کیا چاہیے۔',
  ],
  cy: [
    'Mae hi’n ddeg o’r gloch y nos, ac mae fy shifft ar ben.',
    'Rwy’n agor y sgwrs ac yn teipio’r hyn sydd ei angen arnaf.',
  ],
};

/** So many words in three paragraphs, or in one where they are few. */
function told(count: number, language: string): string {
  const pool = sentences[language] ?? [];
  const said: string[] = [];
  for (let words = 0; words < count; words += said.at(-1)?.split(' ').length ?? 0)
    said.push(pool[said.length % pool.length] ?? '');
  const each = count < 100 ? said.length : Math.ceil(said.length / 3);
  return Array.from({ length: Math.ceil(said.length / each) }, (_, part) =>
    said.slice(part * each, (part + 1) * each).join(' '),
  ).join('\n\n');
}

/** A text that the story does not have, a word short of it, so that it is missed where it is not told. */
const beforeIn = (language: string) => told(18, language).replace(/ \S+/, '');

let files: Record<string, Uint8Array | string> = {};
beforeAll(async () => {
  const face = (colour: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400"><circle cx="150" cy="160" r="90" fill="none" stroke="${colour}" stroke-width="6"/></svg>`;
  const drawn = Buffer.from(face('#222222'));
  files = {
    'photo.jpg': new Uint8Array(await sharp(drawn).flatten({ background: '#c8b090' }).jpeg().toBuffer()),
    'drawing.png': new Uint8Array(await sharp(drawn).png().toBuffer()),
    'drawing.svg': face('#222222'),
  };
});

interface Case {
  poster: string;
  words: number;
  picture: string | undefined;
  full: boolean;
}
const every: Case[] = designs.flatMap(poster =>
  lengths.flatMap((words, length) =>
    pictures.map((picture, number) => ({ poster, words, picture, full: (length + number) % 2 === 0 })),
  ),
);

function sessionOf(cases: readonly Case[], paper: string, languages: readonly string[]) {
  const [language = ''] = languages;
  const both = (text: (language: string) => string) =>
    languages.length === 1 ? text(language) : Object.fromEntries(languages.map(one => [one, text(one)]));
  const sentence = (one: string) => sentences[one]?.[1] ?? '';
  return {
    language: languages.length === 1 ? language : languages,
    print: { paper },
    workshop: { title: 'One library', partners: ['Northfield College'], date: '2027-02-04' },
    groups: [{ name: both(one => `${one} students`), singular: both(one => `${one} student`) }],
    stories: cases.map(({ poster, words, picture, full }) => ({
      group: `${language} students`,
      poster,
      story: both(one => told(words, one)),
      'mini-stories': [both(sentence), both(one => sentences[one]?.[0] ?? '')],
      ...(picture && { picture }),
      ...(full && {
        person: 'Katarzyna Wiśniewska-Brzęczyszczykiewicz',
        title: both(sentence),
        quote: both(one => sentences[one]?.at(-1) ?? ''),
        before: both(beforeIn),
        themes: [both(sentence), both(sentence)],
      }),
    })),
  };
}

const wordsIn = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]/gu, '');

async function postersOf(session: object, around = written('', files).world) {
  const { request } = written(JSON.stringify(session));
  const { pack, diagnostics } = await layOutPack({ ...request, only: ['posters'] }, around);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  const file = (path: string) => pack?.files.find(({ order }) => order.path === path)?.sheets.flat() ?? [];
  return { errors, printed: file('posters.pdf'), shown: file('posters-screen.pdf') };
}

function holdLaws(sheets: readonly Sheet[], about: string): void {
  expect(sheets.flatMap(outside), about).toEqual([]);
  expect(sheets.flatMap(collisions), about).toEqual([]);
  expect(
    sheets.flatMap(sheet => structureFaults([sheet])),
    about,
  ).toEqual([]);
  expect(sheets.flatMap(weakTexts), about).toEqual([]);
}

/** Papers are dealt out to the cases of a language so that each meets each design. */
const dealt = (paper: number): Case[] =>
  all ? every : every.filter((_, index) => (index * 5 + paper) % 6 === 0);

describe.each(['en-GB', 'pl', 'ur', 'cy en-GB'])('stories in %s', spoken => {
  const languages = spoken.split(' ');
  const on = everyPaper.filter((_, index) => all || spoken === 'en-GB' || index % 3 === spoken.length % 3);

  test.each(on)('are whole on %s, in each design', async paper => {
    // A5 holds 150 words at a size that can be read; in two languages a paper holds half as many of each.
    const most = (paper.startsWith('A5') ? 150 : 400) / languages.length;
    const cases = dealt(everyPaper.indexOf(paper)).filter(({ words }) => words <= most);
    const { errors, printed, shown } = await postersOf(sessionOf(cases, paper, languages));
    expect(errors).toEqual([]);
    for (const sheets of [printed, shown]) {
      expect(sheets).toHaveLength(cases.length);
      holdLaws(sheets, paper);
      for (const [index, sheet] of sheets.entries()) {
        const text = wordsIn(allText(sheet));
        for (const language of languages) {
          for (const sentence of told(cases[index]?.words ?? 0, language).split(/(?<=[.۔])\s+/))
            expect(text, `${sheet.layout} on ${paper}`).toContain(wordsIn(sentence));
          if (cases[index]?.full)
            expect(text, `${sheet.layout} on ${paper}`).toContain(wordsIn(beforeIn(language)));
        }
      }
    }
  });
});

describe.each(designs)('%s', design => {
  test.each(fixtures)('holds the stories of %s', async name => {
    const { request, world } = fixture(name);
    const session = readDocument(request.source).document?.data as ReturnType<typeof sessionOf> & {
      design?: object;
    };
    // 400 words and more, in the smallest print, are for larger paper.
    const on = everyPaper.filter(
      paper => !['long-text', 'bilingual'].includes(name) || !paper.startsWith('A5'),
    );
    const turn = fixtures.indexOf(name) + designs.indexOf(design);
    for (const paper of all ? on : [on[(turn * 3) % on.length] ?? 'A1']) {
      const asked = {
        ...session,
        print: { ...session.print, paper },
        design: { ...session.design, poster: design },
      };
      const { errors, printed, shown } = await postersOf(asked, world);
      expect(errors, paper).toEqual([]);
      expect(printed).toHaveLength((session.stories ?? []).length);
      expect(shown).toHaveLength(printed.length);
      holdLaws([...printed, ...shown], paper);
    }
  });

  test('is read from where people stand on A1', async () => {
    const cases = every.filter(({ poster, words }) => poster === design && words <= 150);
    for (const paper of ['A1', 'A1 landscape']) {
      const { printed } = await postersOf(sessionOf(cases, paper, ['en-GB']));
      for (const { size, style } of printed.flatMap(({ frames }) => frames.filter(isText))) {
        const least = /^(quote|headline)/.test(style)
          ? 61
          : /^(person|caption|role)/.test(style)
            ? 48
            : /^(story|station)/.test(style)
              ? 30
              : 15;
        expect(size, `${style} on ${paper}`).toBeGreaterThanOrEqual(least - rounding);
      }
    }
  });
});

test('a long sentence, name and title leave room for a story of 150 words, on paper and on the screen', async () => {
  const cases = designs.map(poster => ({ poster, words: 150, picture: 'photo.jpg', full: true }));
  const session = sessionOf(cases, 'A3', ['en-GB']);
  const long = {
    person: 'Wilhelmina Featherstonehaugh-Cholmondeley',
    title:
      'Senior multi-disciplinary rehabilitation and reablement practitioner, evenings and weekends, Wellingborough and Rushden',
    quote:
      'I was told on Monday what I used to be told in March, and I could tell the family on the very same afternoon, without having to ring four different numbers first.',
    before:
      'Before this I had to ring four numbers, and explain to each of the four people who answered why I was not the person that they thought I was.',
  };
  const stories = session.stories.map(story => ({ ...story, ...long }));
  const { errors, printed, shown } = await postersOf({
    ...session,
    workshop: {
      ...session.workshop,
      partners: [
        'Northamptonshire Healthcare NHS Foundation Trust',
        'Kettering, Corby and Wellingborough Joint Commissioning Partnership',
        'University Hospitals of Northamptonshire',
      ],
    },
    stories,
  });
  expect(errors).toEqual([]);
  holdLaws([...printed, ...shown], 'long words');
  for (const sheet of [...printed, ...shown])
    for (const words of Object.values(long))
      expect(wordsIn(allText(sheet)), sheet.layout).toContain(wordsIn(words));
});

test('a page for the screen is 16:9, whatever the paper', async () => {
  const { shown } = await postersOf(sessionOf(every.slice(0, 2), 'A0 landscape', ['en-GB']));
  for (const { size } of shown) expect(size.width / size.height).toBeCloseTo(16 / 9, 3);
  expect(scaleOf(papers.A4 ?? { width: 0, height: 0 })).toBeLessThan(
    scaleOf(shown[0]?.size ?? { width: 0, height: 0 }),
  );
});
