/** From pages to the bytes of a PDF file. */
import type { Page } from '../press/page.js';
import { type DocumentInfo, type FontShelf, PdfDocument } from './document.js';
import { paint } from './paint.js';

/** Writes a PDF; the same pages, fonts and information give the same bytes. */
export function writePdf(pages: readonly Page[], info: DocumentInfo, shelf: FontShelf): Promise<Uint8Array> {
  const document = new PdfDocument(info, shelf);
  for (const page of pages) {
    document.addPage(page.size);
    for (const frame of page.frames) paint(frame, document);
  }
  return document.end();
}
