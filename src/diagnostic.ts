/** What every room says when something is wrong or weak: plain data, printed only at the edge. */

/** A spot in a file that a person can open: both numbers start at 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

export interface Diagnostic {
  /** An error stops the build; a warning is printed beside the result. */
  severity: 'error' | 'warning';
  /** Where to look; absent when no file is to blame (an output folder that cannot be written). */
  place?: Place;
  /** What is wrong and what was got, one sentence with its full stop. */
  message: string;
  /** What is allowed, meant, or to be done: whole sentences. */
  hint?: string;
}

/** The keys and indexes that lead to a value of a document: `['groups', 0, 'name']`. */
export type Path = readonly (string | number)[];

/** True when one of the diagnostics stops the build. */
export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(diagnostic => diagnostic.severity === 'error');

/** One line as compilers print it: `session.yaml:12:5 error: message hint`. */
export function formatDiagnostic({ place, severity, message, hint }: Diagnostic): string {
  const where = place ? `${place.file}:${place.line}:${place.column} ` : '';
  return `${where}${severity}: ${message}${hint ? ` ${hint}` : ''}`;
}

/** Without those that say the same of the same place again. */
export function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const said = new Set<string>();
  return diagnostics.filter(diagnostic => {
    const line = formatDiagnostic(diagnostic);
    return !said.has(line) && said.add(line);
  });
}
