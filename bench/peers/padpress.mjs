/** padpress as a library. On the command line it is measured itself. */
import { worldOf } from '../../dist/commands/disk.js';
import { makePack } from '../../dist/index.js';

/** The thirteen pages of the bench. */
export const thirteenPages = ['pads', 'posters.pdf', 'user-log.pdf'];

export async function make(_pages, { file, bytes }) {
  const request = { source: { name: file, bytes }, only: thirteenPages };
  const { files, diagnostics } = await makePack(request, worldOf(file));
  if (files.length === 0) throw new Error(diagnostics.map(({ message }) => message).join(' '));
  return files.map(made => made.bytes);
}
