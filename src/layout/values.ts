/** Values that a sheet order brings, and the braces in which a layout names them: "{group.name}". */

import type { Path } from '../diagnostic.js';
import { mapped } from '../lists.js';
import { Recent } from '../recent.js';
import type { Picture } from '../session/session.js';
import type { Plate } from './frame.js';

/** Words of the session that know where they were written. */
export interface Said {
  text: string;
  from: Path;
}

/** Words in each language of a session that has several, in its order. */
export interface Versions {
  versions: readonly { language: string; text: string; from?: Path }[];
}

/** `null` is a name that exists and has no value in this session (no venue was given). */
export type Value = string | number | null | Said | Versions | Picture | Plate | readonly Value[] | Values;
export interface Values {
  readonly [name: string]: Value;
}

/** A layout names a value that does not exist, or one that is no text. */
export class ValueProblem extends Error {
  constructor(
    readonly value: string,
    message: string,
    /** Names that exist at that place. */
    readonly known: readonly string[] = [],
  ) {
    super(message);
  }
}

const isSaid = (value: unknown): value is Said =>
  typeof value === 'object' && value !== null && 'text' in value && 'from' in value;
const isVersions = (value: unknown): value is Versions =>
  typeof value === 'object' && value !== null && 'versions' in value;
const isPicture = (value: unknown): value is Picture | Plate =>
  typeof value === 'object' && value !== null && 'kind' in value && 'width' in value;
const isValues = (value: Value | undefined): value is Values =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !isSaid(value) &&
  !isVersions(value) &&
  !isPicture(value);

/** The value of a dotted name; throws a ValueProblem when there is no such name. */
export function valueNamed(values: Values, name: string): Value {
  let value: Value = values;
  for (const part of name.split('.')) {
    const next: Value | undefined = isValues(value) ? (value as Values)[part] : undefined;
    if (next === undefined) {
      const known = isValues(value) ? Object.keys(value) : [];
      throw new ValueProblem(name, `There is no value "${name}" here.`, known);
    }
    if (next === null) return null;
    value = next;
  }
  return value;
}

/** The list that `each` names; an absent one is an empty one. */
export function listOf(values: Values, name: string): readonly Value[] {
  const value = valueNamed(values, name);
  if (value === null) return [];
  if (Array.isArray(value)) return value;
  throw new ValueProblem(name, `"each: ${name}" needs a list, and this value is none.`);
}

/** True when `when` holds: the value is there and is not an empty text or list. */
export function isThere(values: Values, name: string): boolean {
  const value = valueNamed(values, name);
  if (value === null) return false;
  if (Array.isArray(value) || typeof value === 'string') return value.length > 0;
  if (isVersions(value)) return value.versions.some(({ text }) => text.length > 0);
  return isSaid(value) ? value.text.length > 0 : true;
}

/** The picture that "{story.picture}" names, or undefined when it is absent. */
export function pictureOf(values: Values, template: string): Picture | Plate | undefined {
  const name = template.match(/^\{([^{}]+)\}$/)?.[1];
  if (!name) throw new ValueProblem(template, 'A picture is named as "{story.picture}".');
  const value = valueNamed(values, name);
  if (value === null) return undefined;
  if (isPicture(value)) return value;
  throw new ValueProblem(name, `"${name}" is no picture.`);
}

/** A template with its braces filled; `from` is the place of the first words of the session in it. */
export interface Filled {
  text: string;
  from?: Path;
  /** Absent where the words are the same in all languages of the sheet. */
  language?: string;
}

/** Templates of layouts in parts: texts, and between them the names that stood in braces. */
const known = new Recent<string, readonly string[]>(2_000);
const partsOf = (template: string): readonly string[] =>
  known.of(template, () => template.split(/\{([^{}]+)\}/));

/** Fills the braces of a template: once, or once for each language when it names words in several. */
export function fillIn(values: Values, template: string): Filled[] {
  const parts = partsOf(template);
  if (parts.length === 1) return [{ text: template }];
  const filled = mapped(parts, (part, index) => (index % 2 === 1 ? valueNamed(values, part) : part));
  const languages = filled.find(isVersions)?.versions.map(({ language }) => language) ?? [undefined];
  return mapped(languages, language => joined(filled, language, parts));
}

/** The same as one text, for what is no ink: `Cymraeg / English`. */
export const fillText = (values: Values, template: string): string =>
  [...new Set(fillIn(values, template).map(({ text }) => text))].join(' / ');

/** @param names what the values are called, at the same places */
function joined(parts: readonly Value[], language: string | undefined, names: readonly string[]): Filled {
  let from: Path | undefined;
  let text = '';
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] as Value;
    if (part === null) continue;
    if (typeof part === 'string' || typeof part === 'number') {
      text += part;
      continue;
    }
    const words = isVersions(part) ? part.versions.find(version => version.language === language) : part;
    if (!isSaid(words) && !isVersions(part)) {
      const name = names[index] ?? '';
      throw new ValueProblem(name, `"${name}" is no text.`);
    }
    const said = words as Partial<Said> | undefined;
    from ??= said?.from;
    text += said?.text ?? '';
  }
  return { text, ...(from && { from }), ...(language !== undefined && { language }) };
}
