/** Content streams as operations: an operator and what stands before it (ISO 32000-2, 7.2, 7.8.2 and 8.9.7). */

export type Operand =
  | { type: 'number'; value: number }
  | { type: 'name'; value: string }
  | StringOperand
  | { type: 'array'; items: Operand[] }
  | { type: 'dict'; entries: Map<string, Operand> }
  /** `true`, `false`, `null`, and operators until it is known that they are. */
  | { type: 'word'; value: string };

/** A string as it is written, between its brackets: few are ever read. */
export interface StringOperand {
  type: 'string';
  hex: boolean;
  raw: Uint8Array;
}

export interface Operation {
  operator: string;
  /** Of an inline image (operator `BI`): its dictionary. */
  operands: readonly Operand[];
}

const codes = (text: string): ReadonlySet<number> => new Set([...text].map(char => char.charCodeAt(0)));
const whiteSpace = codes('\0\t\n\f\r ');
const delimiters = codes('()<>[]{}/%');
const code = { open: 40, close: 41, less: 60, greater: 62, backslash: 92, slash: 47, percent: 37 } as const;

/** All operations of a content stream, in order. What is broken is passed over, as viewers do. */
export function* operationsOf(content: Uint8Array): Generator<Operation> {
  const tokens = new Tokens(content);
  let operands: Operand[] = [];
  for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
    if (token.type !== 'word' || ['true', 'false', 'null'].includes(token.value)) {
      operands.push(token);
      continue;
    }
    if (token.value === 'BI') operands = [tokens.inlineImage()];
    // Closing brackets without an opening one are nobody's operators.
    if (!/^[\]>{})]/.test(token.value)) yield { operator: token.value, operands };
    operands = [];
  }
}

class Tokens {
  #at = 0;
  constructor(private readonly bytes: Uint8Array) {}

