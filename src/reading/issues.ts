/** Turns what zod finds into messages that name what is wrong, what was got, and what is allowed or meant. */
import type { z } from 'zod';
import type { Diagnostic, Path } from '../diagnostic.js';
import { once } from '../once.js';
import type { Document } from './document.js';
import { meantHint, nearest } from './nearest.js';

/** The `error` of a schema: what is wanted (`a time`), and how it is written. Shown as `"starts" is not a time: got …`. */
export const wants = (what: string, hint = ''): string => `${what}\n${hint}`;

/** All issues in the order of the file. `schema` gives the names that an unknown key may have meant. */
export function issuesToDiagnostics(
  issues: readonly z.core.$ZodIssue[],
  document: Document,
  schema: z.core.$ZodType,
): Diagnostic[] {
  const misspelt = issues.flatMap(issue =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map(key => [...issue.path, nearest(key, keysAt(schema, issue.path as Path))].join('.'))
      : [],
  );
  // A key that is missing because it is misspelt is said once, at the misspelling.
  const own = issues.filter(issue => !misspelt.includes(issue.path.join('.')));
  return inFileOrder(own.flatMap(issue => fromIssue(issue, document, schema)));
}

/** Sorts by place; what has none goes last. */
export const inFileOrder = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  [...diagnostics].sort(
    ({ place: a }, { place: b }) =>
      (a?.line ?? Number.POSITIVE_INFINITY) - (b?.line ?? Number.POSITIVE_INFINITY) ||
      (a?.column ?? 0) - (b?.column ?? 0),
  );

function fromIssue(issue: z.core.$ZodIssue, document: Document, schema: z.core.$ZodType): Diagnostic[] {
  const path = issue.path as Path;
  const error = (place: Diagnostic['place'], message: string, hint?: string): Diagnostic => ({
    severity: 'error',
    ...(place && { place }),
    message,
    ...(hint && { hint }),
  });
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map(key =>
      error(
        document.whereKey([...path, key]),
        `"${key}" is not a key of ${holder(path)}.`,
        meantHint(key, known, 'Keys'),
      ),
    );
  }
  if (issue.code === 'invalid_key') {
    const key = String(path.at(-1));
    const known = keysAt(schema, path.slice(0, -1));
    return [
      error(
        document.whereKey(path),
        `"${key}" is not a key of ${holder(path.slice(0, -1))}.`,
        meantHint(key, known, 'Keys'),
      ),
    ];
  }
  const value = valueAt(document.data, path);
  const subject = named(path);
  const [what, hint] = wanted(issue);
  if (value === undefined) {
    return [
      error(
        document.whereKey(path.slice(0, -1)),
        `${subject} is missing${path.length > 1 ? ` from ${holder(path.slice(0, -1))}` : ''}.`,
        hint,
      ),
    ];
  }
  const place = document.where(path);
  if (value === null || (typeof value === 'string' && !isVisible(value)))
    return [error(place, `${subject} is empty.`)];
  if (issue.code === 'too_small' && Array.isArray(value))
    return [error(place, `${subject} is an empty list.`, hint)];

  const got = gotOf(value, document.written(path));
  if (issue.code === 'invalid_value' && typeof value === 'string') {
    return [
      error(
        place,
        `${subject} is not ${what}: got ${got}.`,
        meantHint(value, issue.values.map(String), 'Allowed'),
      ),
    ];
  }
  return [
    error(
      place,
      `${subject} is not ${what}: got ${got}.`,
      slipOf(issue, value, document.written(path)) ?? hint,
    ),
  ];
}

/** At least one sign that leaves ink. */
export const visible = '[\\p{L}\\p{N}\\p{P}\\p{S}]';
export const isVisible = (text: string): boolean => /[!-~]/.test(text) || visibleSign().test(text);
const visibleSign = once(() => new RegExp(visible, 'u'));

