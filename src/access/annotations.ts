/** Annotations and fields: their elements, descriptions and order (checkpoint 28). */
import { asDict, type PdfDict, type PrintedPage, type PrintedPdf } from '../preflight/document.js';
import { extentBetween } from '../preflight/matrix.js';
import { isNamed } from './catalogue.js';
import type { ContentReader } from './content.js';
import { blank } from './elements.js';
import type { FontCheck } from './fonts/check.js';
import type { LanguageCheck } from './languages.js';
import type { Findings } from './report.js';
import { attributeOf, type Structure, type StructureElement } from './structure.js';

/** All subtypes of ISO 32000-1, Table 169. */
const known = new Set(
  (
    'Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup ' +
    'FileAttachment Sound Movie Widget Screen PrinterMark TrapNet Watermark 3D Redact'
  ).split(' '),
);

/** What a check of annotations needs to know. */
export interface AnnotationContext {
  pdf: PrintedPdf;
  structure: Structure | undefined;
  languages: LanguageCheck;
  content: ContentReader;
  fonts: FontCheck;
  findings: Findings;
}

export function checkAnnotations(page: PrintedPage, context: AnnotationContext): void {
  const { objects } = context.pdf;
  const annotations = (objects.list(page.dict, 'Annots') ?? []).flatMap(one => asDict(one) ?? []);
  if (annotations.length === 0) return;
  const order = objects.name(page.dict, 'Tabs');
  if (order === undefined) context.findings.add('28-008', { page: page.number });
  else if (order !== 'S') context.findings.add('28-009', { page: page.number }, order);
  for (const annotation of annotations) checkAnnotation(annotation, page, context);
}

function checkAnnotation(annotation: PdfDict, page: PrintedPage, context: AnnotationContext): void {
  const { pdf, structure, languages, content, findings } = context;
  const { objects } = pdf;
  if (isUnseen(annotation, page, pdf)) return;
  for (const piece of content.appearance(annotation, page.number)) context.fonts.see(piece);
  const kind = objects.name(annotation, 'Subtype') ?? '';
  const element = holderOf(annotation, page, context);
  const spot = { page: page.number, element: element?.path };
  const name = `"${kind}"`;
  const described = !blank(objects.text(annotation, 'Contents'));
  const alternative = !blank(objects.text(element?.dict, 'Alt'));

  if (described && !objects.text(annotation, 'Lang') && languages.of(element) === undefined)
    findings.add('11-004', spot, name);
  if (kind === 'TrapNet') findings.add('28-007', spot);
  if (kind === 'PrinterMark') {
    if (element || structure?.parentFor(objects.number(annotation, 'StructParent')))
      findings.add('28-017', spot);
    const pieces = [...content.appearance(annotation, page.number, false)];
    const bare = pieces.some(piece => ['text', 'drawing'].includes(piece.kind) && !piece.at.marks.artifact);
    if (bare) findings.add('28-018', spot);
  }
  // What a pop-up says stands in the annotation that it belongs to.
  if (kind === 'Popup') return;
  if (kind === 'Widget') return checkField(annotation, element, spot, context);
  const loose = !['Link', 'PrinterMark'].includes(kind) && element?.role !== 'Annot';
  if (loose) findings.add('28-002', spot, name);
  if (!described && !alternative) findings.add('28-004', spot, name);
  if (!known.has(kind) && (loose || (!described && !alternative))) findings.add('28-006', spot, name);
  if (kind === 'Link' && element?.role !== 'Link') findings.add('28-011', spot);
  if (kind === 'Link' && !described) findings.add('28-012', spot);
  if (kind === 'FileAttachment') {
    const file = objects.dict(annotation, 'FS');
    if (file && !isNamed(file, pdf)) {
      findings.add('28-016', spot);
      findings.add('21-001', spot);
    }
  }
}

function checkField(
  widget: PdfDict,
  element: StructureElement | undefined,
  spot: { page: number; element: string | undefined },
  { pdf, languages, findings }: AnnotationContext,
): void {
  const { objects } = pdf;
  const name = `"${objects.fieldName(widget)}"`;
  const holder = objects.holderOf(widget, 'TU');
  const described = !blank(objects.text(holder, 'TU'));
  if (!described && blank(objects.text(element?.dict, 'Alt'))) findings.add('28-005', spot, name);
  if (described && languages.of(element) === undefined) findings.add('11-005', spot, name);
  if (element?.role !== 'Form') return findings.add('28-010', spot, name);
  const printed = attributeOf(element, 'PrintField', 'Role', pdf);
  if (!printed && element.kids.length > 1) findings.add('UA1:7.18.4', spot, name);
}

/** The element that has an annotation; structure and parent tree have to agree on it. */
function holderOf(
  annotation: PdfDict,
  page: PrintedPage,
  { pdf, structure, findings }: AnnotationContext,
): StructureElement | undefined {
  const element = structure?.holderOf(annotation);
  if (element && structure?.parentFor(pdf.objects.number(annotation, 'StructParent')) !== element.dict) {
    findings.add(
      'UA1:7.1',
      { page: page.number, element: element.path },
      'the parent tree does not lead from the annotation to its element',
    );
  }
  return element;
}

/** Annotations that are hidden, or lie off the page, are nobody's to read. */
function isUnseen(annotation: PdfDict, { dict }: PrintedPage, { objects }: PrintedPdf): boolean {
  const hidden = 2;
  if (((objects.number(annotation, 'F') ?? 0) & hidden) !== 0) return true;
  const rect = objects.numbers(annotation, 'Rect', 4);
  const box = ['CropBox', 'MediaBox']
    .map(name => objects.numbers(objects.holderOf(dict, name), name, 4))
    .find(numbers => numbers);
  if (!rect || !box) return false;
  const [own, page] = [extentBetween(rect), extentBetween(box)];
  return own.right < page.left || own.left > page.right || own.top < page.bottom || own.bottom > page.top;
}