  /** The next operand or word; undefined at the end. */
  next(): Operand | undefined {
    this.#skipSpace();
    const byte = this.bytes[this.#at];
    if (byte === undefined) return undefined;
    if (byte === code.slash) return this.#name();
    if (byte === code.open) return this.#literal();
    if (byte === code.less) return this.bytes[this.#at + 1] === code.less ? this.#dict() : this.#hex();
    if (byte === code.greater && this.bytes[this.#at + 1] === code.greater) return this.#word(2);
    if (byte === 0x5b) return this.#array();
    if (delimiters.has(byte)) return this.#word(1);
    return this.#regular();
  }

  /** The dictionary between `BI` and `ID`; goes on after the data. */
  inlineImage(): Operand {
    const entries = this.#entries('ID');
    // One white space, then data that may hold any byte: it ends where "EI" stands alone and what follows looks like text.
    for (let at = this.#find(69, this.#at + 1); at < this.bytes.length; at = this.#find(69, at + 1)) {
      const [before = 32, , i, after = 32] = this.bytes.subarray(at - 1, at + 3);
      if (i !== 73 || !whiteSpace.has(before) || !whiteSpace.has(after)) continue;
      const following = this.bytes.subarray(at + 2, at + 14);
      if (following.some(byte => byte > 126 || (byte < 32 && !whiteSpace.has(byte)))) continue;
      this.#at = at + 2;
      return { type: 'dict', entries };
    }
    this.#at = this.bytes.length;
    return { type: 'dict', entries };
  }

  /** Where a byte is next; the end when there is none. */
  #find(byte: number, from: number): number {
    const at = this.bytes.indexOf(byte, from);
    return at === -1 ? this.bytes.length : at;
  }

  #skipSpace(): void {
    for (; this.#at < this.bytes.length; this.#at++) {
      const byte = this.bytes[this.#at] ?? 0;
      if (byte === code.percent) this.#skipLine();
      else if (!whiteSpace.has(byte)) return;
    }
  }

  #skipLine(): void {
    while (this.#at < this.bytes.length && this.bytes[this.#at] !== 10 && this.bytes[this.#at] !== 13)
      this.#at++;
  }

  /** Text up to the next white space or delimiter. */
  #plain(): string {
    let text = '';
    for (; this.#at < this.bytes.length; this.#at++) {
      const byte = this.bytes[this.#at] ?? 0;
      if (whiteSpace.has(byte) || delimiters.has(byte)) break;
      text += String.fromCharCode(byte);
    }
    return text;
  }

  #regular(): Operand {
    const value = this.#plain();
    return /^[+-]*(\d+\.?\d*|\.\d+)/.test(value)
      ? { type: 'number', value: Number.parseFloat(value.replace(/^[+-]*(?=[+-])/, '')) }
      : { type: 'word', value };
  }

  #word(length: number): Operand {
    const value = String.fromCharCode(...this.bytes.subarray(this.#at, this.#at + length));
    this.#at += length;
    return { type: 'word', value };
  }

  #name(): Operand {
    this.#at++;
    const value = this.#plain().replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return { type: 'name', value };
  }

  /** Brackets nest, and a backslash takes the meaning from the sign after it. */
  #literal(): Operand {
    const from = this.#at + 1;
    for (let depth = 0; this.#at < this.bytes.length; this.#at++) {
      const byte = this.bytes[this.#at];
      if (byte === code.backslash) this.#at++;
      else if (byte === code.open) depth++;
      else if (byte === code.close && --depth === 0) break;
    }
    this.#at++;
    return { type: 'string', hex: false, raw: this.bytes.subarray(from, this.#at - 1) };
  }

  #hex(): Operand {
    const from = this.#at + 1;
    this.#at = this.#find(code.greater, this.#at) + 1;
    return { type: 'string', hex: true, raw: this.bytes.subarray(from, this.#at - 1) };
  }

  #array(): Operand {
    this.#at++;
    const items: Operand[] = [];
    for (let item = this.next(); item && !isWord(item, ']'); item = this.next()) items.push(item);
    return { type: 'array', items };
  }

  #dict(): Operand {
    this.#at += 2;
    return { type: 'dict', entries: this.#entries('>>') };
  }

  /** Names and their values up to a closing word. */
  #entries(end: string): Map<string, Operand> {
    const entries = new Map<string, Operand>();
    for (let key = this.next(); key && !isWord(key, end); key = this.next()) {
      if (key.type !== 'name') continue;
      const value = this.next();
      if (!value || isWord(value, end)) break;
      entries.set(key.value, value);
    }
    return entries;
  }
}

const isWord = (token: Operand, word: string): boolean => token.type === 'word' && token.value === word;

/** The bytes that a string stands for (ISO 32000-2, 7.3.4). */
export const bytesOf = ({ hex, raw }: StringOperand): Uint8Array => (hex ? fromHex(raw) : fromLiteral(raw));

function fromHex(raw: Uint8Array): Uint8Array {
  const bytes = new Uint8Array((raw.length + 1) >> 1);
  let count = 0;
  for (const byte of raw) {
    const digit = digitOf(byte);
    if (digit === undefined) continue;
    // A digit that is missing at the end is 0.
    bytes[count >> 1] = (bytes[count >> 1] ?? 0) | (count % 2 === 0 ? digit << 4 : digit);
    count++;
  }
  return bytes.subarray(0, (count + 1) >> 1);
}

function digitOf(byte: number): number | undefined {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = (byte | 32) - 97;
  return letter >= 0 && letter < 6 ? letter + 10 : undefined;
}

const escapes = new Map(
  [...'nrtbf'].map((name, index) => [name.charCodeAt(0), [10, 13, 9, 8, 12][index] ?? 0]),
);
const isOctal = (byte: number | undefined): byte is number => byte !== undefined && byte >= 48 && byte < 56;

function fromLiteral(raw: Uint8Array): Uint8Array {
  if (!raw.includes(code.backslash)) return raw;
  const bytes: number[] = [];
  for (let at = 0; at < raw.length; at++) {
    const byte = raw[at] ?? 0;
    if (byte !== code.backslash) {
      bytes.push(byte);
      continue;
    }
    const next = raw[++at];
    if (isOctal(next)) {
      let value = next - 48;
      for (let more = 0; more < 2 && isOctal(raw[at + 1]); more++) value = value * 8 + (raw[++at] ?? 48) - 48;
      bytes.push(value & 255);
    } else if (next === 13) at += raw[at + 1] === 10 ? 1 : 0;
    else if (next !== undefined && next !== 10) bytes.push(escapes.get(next) ?? next);
  }
  return new Uint8Array(bytes);
}
