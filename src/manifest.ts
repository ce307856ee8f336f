/** The manifest: what a pack holds, for people and programs that print, check or archive it. */
import type { Diagnostic } from './diagnostic.js';
import { formatDiagnostic } from './diagnostic.js';
import type { PackFile } from './pack.js';
import type { FileOrder } from './plan/order.js';
import type { Session } from './session/session.js';
import { version } from './version.js';

/** One file of the pack with the order that it was made from. */
export interface MadeFile {
  file: PackFile;
  order: FileOrder;
  /** The pages of each sheet of the order, before copies. */
  pages: readonly number[];
}

/** `manifest.json`: the same pack gives the same bytes. */
export async function manifestOf(
  session: Session,
  made: readonly MadeFile[],
  warnings: readonly Diagnostic[],
): Promise<PackFile> {
  const { title, date } = session.workshop;
  const manifest = {
    padpress: version,
    session: { title, ...(date && { date }), language: session.language },
    files: await Promise.all(made.map(entryOf)),
    warnings: warnings.map(warning => formatDiagnostic(withBareName(warning))),
  };
  return { path: 'manifest.json', bytes: new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`) };
}

/** The same pack is made wherever its folder lies: places name the file without the way to it. */
const withBareName = (warning: Diagnostic): Diagnostic =>
  warning.place
    ? { ...warning, place: { ...warning.place, file: warning.place.file.replace(/^.*[\\/]/, '') } }
    : warning;

async function entryOf({ file, order, pages }: MadeFile) {
  const [width, height] = file.size ?? [];
  return {
    path: file.path,
    part: order.part,
    ...(order.group !== undefined && { group: order.group }),
    title: order.title,
    pages: file.pages,
    trim: { width, height, unit: 'mm' },
    sheets: order.sheets.map(({ layout, copies }, index) => ({ layout, pages: pages[index], copies })),
    bytes: file.bytes.length,
    sha256: await sha256(file.bytes),
  };
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
