/**
 * What the bundle gives to fontkit in place of its tables of Unicode, the state machines of its shaper and its decoder of WOFF2: here it
 * only reads and subsets fonts, which need none of them, and they are two thirds of the time that it takes to load. HarfBuzz shapes.
 */
export default class Unused {
  constructor() {
    for (const method of ['get', 'match']) Object.assign(this, { [method]: unused });
  }
}

const unused = (): never => {
  throw new Error('fontkit was to shape a text or to read a WOFF2.');
};

export { unused as getCategory, unused as getCombiningClass, unused as getScript, unused as isDigit };

/** Asked of each glyph that is opened. */
export const isMark = (codePoint: number): boolean => /\p{M}/u.test(String.fromCodePoint(codePoint));
