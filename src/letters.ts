/** A quick question before those for a class of signs: V8 takes up to a millisecond to make one of Unicode's. */

/**
 * Whether a text has more than the letters of Latin, Greek and Cyrillic, digits and punctuation: marks of their own, letters of
 * other scripts, or signs beyond the first plane.
 */
export const hasBeyond = (text: string): boolean => beyond.test(text);

const beyond = /[\u0300-\u036f]|[\u0483-\u0489]|[\u0590-\u1dff]|[\u20d0-\u20ff]|[\u2c00-\uffff]/;
