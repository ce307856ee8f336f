/** What is opened only where it is wanted, as the libraries for fonts are: most packs are made of what was asked of them when padpress was built. */

/** Something was asked of what is not open yet: {@link opening} opens it. */
export class Closed extends Error {
  constructor(
    what: string,
    readonly open: () => Promise<void>,
  ) {
    super(`${what} is not open yet.`);
  }
}

/** Does something; where it wants what is not open yet, that is opened, and all is done again. */
export async function opening<T>(make: () => T | Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await make();
    } catch (error) {
      if (!(error instanceof Closed)) throw error;
      await error.open();
    }
  }
}
