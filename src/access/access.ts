/** The check of access: a finished PDF against the points of the Matterhorn Protocol 1.1 that a program can decide (PDF/UA-1). */
import { type PrintedPage, type PrintedPdf, readPdf } from '../preflight/document.js';
import { checkAnnotations } from './annotations.js';
import { checkCatalogue, checkEnclosures, checkMetadata } from './catalogue.js';
import { ContentReader } from './content.js';
import { checkElements } from './elements.js';
import { FontCheck } from './fonts/check.js';
import { LanguageCheck } from './languages.js';
import { checkMedia } from './media.js';
import { checkNesting } from './nesting.js';
import { machinePoints, peoplePoints } from './points/points.js';
import { type AccessFinding, Findings, type Undecided } from './report.js';
import { checkRoles } from './roles.js';
import { type Structure, structureOf } from './structure.js';
import { checkTables } from './tables.js';
import { checkTree, TaggingCheck } from './tagging.js';

export interface AccessReport {
  /** What fails; empty when the file keeps all that was checked. */
  findings: readonly AccessFinding[];
  /** The points of the protocol that were decided. */
  checked: readonly string[];
  /** Those that a program can decide, but not on this file. */
  unchecked: readonly Undecided[];
  /** Those that people have to judge. */
  people: readonly string[];
}

/**
 * Checks whether a file can be read by everybody, as far as a program can tell.
 * @returns a problem instead when the file asks for a password, or is no PDF
 */
export async function checkAccess(
  bytes: Uint8Array,
): Promise<AccessReport | { problem: 'locked' | 'unreadable' }> {
  const pdf = await readPdf(bytes);
  if ('problem' in pdf) return pdf;
  const findings = new Findings();
  const structure = readably(findings, 'the structure', () => structureOf(pdf));
  readably(findings, 'the catalogue', () => checkCatalogue(bytes, pdf, findings));
  const xmp = readably(findings, 'the metadata', () => checkMetadata(pdf, findings));
  const languages = new LanguageCheck(pdf, findings);
  readably(findings, 'the bookmarks', () => languages.document(xmp));
  readably(findings, 'the structure', () => checkStructure(structure, pdf, languages, findings));
  readably(findings, 'the enclosed files', () => checkEnclosures(pdf, structure?.elements ?? [], findings));
  readably(findings, 'sounds and films', () => checkMedia(pdf, findings));
  checkPages(pdf, structure, languages, findings);
  const left = findings.left;
  const open = new Set(left.map(({ point }) => point));
  return {
    findings: findings.all,
    checked: machinePoints.filter(point => !open.has(point)),
    unchecked: left,
    people: peoplePoints.map(({ number }) => number),
  };
}

function checkStructure(
  structure: Structure | undefined,
  pdf: PrintedPdf,
  languages: LanguageCheck,
  findings: Findings,
): void {
  checkTree(structure, pdf, findings);
  if (!structure) return;
  checkRoles(structure, findings);
  checkNesting(structure, findings);
  checkElements(structure, pdf.objects, findings);
  checkTables(structure, pdf, findings);
  languages.structure(structure);
}

/** Pages and their annotations; each piece of content is shown to all checks that look at content. */
function checkPages(
  pdf: PrintedPdf,
  structure: Structure | undefined,
  languages: LanguageCheck,
  findings: Findings,
): void {
  const content = new ContentReader(pdf.objects, structure);
  const tagging = new TaggingCheck(pdf.objects, structure, findings);
  const fonts = new FontCheck(pdf.objects, findings);
  const checkPage = (page: PrintedPage) => {
    for (const piece of content.page(page)) {
      tagging.see(piece);
      languages.see(piece);
      fonts.see(piece);
    }
    checkAnnotations(page, { pdf, structure, languages, content, fonts, findings });
  };
  for (const page of pdf.pages) readably(findings, `page ${page.number}`, () => checkPage(page));
  tagging.end();
  if (structure) tagging.lost(structure);
  fonts.end();
}

/** Readers throw what they like where a file is broken; the other checks go on, and the points of this one are open. */
function readably<T>(findings: Findings, what: string, check: () => T): T | undefined {
  try {
    return check();
  } catch (error) {
    const reason = `${what} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    findings.add('UA1:6.1', {}, reason);
    findings.undecided(machinePoints, reason);
    return undefined;
  }
}
