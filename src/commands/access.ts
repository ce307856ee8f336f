/** `padpress check FILE.pdf`: can everybody read this file? */
import { type AccessReport, checkAccess } from '../access/access.js';
import { accessDiagnostics } from '../access/diagnostics.js';
import { machinePoints } from '../access/points/points.js';
import type { Diagnostic } from '../diagnostic.js';
import { readNamedFile } from './disk.js';
import { unreadable } from './request.js';
import { countOf, say, shown, UsageError, warn } from './terminal.js';

export interface CheckFileOptions {
  json: boolean;
  quiet: boolean;
  /** Of sessions only. */
  print: boolean;
  out?: string | undefined;
}

/** @returns the exit code */
export async function checkFile(path: string, options: CheckFileOptions): Promise<number> {
  if (options.print || options.out !== undefined)
    throw new UsageError('--print and --out go with a session file; a PDF is checked by itself.');
  const report = await reportOn(path);
  if ('severity' in report) {
    const { message, hint } = report;
    say(options.json ? JSON.stringify({ file: path, problem: { message, hint } }, null, 2) : shown(report));
    return 1;
  }
  if (options.json) say(JSON.stringify({ file: path, ...report }, null, 2));
  else {
    const diagnostics = accessDiagnostics(path, report);
    for (const diagnostic of diagnostics) say(shown(diagnostic));
    if (!options.quiet) warn(summaryOf(path, report, diagnostics));
  }
  return report.findings.length > 0 ? 1 : 0;
}

async function reportOn(path: string): Promise<AccessReport | Diagnostic> {
  const read = readNamedFile(path);
  const error = (message: string, hint: string) => ({ severity: 'error' as const, message, hint });
  if (!('bytes' in read)) {
    return read.problem === 'missing'
      ? error(`There is no file "${path}".`, 'padpress build makes the PDFs of a session.')
      : unreadable(path, read.problem);
  }
  const report = await checkAccess(read.bytes);
  if (!('problem' in report)) return report;
  return report.problem === 'locked'
    ? error(`"${path}" asks for a password.`, 'Save it without one.')
    : error(`"${path}" is no PDF, or is damaged.`, 'Make it anew.');
}

function summaryOf(path: string, report: AccessReport, diagnostics: readonly Diagnostic[]): string {
  const { checked, people } = report;
  const all = machinePoints.length;
  const done = checked.length === all ? `all ${all}` : `${checked.length} of the ${all}`;
  const found = diagnostics.length > 0 ? `${countOf(diagnostics)}.` : `${path} has no errors.`;
  return (
    `${found} Checked: ${done} points of the Matterhorn Protocol 1.1 (PDF/UA-1) that a program can decide.\n` +
    `Not checked: the ${people.length} that a person must judge, such as the reading order, and whether texts for pictures say what they show.`
  );
}
