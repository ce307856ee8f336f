/** A session in several languages (`language: [cy, en]`): what it says in each of them. */
import type { Diagnostic, Path } from '../diagnostic.js';
import type { Document } from '../reading/document.js';

/** Languages that a sheet can hold side by side. */
export const mostLanguages = 2;

type Mapping = Readonly<Record<string, unknown>>;
const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The languages that a session names, as it writes them; one when it names none. */
export function languagesOf(data: unknown): string[] {
  const language = isMapping(data) ? data.language : undefined;
  const list = Array.isArray(language) ? language : [language ?? 'en-GB'];
  return list.filter(tag => typeof tag === 'string');
}

/** Words in several languages: a mapping whose keys are languages of the session. */
const versionsIn = (value: unknown, languages: readonly string[]): Mapping | undefined =>
  isMapping(value) && Object.keys(value).some(key => languages.includes(key)) ? value : undefined;

/** The document as it reads in one of its languages; every value still knows where it is written. */
export function documentIn(document: Document, language: string, languages: readonly string[]): Document {
  if (languages.length < 2) {
    return { ...document, data: withLanguage(document.data, language) };
  }
  const pick = (value: unknown): unknown => {
    const versions = versionsIn(value, languages);
    if (versions) return versions[language];
    if (Array.isArray(value)) return value.map(pick);
    return isMapping(value)
      ? Object.fromEntries(Object.entries(value).map(([key, held]) => [key, pick(held)]))
      : value;
  };
  const within = (path: Path): Path => [...path, language];
  return {
    ...document,
    data: withReferences(withLanguage(pick(document.data), language), document.data, language, languages),
    // A path that goes on into a plain value ends there.
    where: path => document.where(within(path)),
    written: path => document.written(within(path)) ?? document.written(path),
  };
}

const withLanguage = (data: unknown, language: string): unknown =>
  isMapping(data) && 'language' in data ? { ...data, language } : data;

/** A story names its group, and a group its partners, in whichever language: the names become those of this one. */
function withReferences(
  data: unknown,
  whole: unknown,
  language: string,
  languages: readonly string[],
): unknown {
  if (!isMapping(data) || !isMapping(whole)) return data;
  const named = (values: unknown): Map<unknown, unknown> =>
    new Map(
      (Array.isArray(values) ? values : []).flatMap(value => {
        const versions = versionsIn(value, languages);
        return versions ? Object.values(versions).map(name => [name, versions[language]] as const) : [];
      }),
    );
  const groupsOf = (file: Mapping): unknown[] => (Array.isArray(file.groups) ? file.groups : []);
  const groups = named(groupsOf(whole).map(group => (isMapping(group) ? group.name : undefined)));
  const partners = named(isMapping(whole.workshop) ? whole.workshop.partners : undefined);
  return {
    ...data,
    ...(Array.isArray(data.groups) && {
      groups: groupsOf(data).map(group =>
        isMapping(group) && Array.isArray(group.from)
          ? { ...group, from: group.from.map(name => partners.get(name) ?? name) }
          : group,
      ),
    }),
    ...(Array.isArray(data.stories) && {
      stories: data.stories.map(story =>
        isMapping(story) ? { ...story, group: groups.get(story.group) ?? story.group } : story,
      ),
    }),
  };
}

/** Languages beyond those that a sheet can hold. */
export const tooManyLanguages = (document: Document, languages: readonly string[]): Diagnostic[] =>
  languages.slice(mostLanguages).map(language => ({
    severity: 'error',
    place: document.where(['language', languages.indexOf(language)]),
    message: `"language" holds ${mostLanguages} languages at most: got "${language}", too.`,
    hint: 'Make a session file for each further language.',
  }));

/** Keys whose words stand inside sentences of the sheets: in one language they would be mixed into the other's. */
const insideSentences = new Set(['name', 'singular', 'service']);
/** Keys that hold sentences; what stands under others (names, places, numbers) is the same in all languages. */
const sentences = new Set([
  'title',
  'wording',
  'complaints',
  'alt',
  'themes',
  'mini-stories',
  'before',
  'story',
  'quote',
]);

/** Versions that are missing, and words that are given in one language only. */
export function missingVersions(document: Document, languages: readonly string[]): Diagnostic[] {
  if (languages.length < 2) return [];
  const found: Diagnostic[] = [];
  const each = `{ ${languages.map(language => `${language}: …`).join(', ')} }`;
  const visit = (value: unknown, path: Path) => {
    const versions = versionsIn(value, languages);
    const [key] = path.filter(step => typeof step === 'string').slice(-1);
    if (versions) {
      for (const language of languages) {
        if (versions[language] !== undefined) continue;
        const message = `"${String(key)}" is missing in the language "${language}".`;
        const hint = `Write it in each: ${each}.`;
        found.push({ severity: 'error', place: document.where(path), message, hint });
      }
      for (const other of Object.keys(versions).filter(name => !languages.includes(name))) {
        const message = `"${other}" is not a language of this session.`;
        const hint = `Its languages are ${languages.join(' and ')}.`;
        found.push({ severity: 'error', place: document.whereKey([...path, other]), message, hint });
      }
    } else if (typeof value === 'string') {
      const mixed = insideSentences.has(String(key)) && path[0] !== 'stories';
      if (!mixed && !path.some(step => sentences.has(String(step)))) return;
      found.push({
        severity: mixed ? 'error' : 'warning',
        place: document.where(path),
        message: `"${String(key)}" is given in one language only.`,
        hint: mixed
          ? `Write it in each: ${each}.`
          : `It is printed once, as it is. In each language: ${each}.`,
      });
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, index]);
    } else if (isMapping(value)) {
      for (const [name, held] of Object.entries(value)) visit(held, [...path, name]);
    }
  };
  visit(document.data, []);
  return found;
}
