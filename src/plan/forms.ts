/** Story forms: the story sheet of each group as a form on A4, for groups who type. */
import type { Said, Values } from '../layout/values.js';
import { documentPaper } from '../session/print.js';
import type { Group, Session } from '../session/session.js';
import type { FileOrder } from './order.js';
import { storyLines, wordingOf } from './pads.js';
import { fill, type Words } from './words.js';

/** Parts of the names of fields, by which a filled form is read back. */
export const fieldNames = { line: 'line-', person: 'person', title: 'title' } as const;

/**
 * @param slug name of the group's files; it stands before the name of each field, so that a filled form says whose it is
 */
export function storyFormOf(
  session: Session,
  group: Group,
  number: number,
  { words, occasion, slug }: { words: Words; occasion: Said; slug: string },
): FileOrder {
  const { forms } = words;
  const { story, starter } = wordingOf(group, number, words);
  const name = (field: string) => `${slug}:${field}`;
  const label: Said = { text: group.name, from: ['groups', number, 'name'] };
  const lines = Array.from(
    { length: storyLines },
    (_, index): Values => ({
      number: `${index + 1}.`,
      starter: index === 0 ? starter : null,
      name: name(`${fieldNames.line}${index + 1}`),
      label: fill(forms.line, { number: String(index + 1) }),
    }),
  );
  const values: Values = {
    paper: documentPaper(session.print),
    label,
    occasion,
    logo: session.design.logo ?? null,
    wording: { story },
    words: { intro: forms.intro },
    lines,
    blanks: [
      { text: words.pads.name, name: name(fieldNames.person), label: forms.name },
      { text: forms['who-label'], name: name(fieldNames.title), label: forms.who },
    ],
  };
  const title = fill(forms.title, { groups: group.name });
  return {
    path: `story-forms/${slug}.pdf`,
    part: 'forms',
    fillable: true,
    group: group.name,
    name: title,
    title,
    sheets: [
      {
        layout: 'story-form',
        name: title,
        language: session.language,
        values,
        colours: { group: group.colour.hex },
        copies: 1,
      },
    ],
  };
}
