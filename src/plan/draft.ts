/** The draft of the vision: what the stories say, group by group, and which complaints they answer. */
import { formatsOf } from '../formats.js';
import type { Said } from '../layout/values.js';
import { documentPaper } from '../session/print.js';
import type { Session, Story } from '../session/session.js';
import { coloursOf } from './badges.js';
import { answerIdeas, nextIdeas, ownIdeas, thanksIdeas } from './easy.js';
import { manuscriptOf } from './manuscript.js';
import { dateIn } from './occasion.js';
import { type FileOrder, whenAsked } from './order.js';
import { withLead } from './posters.js';
import { fill, type Words } from './words.js';

/** To read and print, and to edit; nothing when the session has no stories. */
export function draftOf(session: Session, words: Words, language: string, occasion: Said): FileOrder[] {
  if (session.stories.length === 0) return [];
  const colours = coloursOf(session);
  const name = words.draft.title;
  const values = whenAsked(() => draftValues(session, words, language));
  const sheets = whenAsked(() => [
    { layout: 'draft', name, language, values: { ...values(), occasion }, colours, copies: 1 },
  ]);
  const manuscripts = whenAsked(() => [manuscriptOf(values(), language)]);
  const title = `${name}: ${session.workshop.title}`;
  const file = { part: 'draft' as const, name, title, apart: true as const };
  const text = (path: string): FileOrder => ({
    ...file,
    path,
    sheets: [],
    get manuscripts() {
      return manuscripts();
    },
  });
  const printed: FileOrder = {
    ...file,
    path: 'draft.pdf',
    get sheets() {
      return sheets();
    },
  };
  return [printed, text('draft.md'), text('draft.docx')];
}

export type DraftValues = ReturnType<typeof draftValues>;

/** What the draft says, whatever it is made into. */
function draftValues(session: Session, words: Words, language: string) {
  const { draft } = words;
  const { date, title, venue, partners } = session.workshop;
  const chapters = session.groups.flatMap((group, index) => {
    const told = [...session.stories.entries()].filter(([, story]) => story.group === group.name);
    if (told.length === 0) return [];
    return [
      {
        heading: {
          text: fill(draft.chapter, { groups: group.name }),
          from: ['groups', index, 'name'],
        },
        colour: `group ${index + 1}`,
        strands: told.flatMap(([number, story]) => strandOf(story, number, words, language)),
        stories: told.flatMap(([number, story]) => storyOf(story, number, words, language)),
      },
    ];
  });
  const values = {
    paper: documentPaper(session.print),
    title: draft.title,
    logo: session.design.logo ?? null,
    workshop: {
      title: { text: title, from: ['workshop', 'title'] },
      date: date ? dateIn(date, language) : null,
      venue: venue ? { text: venue, from: ['workshop', 'venue'] } : null,
    },
    partners: partners.map((text, index) => ({ name: { text, from: ['workshop', 'partners', index] } })),
    'thank-you': draft['thank-you'],
    contents: draft.contents,
    ideas: thanksIdeas(words.easy, date && dateIn(date, language)),
    intro: date ? fill(draft.thanks, { date: dateIn(date, language) }) : draft['thanks-undated'],
    chapters,
    answers: answersOf(session, words, language),
    next: draft.next,
    nextIdeas: nextIdeas(words.easy),
    steps: draft['next-steps'].map((text, index) => ({ number: `${index + 1}.`, text })),
  };
  return values;
}

/** What the group wrote on its story sheet: the sentences, under their themes. */
function strandOf(story: Story, number: number, { draft }: Words, language: string) {
  const { themes, person, 'mini-stories': sentences } = story;
  if (themes.length === 0 && sentences.length === 0) return [];
  const lead = person ? fill(draft['sentences-of'], { person }) : draft.sentences;
  return [
    {
      picture: story.picture,
      themes:
        themes.length > 0
          ? {
              text: fill(draft.themes, { list: formatsOf(language).list(themes) }),
              from: ['stories', number, 'themes'],
            }
          : null,
      lead: sentences.length > 0 ? lead : null,
      sentences: sentences.map((text, index) => ({
        text: { text, from: ['stories', number, 'mini-stories', index] },
      })),
    },
  ];
}

/** The story that was made of them; nothing where nobody is named and nothing told. */
function storyOf(story: Story, number: number, { poster }: Words, language: string) {
  if (!(story.person || story.title || story.quote || story.before || story.story)) return [];
  const said = (key: 'person' | 'title' | 'quote', text = story[key]): Said | null =>
    text === undefined ? null : { text, from: ['stories', number, key] };
  const paragraphs = (key: 'before' | 'story', text = '') =>
    text.split('\n\n').flatMap(paragraph => {
      const said = { text: paragraph, from: ['stories', number, key] };
      const drawing = key === 'before' ? 'problem' : null;
      const own = key === 'story' ? 1 : null;
      return text === '' ? [] : [{ text: said, drawing, own, sentences: ownIdeas(said, language) }];
    });
  return [
    {
      picture: story.picture,
      alt: story.alt ?? fill(poster.alt, { person: story.person ?? story.group }),
      person: said('person'),
      title: said('title'),
      quote: said('quote'),
      paragraphs: [
        ...paragraphs('before', story.before && withLead(poster.before, story.before)),
        ...paragraphs('story', story.story),
      ],
    },
  ];
}

/** Each complaint with the people whose stories answer it; null without complaints. */
function answersOf({ complaints, stories }: Session, { draft, easy }: Words, language: string) {
  if (complaints.length === 0) return null;
  return {
    heading: draft.answers,
    intro: draft['answers-intro'],
    ideas: answerIdeas(easy),
    complaint: draft.complaint,
    resolved: draft.resolved,
    complaints: complaints.map((text, index) => {
      const answering = stories
        .filter(story => story.resolves.includes(index + 1))
        .map(story => story.person ?? story.group);
      return {
        number: `${index + 1}.`,
        text: { text, from: ['complaints', index] },
        answer:
          answering.length > 0
            ? fill(draft['answered-by'], { list: formatsOf(language).list([...new Set(answering)]) })
            : null,
        open: answering.length > 0 ? null : draft.open,
      };
    }),
  };
}
