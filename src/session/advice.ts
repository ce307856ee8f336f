/** What is right but weak: warnings that a facilitator would want to hear before printing. */
import type { Diagnostic, Path } from '../diagnostic.js';
import type { Document } from '../reading/document.js';
import { firstNameOf, hiddenNames, isHidden, mayHoldSurname } from './anonymous.js';
import type { SessionFile } from './schema.js';

export function adviceOn(file: SessionFile, document: Document): Diagnostic[] {
  const advice: Diagnostic[] = [];
  const say = (path: Path, message: string, hint: string) =>
    advice.push({ severity: 'warning', place: document.where(path), message, hint });
  for (const [number, group] of file.groups.entries()) {
    if (!group.singular && !group.wording.question) {
      say(
        ['groups', number, 'name'],
        `"${group.name}" has no "singular", so its question says ‘best experience for ${group.name}’.`,
        'Add one: the question then says ‘best student experience’.',
      );
    }
  }
  for (const [number, story] of file.stories.entries()) {
    if (story.story && !story.quote && story['mini-stories'].length === 0) {
      say(['stories', number], 'The poster of this story has no sentence in big type.', 'Add a "quote".');
    }
    for (const key of ['drawing', 'focus'] as const) {
      if (story.picture === undefined && story[key]) {
        say(
          ['stories', number, key],
          `"${key}" is for a picture, and this story has none.`,
          'Add a "picture".',
        );
      }
    }
    if (story.anonymous) adviceOnNames(story, ['stories', number], say);
  }
  for (const [path, text] of textsOf(document.data, [])) {
    if (/^“[^“”]*”$/.test(text)) {
      say(
        path,
        'This text is printed with its curly quotes.',
        'Where they came from a word processor, write straight ones (").',
      );
    }
  }
  return advice;
}

/** What would tell who somebody is, though only the first name is to be printed. */
function adviceOnNames(
  story: SessionFile['stories'][number],
  path: Path,
  say: (path: Path, message: string, hint: string) => void,
): void {
  const { person = '' } = story;
  if (mayHoldSurname(person)) {
    const hint = 'Leave a space between the names, the one to be printed first.';
    say([...path, 'person'], `"${firstNameOf(person)}" is printed as the first name.`, hint);
  }
  const { title, quote, before, story: told, alt } = story;
  const printed = { title, quote, before, story: told, 'mini-stories': story['mini-stories'].join(' ') };
  const shown = { ...printed, ...(!isHidden(story) && { alt }) };
  for (const name of hiddenNames(person)) {
    const is = (word: string) => word.toLowerCase() === name.toLowerCase();
    for (const [key, text] of Object.entries(shown)) {
      if (text?.split(/[^\p{L}\p{M}]+/u).some(is))
        say([...path, key], `"${key}" says "${name}", and the story is anonymous.`, 'Take the name out.');
    }
  }
}

function textsOf(value: unknown, path: Path): [Path, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) =>
    textsOf(held, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
