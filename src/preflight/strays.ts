/** Brackets that belong to nothing. The reader (@libpdf/core 0.4.2) never gets past one, and fills the memory: they are blanked before. */

const code = {
  open: 40,
  close: 41,
  less: 60,
  greater: 62,
  backslash: 92,
  percent: 37,
  braceOpen: 123,
  braceClose: 125,
};
const isSpace = (byte: number | undefined): boolean =>
  byte === undefined || byte === 0 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 32;

/**
 * The same bytes where there is none; else a copy, in which each is a space. Data of streams, strings and comments stay as they
 * are. A string that runs into the next object has lost its end: its bracket belongs to nothing, too.
 */
export function withoutStrays(bytes: Uint8Array): Uint8Array {
  let copy: Uint8Array | undefined;
  const blank = (at: number) => {
    copy ??= bytes.slice();
    copy[at] = 32;
  };
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === code.percent) at = endOfLine(bytes, at);
    else if (byte === code.less && bytes[at + 1] === code.less) at++;
    else if (byte === code.open || byte === code.less) {
      const end = byte === code.open ? endOfString(bytes, at) : endOfHex(bytes, at);
      if (end === undefined) blank(at);
      else at = end;
    } else if (byte === 0x73 && startsStream(bytes, at)) at = endOfStream(bytes, at + 6);
    else if (byte === code.close || byte === code.braceOpen || byte === code.braceClose) blank(at);
  }
  return copy ?? bytes;
}

/**
 * The same for a stream of objects (ISO 32000-2, 7.5.7): each is read from its place on, whatever is before it. The places stand
 * at the beginning of the stream, after the number of each object, and count from `first` on.
 */
export function withoutStraysInParts(bytes: Uint8Array, first: number): Uint8Array {
  const head = String.fromCharCode(...bytes.subarray(0, Math.min(Math.max(0, first), 100_000)));
  const numbers = head.match(/\d+/g) ?? [];
  const places = numbers.filter((_, index) => index % 2 === 1).map(place => first + Number(place));
  const starts = [...new Set([0, first, ...places])].sort((a, b) => a - b);
  const copy = bytes.slice();
  for (const [index, start] of starts.entries())
    copy.set(withoutStrays(copy.subarray(start, starts[index + 1])), Math.min(start, copy.length));
  return copy;
}

function find(bytes: Uint8Array, byte: number, from: number): number {
  const at = bytes.indexOf(byte, from);
  return at === -1 ? bytes.length : at;
}

function endOfLine(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
  return at;
}

/** Undefined where the string does not end in its object. */
function endOfString(bytes: Uint8Array, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === code.backslash) at++;
    else if (byte === code.open) depth++;
    else if (byte === code.close && --depth === 0) return at;
    else if (byte === 0x65 && endsObject(bytes, at)) return undefined;
  }
  return undefined;
}

/** Undefined where there are other signs than digits. */
function endOfHex(bytes: Uint8Array, from: number): number | undefined {
  let at = from + 1;
  while (isSpace(bytes[at]) ? at < bytes.length : isDigit(bytes[at] ?? 0)) at++;
  return bytes[at] === code.greater ? at : undefined;
}

const isDigit = (byte: number): boolean =>
  (byte >= 48 && byte <= 57) || ((byte | 32) >= 97 && (byte | 32) <= 102);

/** "endobj" with another object, or the end of the objects, behind it. */
function endsObject(bytes: Uint8Array, at: number): boolean {
  if (!says(bytes, at, 'endobj')) return false;
  const next = String.fromCharCode(...bytes.subarray(at + 6, at + 32));
  return /^\s*(\d+ \d+ obj|xref|startxref|$)/.test(next);
}

const says = (bytes: Uint8Array, at: number, word: string): boolean =>
  [...word].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

/** The word "stream" on its own, at the end of a line. */
function startsStream(bytes: Uint8Array, at: number): boolean {
  const before = bytes[at - 1];
  const after = bytes[at + 6];
  return (
    says(bytes, at, 'stream') &&
    (isSpace(before) || before === code.greater) &&
    (after === 10 || after === 13)
  );
}

function endOfStream(bytes: Uint8Array, from: number): number {
  for (let at = find(bytes, 0x65, from); at < bytes.length; at = find(bytes, 0x65, at + 1))
    if (says(bytes, at, 'endstream')) return at + 8;
    else if (endsObject(bytes, at)) return at + 5;
  return bytes.length;
}
