/** What the build before has made, for programs that make a pack again and again: what is asked for once more is not made once more. */
export class Kept {
  #before = new Map<string, unknown>();
  #now = new Map<string, unknown>();
  readonly #numbers = new WeakMap<object, number>();
  #last = 0;

  /** Begins a build; what the one before it did not ask for is forgotten. */
  begin(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  /** What a key stands for. Its value must follow from what the key names, and from what never changes, alone. */
  of<T>(key: string, make: () => T, isWorth: (made: T) => boolean = () => true): T {
    const known = (this.#now.has(key) ? this.#now : this.#before).get(key) as T | undefined;
    const value = known ?? make();
    if (known !== undefined || isWorth(value)) this.#now.set(key, value);
    return value;
  }

  /** A key of plain data: what it holds, and of bytes which they are, so that the same bytes are to come as the same object. */
  key(...parts: readonly unknown[]): string {
    return this.#written(parts);
  }

  /** As JSON would, but for bytes and without the signs that only a reader needs: orders hold whole drawings. */
  #written(value: unknown): string {
    if (typeof value === 'string') return `${value.length}"${value}`;
    if (typeof value !== 'object' || value === null) return `${String(value)},`;
    if (value instanceof Uint8Array) return `#${this.numberOf(value)},`;
    if (value instanceof Date) return `${value.getTime()}!`;
    let text = Array.isArray(value) ? '[' : '{';
    if (Array.isArray(value)) for (const one of value) text += this.#written(one);
    else
      for (const name of Object.keys(value))
        text += this.#written(name) + this.#written((value as never)[name]);
    return `${text}]`;
  }

  /** The same for the same object, as long as it is in use. */
  numberOf(thing: object): number {
    const number = this.#numbers.get(thing) ?? ++this.#last;
    this.#numbers.set(thing, number);
    return number;
  }
}

/** A value made from what the parts of its key hold; made once. */
export type Once = <T>(key: () => readonly unknown[], make: () => T, isWorth?: (made: T) => boolean) => T;

/** @param context what all keys have in common; without anything that is kept, all is made each time */
export const onceIn =
  (kept: Kept | undefined, ...context: readonly unknown[]): Once =>
  (key, make, isWorth) =>
    kept ? kept.of(kept.key(...context, ...key()), make, isWorth) : make();
