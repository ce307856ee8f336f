/** What the checks of a file say, before it is known on how many pages they say it. */
import type { Diagnostic } from '../diagnostic.js';

export interface Finding {
  severity: Diagnostic['severity'];
  /** Counted from 1; absent when the whole file is meant. */
  page?: number;
  /** Goes on after `"kit.pdf" ` (whole file) or `"kit.pdf", page 2: `; ends with a full stop. */
  message: string;
  hint: string;
}

/** For what only padpress can put right. */
export const buildAgain =
  'Build it again with "padpress build"; where that does not help, padpress has a bug.';

/** One diagnostic for all pages of which the same is said: pads repeat their sheets, and tiles their pictures. */
export function diagnosticsOf(path: string, findings: readonly Finding[]): Diagnostic[] {
  const pages = new Map<string, Set<number>>();
  const first = new Map<string, Finding>();
  for (const finding of findings) {
    const { severity, page, message, hint } = finding;
    const key = JSON.stringify([severity, page !== undefined, message, hint]);
    if (!first.has(key)) first.set(key, finding);
    const on = pages.get(key) ?? new Set();
    if (page !== undefined) on.add(page);
    pages.set(key, on);
  }
  return [...first].map(([key, { severity, message, hint }]) => {
    const on = [...(pages.get(key) ?? [])].sort((a, b) => a - b);
    return { severity, message: `"${path}"${on.length > 0 ? `, ${pageNames(on)}:` : ''} ${message}`, hint };
  });
}

/** `page 2`, `pages 1 and 3`, `pages 1, 3 and 5 to 12`. */
export function pageNames(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run && run[1] === page - 1) run[1] = page;
    else runs.push([page, page]);
  }
  const names = runs.flatMap(([from, to]) => {
    if (to - from > 1) return `${from} to ${to}`;
    return to > from ? [`${from}`, `${to}`] : `${from}`;
  });
  return `${pages.length === 1 ? 'page' : 'pages'} ${inWords(names)}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function inWords(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}

/** A length as people write it, to a tenth of a millimetre: `841`, `297.5`. */
export const mm = (length: number): string => String(Math.round(length * 10) / 10 + 0);

/** `594 × 841 mm` */
export const sizeInMm = ({ width, height }: { width: number; height: number }): string =>
  `${mm(width)} × ${mm(height)} mm`;
