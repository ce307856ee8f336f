/** The session file as one schema: the single place that says which keys there are and what they may hold. */
import { z } from 'zod';
import { wants } from '../reading/issues.js';
import { meantHint } from '../reading/nearest.js';
import { editions } from './choices.js';
import { contrast, darkened, leastContrast, ratioText } from './contrast.js';
import { mostLanguages } from './languages.js';
import { palette } from './palette.js';
import { pictured, visibleText } from './pictured.js';
import { printSchema } from './print.js';

/** Signs that a text may have. */
export const longest = 20_000;

/** Text of one line: line breaks and tabs are spaces. */
const oneLine = visibleText.max(longest).transform(text => text.replace(/[ \t\n]+/g, ' ').trim());
const line = (about: string) => oneLine.meta({ description: about, versions: true });

/** Text with paragraphs: an empty line parts them, other line breaks are spaces. */
const paragraphs = visibleText.max(longest).transform(text =>
  text
    .trim()
    .split(/\n[ \t]*\n/)
    .map(paragraph => paragraph.replace(/[ \t\n]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n\n'),
);
const prose = (about: string) => paragraphs.meta({ description: about, versions: true });

const path = (about: string) => visibleText.describe(`${about} A path relative to the session file.`);

/** What is wrong with a date, as a hint; nothing when it is one. */
function dateSlip(text: string): string | undefined {
  const [, year, month = 0, day = 0] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  if (year === undefined) return 'Write it as 2027-02-04: year, month, day.';
  if (month < 1 || month > 12) return `There is no month ${month}: write year, month, day.`;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day >= 1 && day <= days) return undefined;
  const name = new Date(Date.UTC(year, month - 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  return `${name} ${year} has ${days} days.`;
}

const date = (about: string) =>
  z
    .string()
    .refine(text => dateSlip(text) === undefined, {
      error: issue => wants('a date', dateSlip(String(issue.input))),
    })
    .describe(`${about} As 2027-02-04.`);

const time = (about: string) =>
  z
    .string({ error: wants('a time', 'Write it as "09:30", by the 24-hour clock.') })
    .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, wants('a time', 'Write it as "09:30", by the 24-hour clock.'))
    .transform(text => text.padStart(5, '0'))
    .describe(`${about} As "09:30".`);

const count = (least: number, most: number, about: string) => {
  const error = wants(`a whole number from ${least} to ${most}`);
  return z.int({ error }).min(least, error).max(most, error).describe(about);
};

const names = Object.keys(palette);

/** What is wrong with a colour that is written right: too light to be read; nothing when it is not. */
function tooLight(text: string): string | undefined {
  if (!text.startsWith('#')) return undefined;
  const ratio = contrast(text, '#ffffff');
  if (ratio >= leastContrast.large) return undefined;
  const dark = darkened(text.toLowerCase());
  return `Its contrast is ${ratioText(ratio)}, and ${ratioText(leastContrast.large)} is the least. "${dark}" is the same colour, dark enough.`;
}

const colourHint = (text: unknown) =>
  `${meantHint(String(text), names, 'Palette')} Or write it as "#1d3f8f".`;

const colour = z
  .string()
  .regex(new RegExp(`^(${names.join('|')}|#[0-9a-fA-F]{6})$`), {
    error: issue => wants('a colour', colourHint(issue.input)),
    abort: true,
  })
  .refine(text => tooLight(text) === undefined, {
    error: issue => wants('a colour that can be read on white', tooLight(String(issue.input))),
  })
  .describe(
    `The colour of the group’s sheets: ${names.join(', ')}, or "#rrggbb". The next of these when left out.`,
  );

const tagHint = 'Write a language tag: en-GB, cy, pl.';
const languageTag = z.string().refine(
  tag => {
    try {
      return Intl.getCanonicalLocales(tag).length === 1;
    } catch {
      return false;
    }
  },
  { error: wants('a language', tagHint) },
);

/** Roles of the method; each partner should send all of the first three. */
export const roles = ['service users', 'service staff', 'decision makers', 'other'] as const;
export type Role = (typeof roles)[number];

const copies = (sheet: string) => count(0, 50, `Copies of the ${sheet} sheet.`).default(1);

const group = z.strictObject({
  name: line('The group in the plural, as the question names it: "students".'),
  singular: line('One of them: "student".').optional(),
  role: z
    .enum(roles, { error: wants('a role') })
    .default('other')
    .describe('Which of the roles of the method they have.'),
  people: count(1, 1000, 'How many of them are in the room.').optional(),
  names: z
    .array(line('A name.'))
    .max(1000)
    .default([])
    .describe('The people by their names, for badges and seats.'),
  from: z
    .array(line('A partner.'))
    .min(1)
    .optional()
    .describe('The partners that they come from; all when left out.'),
  sheets: z
    .strictObject({ cover: copies('cover'), question: copies('question'), story: copies('story') })
    .prefault({})
    .describe('How many copies of each sheet.'),
  wording: z
    .strictObject({
      question: line('The question on the question sheet.').optional(),
      prompt: line('A second, smaller line under the question.').optional(),
      story: line('The headline of the story sheet.').optional(),
      starter: line('How the first line of the story begins.').optional(),
      draw: line('What stands in the frame for the picture.').optional(),
    })
    .prefault({})
    .describe('Replaces the default prompts of this group’s sheets.'),
  colour: colour.optional(),
});

const story = z
  .strictObject({
    group: line('The name of the group.'),
    person: line('The name of the (fictional) person.').optional(),
    title: line('Who the person is; printed under the name.').optional(),
    picture: path(
      'A JPEG, PNG, WebP, AVIF, GIF, TIFF or SVG; an illustrated portrait when left out.',
    ).optional(),
    ...pictured,
    alt: line('What the picture shows, for people who cannot see it.').optional(),
    poster: visibleText.describe('The poster design of this story.').optional(),
    themes: z
      .array(line('A theme.'))
      .default([])
      .describe('The themes of the group that the story is about.'),
    'mini-stories': z
      .array(line('A sentence.'))
      .default([])
      .describe('The sentences of the story sheet, in the first person.'),
    before: prose('What it used to be like.').optional(),
    story: prose('The story, in the first person; an empty line begins a paragraph.').optional(),
    quote: line('The one sentence that carries the poster.').optional(),
    resolves: z
      .array(count(1, 1000, 'The number of a complaint.'))
      .default([])
      .describe('Numbers of the complaints that it answers.'),
  })
  .describe('A story that came out of the workshop.');

export const sessionSchema = z
  .strictObject({
    workshop: z
      .strictObject({
        title: line('The name of the session; printed on every sheet.'),
        service: line('How sentences call the service: "the shared library service".').optional(),
        partners: z
          .array(line('An organisation.'))
          .default([])
          .describe('The organisations that share the service.'),
        date: date('The day of the session.').optional(),
        starts: time('When the session starts.').optional(),
        ends: time('When the session ends.').optional(),
        venue: line('Where the session is.').optional(),
        facilitator: line('Who runs the session.').optional(),
        'draft-by': date('When people get the draft of the vision.').optional(),
      })
      .describe('The session itself.'),
    language: z
      .union([languageTag, z.array(languageTag).min(1).max(mostLanguages)], {
        error: wants('a language', tagHint),
      })
      .default('en-GB')
      .describe('The language of the sheets, as a BCP 47 tag; two in a list for bilingual sheets.'),
    groups: z.array(group).min(1).max(60).describe('The stakeholder groups; each gets a pad.'),
    complaints: z
      .array(line('A complaint.'))
      .max(200)
      .default([])
      .describe('What keeps coming back in today’s service.'),
    stories: z
      .array(story)
      .max(500)
      .default([])
      .describe('What came out of the workshop; posters and the draft are made of it.'),
    print: printSchema,
    design: z
      .strictObject({
        theme: visibleText.default('house').describe('The theme: colours and type.'),
        poster: visibleText
          .default('portrait')
          .describe('The poster design: portrait, front-page, day, or one of your own.'),
        logo: path('A logo for every sheet: SVG, PNG or any other picture.').optional(),
        'reading-distance': z
          .string({ error: wants('a distance', 'Write it in metres: "4 m".') })
          .regex(/^(\d+(\.\d+)?) ?m$/, wants('a distance', 'Write it in metres: "4 m".'))
          .refine(
            text => Number.parseFloat(text) >= 2 && Number.parseFloat(text) <= 6,
            wants('a distance from 2 m to 6 m'),
          )
          .transform(text => Number.parseFloat(text))
          .prefault('4 m')
          .describe(
            'From how far A1 pads are read, smaller ones from nearer; decides the smallest type on them.',
          ),
        eyesight: z
          .number({ error: wants('a number from 1 to 2') })
          .min(1, wants('a number from 1 to 2'))
          .max(2, wants('a number from 1 to 2'))
          .default(1)
          .describe('So many times larger than usual, for a room in which people see less well.'),
        tinted: z
          .boolean()
          .default(false)
          .describe(
            'Documents are filled with the colour that the paper of the theme has: to be read on a screen, or printed on white.',
          ),
        accessible: z
          .enum(editions, { error: wants('a way to make documents easier to read') })
          .optional()
          .describe(
            'large-print: documents in 18 pt and over. easy-read: kit and draft with pictures and one idea a line.',
          ),
        'cover-label': z
          .boolean()
          .default(false)
          .describe('A small label at the edge of the cover; blank when left out.'),
      })
      .prefault({}),
    log: z
      .strictObject({ rows: count(1, 10, 'Rows of the user log.').default(5) })
      .prefault({})
      .describe('The user log.'),
    fonts: z
      .strictObject({
        text: path('A font for text: TTF or OTF.').optional(),
        display: path('A font for headlines: TTF or OTF.').optional(),
      })
      .prefault({})
      .describe('The organisation’s own fonts.'),
  })
  .describe('A session of padpress: one creative workshop and the paper that it needs.');

export type SessionFile = z.output<typeof sessionSchema>;

/** The schema for editors. In a session of several languages, words are a mapping with one text for each. */
export const sessionJsonSchema = () =>
  z.toJSONSchema(sessionSchema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (!('versions' in jsonSchema)) return;
      const { description, versions: _mark, ...text } = jsonSchema;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      const versions = {
        type: 'object',
        additionalProperties: { ...text },
        description: 'In each language: { cy: …, en: … }.',
      } as const;
      Object.assign(jsonSchema, { description, anyOf: [text, versions] });
    },
  });
