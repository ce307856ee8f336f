/** A finished PDF as its objects. The reader is loaded only when a file is opened: it costs an eighth of a second. */
import type { PdfDict, PdfObject, PdfStream } from '@libpdf/core';
import { joined } from '../joined.js';
import { withoutStrays, withoutStraysInParts } from './strays.js';

export type { PdfDict, PdfObject, PdfStream };

export interface PrintedPage {
  /** Counted from 1, as people do. */
  number: number;
  dict: PdfDict;
}

export interface PrintedPdf {
  catalogue: PdfDict;
  /** Of an encrypted file: what it allows to do, a bit each (ISO 32000-1, Table 22); undefined when it does not say so. */
  encryption?: { allowed: number | undefined };
  pages: readonly PrintedPage[];
  objects: Objects;
  /** True when the reader had to guess where objects are: the file is cut off or was damaged on its way. */
  damaged: boolean;
}

const locked = { problem: 'locked' as const };

/** Opens a PDF, or says why print shops could not. */
export async function openPdf(bytes: Uint8Array): Promise<PrintedPdf | { problem: 'locked' | 'unreadable' }> {
  const pdf = await readPdf(bytes);
  // One that opens without a password counts too: print shops' programs refuse it, and it may forbid to print.
  return 'encryption' in pdf ? locked : pdf;
}

/** Opens a PDF, also one that is encrypted; one that asks for a password is `locked`. */
export async function readPdf(bytes: Uint8Array): Promise<PrintedPdf | { problem: 'locked' | 'unreadable' }> {
  const { PDF, PdfStream: Stream, PdfString } = await import('@libpdf/core');
  blankInObjectStreams(Stream);
  try {
    const sound = withoutStrays(bytes);
    const pdf = await PDF.load(sound);
    const pages = pdf.getPages().map(({ dict }, index) => ({ number: index + 1, dict }));
    const objects = new Objects(
      ref => pdf.getObject(ref),
      text => PdfString.fromBytes(text).asString(),
    );
    const opened = {
      catalogue: pdf.getCatalog(),
      pages,
      objects,
      damaged: pdf.recoveredViaBruteForce || sound !== bytes || isCutOff(sound),
    };
    if (!pdf.isEncrypted) return opened;
    const handler = pdf.context.info.securityHandler;
    if (handler)
      return pdf.isAuthenticated
        ? { ...opened, encryption: { allowed: handler.encryption.permissionsRaw } }
        : locked;
    // Without its permissions the reader cannot make the key, but all that is no text or stream can be read.
    const dict = objects.dict(pdf.context.info.trailer, 'Encrypt');
    return dict && !dict.has('P') ? { ...opened, encryption: { allowed: undefined } } : locked;
  } catch {
    // Without its password some files cannot be opened at all. That they are encrypted stands in their trailer, which never is.
    return { problem: latin(bytes).includes('/Encrypt') ? 'locked' : 'unreadable' };
  }
}

const blanking = new WeakSet<object>();

/** Objects may stand in compressed streams, too: their brackets are blanked when the reader decodes them. */
function blankInObjectStreams({ prototype }: typeof PdfStream): void {
  if (blanking.has(prototype)) return;
  blanking.add(prototype);
  const decode = prototype.getDecodedData;
  prototype.getDecodedData = function (this: PdfStream) {
    const data = decode.call(this);
    const first = this.getNumber('First')?.value;
    const holdsObjects = this.getName('Type')?.value === 'ObjStm' && first !== undefined;
    return holdsObjects ? withoutStraysInParts(data, first) : data;
  };
}

/** True when objects come behind the last end of the file: readers go back to what it was before it was saved again. */
function isCutOff(bytes: Uint8Array): boolean {
  const text = latin(bytes);
  return /\d\s+\d+\s+obj\b/.test(text.slice(Math.max(0, text.lastIndexOf('%%EOF'))));
}

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

type Resolver = (ref: Extract<PdfObject, { type: 'ref' }>) => PdfObject | null;

/** In a text, it says which language follows: language and perhaps country between two escapes. */
const languageMark = new RegExp('~[a-z]{2}(-?[a-z]{2})?~'.replaceAll('~', '\u001b'), 'gi');

/** A tree that leads back to itself has no end: nobody nests pages or fields this deep. */
const deepest = 64;

/** What objects hold, wherever it stands in the file; what is missing or of another kind is undefined. */
export class Objects {
  constructor(
    private readonly resolve: Resolver,
    /** Of text without a mark, or as UTF-16. */
    private readonly decode: (bytes: Uint8Array) => string,
  ) {}

