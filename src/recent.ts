/** What was used lately, for work that comes again and again: so thousands of sessions in one process stay in memory. */

/**
 * Keeps at least the `most` things that were used last, and at most twice as many: in two halves, of which the older one is
 * forgotten when the younger is full. What is asked for again moves to the younger.
 */
export class Recent<Key, Thing extends NonNullable<unknown>> {
  #young = new Map<Key, Thing>();
  #old = new Map<Key, Thing>();

  constructor(private readonly most: number) {}

  /** The thing of a key, made where it is not known. */
  of(key: Key, make: () => Thing): Thing {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const thing = this.#old.get(key) ?? make();
    if (this.#young.size >= this.most) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, thing);
    return thing;
  }
}
