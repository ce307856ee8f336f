/** `padpress check`: says what is wrong or weak in a session, and in what was made from it; makes nothing. */
import { dirname, join } from 'node:path';
import { type Diagnostic, hasErrors } from '../diagnostic.js';
import { checkPack, coachSession } from '../padpress.js';
import { inFileOrder } from '../reading/issues.js';
import { worldOf } from './disk.js';
import type { RequestOptions } from './options.js';
import { requestOf } from './request.js';
import { countOf, progressLine, say, shown, UsageError, warn } from './terminal.js';

export interface CheckOptions extends RequestOptions {
  json: boolean;
  quiet: boolean;
  /** The finished files too. */
  print: boolean;
  out?: string | undefined;
}

/** @returns the exit code */
export async function check(options: CheckOptions): Promise<number> {
  if (options.out !== undefined && !options.print)
    throw new UsageError('--out names the folder of the finished files: say --print too.');
  const asked = requestOf(options);
  const session =
    'problem' in asked ? [asked.problem] : await checkPack(asked.request, worldOf(options.session));
  const advice = 'problem' in asked ? [] : await coachSession(asked.request, worldOf(options.session));
  const folder = options.out ?? join(dirname(options.session), 'print');
  const line = progressLine(options.quiet || options.json);
  let printed: { diagnostics: Diagnostic[]; count: number } = { diagnostics: [], count: 0 };
  if (options.print && !('problem' in asked)) {
    // Readers of PDFs are loaded only when they are wanted.
    const { checkPrinted } = await import('./printed.js');
    printed = await checkPrinted(folder, options.session, line.show);
    line.clear();
  }
  const diagnostics = [...inFileOrder([...session, ...advice]), ...printed.diagnostics];
  if (options.json) {
    const flat = diagnostics.map(({ severity, place, message, hint }) => ({
      severity,
      ...(place && { file: place.file, line: place.line, column: place.column }),
      message,
      ...(hint !== undefined && { hint }),
    }));
    say(JSON.stringify({ session: options.session, diagnostics: flat }, null, 2));
  } else {
    for (const diagnostic of diagnostics) say(shown(diagnostic));
    if (!options.quiet)
      warn(diagnostics.length > 0 ? `${countOf(diagnostics)}.` : allRight(options, folder, printed.count));
  }
  return hasErrors(diagnostics) ? 1 : 0;
}

function allRight({ session, print }: CheckOptions, folder: string, count: number): string {
  if (!print) return `${session} is right.`;
  return `${session} is right, and the ${count === 1 ? 'file' : `${count} files`} in ${folder} ${count === 1 ? 'is' : 'are'} fit for print.`;
}
