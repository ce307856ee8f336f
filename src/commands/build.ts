/** `padpress build`: makes the pack and puts it next to the session file. */
import { dirname, join } from 'node:path';
import { type Diagnostic, hasErrors } from '../diagnostic.js';
import type { Pack, PackRequest } from '../pack.js';
import { makePack } from '../padpress.js';
import { worldOf } from './disk.js';
import type { RequestOptions } from './options.js';
import { requestOf } from './request.js';
import { SaveProblem, savePack, strangersIn } from './save.js';
import { countOf, progressLine, say, shown, tableOf, warn } from './terminal.js';

export interface BuildOptions extends RequestOptions {
  out?: string | undefined;
  watch?: boolean;
  quiet: boolean;
}

/** @returns the exit code */
export async function build(options: BuildOptions): Promise<number> {
  if (options.watch) return (await import('./watch.js')).watch(options);
  const asked = requestOf(options);
  if ('problem' in asked) {
    warn(shown(asked.problem));
    return 1;
  }
  const { request } = asked;
  const line = progressLine(options.quiet);
  const pack = await makePack(request, worldOf(options.session), line.show);
  line.clear();
  if (!putAway(pack, request, options)) return 1;
  if (!options.quiet) say([folderOf(options), tableOf(pack.files), ...(pack.plan ?? [])].join('\n'));
  return 0;
}

/** The folder of the pack. */
export const folderOf = ({ out, session }: BuildOptions): string => out ?? join(dirname(session), 'print');

/**
 * Says what is wrong or weak, and writes the files of a pack where nothing is wrong.
 * @param changed those that are written; all when left out
 * @returns false when nothing was written
 */
export function putAway(
  { files, diagnostics }: Pack,
  request: PackRequest,
  options: BuildOptions,
  changed: Pack['files'] = files,
): boolean {
  for (const diagnostic of diagnostics) warn(shown(diagnostic));
  if (hasErrors(diagnostics)) {
    warn(`Nothing was made: ${countOf(diagnostics)}.`);
    return false;
  }
  const folder = folderOf(options);
  const whole = request.only === undefined && request.group === undefined;
  const strangers = whole ? strangersIn(folder, files) : [];
  try {
    savePack(changed, folder);
  } catch (error) {
    if (!(error instanceof SaveProblem)) throw error;
    warn(shown({ severity: 'error', message: error.message, hint: 'Name another one with --out.' }));
    return false;
  }
  for (const path of strangers) warn(shown(stranger(join(folder, path))));
  return true;
}

const stranger = (path: string): Diagnostic => ({
  severity: 'warning',
  message: `"${path}" is from an earlier build and no longer belongs to the session.`,
  hint: 'Delete it, so that nobody prints it.',
});
