/** The bytes 0x80 to 0x9f of Windows-1252: Node's own decoder takes them for Latin 1 in some of its versions. */
const special = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The character of a byte. */
export const characterOf = (byte: number): string =>
  (byte >= 0x80 && byte <= 0x9f ? special[byte - 0x80] : undefined) ?? String.fromCharCode(byte);
