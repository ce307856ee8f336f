/** The objects of a PDF file and the file itself (ISO 32000-1, 7.3 and 7.5): numbers, strings, streams, object streams, cross-references. */
import type { World } from '../world.js';

/** The number of an object of the file. */
export type Ref = number & { readonly isRef: true };

/** What a dictionary or an array may hold: text as PDF writes it, or references and lists of them. */
export type Value =
  | string
  | number
  | boolean
  | readonly Value[]
  | { readonly [key: string]: Value | undefined };

/** What files are made with. */
export type Machines = Pick<World, 'deflate' | 'sha256'>;

/** A stream that is worth trying to make smaller is longer, bytes: less gets hardly smaller than the name of the filter. */
const shortest = 160;
/** Objects in one object stream: readers unpack a whole one to read one of them. */
const mostInStream = 400;

const encoder = new TextEncoder();

/** What bytes have been made to: those of drawings come again in many files. */
const deflated = new WeakMap<Uint8Array, Uint8Array>();

type Body = { text: string } | { dictionary: string; bytes: Uint8Array };

export class PdfObjects {
  readonly #bodies: (Body | undefined)[] = [];
  /** Streams of operators, by how long they are. */
  readonly #contents = new Map<number, { operators: Uint8Array; ref: Ref }[]>();

  /** @param version of PDF: `1.7` */
  constructor(
    readonly version: string,
    private readonly machines: Machines,
  ) {}

  /** A number for an object whose content is known later. */
  reserve(): Ref {
    return this.#bodies.push(undefined) as Ref;
  }

  set(ref: Ref, value: Value): void {
    this.#bodies[ref - 1] = { text: written(value) };
  }

  add(value: Value): Ref {
    return this.#bodies.push({ text: written(value) }) as Ref;
  }

  /** A stream of bytes that are as they are to be: `Filter` and all else is in the dictionary. */
  raw(dictionary: Readonly<Record<string, Value | undefined>>, bytes: Uint8Array): Ref {
    return this.#bodies.push({ dictionary: written({ ...dictionary, Length: bytes.length }), bytes }) as Ref;
  }

  /** A stream, made smaller where that is worth it. */
  stream(dictionary: Readonly<Record<string, Value | undefined>>, content: string | Uint8Array): Ref {
    const bytes = typeof content === 'string' ? encoder.encode(content) : content;
    if (bytes.length < shortest) return this.raw(dictionary, bytes);
    const smaller = deflated.get(bytes) ?? this.machines.deflate(bytes);
    deflated.set(bytes, smaller);
    return this.raw({ ...dictionary, Filter: '/FlateDecode' }, smaller);
  }

  /** A stream of operators: the same operators are written once, however many pages they are on. */
  content(operators: Uint8Array): Ref {
    const alike = this.#contents.get(operators.length) ?? [];
    const known = alike.find(one => one.operators.every((byte, index) => byte === operators[index]));
    if (known) return known.ref;
    const ref = this.stream({}, operators);
    this.#contents.set(operators.length, [...alike, { operators, ref }]);
    return ref;
  }

