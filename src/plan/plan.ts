/** The plan of a pack: every file that the session asks for, with its sheets. Knows the workshop, and no length. */
import type { Session } from '../session/session.js';
import { badgesOf } from './badges.js';
import { complaintsFileOf } from './complaints.js';
import { draftOf } from './draft.js';
import { storyFormOf } from './forms.js';
import { kitOf } from './kit.js';
import { userLogsOf } from './log.js';
import { occasionOf } from './occasion.js';
import type { FileOrder } from './order.js';
import { padOf } from './pads.js';
import { postersOf } from './posters.js';
import { slugger, slugsOf } from './slugs.js';
import { twinOf } from './twin.js';
import type { Words } from './words.js';

/**
 * All files of the pack, in the order in which they are used.
 * @param ink the colour (`#rrggbb`) of sheets that belong to no group
 * @param names of the groups in the first language of the session, by which files and fields are called in all of them
 */
export function planPack(
  session: Session,
  words: Words,
  language: string,
  ink: string,
  names: readonly string[],
): FileOrder[] {
  const occasion = { text: occasionOf(session, language), from: ['workshop', 'title'] };
  const slugs = slugsOf(names);
  const told = (number: number) => ({ words, occasion, slug: slugs[number] ?? '' });
  const pads = session.groups.map((group, number) => padOf(session, group, number, told(number)));
  const complaints = complaintsFileOf(session, words, occasion, ink);
  const [log, ...forms] = userLogsOf(session, words, language);
  const printed = [...pads, ...complaints, ...(log ? [log] : [])];
  const storyForms = session.groups.map((group, number) => storyFormOf(session, group, number, told(number)));
  const kit = kitOf(session, words, language, occasion, printed);
  const posters = postersOf(session, words, language, slugger());
  const badges = badgesOf(session, words, language);
  const draft = draftOf(session, words, language, occasion);
  return [...printed, ...forms, ...storyForms, kit, ...badges, ...posters, ...draft, twinOf(session, words)];
}

/** What `--only` (parts, or files by their paths) and `--group` leave of a plan; all of it when they say nothing. */
export function chosenOf(
  plan: readonly FileOrder[],
  only: readonly string[] | undefined,
  group: string | undefined,
): FileOrder[] {
  return plan.filter(
    file =>
      (!only || only.includes(file.part) || only.includes(file.path)) &&
      (group === undefined || file.group === group),
  );
}
