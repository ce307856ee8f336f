/** The files that a session names: pictures, a logo, fonts. Each is read, checked and turned into what later rooms use. */
import type { Diagnostic, Path } from '../diagnostic.js';
import type { Document } from '../reading/document.js';
import { meantHint } from '../reading/nearest.js';
import { type FileRead, largestFile, type Photo, type World } from '../world.js';
import { readDrawing } from './drawing.js';
import { embeddedIn } from './embedded.js';
import type { Art, Focus, OwnFont, Picture } from './session.js';

/** A file that was read, or what to say about it. */
type Found<T> = { found: T; diagnostics: Diagnostic[] } | { found?: undefined; diagnostics: Diagnostic[] };

/** How a picture is to be taken. */
export interface PictureWish {
  /** It is a photo or scan of a drawing on paper. */
  drawing?: boolean | undefined;
  focus?: Focus | undefined;
}

/** Pictures of a session: what several stories show is read once. */
export class PictureShelf {
  readonly #photos = new Map<string, Promise<Photo | { problem: string }>>();

  constructor(private readonly world: World) {}

  /** The picture at a path of the session, checked, with what the session asks for it. */
  async at(name: string, path: Path, document: Document, wish: PictureWish = {}): Promise<Found<Picture>> {
    const read = readNamed(name, path, 'picture', document, this.world);
    if (!('bytes' in read)) return read;
    const { bytes } = read;
    const kind = kindOf(bytes);
    const wished = {
      ...(wish.focus && { focus: wish.focus }),
      ...(wish.drawing && { uncut: true as const }),
    };
    if (kind === 'svg') {
      const art = readDrawing(bytes);
      const sound = 'problem' in art ? art : await this.#withSoundPictures(art);
      return checked('problem' in sound ? sound : { ...sound, ...wished }, name, path, document);
    }
    if (kind === 'photo') {
      const photo = await this.#photo(name, bytes, wish.drawing === true);
      return checked(
        'problem' in photo ? photo : { kind: 'photo', ...photo, ...wished },
        ...([name, path, document] as const),
      );
    }
    if (bytes.length === 0)
      return failed(path, document, `"${name}" is empty.`, 'Copy the picture here again.');
    const { what, hint } = strangers.find(stranger => stranger.sign.test(headOf(bytes))) ?? notAPicture;
    return failed(path, document, `"${name}" ${what}.`, hint);
  }

  /** A drawing of which all embedded pictures can be printed, or why one cannot. */
  async #withSoundPictures(art: Art): Promise<Art | { problem: string }> {
    for (const { bytes } of embeddedIn(art.svg)) {
      const photo = bytes ? await this.world.photo(bytes) : { problem: 'It is damaged.' };
      if ('problem' in photo) return { problem: `Of a picture that is embedded in it: ${photo.problem}` };
    }
    return art;
  }

  #photo(name: string, bytes: Uint8Array, drawing: boolean) {
    const key = `${drawing} ${name}`;
    const photo = this.#photos.get(key) ?? (drawing ? this.world.lines(bytes) : this.world.photo(bytes));
    this.#photos.set(key, photo);
    return photo;
  }
}

/** The font at a path of the session; only what can be embedded and is drawn the same everywhere. */
export async function fontAt(
  name: string,
  path: Path,
  document: Document,
  world: World,
): Promise<Found<OwnFont>> {
  const read = readNamed(name, path, 'font', document, world);
  if (!('bytes' in read)) return read;
  const bad = (what: string, hint: string) => failed(path, document, `"${name}" ${what}.`, hint);
  const start = new TextDecoder('latin1').decode(read.bytes.subarray(0, 4));
  if (start === 'wOF2' || start === 'wOFF')
    return bad('is a web font (WOFF)', 'Use the TTF or OTF file that it was made from.');
  if (start === 'ttcf') return bad('is a collection of fonts (TTC)', 'Use a file with one font: TTF or OTF.');
  try {
    const { create } = await import('fontkit');
    const font = create(read.bytes as Parameters<typeof create>[0]);
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
  const alike = what === 'font' ? /\.(ttf|otf)$/i : /\.(jpe?g|png|svg|webp|avif|gif|tiff?)$/i;
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
    large: [`"${name}" is larger than ${largestFile / 1e6} MB.`, `Save the ${what} smaller.`],
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

const headOf = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes.subarray(0, 4096));

/** Pictures made of pixels by their first bytes: JPEG, PNG, GIF, WebP, TIFF (and BigTIFF), AVIF by its own brand or that of its family. */
const photo =
  /^(\u00ff\u00d8\u00ff|\u0089PNG|GIF8|RIFF....WEBP|II[*+]\0|MM\0[*+]|....ftyp(avi[fs]|mif1(?=.{4,40}avif)))/s;

/** What a file is by its first bytes, whatever its name says; undefined when it is nothing that can be printed. */
function kindOf(bytes: Uint8Array): 'photo' | 'svg' | undefined {
  const head = headOf(bytes);
  if (photo.test(head)) return 'photo';
  return /<(\w+:)?svg[\s>]/.test(head) && !strangers.some(({ sign }) => sign.test(head)) ? 'svg' : undefined;
}

const save = 'Save it as JPEG, PNG or SVG.';
const notAPicture = { what: 'is not a picture', hint: save };

/** What people take for a picture that can be printed. HEVC, which HEIC is made of, is decoded by no library under a free enough licence. */
const strangers: readonly { sign: RegExp; what: string; hint: string }[] = [
  {
    sign: /^....ftyp(hei[cxms]|hev[cx]|mif1|msf1)/s,
    what: 'is a HEIC picture, which this version cannot print',
    hint: 'On an iPhone: Settings, Camera, Formats, Most Compatible; or open it and export it as JPEG.',
  },
  { sign: /^%PDF/, what: 'is a PDF, not a picture', hint: 'Export its page as PNG or SVG.' },
  {
    sign: /^BM....\0\0\0\0/s,
    what: 'is a BMP picture, which this version cannot print',
    hint: save,
  },
  { sign: /^8BPS/, what: 'is a Photoshop file, which this version cannot print', hint: save },
  { sign: /^.\u008b/s, what: 'is compressed', hint: 'Save it as plain SVG, not as SVGZ.' },
];

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
