/** Patterns of hyphens, a tree of letters, so that a program reads only as far as its words need them. */

/** A tree of letters whose branches are JSON, so many letters deep; a node is its branches, a number, or both. */
export function shut(node, deep) {
  if (deep === 0 || typeof node === 'number') return node;
  const [branches, ...level] = Array.isArray(node) ? node : [node];
  const texts = Object.entries(branches).map(([letter, held]) => [
    letter,
    JSON.stringify(shut(held, deep - 1)),
  ]);
  return level.length > 0 ? [Object.fromEntries(texts), ...level] : Object.fromEntries(texts);
}
/** Reads a branch when a word comes to it. It goes into the bundle as it is written here. */
export function late(node) {
  const branches = Array.isArray(node) ? node[0] : node;
  for (const letter in branches) {
    const json = branches[letter];
    if (typeof json !== 'string') continue;
    const get = () => {
      const value = late(JSON.parse(json));
      Object.defineProperty(branches, letter, { value, enumerable: true });
      return value;
    };
    Object.defineProperty(branches, letter, { get, enumerable: true, configurable: true });
  }
  return node;
}
