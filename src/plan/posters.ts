/** The vision posters: one page for each story, and one file with all of them. */
import type { Session, Story } from '../session/session.js';
import { commasIn, dateIn } from './occasion.js';
import type { FileOrder, SheetOrder } from './order.js';
import { fill, type Words } from './words.js';

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
  const files = posters.map(
    ({ story, sheet }): FileOrder => ({
      path: `posters/${slug(`${story.group} ${story.person ?? ''}`)}.pdf`,
      part: 'posters',
      group: story.group,
      title: fill(words.poster.title, { person: story.person ?? story.group }),
      sheets: [sheet],
    }),
  );
  const title = `${words.poster.titles}: ${session.workshop.title}`;
  return [
    ...files,
    { path: 'posters.pdf', part: 'posters', title, sheets: posters.map(({ sheet }) => sheet) },
  ];
}

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
  const [first = '', ...others] = story['mini-stories'];
  const told = story.story ?? (story.quote ? story['mini-stories'] : others).join('\n\n');
  return {
    layout: `poster-${session.design.poster}`,
    name: `${words.printing.sheets.poster} · ${story.person ?? story.group}`,
    language,
    copies: 1,
    colours: { group: session.groups.find(group => group.name === story.group)?.colour.hex ?? '' },
    values: {
      paper: session.print.paper,
      logo: session.design.logo ?? null,
      workshop: {
        title,
        credit: [commasIn(partners, language), date && dateIn(date, language)].filter(Boolean).join(' · '),
      },
      story: {
        person: said('person') ?? { text: story.group, from: from('group') },
        title: said('title'),
        quote: said('quote') ?? (first ? { text: first, from: [...from('mini-stories'), 0] } : null),
        before: story.before
          ? { text: withLead(words.poster.before, story.before), from: from('before') }
          : null,
        text: { text: told, from: from(story.story ? 'story' : 'mini-stories') },
        picture: story.picture,
        alt: story.alt ?? fill(words.poster.alt, { person: story.person ?? story.group }),
      },
    },
  };
}

/** `Before: I had three cards.`; a text that says so itself ("Before, I had …") needs no lead. */
export function withLead(wording: string, before: string): string {
  const lead = wording.split(/[^\p{L}\p{M}]/u)[0]?.toLowerCase() ?? '';
  return lead.length > 2 && before.toLowerCase().startsWith(lead) ? before : fill(wording, { before });
}
