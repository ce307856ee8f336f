/** The vision posters: one page for each story, one file with all of them, and one for the screen. */

import { formatsOf } from '../formats.js';
import { hasBeyond, pattern } from '../letters.js';
import { screenPaper } from '../papers.js';
import type { Session, Story } from '../session/session.js';
import { dateIn, dotted } from './occasion.js';
import type { FileOrder, SheetOrder } from './order.js';
import { stationsOf, toldIn } from './stations.js';
import { fill, type Words } from './words.js';

/** A story of fewer letters is brief: about eighty words. Letters that are whole words count for more. */
const briefLetters = 480;
const lettersOfOne = 3;
/** What stands under "Now" beside what it was like before: sentences of the story sheet. */
const mostNow = 2;
/** Stations that stand side by side on a page that is wider than high. */
const mostAbreast = 4;

/** @param slug gives each poster its file name */
export function postersOf(
  session: Session,
  words: Words,
  language: string,
  slug: (name: string) => string,
): FileOrder[] {
  const posters = session.stories.map((story, number) => ({
    story,
    sheet: posterOf(session, story, number, words, language),
  }));
  if (posters.length === 0) return [];
  const files = posters.map(({ story, sheet }): FileOrder => {
    const name = fill(words.poster.title, { person: story.person ?? story.group });
    return {
      path: `posters/${slug(`${story.group} ${story.person ?? ''}`)}.pdf`,
      part: 'posters',
      group: story.group,
      name,
      title: name,
      sheets: [sheet],
    };
  });
  const name = words.poster.titles;
  const title = `${name}: ${session.workshop.title}`;
  return [
    ...files,
    { path: 'posters.pdf', part: 'posters', name, title, sheets: posters.map(({ sheet }) => sheet) },
    {
      path: 'posters-screen.pdf',
      part: 'posters',
      screen: true,
      name,
      title,
      sheets: posters.map(({ sheet }) => forScreen(sheet)),
    },
  ];
}

const forScreen = (sheet: SheetOrder): SheetOrder => ({
  ...sheet,
  kinds: [...(sheet.kinds ?? []), 'screen'],
  values: { ...sheet.values, paper: screenPaper },
});

function posterOf(
  session: Session,
  story: Story,
  number: number,
  words: Words,
  language: string,
): SheetOrder {
  const from = (key: string) => ['stories', number, key];
  const said = (key: 'person' | 'title' | 'quote') => {
    const text = story[key];
    return text === undefined ? null : { text, from: from(key) };
  };
  const { title, partners, date } = session.workshop;
  const together = formatsOf(language).commas(partners);
  const [first = '', ...others] = story['mini-stories'];
  const parts = toldIn(story, from);
  const told = parts.map(({ text }) => text).join('\n\n');
  const { poster } = words;
  const now =
    story.before && story.story ? (story.quote ? story['mini-stories'] : others).slice(0, mostNow) : [];
  const stations = stationsOf(parts, poster.times, language);
  const quoted = story.quote ? 0 : 1;
  return {
    layout: `poster-${story.poster ?? session.design.poster}`,
    ...(isBrief(`${told} ${story.before ?? ''}`) && { kinds: ['brief'] }),
    name: `${words.printing.sheets.poster} · ${story.person ?? story.group}`,
    language,
    copies: 1,
    colours: { group: session.groups.find(group => group.name === story.group)?.colour.hex ?? '' },
    values: {
      paper: session.print.paper,
      logo: session.design.logo ?? null,
      words: {
        masthead: poster.masthead,
        issue: poster.issue,
        award: poster.award,
        themes: poster.themes,
        earlier: poster.earlier,
        now: poster.now,
        day: poster.day,
      },
      workshop: {
        title,
        date: date ? dateIn(date, language) : null,
        partners: together || null,
        credit: dotted([together, date && dateIn(date, language)]),
      },
      story: {
        person: said('person') ?? { text: story.group, from: from('group') },
        title: said('title'),
        quote: said('quote') ?? (first ? { text: first, from: [...from('mini-stories'), 0] } : null),
        before: story.before ? { text: withLead(poster.before, story.before), from: from('before') } : null,
        earlier: story.before ? { text: story.before, from: from('before') } : null,
        now: now.map((text, index) => ({
          text: { text, from: [...from('mini-stories'), index + quoted] },
        })),
        themes: story.themes.map((text, index) => ({ text: { text, from: [...from('themes'), index] } })),
        // There when the front page has a column beside its picture.
        beside: story.before || story.themes.length > 0 ? 1 : null,
        stations: stations.map(station => ({ ...station })),
        // One of these is there: they stand side by side, or in two rows of three or four.
        abreast: stations.length <= mostAbreast ? 1 : null,
        threes: stations.length > mostAbreast && stations.length <= 6 ? 1 : null,
        fours: stations.length > 6 ? 1 : null,
        // There when anything is told besides the quote.
        rest: told || story.before || null,
        text: { text: told, from: from(story.story ? 'story' : 'mini-stories') },
        picture: story.picture,
        alt: story.alt ?? fill(poster.alt, { person: story.person ?? story.group }),
      },
    },
  };
}

const firstWord = pattern('^[\\p{L}\\p{M}]*', 'u');

/** `Before: I had three cards.`; a text that says so itself ("Before, I had …") needs no lead. */
export function withLead(wording: string, before: string): string {
  const lead = firstWord(wording).exec(wording)?.[0].toLowerCase() ?? '';
  return lead.length > 2 && before.toLowerCase().startsWith(lead) ? before : fill(wording, { before });
}

function isBrief(text: string): boolean {
  const whole = hasBeyond(text)
    ? (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0)
    : 0;
  return text.length + (lettersOfOne - 1) * whole < briefLetters;
}
