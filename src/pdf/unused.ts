/**
 * What the bundle gives to libraries in place of parts that padpress never uses, and that would be half of the time it takes to load
 * them: to fontkit, which only reads and subsets fonts here (HarfBuzz shapes), tables of Unicode, the state machines of its shaper and
 * its decoder of WOFF2; to PDFKit, which only paints drawings, its ciphers.
 */
export default class Unused {
  get = unused;
  match = unused;
}

function unused(): never {
  throw new Error('A part of a library was called that is not in the bundle.');
}

export {
  unused as cbc,
  unused as ecb,
  unused as getCategory,
  unused as getCombiningClass,
  unused as getScript,
  unused as isDigit,
};

/** Asked of each glyph that is opened. */
export const isMark = (codePoint: number): boolean => /\p{M}/u.test(String.fromCodePoint(codePoint));
