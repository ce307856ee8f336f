/** What capture sheets know of a session: its groups, and the mini-stories and themes of its stories. */

import type { Diagnostic } from '../diagnostic.js';
import { type Document, readDocument } from '../reading/document.js';
import { issuesToDiagnostics } from '../reading/issues.js';
import { documentIn, languagesOf } from '../session/languages.js';
import { sessionSchema } from '../session/schema.js';
import { lineOf, nameKey } from './row.js';

/** Words in each of the session's languages; of one language, a single one. */
export type Words = readonly string[];

export interface CapturedStory {
  /** Its group, as its index. */
  group: number;
  person: Words;
  /** Who that is. */
  title: Words;
  themes: readonly Words[];
  miniStories: readonly Words[];
}

export interface CapturedSession {
  document: Document;
  /** The language in which sheets are written. */
  language: string;
  languages: readonly string[];
  groups: readonly Words[];
  /** For each group, how it wants the first line to begin; empty where that is left to the language. */
  starters: readonly Words[];
  stories: readonly CapturedStory[];
}

/** The session, or why it cannot be read. Pictures and fonts are not looked at. */
export function readCaptured(source: { name: string; bytes: Uint8Array }): {
  session?: CapturedSession;
  diagnostics: Diagnostic[];
} {
  const { document, diagnostics } = readDocument(source);
  if (!document) return { diagnostics };
  const languages = languagesOf(document.data);
  const [language = 'en-GB'] = languages;
  const version = documentIn(document, language, languages);
  const parsed = sessionSchema.safeParse(version.data);
  if (!parsed.success)
    return { diagnostics: issuesToDiagnostics(parsed.error.issues, version, sessionSchema) };
  const words = wordsIn(languages);
  // The schema has found that it has this form.
  const data = document.data as Data;
  const groups = data.groups.map(({ name }) => words(name));
  const stories = (data.stories ?? []).map((story): CapturedStory => {
    const named = words(story.group).map(nameKey);
    return {
      group: groups.findIndex(group => group.some(name => named.includes(nameKey(name)))),
      person: words(story.person),
      title: words(story.title),
      themes: (story.themes ?? []).map(words),
      miniStories: (story['mini-stories'] ?? []).map(words),
    };
  });
  const starters = data.groups.map(({ wording }) => words(wording?.starter));
  return { session: { document, language, languages, groups, starters, stories }, diagnostics };
}

interface Data {
  groups: { name: unknown; wording?: { starter?: unknown } }[];
  stories?: {
    group: unknown;
    person?: unknown;
    title?: unknown;
    themes?: unknown[];
    'mini-stories'?: unknown[];
  }[];
}

/** A value as its versions, the first language first. */
const wordsIn =
  (languages: readonly string[]) =>
  (value: unknown): Words => {
    if (typeof value === 'string') return [lineOf(value)];
    if (typeof value !== 'object' || value === null) return [];
    const versions = value as Record<string, unknown>;
    return languages.flatMap(language => {
      const version = versions[language];
      return typeof version === 'string' ? [lineOf(version)] : [];
    });
  };

/** True when one of the versions says this. */
export const says = (words: Words, text: string): boolean => words.includes(text);

/** True when they are one person, or both nobody. */
export const isPerson = (words: Words, person: string): boolean =>
  words.length === 0 ? person === '' : words.some(name => nameKey(name) === nameKey(person));
