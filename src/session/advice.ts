/** What is right but weak: warnings that a facilitator would want to hear before printing. */
import type { Diagnostic, Path } from '../diagnostic.js';
import type { Document } from '../reading/document.js';
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

function textsOf(value: unknown, path: Path): [Path, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) =>
    textsOf(held, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
