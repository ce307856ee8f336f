/**
 * Bytes of a file or a content stream being written (ISO 32000-1, 7.8.2), numbers digit by digit: places of paint are most of what a
 * file says, and a string for each of them is most of what it would take to say it.
 */

/** Bytes at first; it doubles when they are full. */
const roomAtFirst = 8192;
/** Room that was used and may be used again: to get room from the system takes as long as to write a tile. */
const spare: Uint8Array[] = [];
const mostSpare = 8;
const largestSpare = 1_000_000;
const none = new Uint8Array();

/** What a number takes at most: a sign, ten digits, the point, digits behind it, a space. */
const longest = 32;

const [space, minus, point, zero, lineFeed] = [0x20, 0x2d, 0x2e, 0x30, 0x0a];
const hexDigits = Uint8Array.from('0123456789abcdef', digit => digit.charCodeAt(0));
const powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

/** Bytes that grow. */
export class Bytes {
  #bytes = spare.pop() ?? new Uint8Array(roomAtFirst);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What was written up to now. */
  get begun(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** What was written; begins anew. */
  end(): Uint8Array {
    const written = this.#bytes.slice(0, this.#length);
    if (spare.length < mostSpare && this.#bytes.length <= largestSpare) spare.push(this.#bytes);
    this.#bytes = none;
    this.#length = 0;
    return written;
  }

  /** Text of ASCII. */
  text(text: string): this {
    if (this.#length + text.length > this.#bytes.length) this.#grow(text.length);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let index = 0; index < text.length; index++) bytes[at++] = text.charCodeAt(index);
    this.#length = at;
    return this;
  }

  append(bytes: Uint8Array): this {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  /** Text that ends a line. */
  add(text: string): this {
    this.text(text);
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length++] = lineFeed;
    return this;
  }

  /** A number and a space. @param places behind the point that tell, 9 at most */
  number(value: number, places = 4): this {
    if (this.#length + longest > this.#bytes.length) this.#grow(longest);
    const scale = powers[places] as number;
    const rounded = Math.round(value * scale);
    if (!(Math.abs(rounded) < scale * 2 ** 31)) return this.text(`${rounded / scale} `);
    const bytes = this.#bytes;
    let at = this.#length;
    if (rounded < 0) bytes[at++] = minus;
    let whole = (Math.abs(rounded) / scale) | 0;
    let part = Math.abs(rounded) - whole * scale;
    let end = at + 1;
    for (let more = whole; more >= 10; more = (more / 10) | 0) end++;
    for (let place = end - 1; place >= at; place--) {
      const rest = (whole / 10) | 0;
      bytes[place] = zero + whole - rest * 10;
      whole = rest;
    }
    if (part > 0) bytes[end++] = point;
    while (part > 0) {
      const digit = ((part * 10) / scale) | 0;
      bytes[end++] = zero + digit;
      part = part * 10 - digit * scale;
    }
    bytes[end++] = space;
    this.#length = end;
    return this;
  }

  /** Four hexadecimal digits. */
  hex(code: number): this {
    if (this.#length + 4 > this.#bytes.length) this.#grow(4);
    const bytes = this.#bytes;
    const at = this.#length;
    bytes[at] = hexDigits[code >> 12] as number;
    bytes[at + 1] = hexDigits[(code >> 8) & 15] as number;
    bytes[at + 2] = hexDigits[(code >> 4) & 15] as number;
    bytes[at + 3] = hexDigits[code & 15] as number;
    this.#length = at + 4;
    return this;
  }

  #grow(more: number): void {
    const larger = new Uint8Array(Math.max(this.#length + more, this.#bytes.length * 2));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