/** What a schema wants, and how it is written. */
function wanted(issue: z.core.$ZodIssue): [string, string] {
  const [what = '', hint] = issue.message.split('\n');
  if (hint !== undefined) return [what, hint];
  if (issue.code === 'invalid_type') return [kindNames[issue.expected] ?? issue.expected, ''];
  if (issue.code === 'invalid_value')
    return [issue.values.length > 1 ? 'one of its choices' : `"${String(issue.values[0])}"`, ''];
  if (issue.code === 'too_big')
    return [`${issue.maximum} ${issue.origin === 'string' ? 'signs' : ''} at most`.replace('  ', ' '), ''];
  if (issue.code === 'too_small') return [`at least ${issue.minimum}`, ''];
  return ['right', `${issue.message}.`];
}

const kindNames: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of keys',
  record: 'a mapping of keys',
};

/** Slips that people make with YAML when a value comes out as another kind than they meant. */
function slipOf(issue: z.core.$ZodIssue, value: unknown, written: string | undefined): string | undefined {
  if (issue.code !== 'invalid_type' && issue.code !== 'invalid_union' && issue.code !== 'custom') {
    return typeof value === 'string' ? curly(value) : undefined;
  }
  const expectsText = issue.code === 'invalid_type' && issue.expected === 'string';
  if (expectsText && isMapping(value)) {
    const [[key, held] = []] = Object.entries(value);
    if (Object.keys(value).length === 1 && typeof held !== 'object') {
      return `A colon and a space make a key of the words before them. Put the text in quotes: "${key}: ${held}".`;
    }
  }
  if (expectsText && (typeof value === 'number' || typeof value === 'boolean'))
    return `Put it in quotes: "${written ?? value}".`;
  if (issue.code === 'invalid_type' && issue.expected === 'array' && typeof value === 'string') {
    return /^[–—•]/.test(value)
      ? 'Word processors change "-" to "–": begin each line of a list with a hyphen and a space.'
      : 'Begin each line of a list with a hyphen and a space.';
  }
  return typeof value === 'string' ? curly(value) : undefined;
}

const curly = (value: string): string | undefined =>
  /^[“”„].*[“”]$/s.test(value)
    ? 'Curly quotes are letters here: write straight ones (") or none.'
    : undefined;

/** `"name"`, or `entry 2 of "complaints"`. */
export function named(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'The file';
  return typeof last === 'string'
    ? `"${last}"`
    : `Entry ${last + 1} of "${path.findLast(step => typeof step === 'string')}"`;
}

function holder(path: Path): string {
  const last = path.findLast(step => typeof step === 'string');
  return last === undefined ? 'the file' : `"${last}"`;
}

function gotOf(value: unknown, written: string | undefined): string {
  if (typeof value === 'string') return `"${value.length > 60 ? `${value.slice(0, 57)}…` : value}"`;
  if (Array.isArray(value)) return 'a list';
  if (isMapping(value)) return 'a mapping of keys';
  return written ?? String(value);
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | undefined)?.[step],
    data,
  );

/** The keys that a schema allows at a path. */
function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  const { def } = schema._zod as unknown as { def: Record<string, unknown> & { type: string } };
  const inner = (def.innerType ?? def.in) as z.core.$ZodType | undefined;
  if (inner) return keysAt(inner, path);
  const [step, ...rest] = path;
  if (def.type === 'union') return (def.options as z.core.$ZodType[]).flatMap(option => keysAt(option, path));
  if (def.type === 'array') return step === undefined ? [] : keysAt(def.element as z.core.$ZodType, rest);
  if (def.type === 'record') {
    if (step !== undefined) return keysAt(def.valueType as z.core.$ZodType, rest);
    const names = (def.keyType as { _zod: { def: { entries?: Record<string, string> } } })._zod.def.entries;
    return Object.values(names ?? {});
  }
  if (def.type !== 'object') return [];
  const shape = def.shape as Record<string, z.core.$ZodType>;
  if (step === undefined) return Object.keys(shape);
  const next = shape[step];
  return next ? keysAt(next, rest) : [];
}
