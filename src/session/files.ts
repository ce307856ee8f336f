/** The files that a session names: pictures, a logo, fonts. Each is read, checked and turned into what later rooms use. */
import { create as openFont } from 'fontkit';
import type { Diagnostic, Path } from '../diagnostic.js';
import type { Document } from '../reading/document.js';
import { meantHint } from '../reading/nearest.js';
import type { FileRead, World } from '../world.js';
import { readDrawing } from './drawing.js';
import type { OwnFont, Picture } from './session.js';

/** A file that was read, or what to say about it. */
type Found<T> = { found: T; diagnostics: Diagnostic[] } | { found?: undefined; diagnostics: Diagnostic[] };

/** The picture at a path of the session, turned upright and checked. */
export async function pictureAt(
  name: string,
  path: Path,
  document: Document,
  world: World,
): Promise<Found<Picture>> {
  const read = readNamed(name, path, 'picture', document, world);
  if (!('bytes' in read)) return read;
  const kind = kindOf(read.bytes);
  if (kind === 'svg') return checked(readDrawing(read.bytes), name, path, document);
  if (kind === 'jpeg' || kind === 'png') {
    const photo = await world.photo(read.bytes);
    return checked('problem' in photo ? photo : { kind: 'photo', ...photo }, name, path, document);
  }
  const what = kind === undefined ? 'is not a picture' : `is ${kind}, which this version cannot print`;
  return failed(path, document, `"${name}" ${what}.`, 'Save it as JPEG, PNG or SVG.');
}

/** The font at a path of the session; only what can be embedded and is drawn the same everywhere. */
export function fontAt(name: string, path: Path, document: Document, world: World): Found<OwnFont> {
  const read = readNamed(name, path, 'font', document, world);
  if (!('bytes' in read)) return read;
  const bad = (what: string, hint: string) => failed(path, document, `"${name}" ${what}.`, hint);
  const start = new TextDecoder('latin1').decode(read.bytes.subarray(0, 4));
  if (start === 'wOF2' || start === 'wOFF')
    return bad('is a web font (WOFF)', 'Use the TTF or OTF file that it was made from.');
  if (start === 'ttcf') return bad('is a collection of fonts (TTC)', 'Use a file with one font: TTF or OTF.');
  try {
    const font = openFont(read.bytes as Parameters<typeof openFont>[0]);
    if ('fonts' in font || font.numGlyphs === 0) return bad('is not a font', 'Use a TTF or OTF file.');
    if (Object.keys(font.variationAxes).length > 0) {
      return bad(
        'is a variable font, of which only one weight would be printed',
        'Use the static file of one weight.',
      );
    }
    return { found: { key: `own:${fingerprint(read.bytes)}`, bytes: read.bytes }, diagnostics: [] };
  } catch {
    return bad('is not a font', 'Use a TTF or OTF file.');
  }
}

function readNamed(
  name: string,
  path: Path,
  what: string,
  document: Document,
  { session }: World,
): { bytes: Uint8Array } | Found<never> {
  const read: FileRead = session.read(name.replaceAll('\\', '/'));
  if ('bytes' in read) return read;
  const folder = name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : '';
  const alike = what === 'font' ? /\.(ttf|otf)$/i : /\.(jpe?g|png|svg)$/i;
  const neighbours = session
    .list(folder || '.')
    .filter(file => alike.test(file))
    .map(file => (folder ? `${folder}/${file}` : file));
  const said = {
    missing: [
      `There is no ${what} "${name}" next to the session file.`,
      neighbours.length > 0 ? meantHint(name, neighbours, 'There are') : '',
    ],
    folder: [`"${name}" is a folder, not a ${what}.`, 'Name a file.'],
    outside: [`"${name}" lies outside the folder of the session file.`, 'Copy it next to the session file.'],
    unreadable: [`"${name}" cannot be read.`, 'Check its permissions.'],
  } as const;
  const [message, hint] = said[read.problem];
  return failed(path, document, message, hint);
}

function checked<T extends object>(
  result: T | { problem: string },
  name: string,
  path: Path,
  document: Document,
): Found<T> {
  if (!('problem' in result)) return { found: result as T, diagnostics: [] };
  return failed(path, document, `"${name}" cannot be printed.`, result.problem as string);
}

const failed = (path: Path, document: Document, message: string, hint: string): Found<never> => ({
  diagnostics: [{ severity: 'error', place: document.where(path), message, ...(hint && { hint }) }],
});

/** What a file is by its first bytes, whatever its name says; undefined when it is no picture. */
function kindOf(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  if (text.startsWith('\u00ff\u00d8\u00ff')) return 'jpeg';
  if (text.startsWith('\u0089PNG')) return 'png';
  if (text.startsWith('GIF8')) return 'a GIF';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'a WebP picture';
  if (/^....ftyp(avif|avis)/s.test(text)) return 'an AVIF picture';
  if (/^....ftyp(heic|heix|mif1|msf1|hevc)/s.test(text)) return 'an HEIC picture';
  if (text.startsWith('II*\u0000') || text.startsWith('MM\u0000*')) return 'a TIFF picture';
  if (text.startsWith('%PDF')) return 'a PDF';
  return /<(\w+:)?svg[\s>]/.test(text) ? 'svg' : undefined;
}

/** Two 32-bit FNV-1a sums over all bytes, and the length: tells two own fonts apart. */
function fingerprint(bytes: Uint8Array): string {
  let one = 0x811c9dc5;
  let other = 0x01000193;
  for (const byte of bytes) {
    one = Math.imul(one ^ byte, 0x01000193);
    other = Math.imul(other + byte, 0x85ebca6b);
  }
  return [one >>> 0, other >>> 0, bytes.length].map(number => number.toString(16)).join('-');
}
