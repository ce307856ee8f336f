/** The draft of the vision: what the stories say, group by group, and which complaints they answer. */
import type { Said, Values } from '../layout/values.js';
import { documentPaper } from '../session/print.js';
import type { Session, Story } from '../session/session.js';
import { dateIn, listIn } from './occasion.js';
import type { FileOrder } from './order.js';
import { withLead } from './posters.js';
import { fill, type Words } from './words.js';

/** Nothing when the session has no stories. */
export function draftOf(session: Session, words: Words, language: string, occasion: Said): FileOrder[] {
  if (session.stories.length === 0) return [];
  const { draft } = words;
  const { date, title } = session.workshop;
  const chapters = session.groups.flatMap(group => {
    const told = [...session.stories.entries()].filter(([, story]) => story.group === group.name);
    if (told.length === 0) return [];
    const heading: Said = {
      text: fill(draft.chapter, { groups: group.name }),
      from: ['groups', session.groups.indexOf(group), 'name'],
    };
    return [{ heading, stories: told.map(([number, story]) => storyOf(story, number, words, language)) }];
  });
  const values: Values = {
    paper: documentPaper(session.print),
    title: draft.title,
    occasion,
    logo: session.design.logo ?? null,
    workshop: { title: { text: title, from: ['workshop', 'title'] } },
    intro: date ? fill(draft.thanks, { date: dateIn(date, language) }) : draft['thanks-undated'],
    chapters,
    answers: answersOf(session, words, language),
    next: draft.next,
    steps: draft['next-steps'].map(text => ({ text })),
  };
  const sheet = { layout: 'draft', name: draft.title, language, values, colours: {}, copies: 1 };
  return [{ path: 'draft.pdf', part: 'draft', title: `${draft.title}: ${title}`, sheets: [sheet] }];
}

function storyOf(story: Story, number: number, { draft, poster }: Words, language: string): Values {
  const said = (key: 'person' | 'title' | 'quote', text = story[key]): Said | null =>
    text === undefined ? null : { text, from: ['stories', number, key] };
  const paragraphs = (key: 'before' | 'story', text: string | undefined): Said[] =>
    (text?.split('\n\n') ?? []).map(paragraph => ({ text: paragraph, from: ['stories', number, key] }));
  const before = story.before && withLead(poster.before, story.before);
  const sentences = story['mini-stories'].map(
    (text, index): Values => ({ text: { text, from: ['stories', number, 'mini-stories', index] } }),
  );
  return {
    picture: story.picture,
    alt: story.alt ?? fill(poster.alt, { person: story.person ?? story.group }),
    person: said('person'),
    title: said('title'),
    quote: said('quote'),
    themes:
      story.themes.length > 0
        ? {
            text: fill(draft.themes, { list: listIn(story.themes, language) }),
            from: ['stories', number, 'themes'],
          }
        : null,
    paragraphs: [...paragraphs('before', before || undefined), ...paragraphs('story', story.story)].map(
      text => ({ text }),
    ),
    lead:
      sentences.length === 0
        ? null
        : story.person
          ? fill(draft['sentences-of'], { person: story.person })
          : draft.sentences,
    sentences,
  };
}

/** Each complaint with the people whose stories answer it; null without complaints. */
function answersOf({ complaints, stories }: Session, { draft }: Words, language: string): Values | null {
  if (complaints.length === 0) return null;
  return {
    heading: draft.answers,
    intro: draft['answers-intro'],
    complaints: complaints.map((text, index): Values => {
      const answering = stories
        .filter(story => story.resolves.includes(index + 1))
        .map(story => story.person ?? story.group);
      return {
        number: `${index + 1}.`,
        text: { text, from: ['complaints', index] },
        answer:
          answering.length > 0
            ? fill(draft['answered-by'], { list: listIn([...new Set(answering)], language) })
            : null,
        open: answering.length > 0 ? null : draft.open,
      };
    }),
  };
}
