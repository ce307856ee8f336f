/** What a program keeps that makes a pack again and again. */
import { Recent } from './recent.js';

/** Characters of a text that stands in keys as a number, and how many such texts are known by it. */
const longText = 200;
const mostTexts = 1000;

/** What the build before has made: what is asked for once more is not made once more. */
export class Kept {
  #before = new Map<string, unknown>();
  #now = new Map<string, unknown>();
  readonly #numbers = new WeakMap<object, number>();
  readonly #texts = new Recent<string, number>(mostTexts);
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

  /** As JSON would, but without the signs that only a reader needs; of long texts, as drawings are, which they are. */
  #written(value: unknown): string {
    if (typeof value === 'string') {
      if (value.length < longText) return `${value.length}"${value}`;
      return `"${this.#texts.of(value, () => ++this.#last)},`;
    }
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
