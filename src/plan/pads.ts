/** The pads: for each group a cover, the question sheet and the story sheet, as many copies as it asks for. */
import type { Path } from '../diagnostic.js';
import type { Said, Values } from '../layout/values.js';
import type { Group, Session } from '../session/session.js';
import type { FileOrder, SheetOrder } from './order.js';
import { fill, type Words } from './words.js';

/** The story sheet has seven numbered lines, the first with a starter. */
export const storyLines = 7;

/**
 * @param occasion what the head of each sheet says of the session
 * @param slug file name of the group
 */
export function padOf(
  session: Session,
  group: Group,
  number: number,
  { words, occasion, slug }: { words: Words; occasion: Said; slug: string },
): FileOrder {
  const wording = wordingOf(group, number, words);
  const name: Said = { text: group.name, from: ['groups', number, 'name'] };
  const lines: Values[] = Array.from({ length: storyLines }, (_, index) => ({
    number: `${index + 1}.`,
    starter: index === 0 ? wording.starter : null,
  }));
  const values: Values = {
    paper: session.print.paper,
    label: name,
    occasion,
    logo: session.design.logo ?? null,
    coverLabel: session.design['cover-label'] ? name : null,
    group: { name },
    wording,
    words: { name: words.pads.name, notes: words.pads.notes },
    lines,
  };
  const sheet = (layout: 'cover' | 'question' | 'story'): SheetOrder => ({
    layout,
    name: `${words.printing.sheets[layout]} · ${group.name}`,
    language: session.language,
    values,
    colours: { group: group.colour.hex },
    ...(session.print.colour === 'ink-saver' && { kinds: ['sparing'] }),
    copies: group.sheets[layout],
  });
  const title = fill(words.pads.title, { groups: group.name });
  return {
    path: `pads/${slug}.pdf`,
    part: 'pads',
    group: group.name,
    name: title,
    title,
    sheets: [sheet('cover'), sheet('question'), sheet('story')].filter(({ copies }) => copies > 0),
  };
}

/** The prompts of a group: its own, or the default ones with the group's name in them. */
export function wordingOf(
  group: Group,
  number: number,
  words: Words,
): Record<'question' | 'prompt' | 'story' | 'starter' | 'draw', Said | null> {
  const { pads } = words;
  const own = group.wording;
  const from = (key: keyof typeof own): Path => [
    'groups',
    number,
    ...(key in own ? ['wording', key] : ['name']),
  ];
  const said = (key: keyof typeof own, text: string): Said => ({ text: own[key] ?? text, from: from(key) });
  const names = {
    // "What are the the Board saying" is no English: an article that the name brings takes the place of ours.
    groups: pads.article ? group.name.replace(new RegExp(`^${pads.article}\\s+`, 'i'), '') : group.name,
    group: group.singular ?? group.name,
    person: group.singular ?? pads.user,
  };
  const prompt = own.prompt ?? pads.prompts[group.role];
  return {
    question: said(
      'question',
      fill(group.singular ? pads.question : pads['question-without-singular'], names),
    ),
    prompt: prompt ? said('prompt', prompt) : null,
    story: said('story', pads.story),
    starter: said('starter', pads.starter),
    draw: said('draw', fill(pads.draw, names)),
  };
}
