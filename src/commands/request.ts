/** What `check` and `build` share: the session file that is named, and the options that go into the request. */
import type { Diagnostic } from '../diagnostic.js';
import { type PackRequest, parts } from '../pack.js';
import { meantHint } from '../reading/nearest.js';
import {
  colourModes,
  fits,
  type PrintOption,
  printOption,
  printOptions,
  routes,
  tilePapers,
} from '../session/print.js';
import { editions } from '../session/schema.js';
import { readNamedFile } from './disk.js';
import { UsageError } from './terminal.js';

/** Options as yargs gives them. */
export interface RequestOptions extends Partial<Record<PrintOption, string | boolean | undefined>> {
  session: string;
  only?: string | undefined;
  group?: string | undefined;
  accessible?: string | undefined;
}

/** Descriptions for `--help`. */
export const requestOptions = {
  only: {
    type: 'string',
    describe: `only these parts, with commas between: ${parts.join(', ')}; or files: posters.pdf`,
  },
  group: { type: 'string', describe: 'only the pad and posters of this group' },
  accessible: { type: 'string', describe: `documents that are easier to read: ${editions.join(' or ')}` },
  paper: { type: 'string', describe: 'paper of pads and posters: A1, "A3 landscape", "500 x 700 mm"' },
  route: { type: 'string', describe: `how they are printed: ${routes.join(', ')}` },
  colour: { type: 'string', describe: `ink: ${colourModes.join(', ')}` },
  'cut-line': { type: 'boolean', describe: 'plotter: a line around the sheet to cut along' },
  tile: { type: 'string', describe: `office: the paper in the printer: ${tilePapers.join(', ')}` },
  'printer-margin': { type: 'string', describe: 'office: the edge that the printer leaves white, mm' },
  overlap: { type: 'string', describe: 'office: how far neighbouring tiles overlap, mm' },
  fit: { type: 'string', describe: `office: ${fits.join(' or ')}` },
  'max-shrink': { type: 'string', describe: 'office: how much smaller at most for fewer sheets: 3 %' },
} as const;

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
