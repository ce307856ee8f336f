/** Finished files for preflight, made in the test itself, and what a manifest would say of them. */
import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import type { Diagnostic } from '../diagnostic.js';
import { formatDiagnostic } from '../diagnostic.js';
import { type PrintedFile, preflight } from '../preflight/preflight.js';

/** PDFKit with its ways to objects that its types do not have. */
export type Pen = PDFKit.PDFDocument & {
  page: { dictionary: { data: Record<string, unknown> }; resources: { data: Record<string, unknown> } };
  ref(data: Record<string, unknown>): PDFKit.PDFDocument & { end(content?: string): void };
  addContent(content: string): void;
};

/** A4 in points. */
export const a4 = [(210 * 72) / 25.4, (297 * 72) / 25.4] as const;

/** A PDF of one page, A4 unless `size` says otherwise (points), that a test paints. */
export function printed(
  paint: (pen: Pen) => void,
  size: readonly [number, number] = a4,
): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: [...size],
    margin: 0,
    font: null as unknown as string,
    compress: false,
  });
  const chunks: Buffer[] = [];
  return new Promise(resolve => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    paint(pdf as unknown as Pen);
    pdf.end();
  });
}

/** A form with its content and resources, painted by `operators` that name it `Fm1`. */
export function paintForm(
  pen: Pen,
  content: string,
  resources: Record<string, unknown>,
  operators: string,
): void {
  const form = pen.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1000, 1000], Resources: resources });
  form.end(content);
  xObjects(pen).Fm1 = form;
  pen.addContent(operators);
}

/** The XObjects of the page, to be added to. */
export function xObjects(pen: Pen): Record<string, unknown> {
  const { resources } = pen.page;
  resources.data.XObject ??= {};
  return resources.data.XObject as Record<string, unknown>;
}

/** A raster picture of one colour. */
export function image(pen: Pen, width: number, height: number, space: unknown = 'DeviceGray'): unknown {
  const picture = pen.ref({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    ColorSpace: space,
  });
  picture.end('\u0080'.repeat(width * height * (space === 'DeviceRGB' ? 3 : 1)));
  return picture;
}

/** A manifest entry for a file of pages A4. */
export function entryFor(
  { path, bytes }: PrintedFile,
  more: { pages?: number } & Record<string, unknown> = {},
): Record<string, unknown> {
  const size = { width: 210, height: 297, unit: 'mm' };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const coverage = Array.from({ length: more.pages ?? 1 }, () => 0);
  return {
    path,
    pages: 1,
    trim: size,
    media: size,
    inks: 'rgb',
    coverage,
    bytes: bytes.length,
    sha256,
    ...more,
  };
}

/** What preflight says of one file of which the manifest says this. Its ink counts only where the test tells how much there is. */
export async function said(
  bytes: Uint8Array,
  more: { pages?: number } & Record<string, unknown> = {},
): Promise<string> {
  const file = { path: 'a.pdf', bytes };
  const diagnostics = await preflight([file], { files: [entryFor(file, more)] });
  return lines(diagnostics.filter(({ message }) => 'coverage' in more || !message.includes(': ink covers ')));
}

export const lines = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics.map(formatDiagnostic).join('\n');
