/**
 * What the bundle gives to yargs in place of modules that are slow to start: it looks for a `package.json` around the folder that it runs in,
 * which is not that of padpress, and asserts what it has been told.
 */

/** `escalade`: there is no such file. */
export default (): undefined => undefined;

/** `assert.notStrictEqual` */
export function notStrictEqual(actual: unknown, expected: unknown, message = 'They are the same.'): void {
  if (Object.is(actual, expected)) throw new Error(message);
}

/** `assert.strictEqual` */
export function strictEqual(actual: unknown, expected: unknown, message = 'They differ.'): void {
  if (!Object.is(actual, expected)) throw new Error(message);
}
