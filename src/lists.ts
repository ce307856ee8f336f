/** Lists that are read all over. */

/**
 * As `map` does. In a `map` that it has compiled V8 makes lists of another kind than in one that it has not, and then has to compile
 * all that reads them once more.
 */
export function mapped<Item, Made>(
  items: readonly Item[],
  make: (item: Item, index: number) => Made,
): Made[] {
  const made: Made[] = [];
  for (let index = 0; index < items.length; index++) made.push(make(items[index] as Item, index));
  return made;
}
