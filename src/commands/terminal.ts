/** What padpress prints: results on stdout, messages on stderr, colour and progress only where a person watches. */
import { type Diagnostic, formatDiagnostic } from '../diagnostic.js';
import type { PackFile } from '../pack.js';
import { nameOfSize } from '../papers.js';
import type { Size } from '../units.js';

/** The program was called wrongly: exit code 2. */
export class UsageError extends Error {}

/** stdout, opened when it is asked for: that takes 3 ms. */
export function results(): NodeJS.WriteStream {
  const { stdout } = process;
  return stdout.listenerCount('error', brokenPipe) > 0 ? stdout : stdout.on('error', brokenPipe);
}

/** The reader of a pipe has gone ("padpress schema | head"): there is nobody to tell. */
function brokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

export const say = (text: string): void => void results().write(`${text}\n`);
export const warn = (text: string): void => void process.stderr.write(`${text}\n`);

const inColour = (): boolean => process.stderr.isTTY === true && !process.env.NO_COLOR;
const paint = (text: string, code: number): string => (inColour() ? `\u001b[${code}m${text}\u001b[0m` : text);

/** A diagnostic as it is printed; on a terminal its severity is red or yellow. */
export function shown(diagnostic: Diagnostic): string {
  const { severity } = diagnostic;
  return formatDiagnostic(diagnostic).replace(
    `${severity}:`,
    paint(`${severity}:`, severity === 'error' ? 31 : 33),
  );
}

/** `2 errors, 1 warning`; nothing for none. */
export function countOf(diagnostics: readonly Diagnostic[]): string {
  const several = (count: number, what: string) =>
    count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'}`];
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return [...several(errors, 'error'), ...several(diagnostics.length - errors, 'warning')].join(', ');
}

/** One line that is written over; nothing where nobody watches. */
export function statusLine(quiet: boolean): { show(text: string): void; clear(): void } {
  const on = !quiet && process.stderr.isTTY === true;
  return {
    show: text => {
      if (on) process.stderr.write(`\r\u001b[K${text}`);
    },
    clear: () => {
      if (on) process.stderr.write('\r\u001b[K');
    },
  };
}

/** How far a pack is, in such a line. */
export function progressLine(quiet: boolean): {
  show(done: number, total: number, path: string): void;
  clear(): void;
} {
  const { show, clear } = statusLine(quiet);
  return { show: (done, total, path) => show(`${done}/${total} ${path}`), clear };
}

/** A table of files: path, pages, paper, ink, size on disk. */
export function tableOf(files: readonly PackFile[]): string {
  const rows = files.map(({ path, pages, size, tile, coverage, bytes }) => [
    path,
    pages === undefined ? '' : `${pages} ${pages === 1 ? 'page' : 'pages'}`,
    size === undefined
      ? ''
      : `${paperOf({ width: size[0], height: size[1] })}${tile === undefined ? '' : ` on ${tile}`}`,
    coverage === undefined ? '' : `ink ${Math.round(coverage * 100)} %`,
    `${Math.max(1, Math.round(bytes.length / 1000))} kB`,
  ]);
  const widths = [0, 1, 2, 3, 4].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const pad = (text: string, column: number) =>
    column === 1 || column > 2 ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0);
  return rows.map(row => `  ${row.map(pad).join('  ')}`.trimEnd()).join('\n');
}

/** `A1 594 × 841 mm`, `A4 landscape 297 × 210 mm`. */
function paperOf(size: Size): string {
  const name = nameOfSize(size);
  const length = (mm: number) => String(Math.round(mm * 10) / 10);
  return `${name ? `${name} ` : ''}${length(size.width)} × ${length(size.height)} mm`;
}
