/** Bookmarks made of the headings (ISO 32000-1, 12.3.3), and what viewers call the pages (12.4.2). */
import { number, type PdfObjects, type Ref, refer, textString, type Value } from './objects.js';

export interface OutlineEntry {
  title: string;
  /** 1 is the highest. */
  level: number;
  page: Ref;
  /** Where the heading stands, pt from the foot of the page. */
  top: number;
}

interface OutlineItem extends OutlineEntry {
  ref: Ref;
  kids: OutlineItem[];
}

/** The keys of the catalogue that show the headings as bookmarks, all of them open; none when there is but one heading. */
export function outlineOf(entries: readonly OutlineEntry[], objects: PdfObjects): Record<string, Value> {
  if (entries.length < 2) return {};
  const root = objects.reserve();
  const top: OutlineItem[] = [];
  const open: OutlineItem[] = [];
  for (const entry of entries) {
    const item: OutlineItem = { ...entry, ref: objects.reserve(), kids: [] };
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= entry.level) open.pop();
    (open.at(-1)?.kids ?? top).push(item);
    open.push(item);
  }
  objects.set(root, { Type: '/Outlines', ...write(top, root, objects) });
  return { Outlines: refer(root), PageMode: '/UseOutlines' };
}

/** Writes the items of one level; @returns the keys of what holds them */
function write(items: readonly OutlineItem[], parent: Ref, objects: PdfObjects): Record<string, Value> {
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last) return {};
  for (const [index, item] of items.entries()) {
    const [before, after] = [items[index - 1], items[index + 1]];
    objects.set(item.ref, {
      Title: textString(item.title),
      Parent: refer(parent),
      ...(before && { Prev: refer(before.ref) }),
      ...(after && { Next: refer(after.ref) }),
      Dest: `[${refer(item.page)} /XYZ null ${number(item.top)} null]`,
      ...write(item.kids, item.ref, objects),
    });
  }
  return { First: refer(first.ref), Last: refer(last.ref), Count: countOf(items) };
}

/** All items that are seen when everything is open. */
const countOf = (items: readonly OutlineItem[]): number =>
  items.reduce((sum, { kids }) => sum + 1 + countOf(kids), 0);

/** Pages by their names where they have any, else by their numbers. */
export function pageLabels(names: readonly (string | undefined)[]): Value {
  const nums = names.flatMap((name, index): Value[] => {
    if (name !== undefined) return [index, { P: textString(name) }];
    return index === 0 || names[index - 1] !== undefined ? [index, { S: '/D', St: index + 1 }] : [];
  });
  return { Nums: nums };
}
