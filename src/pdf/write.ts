/** From pages to the bytes of a PDF file. */
import type { Inks } from '../press/inks.js';
import type { Layer, Page } from '../press/page.js';
import { type DocumentInfo, type FontShelf, PdfDocument } from './document.js';
import { paintLayer } from './paint.js';

/** Writes a PDF; the same pages, fonts and information give the same bytes. */
export function writePdf(
  pages: readonly Page[],
  info: DocumentInfo,
  shelf: FontShelf,
  inks: Inks,
): Promise<Uint8Array> {
  const document = new PdfDocument(info, shelf, inks);
  const shared = shownTwice(pages);
  for (const page of pages) {
    document.addPage(page);
    for (const layer of page.layers) paintLayer(layer, document, shared);
  }
  return document.end();
}

/** The lists of frames that stand in more than one layer. */
function shownTwice(pages: readonly Page[]): ReadonlySet<object> {
  const [once, twice] = [new Set<object>(), new Set<object>()];
  const visit = ({ frames }: Layer) => {
    if (once.has(frames)) {
      twice.add(frames);
      return;
    }
    once.add(frames);
    for (const frame of frames) {
      if (frame.kind === 'picture' && frame.picture.kind === 'plate') frame.picture.layers.forEach(visit);
    }
  };
  for (const { layers } of pages) layers.forEach(visit);
  return twice;
}
