/** The objects of a PDF file and the file itself (ISO 32000-1, 7.3 and 7.5): numbers, strings, streams, object streams, cross-references. */
import { joined } from '../joined.js';
import type { World } from '../world.js';
import { Bytes } from './bytes.js';

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

interface StreamBody {
  dictionary: string;
  bytes: Uint8Array;
}

type Body = { text: string } | StreamBody;

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
    const sum = sumOf(operators);
    const alike = this.#contents.get(sum) ?? [];
    const known = alike.find(one => one.operators === operators || isSame(one.operators, operators));
    if (known) return known.ref;
    const ref = this.stream({}, operators);
    alike.push({ operators, ref });
    this.#contents.set(sum, alike);
    return ref;
  }

  /** The file. Its ID is made of its bytes, so that the same content gives the same file. */
  file(root: Ref, info: Ref): Uint8Array {
    const plain = this.#bodies.flatMap((body, index) => (body && 'text' in body ? [index + 1] : []));
    const own = this.#bodies.length + Math.ceil(plain.length / mostInStream) + 1;
    const table = new Uint8Array((own + 1) * 7);
    const view = new DataView(table.buffer);
    // Each entry is a kind, an offset or the number of a stream, and an index (7.5.8.2).
    const enter = (number: number, kind: number, where: number, index: number) => {
      view.setUint8(number * 7, kind);
      view.setUint32(number * 7 + 1, where);
      view.setUint16(number * 7 + 5, index);
    };
    enter(0, 0, 0, 65535);
    // What is no stream is packed, some hundred objects in one stream.
    for (let start = 0; start < plain.length; start += mostInStream) {
      const group = plain.slice(start, start + mostInStream);
      const stream = this.#pack(group);
      for (const [index, number] of group.entries()) enter(number, 2, stream, index);
    }
    const file = new Bytes();
    // Four bytes that are no ASCII say that the file is not text (7.5.2).
    file
      .add(`%PDF-${this.version}`)
      .text('%')
      .append(Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3, 0x0a));
    const write = (number: number, { dictionary, bytes }: StreamBody) => {
      enter(number, 1, file.length, 0);
      file.add(`${number} 0 obj`).add(dictionary).add('stream').append(bytes).text('\nendstream\nendobj\n');
    };
    for (const [index, body] of this.#bodies.entries()) if (body && 'bytes' in body) write(index + 1, body);
    const start = file.length;
    enter(own, 1, start, 0);
    const id = `<${this.machines.sha256(file.begun).slice(0, 32)}>`;
    const bytes = this.machines.deflate(table);
    const dictionary = written({
      Type: '/XRef',
      Size: own + 1,
      W: [1, 4, 2],
      Root: refer(root),
      Info: refer(info),
      ID: [id, id],
      Filter: '/FlateDecode',
      Length: bytes.length,
    });
    write(own, { dictionary, bytes });
    return file.add('startxref').add(`${start}`).add('%%EOF').end();
  }

  /** An object stream (7.5.7). */
  #pack(numbers: readonly number[]): Ref {
    let [head, texts] = ['', ''];
    for (const number of numbers) {
      const body = this.#bodies[number - 1];
      head += `${number} ${texts.length} `;
      texts += `${body && 'text' in body ? body.text : ''}\n`;
    }
    return this.stream({ Type: '/ObjStm', N: numbers.length, First: head.length }, head + texts);
  }
}

/** A number that few bytes have in common: of how many they are, and of those at the beginning (FNV-1a). Tiles have as many that differ late. */
function sumOf(bytes: Uint8Array): number {
  const end = Math.min(bytes.length, 256);
  let sum = bytes.length;
  for (let index = 0; index < end; index++) sum = Math.imul(sum ^ (bytes[index] as number), 0x01000193);
  return sum;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  let index = 0;
  while (index < one.length && one[index] === other[index]) index++;
  return index === one.length;
}

/** `12 0 R` */
export const refer = (ref: Ref): string => `${ref} 0 R`;

/** A value as PDF writes it. Strings are taken as they are: names with their slash, references, text strings. */
export function written(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(written).join(' ')}]`;
  const held = value as { readonly [key: string]: Value | undefined };
  let text = '<<';
  for (const key in held) {
    const one = held[key];
    if (one === undefined) continue;
    const own = written(one);
    text += `/${key}${'/[(<'.includes(own.charAt(0)) ? '' : ' '}${own}`;
  }
  return `${text}>>`;
}

/** A number as PDF writes it, to a ten-thousandth. */
export const number = (value: number): string => String(Math.round(value * 1e4) / 1e4);

/** A number of a matrix: as many digits as tell. */
export const finely = (value: number): string => value.toFixed(6).replace(/\.?0+$/, '');

/** What PDFDocEncoding (annex D.3) has besides Latin 1, from the code 0x80 on. */
const beyondLatin = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž';
const isCoded = new RegExp(`^[\\n\\x20-~¡-¬®-ÿ€${beyondLatin}]*$`);

/** A text string (7.9.2.2): in PDFDocEncoding where that has all of its characters, else in UTF-16 with its byte order mark. */
export const textString = (text: string): string =>
  isCoded.test(text) ? `(${text.replace(/[\\()\n]|[^\x20-~]/g, escaped)})` : utf16(text);

function escaped(character: string): string {
  if (character === '\n') return '\\n';
  if ('\\()'.includes(character)) return `\\${character}`;
  const code = character.charCodeAt(0);
  const byte = character === '€' ? 0xa0 : code <= 0xff ? code : 0x80 + beyondLatin.indexOf(character);
  return `\\${byte.toString(8)}`;
}

/** Bytes as hexadecimal digits. */
const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** A text string in UTF-16 with its byte order mark, as hexadecimal digits. */
export function utf16(text: string): string {
  let hex = '<feff';
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    hex += (pairs[unit >> 8] as string) + (pairs[unit & 255] as string);
  }
  return `${hex}>`;
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
export const encoded = (parts: readonly (string | Uint8Array)[]): Uint8Array =>
  joined(parts.map(part => (typeof part === 'string' ? encoder.encode(part) : part)));
