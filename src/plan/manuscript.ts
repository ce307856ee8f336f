/** The draft as a text to be edited: the same values as on its sheets, as headings, paragraphs, lists and tables. */
import type { Said } from '../layout/values.js';
import { typographic } from '../type/punctuation.js';
import type { DraftValues } from './draft.js';

/** Plain text in every place: no markup. */
export type Block =
  | { kind: 'title' | 'subtitle' | 'quote' | 'quiet' | 'paragraph'; text: string }
  /** Level 1 is a chapter. */
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'list'; numbered: boolean; items: readonly string[] }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] };

export interface Manuscript {
  /** BCP 47. */
  language: string;
  blocks: readonly Block[];
}

export function manuscriptOf(values: DraftValues, language: string): Manuscript {
  const plain = (said: string | Said | null): string =>
    said === null ? '' : typographic((typeof said === 'string' ? said : said.text).trim(), language);
  const text = (kind: 'title' | 'subtitle' | 'quote' | 'quiet' | 'paragraph', said: string | Said | null) =>
    plain(said) === '' ? [] : [{ kind, text: plain(said) }];
  const heading = (level: 1 | 2, said: string | Said | null): Block[] =>
    plain(said) === '' ? [] : [{ kind: 'heading', level, text: plain(said) }];
  const list = (numbered: boolean, items: readonly { text: string | Said }[]): Block[] =>
    items.length === 0 ? [] : [{ kind: 'list', numbered, items: items.map(item => plain(item.text)) }];
  const { workshop, partners, chapters, answers } = values;
  const blocks: Block[] = [
    ...text('title', workshop.title),
    ...text('subtitle', values.title),
    ...text('quiet', workshop.date),
    ...text('quiet', workshop.venue),
    ...partners.flatMap(({ name }) => text('quiet', name)),
    ...heading(1, values['thank-you']),
    ...text('paragraph', values.intro),
    ...chapters.flatMap(chapter => [
      ...heading(1, chapter.heading),
      ...chapter.strands.flatMap(strand => [
        ...heading(2, strand.themes),
        ...text('paragraph', strand.lead),
        ...list(false, strand.sentences),
      ]),
      ...chapter.stories.flatMap(story => [
        ...heading(2, story.person),
        ...text('quiet', story.title),
        ...text('quote', story.quote),
        ...story.paragraphs.flatMap(paragraph => text('paragraph', paragraph.text)),
      ]),
    ]),
    ...(answers
      ? [
          ...heading(1, answers.heading),
          ...text('paragraph', answers.intro),
          {
            kind: 'table' as const,
            head: ['', plain(answers.complaint), plain(answers.resolved)],
            rows: answers.complaints.map(({ number, text: said, answer, open }) => [
              number,
              plain(said),
              plain(answer ?? open),
            ]),
          },
        ]
      : []),
    ...heading(1, values.next),
    ...list(true, values.steps),
  ];
  return { language, blocks };
}
