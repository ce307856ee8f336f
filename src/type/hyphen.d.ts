/** The part of `hyphen` that we use; the package brings no types of its own. */
declare module 'hyphen/*' {
  const patterns: { hyphenateSync(text: string, options?: { minWordLength?: number }): string };
  export default patterns;
}
