/** From pages to the bytes of a PDF file. */
import { opening } from '../closed.js';
import type { Inks } from '../press/inks.js';
import type { InkedArt, InkedFrame, Layer, Page } from '../press/page.js';
import { type DocumentInfo, PdfDocument } from './document.js';
import { type Drawn, drawn } from './drawings.js';
import type { Machines } from './objects.js';
import type { FontShelf } from './shelf.js';

/** Writes a PDF; the same pages, fonts and information give the same bytes. */
export async function writePdf(
  pages: readonly Page[],
  info: DocumentInfo,
  { shelf, inks, machines }: { shelf: FontShelf; inks: Inks; machines: Machines },
): Promise<Uint8Array> {
  const drawings = new Map<string, Drawn>();
  for (const art of artOn(pages)) drawings.set(art.svg, await drawn(art, inks));
  const shared = shownTwice(pages);
  return opening(() => {
    const document = new PdfDocument(info, { shelf, inks, machines, drawings, shared });
    for (const page of pages) document.addPage(page);
    return document.end();
  });
}

/** The drawings on pages and on the pictures of sheets, each once. */
function artOn(pages: readonly Page[]): Iterable<InkedArt> {
  const found = new Map<string, InkedArt>();
  const seen = new Set<readonly InkedFrame[]>();
  const visit = ({ frames }: Layer) => {
    if (seen.has(frames)) return;
    seen.add(frames);
    for (const frame of frames) {
      if (frame.kind !== 'picture') continue;
      if (frame.picture.kind === 'art') found.set(frame.picture.svg, frame.picture);
      if (frame.picture.kind === 'plate') frame.picture.layers.forEach(visit);
    }
  };
  for (const { layers } of pages) layers.forEach(visit);
  return found.values();
}

/**
 * The lists of frames that stand in more than one layer, and in all of them as one thing. Text that is read by itself is not among
 * them: what is marked in a form may be shown but once (Matterhorn 1.1, 30-002). Nor are marks of the press: pages share their streams.
 */
function shownTwice(pages: readonly Page[]): ReadonlySet<object> {
  const [once, twice] = [new Set<object>(), new Set<object>()];
  const visit = (frames: readonly InkedFrame[], asOne: boolean) => {
    if (once.has(frames)) {
      if (asOne) twice.add(frames);
      return;
    }
    if (asOne) once.add(frames);
    for (const frame of frames) {
      if (frame.kind !== 'picture' || frame.picture.kind !== 'plate') continue;
      for (const layer of frame.picture.layers) visit(layer.frames, true);
    }
  };
  for (const { layers } of pages) {
    for (const { frames, means } of layers) visit(frames, means?.reading.means.role === 'figure');
  }
  return twice;
}
