/** Numbers in font files: big-endian, at places that may lie outside the file. */

export class Bytes {
  readonly #view: DataView;

  constructor(readonly all: Uint8Array) {
    this.#view = new DataView(all.buffer, all.byteOffset, all.byteLength);
  }

  get length(): number {
    return this.all.length;
  }

  u8(at: number): number {
    return this.#view.getUint8(at);
  }
  u16(at: number): number {
    return this.#view.getUint16(at);
  }
  i16(at: number): number {
    return this.#view.getInt16(at);
  }
  u32(at: number): number {
    return this.#view.getUint32(at);
  }

  /** A number of 1 to 4 bytes. */
  sized(at: number, size: number): number {
    let value = 0;
    for (let byte = 0; byte < size; byte++) value = value * 256 + this.u8(at + byte);
    return value;
  }

  part(from: number, to: number): Bytes {
    return new Bytes(this.all.subarray(from, to));
  }
}
