/** Which entries of a list stay, which are changed, and which are new, so that as little as possible of a file is touched. */
import type { Item } from '../reading/edit.js';

/**
 * The new list in terms of the old one: by the longest common subsequence, and between its members one for one.
 * @param same whether an old entry (by its index) says the same as a new text
 */
export function aligned(
  count: number,
  texts: readonly string[],
  same: (old: number, text: string) => boolean,
): Item[] {
  // Lengths of the longest common subsequence of what follows each pair.
  const length: number[][] = Array.from({ length: count + 1 }, () => Array(texts.length + 1).fill(0));
  const at = (old: number, fresh: number) => length[old]?.[fresh] ?? 0;
  const equal = (old: number, fresh: number) => same(old, texts[fresh] ?? '');
  for (let old = count - 1; old >= 0; old--) {
    for (let fresh = texts.length - 1; fresh >= 0; fresh--) {
      const best = equal(old, fresh)
        ? at(old + 1, fresh + 1) + 1
        : Math.max(at(old + 1, fresh), at(old, fresh + 1));
      (length[old] as number[])[fresh] = best;
    }
  }
  const items: Item[] = [];
  let [old, fresh] = [0, 0];
  let gap: { olds: number[]; texts: string[] } = { olds: [], texts: [] };
  const close = () => {
    for (const [index, text] of gap.texts.entries()) {
      const replaces = gap.olds[index];
      items.push(replaces === undefined ? { text } : { replaces, text });
    }
    gap = { olds: [], texts: [] };
  };
  while (old < count || fresh < texts.length) {
    if (old < count && fresh < texts.length && equal(old, fresh)) {
      close();
      items.push({ keep: old++ });
      fresh++;
    } else if (fresh >= texts.length || (old < count && at(old + 1, fresh) >= at(old, fresh + 1))) {
      gap.olds.push(old++);
    } else {
      gap.texts.push(texts[fresh++] ?? '');
    }
  }
  close();
  return items;
}
