/** `padpress build`: makes the pack and puts it next to the session file. */
import { dirname, join } from 'node:path';
import { hasErrors } from '../diagnostic.js';
import { makePack } from '../padpress.js';
import { worldOf } from './disk.js';
import type { RequestOptions } from './options.js';
import { requestOf } from './request.js';
import { SaveProblem, savePack, strangersIn } from './save.js';
import { countOf, progressLine, say, shown, tableOf, warn } from './terminal.js';

/** @returns the exit code */
export async function build(
  options: RequestOptions & { out?: string | undefined; quiet: boolean },
): Promise<number> {
  const asked = requestOf(options);
  if ('problem' in asked) {
    warn(shown(asked.problem));
    return 1;
  }
  const { request } = asked;
  const line = progressLine(options.quiet);
  const { files, plan = [], diagnostics } = await makePack(request, worldOf(options.session), line.show);
  line.clear();
  for (const diagnostic of diagnostics) warn(shown(diagnostic));
  if (hasErrors(diagnostics)) {
    warn(`Nothing was made: ${countOf(diagnostics)}.`);
    return 1;
  }
  const folder = options.out ?? join(dirname(options.session), 'print');
  const whole = request.only === undefined && request.group === undefined;
  const strangers = whole ? strangersIn(folder, files) : [];
  try {
    savePack(files, folder);
  } catch (error) {
    if (!(error instanceof SaveProblem)) throw error;
    warn(shown({ severity: 'error', message: error.message, hint: 'Name another one with --out.' }));
    return 1;
  }
  for (const path of strangers) {
    const message = `"${join(folder, path)}" is from an earlier build and no longer belongs to the session.`;
    warn(shown({ severity: 'warning', message, hint: 'Delete it, so that nobody prints it.' }));
  }
  if (!options.quiet) say([folder, tableOf(files), ...plan].join('\n'));
  return 0;
}