  /** The file. Its ID is made of its bytes, so that the same content gives the same file. */
  file(root: Ref, info: Ref): Uint8Array {
    // What is no stream is packed, some hundred objects in one stream.
    const packed = new Map<number, { stream: number; index: number }>();
    const plain = this.#bodies.flatMap((body, index) => (body && 'text' in body ? [index + 1] : []));
    for (let start = 0; start < plain.length; start += mostInStream) {
      const group = plain.slice(start, start + mostInStream);
      const ref = this.#pack(group);
      for (const [index, number] of group.entries()) packed.set(number, { stream: ref, index });
    }
    const file = new ByteList();
    file.add(`%PDF-${this.version}\n%`);
    // Four bytes that are no ASCII say that the file is not text (7.5.2).
    file.add(Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3, 0x0a));
    const offsets = new Map<number, number>();
    for (const [index, body] of this.#bodies.entries()) {
      if (!body || 'text' in body) continue;
      offsets.set(index + 1, file.length);
      file.add(`${index + 1} 0 obj\n${body.dictionary}\nstream\n`);
      file.add(body.bytes);
      file.add('\nendstream\nendobj\n');
    }
    const start = file.length;
    const own = this.#bodies.length + 1;
    offsets.set(own, start);
    // Each entry is a kind, an offset or the number of a stream, and an index (7.5.8.2).
    const table = new Uint8Array((own + 1) * 7);
    const view = new DataView(table.buffer);
    const entry = (number: number, kind: number, where: number, index: number) => {
      view.setUint8(number * 7, kind);
      view.setUint32(number * 7 + 1, where);
      view.setUint16(number * 7 + 5, index);
    };
    entry(0, 0, 0, 65535);
    for (const [number, offset] of offsets) entry(number, 1, offset, 0);
    for (const [number, { stream, index }] of packed) entry(number, 2, stream, index);
    const id = `<${this.machines.sha256(file.joined()).slice(0, 32)}>`;
    const dictionary = {
      Type: '/XRef',
      Size: own + 1,
      W: [1, 4, 2],
      Root: refer(root),
      Info: refer(info),
      ID: [id, id],
    };
    const squeezed = this.machines.deflate(table);
    file.add(
      `${own} 0 obj\n${written({ ...dictionary, Filter: '/FlateDecode', Length: squeezed.length })}\nstream\n`,
    );
    file.add(squeezed);
    file.add(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`);
    return file.joined();
  }

  /** An object stream (7.5.7). */
  #pack(numbers: readonly number[]): Ref {
    const heads: string[] = [];
    const texts: string[] = [];
    let at = 0;
    for (const number of numbers) {
      const body = this.#bodies[number - 1];
      const text = body && 'text' in body ? body.text : '';
      heads.push(`${number} ${at}`);
      texts.push(text);
      at += text.length + 1;
    }
    const head = `${heads.join(' ')}\n`;
    return this.stream({ Type: '/ObjStm', N: numbers.length, First: head.length }, head + texts.join('\n'));
  }
}

/** `12 0 R` */
export const refer = (ref: Ref): string => `${ref} 0 R`;

/** A value as PDF writes it. Strings are taken as they are: names with their slash, references, text strings. */
export function written(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(written).join(' ')}]`;
  const entries = Object.entries(value).flatMap(([key, one]) => {
    if (one === undefined) return [];
    const text = written(one);
    return [`/${key}${/^[/[(<]/.test(text) ? '' : ' '}${text}`];
  });
  return `<<${entries.join('')}>>`;
}

/** A number as PDF writes it, to a ten-thousandth. */
export const number = (value: number): string => String(Math.round(value * 1e4) / 1e4);

/** A number of a matrix: as many digits as tell. */
export const finely = (value: number): string => value.toFixed(6).replace(/\.?0+$/, '');

/** A text string (7.9.2.2): ASCII in parentheses, all else in UTF-16 with its byte order mark. */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  return utf16(text);
}

/** A text string in UTF-16 with its byte order mark, as hexadecimal digits. */
export function utf16(text: string): string {
  let hex = 'feff';
  for (let index = 0; index < text.length; index++)
    hex += text.charCodeAt(index).toString(16).padStart(4, '0');
  return `<${hex}>`;
}

/** A name (7.3.5) of any text. */
export const nameOf = (text: string): string =>
  `/${[...encoder.encode(text)]
    .map(byte =>
      byte > 0x20 && byte < 0x7f && !'#/()<>[]{}%'.includes(String.fromCharCode(byte))
        ? String.fromCharCode(byte)
        : `#${byte.toString(16).padStart(2, '0')}`,
    )
    .join('')}`;

/** `D:20270204000000Z` */
export const dateString = (date: Date): string =>
  `(D:${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z)`;

/** Parts one after the other; text in UTF-8. */
export function joined(parts: Iterable<string | Uint8Array>): Uint8Array {
  const bytes = new ByteList();
  for (const part of parts) bytes.add(part);
  return bytes.joined();
}

/** Bytes that grow. */
class ByteList {
  readonly #parts: Uint8Array[] = [];
  length = 0;

  add(part: string | Uint8Array): void {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part;
    this.#parts.push(bytes);
    this.length += bytes.length;
  }

  joined(): Uint8Array {
    const bytes = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }
}