  /** The object that a reference leads to, or the object itself. */
  real(object: PdfObject | null | undefined): PdfObject | undefined {
    const real = object?.type === 'ref' ? this.resolve(object) : object;
    return real && real.type !== 'null' ? real : undefined;
  }

  at(holder: PdfDict | undefined, key: string): PdfObject | undefined {
    return this.real(holder?.get(key));
  }

  /** A dictionary, or that of a stream. */
  dict(holder: PdfDict | undefined, key: string): PdfDict | undefined {
    return asDict(this.at(holder, key));
  }

  list(holder: PdfDict | undefined, key: string): PdfObject[] | undefined {
    return this.items(this.at(holder, key));
  }

  items(object: PdfObject | undefined): PdfObject[] | undefined {
    return object?.type === 'array' ? [...object].flatMap(item => this.real(item) ?? []) : undefined;
  }

  /** As many numbers as are wanted: 4 of a box, 6 of a matrix. */
  numbers(holder: PdfDict | undefined, key: string, count: number): number[] | undefined {
    const numbers = this.list(holder, key)?.flatMap(item => (item.type === 'number' ? item.value : []));
    return numbers?.length === count ? numbers : undefined;
  }

  number(holder: PdfDict | undefined, key: string): number | undefined {
    const value = this.at(holder, key);
    return value?.type === 'number' ? value.value : undefined;
  }

  name(holder: PdfDict | undefined, key: string): string | undefined {
    const value = this.at(holder, key);
    return value?.type === 'name' ? value.value : undefined;
  }

  /** A text (ISO 32000-2, 7.9.2.2), which is a string or, when it is long, a stream; without the marks of languages in it. */
  text(holder: PdfDict | undefined, key: string): string | undefined {
    const value = this.at(holder, key);
    const stream = asStream(value);
    const bytes = value?.type === 'string' ? value.bytes : stream && decoded(stream);
    if (!bytes) return undefined;
    const begins = (...mark: number[]) => mark.every((byte, index) => bytes[index] === byte);
    // The second is not in the standard, and written by some programs all the same.
    const encoding = begins(0xef, 0xbb, 0xbf) ? 'utf-8' : begins(0xff, 0xfe) ? 'utf-16le' : undefined;
    const text = encoding ? new TextDecoder(encoding).decode(bytes) : this.decode(bytes);
    return text.replace(languageMark, '');
  }

  bool(holder: PdfDict | undefined, key: string): boolean | undefined {
    const value = this.at(holder, key);
    return value?.type === 'bool' ? value.value : undefined;
  }

  /** The dictionary, this one or the nearest around it in the tree of pages or fields, that has the key. */
  holderOf(child: PdfDict, key: string): PdfDict | undefined {
    let holder: PdfDict | undefined = child;
    for (let depth = 0; holder && depth < deepest; depth++) {
      if (this.at(holder, key)) return holder;
      holder = this.dict(holder, 'Parent');
    }
    return undefined;
  }

  /** The whole name of a field: its own behind those of the fields around it, with dots between them (ISO 32000-1, 12.7.3.2). */
  fieldName(field: PdfDict): string {
    const names: string[] = [];
    let at: PdfDict | undefined = field;
    for (let depth = 0; at && depth < deepest; depth++) {
      const name = this.text(at, 'T');
      if (name !== undefined) names.unshift(name);
      at = this.dict(at, 'Parent');
    }
    return names.join('.');
  }
}

/** The dictionary that an object is; a stream is one with data. */
export const asDict = (object: PdfObject | undefined): PdfDict | undefined =>
  object?.type === 'dict' || object?.type === 'stream' ? (object as PdfDict) : undefined;

/** The data of a stream; throws when its filter is unknown or nothing comes out of it. */
export function decoded(stream: PdfStream): Uint8Array {
  const data = stream.getDecodedData();
  // The reader makes what it can of broken data. What is truly empty takes a handful of bytes.
  if (data.length === 0 && stream.data.length > 16) throw new Error('its data is broken');
  return data;
}

/** All content streams of a page as one; throws where one cannot be decoded. */
export function contentOf({ dict }: PrintedPage, objects: Objects): Uint8Array {
  const contents = objects.at(dict, 'Contents');
  const streams = (objects.items(contents) ?? [contents]).flatMap(one => asStream(one) ?? []);
  // Streams of a page end between two tokens.
  return joined(streams.flatMap(stream => [decoded(stream), lineFeed]));
}

const lineFeed = Uint8Array.of(10);

export const asStream = (object: PdfObject | undefined): PdfStream | undefined =>
  object?.type === 'stream' ? (object as PdfStream) : undefined;
