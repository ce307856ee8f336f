/** What of a layer is marked as one in a content stream, and for which element. */
import type { InkedFrame } from '../press/page.js';
import type { Element, LayerTags, Slot, Tag } from './structure.js';

/** A layer that is one thing to readers. */
export function whole(element: Element): Tag {
  const slot: Slot = {};
  element.kids.push(slot);
  return { element, slot, goesOn: false };
}

/**
 * Frames in painting order, in groups that are marked as one: what belongs to no element, the shapes and pictures of one, a field
 * with what stands in it.
 */
export function together(
  frames: readonly InkedFrame[],
  { of }: LayerTags,
): [Tag | undefined, InkedFrame[]][] {
  const groups: [Tag | undefined, InkedFrame[]][] = [];
  for (const [index, frame] of frames.entries()) {
    const tag = of.get(index);
    const last = groups.at(-1);
    const isOwn = tag && frame.kind === 'text' && last?.[1][0]?.kind !== 'field';
    if (last && last[0]?.element === tag?.element && !isOwn) last[1].push(frame);
    else groups.push([tag, [frame]]);
  }
  return groups;
}
