/** What the file says of itself: metadata, title, layers, enclosed files, form, encryption (checkpoints 01, 06, 07, 20, 21, 25, 26). */
import {
  asDict,
  asStream,
  decoded,
  type PdfDict,
  type PdfObject,
  type PrintedPdf,
} from '../preflight/document.js';
import { blank } from './elements.js';
import type { Findings } from './report.js';
import { readXmp, type Xmp } from './xmp.js';

/** @param bytes the file, for its first line */
export function checkCatalogue(bytes: Uint8Array, pdf: PrintedPdf, findings: Findings): void {
  const { catalogue, objects } = pdf;
  if (!/^%PDF-1\.[0-7][\r\n]/.test(String.fromCharCode(...bytes.subarray(0, 10))))
    findings.add('UA1:6.1', {}, 'it does not begin with %PDF-1.0 to %PDF-1.7');
  if (pdf.damaged) findings.add('UA1:6.1', {}, 'its table of objects is missing or wrong');
  const marks = objects.dict(catalogue, 'MarkInfo');
  if (objects.bool(marks, 'Marked') !== true) findings.add('UA1:6.2');
  if (objects.bool(marks, 'Suspects') === true) findings.add('01-007');
  const shows = objects.bool(objects.dict(catalogue, 'ViewerPreferences'), 'DisplayDocTitle');
  if (shows === undefined) findings.add('07-001');
  if (shows === false) findings.add('07-002');
  checkLayers(pdf, findings);
  checkForm(pdf, findings);
  checkEncryption(pdf, findings);
}

/** @returns the metadata, for the check of languages */
export function checkMetadata({ catalogue, objects }: PrintedPdf, findings: Findings): Xmp | undefined {
  const stream = asStream(objects.at(catalogue, 'Metadata'));
  const isXmp = objects.name(stream, 'Type') === 'Metadata' && objects.name(stream, 'Subtype') === 'XML';
  const xmp = stream && isXmp ? readXmp(decoded(stream)) : undefined;
  if (!xmp) {
    findings.add('06-001', {}, stream && isXmp ? 'they are no well-formed XML' : undefined);
    return undefined;
  }
  if (xmp.part !== '1')
    findings.add('06-002', {}, xmp.part === undefined ? undefined : `part is "${xmp.part}"`);
  if (xmp.titles.every(({ text }) => blank(text))) findings.add('06-003');
  return xmp;
}

function checkLayers({ catalogue, objects }: PrintedPdf, findings: Findings): void {
  const layers = objects.dict(catalogue, 'OCProperties');
  if (!layers) return;
  const main = objects.dict(layers, 'D');
  const others = (objects.list(layers, 'Configs') ?? []).flatMap(one => asDict(one) ?? []);
  if (blank(objects.text(main, 'Name'))) findings.add('20-002');
  if (others.some(one => blank(objects.text(one, 'Name')))) findings.add('20-001');
  if ([main, ...others].some(one => objects.at(one, 'AS'))) findings.add('20-003');
}

function checkForm({ catalogue, objects }: PrintedPdf, findings: Findings): void {
  const xfa = objects.at(objects.dict(catalogue, 'AcroForm'), 'XFA');
  const packets = (objects.items(xfa) ?? [xfa]).flatMap(one => asStream(one) ?? []);
  const dynamic = /<(?:\w+:)?dynamicRender\b[^>]*>\s*required\s*</;
  if (packets.some(packet => dynamic.test(new TextDecoder().decode(decoded(packet))))) findings.add('25-001');
}

/** Bit 10 of P: text and graphics may be taken out for people who need that (ISO 32000-1, Table 22). */
const forAccess = 1 << 9;

function checkEncryption({ encryption }: PrintedPdf, findings: Findings): void {
  if (!encryption) return;
  const { allowed } = encryption;
  if (allowed === undefined) findings.add('26-001');
  else if ((allowed & forAccess) === 0) findings.add('26-002');
}

/** Files that are enclosed: those of the catalogue's names and of its, the pages' and the elements' lists. */
export function checkEnclosures(
  pdf: PrintedPdf,
  elements: readonly { dict: PdfDict }[],
  findings: Findings,
): void {
  const { catalogue, objects, pages } = pdf;
  const named = namesIn(objects.dict(objects.dict(catalogue, 'Names'), 'EmbeddedFiles'), pdf);
  const listed = [catalogue, ...pages.map(({ dict }) => dict), ...elements.map(({ dict }) => dict)].flatMap(
    holder => (holder.has('AF') ? (objects.list(holder, 'AF') ?? []) : []),
  );
  for (const one of new Set([...named, ...listed])) {
    const specification = asDict(one);
    if (specification && !isNamed(specification, pdf)) findings.add('21-001');
  }
}

/** True unless the specification of an enclosed file lacks one of its two names. */
export const isNamed = (specification: PdfDict, { objects }: PrintedPdf): boolean =>
  !objects.at(specification, 'EF') ||
  (!blank(objects.text(specification, 'F')) && !blank(objects.text(specification, 'UF')));

/** The values of a name tree (ISO 32000-1, 7.9.6). */
export function namesIn(root: PdfDict | undefined, { objects }: PrintedPdf): PdfObject[] {
  const seen = new Set<PdfDict>();
  const visit = (node: PdfDict | undefined): PdfObject[] => {
    if (!node || seen.has(node)) return [];
    seen.add(node);
    const own = (objects.list(node, 'Names') ?? []).filter((_, index) => index % 2 === 1);
    return [...own, ...(objects.list(node, 'Kids') ?? []).flatMap(kid => visit(asDict(kid)))];
  };
  return visit(root);
}
