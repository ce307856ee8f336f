/** What `check` and `build` share: the session file that is named, and the options that go into the request. */
import type { Diagnostic } from '../diagnostic.js';
import { type PackRequest, parts } from '../pack.js';
import { meantHint } from '../reading/nearest.js';
import { colourModes, editions, fits, routes, tilePapers } from '../session/choices.js';
import { type PrintOption, printOption, printOptions } from '../session/print.js';
import { readNamedFile } from './disk.js';
import type { RequestOptions } from './options.js';
import { UsageError } from './terminal.js';

/** The request; throws a UsageError for an option that is none. */
export function requestOf(options: RequestOptions): { request: PackRequest } | { problem: Diagnostic } {
  const asked = optionsOf(options);
  const read = readNamedFile(options.session);
  if (!('bytes' in read)) return { problem: unreadable(options.session, read.problem) };
  return { request: { source: { name: options.session, bytes: read.bytes }, ...asked } };
}

/** All of the request but its session; throws a UsageError for an option that is none. */
export function optionsOf(options: Omit<RequestOptions, 'session'>): Omit<PackRequest, 'source'> {
  const only = options.only?.split(',').map(given => {
    const name = given.trim();
    // A file has an ending; whether there is one of this name is known when the pack is planned.
    return /\.\w+$/.test(name) ? name : oneOf('--only', name, parts);
  });
  const print = Object.fromEntries(
    printOptions.flatMap(name => {
      const value = options[name];
      return value === undefined ? [] : [[name, printOptionOf(name, value)]];
    }),
  );
  const { accessible } = options;
  const created = createdBy(process.env.SOURCE_DATE_EPOCH);
  return {
    print,
    ...(only && { only }),
    ...(options.group !== undefined && { group: options.group.normalize('NFC') }),
    ...(accessible !== undefined && { accessible: oneOf('--accessible', accessible, editions) }),
    ...(created && { created }),
  };
}

/** Why the session file that is named cannot be read. */
export function unreadable(name: string, problem: string): Diagnostic {
  const said: Record<string, readonly [string, string]> = {
    missing: [`There is no file "${name}".`, 'Start one with "padpress new".'],
    folder: [
      `"${name}" is a folder.`,
      `Name the session file in it, such as ${name.replace(/\/?$/, '/')}session.yaml.`,
    ],
  };
  const [message, hint] = said[problem] ?? [`"${name}" cannot be read.`, 'Check its permissions.'];
  return { severity: 'error', message, hint };
}

/** A print option as the session file would hold it, or a UsageError that says what it can be. */
function printOptionOf(name: PrintOption, value: string | boolean): string | boolean {
  const choices = { route: routes, colour: colourModes, fit: fits, tile: tilePapers }[name as string];
  if (choices && typeof value === 'string') return oneOf(`--${name}`, value, choices);
  const parsed = printOption(name).safeParse(value);
  if (parsed.success) return value;
  const [what = '', hint = ''] = parsed.error.issues[0]?.message.split('\n') ?? [];
  throw new UsageError(`--${name} is not ${what}: got "${value}". ${hint}`.trim());
}

/** A value that is one of the allowed, or a UsageError that names them. */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find(name => name.toLowerCase() === value.toLowerCase());
  if (found !== undefined) return found;
  throw new UsageError(`${option} cannot be "${value}". ${meantHint(value, allowed, 'Allowed')}`);
}

/** https://reproducible-builds.org/specs/source-date-epoch/ */
function createdBy(epoch: string | undefined): Date | undefined {
  if (epoch === undefined || epoch === '') return undefined;
  if (!/^\d{1,11}$/.test(epoch))
    throw new UsageError(`SOURCE_DATE_EPOCH is not a number of seconds: got "${epoch}".`);
  return new Date(Number(epoch) * 1000);
}
