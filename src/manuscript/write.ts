/** From an order to the bytes of a text: the ending of its name says which kind. */
import type { FileOrder } from '../plan/order.js';
import type { World } from '../world.js';
import { type DocxInfo, docxOf } from './docx.js';
import { markdownOf } from './markdown.js';

/** UTF-8 of Markdown, or the bytes of a Word document. The same order gives the same bytes. */
export async function writeManuscript(
  { path, manuscripts = [] }: FileOrder,
  info: DocxInfo,
  world: Pick<World, 'bundled' | 'deflate'>,
): Promise<Uint8Array> {
  if (!path.endsWith('.docx')) return new TextEncoder().encode(markdownOf(manuscripts));
  return docxOf(manuscripts, info, world);
}
