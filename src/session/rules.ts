/** What must hold between the values of a session, which no schema of single values can say. */
import type { Diagnostic, Path } from '../diagnostic.js';
import type { Document } from '../reading/document.js';
import { meantHint } from '../reading/nearest.js';
import type { SessionFile } from './schema.js';

/** Errors of a file whose every value is right by itself. */
export function brokenRules(file: SessionFile, document: Document): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const say = (path: Path, message: string, hint?: string) =>
    problems.push({ severity: 'error', place: document.where(path), message, ...(hint && { hint }) });
  const { workshop, groups, complaints, stories } = file;

  if (workshop.starts && workshop.ends && workshop.ends <= workshop.starts) {
    say(
      ['workshop', 'ends'],
      `The session ends at ${workshop.ends}, before it starts at ${workshop.starts}.`,
    );
  }
  if (workshop.date && workshop['draft-by'] && workshop['draft-by'] < workshop.date) {
    say(
      ['workshop', 'draft-by'],
      `The draft is promised for ${workshop['draft-by']}, before the session on ${workshop.date}.`,
    );
  }
  twice(workshop.partners).forEach(([index, name]) => {
    say(['workshop', 'partners', index], `The partner "${name}" is named twice.`, 'Keep one of the two.');
  });
  const names = groups.map(group => group.name);
  twice(names).forEach(([index, name]) => {
    say(
      ['groups', index, 'name'],
      `Two groups have the name "${name}".`,
      'Give each group a name of its own.',
    );
  });
  for (const [number, { from = [], sheets }] of groups.entries()) {
    for (const [index, partner] of from.entries()) {
      if (workshop.partners.includes(partner)) continue;
      const hint =
        workshop.partners.length > 0
          ? meantHint(partner, workshop.partners, 'Partners')
          : 'List the partners under "workshop".';
      say(['groups', number, 'from', index], `There is no partner "${partner}".`, hint);
    }
    if (sheets.cover + sheets.question + sheets.story === 0) {
      say(
        ['groups', number, 'sheets'],
        `The pad of "${groups[number]?.name}" has no sheets.`,
        'Ask for at least one.',
      );
    }
  }
  for (const [number, story] of stories.entries()) {
    if (!names.includes(story.group)) {
      say(
        ['stories', number, 'group'],
        `There is no group "${story.group}".`,
        meantHint(story.group, names, 'Groups'),
      );
    }
    if (!story.quote && !story.story && story['mini-stories'].length === 0) {
      say(['stories', number], 'The story has no words.', 'Give it a "quote", a "story" or "mini-stories".');
    }
    for (const [index, complaint] of story.resolves.entries()) {
      if (complaint <= complaints.length) continue;
      const there =
        complaints.length === 0 ? 'The session lists no complaints.' : `There are ${complaints.length}.`;
      say(['stories', number, 'resolves', index], `There is no complaint ${complaint}.`, there);
    }
  }
  return problems;
}

/** Names that stand more than once, from the second time on; case does not count. */
function twice(names: readonly string[]): [number, string][] {
  const seen = new Set<string>();
  return [...names.entries()].filter(([, name]) => {
    const plain = name.toLowerCase();
    return seen.has(plain) || !seen.add(plain);
  });
}
