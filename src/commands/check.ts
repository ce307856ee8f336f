/** `padpress check`: says what is wrong or weak, and makes nothing. */
import { hasErrors } from '../diagnostic.js';
import { checkPack } from '../padpress.js';
import { worldOf } from './disk.js';
import { type RequestOptions, requestOf } from './request.js';
import { countOf, say, shown, warn } from './terminal.js';

/** @returns the exit code */
export async function check(options: RequestOptions & { json: boolean; quiet: boolean }): Promise<number> {
  const asked = requestOf(options);
  const diagnostics =
    'problem' in asked ? [asked.problem] : await checkPack(asked.request, worldOf(options.session));
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
      warn(diagnostics.length > 0 ? `${countOf(diagnostics)}.` : `${options.session} is right.`);
  }
  return hasErrors(diagnostics) ? 1 : 0;
}
