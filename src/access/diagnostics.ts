/** A report as the messages that people read. */
import type { Diagnostic } from '../diagnostic.js';
import { diagnosticsOf, type Finding, inWords } from '../preflight/finding.js';
import type { AccessReport } from './access.js';
import type { AccessFinding } from './report.js';

/** Findings of one point that are told one by one; of the rest it is told how many there are. */
const mostOfOne = 8;

/** What is wrong as errors, and points that could not be decided as warnings. `path` names the file. */
export function accessDiagnostics(path: string, { findings, unchecked }: AccessReport): Diagnostic[] {
  const told = new Map<string, number>();
  const errors = findings.flatMap((finding): Finding[] => {
    const count = (told.get(finding.point) ?? 0) + 1;
    told.set(finding.point, count);
    return count > mostOfOne ? [] : [saidOf(finding)];
  });
  const more = [...told].filter(([, count]) => count > mostOfOne);
  const reasons = new Map<string, string[]>();
  for (const { point, reason } of unchecked) reasons.set(reason, [...(reasons.get(reason) ?? []), point]);
  const warnings = [...reasons].map(([reason, points]): Finding => {
    const named =
      points.length > 8
        ? `${points.length} points are`
        : `${inWords(points)} ${points.length === 1 ? 'is' : 'are'}`;
    return {
      severity: 'warning',
      message: `${named} not checked: ${reason}.`,
      hint: 'Check it with another program.',
    };
  });
  return diagnosticsOf(path, [
    ...errors,
    ...more.map(([point, count]): Finding => {
      const message = `${nameOf(point)}: ${count - mostOfOne} more of these.`;
      return { severity: 'error', message, hint: 'All of them: --json.' };
    }),
    ...warnings,
  ]);
}

function saidOf({ point, page, element, message, hint }: AccessFinding): Finding {
  const where = element === undefined ? '' : `, at ${element}`;
  return {
    severity: 'error',
    ...(page !== undefined && { page }),
    message: `${nameOf(point)}: ${message}${where}.`,
    hint,
  };
}

/** `13-004`, `ISO 14289-1, 7.1` */
const nameOf = (point: string): string => point.replace('UA1:', 'ISO 14289-1, ');
