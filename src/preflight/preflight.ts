/** Preflight: finished PDFs opened by other people's readers, and held against what the manifest says of them. */

import type { Diagnostic } from '../diagnostic.js';
import { checkBoxes } from './boxes.js';
import { checkCoverage } from './coverage.js';
import { openPdf, type PrintedPdf } from './document.js';
import { buildAgain, diagnosticsOf, type Finding } from './finding.js';
import { checkFonts } from './fonts.js';
import { checkInks } from './inks.js';
import { type Entry, readManifest, type TextEntry } from './manifest.js';
import { marksOf } from './painting.js';
import { checkPictures } from './pictures.js';
import { loadRasteriser, type Rasteriser } from './raster.js';

/** A file as it lies in the output folder; its path as in the manifest. */
export interface PrintedFile {
  path: string;
  bytes: Uint8Array;
}

/**
 * Proves that finished files are fit for print: there, whole, of the right size, with their fonts, sharp pictures, the right inks,
 * and as much ink as was meant. Files that the manifest does not name are not looked at.
 * @param manifest `manifest.json` as data; it is checked too
 * @param progress is told of each file when it is done
 */
export async function preflight(
  files: readonly PrintedFile[],
  manifest: unknown,
  progress: (done: number, total: number, path: string) => void = () => {},
): Promise<Diagnostic[]> {
  const read = readManifest(manifest);
  if ('diagnostics' in read) return read.diagnostics;
  const { entries } = read;
  const rasteriser = await loadRasteriser();
  const diagnostics: Diagnostic[] = [];
  for (const [index, entry] of entries.entries()) {
    const file = files.find(({ path }) => path === entry.path);
    const findings = file ? await checkFile(file, entry, rasteriser) : [missing];
    diagnostics.push(...diagnosticsOf(entry.path, findings));
    progress(index + 1, entries.length, entry.path);
  }
  if (!rasteriser) {
    diagnostics.push({
      severity: 'warning',
      message:
        'How much ink is on the pages was not checked: "@napi-rs/canvas", which draws them, cannot be loaded.',
      hint: 'Install it: npm install @napi-rs/canvas.',
    });
  }
  return diagnostics;
}

const missing: Finding = {
  severity: 'error',
  message: 'is not there, but the manifest names it.',
  hint: 'Build it again with "padpress build".',
};

async function checkFile(
  { bytes }: PrintedFile,
  entry: Entry | TextEntry,
  rasteriser: Rasteriser | undefined,
): Promise<Finding[]> {
  const findings = await checkSum(bytes, entry);
  if (!('pages' in entry)) return findings;
  const pdf = await openPdf(bytes);
  if ('problem' in pdf) return [...findings, unopened[pdf.problem]];
  // One that opens without a password is no better: print shops' programs refuse it, and it may forbid to print.
  if (pdf.damaged) findings.push(damaged);
  if (pdf.pages.length !== entry.pages) {
    const count = `${pdf.pages.length} ${pdf.pages.length === 1 ? 'page' : 'pages'}`;
    findings.push({
      severity: 'error',
      message: `has ${count}; the manifest says ${entry.pages}.`,
      hint: buildAgain,
    });
  }
  for (const page of pdf.pages) {
    findings.push(...readably(page.number, () => checkBoxes(page, pdf, entry)));
    findings.push(...readably(page.number, () => checkContent(page, pdf, entry)));
  }
  return rasteriser
    ? [...findings, ...(await checkInk(bytes, entry.coverage, rasteriser, pdf.pages.length))]
    : findings;
}

async function checkSum(bytes: Uint8Array, entry: TextEntry): Promise<Finding[]> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  const sum = [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('');
  if (sum === entry.sha256) return [];
  const sizes = bytes.length === entry.bytes ? '' : ` (${entry.bytes} bytes then, ${bytes.length} now)`;
  return [
    {
      severity: 'warning',
      message: `has changed since it was made${sizes}.`,
      hint: 'Build it again, unless it was changed on purpose.',
    },
  ];
}

const unopened: Readonly<Record<'locked' | 'unreadable', Finding>> = {
  locked: {
    severity: 'error',
    message: 'is encrypted, and print shops cannot use it.',
    hint: 'Save it without a password, or build it again.',
  },
  unreadable: {
    severity: 'error',
    message: 'cannot be read as a PDF: it is cut off or damaged.',
    hint: 'Build it again with "padpress build".',
  },
};

const damaged: Finding = {
  severity: 'error',
  message: 'is damaged: its table of objects is missing or wrong, and readers have to guess.',
  hint: 'Build it again with "padpress build".',
};

function checkContent(page: PrintedPdf['pages'][number], pdf: PrintedPdf, entry: Entry): Finding[] {
  const marks = [...marksOf(page, pdf.objects)];
  return [
    ...checkFonts(marks, pdf.objects, page.number),
    ...checkPictures(marks, pdf.objects, page),
    ...checkInks(marks, pdf.objects, entry.inks, page.number),
  ];
}

async function checkInk(
  bytes: Uint8Array,
  coverage: readonly number[],
  rasteriser: Rasteriser,
  pages: number,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  let page = 0;
  try {
    const raster = await rasteriser.open(bytes);
    for (const wanted of coverage.slice(0, pages)) {
      page++;
      findings.push(...(await checkCoverage(raster, page, wanted)));
    }
    await raster.close();
  } catch (error) {
    findings.push(unreadablePage(page, 'drawn', error));
  }
  return findings;
}

/** Readers throw what they like where a file is broken; for the rest of the file, the checks go on. */
function readably(page: number, check: () => Finding[]): Finding[] {
  try {
    return check();
  } catch (error) {
    return [unreadablePage(page, 'read', error)];
  }
}

const unreadablePage = (page: number, done: string, error: unknown): Finding => ({
  severity: 'error',
  page: Math.max(1, page),
  message: `the content cannot be ${done} (${error instanceof Error ? error.message : String(error)}).`,
  hint: buildAgain,
});
