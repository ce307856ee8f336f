/** Proves of a session file that it says what it should after a change, and all else as before: nobody's file is harmed. */
import { hasErrors } from '../diagnostic.js';
import { readDocument } from '../reading/document.js';
import type { Change, Item } from '../reading/edit.js';
import type { CapturedSession } from './session.js';

/** True when the file as it is now reads as the old one with the changes. */
export function isCarriedOut(
  changes: readonly Change[],
  { document }: CapturedSession,
  now: { name: string; bytes: Uint8Array },
): boolean {
  const { document: read, diagnostics } = readDocument(now);
  if (!read || hasErrors(diagnostics)) return false;
  return isEqual(read.data, changes.reduce(after, document.data));
}

type Mapping = Record<string, unknown>;

/** Plain data after a change. */
function after(data: unknown, change: Change): unknown {
  const whole = data as Mapping;
  if ('add' in change) {
    return { ...whole, [change.key]: [...((whole[change.key] as unknown[]) ?? []), ...change.add] };
  }
  const [list = '', index = 0] = change.holder;
  const stories = whole[list] as Mapping[];
  const story = stories[index as number] as Mapping;
  const old = story[change.key];
  const value =
    'items' in change
      ? change.items.map(item => entryOf(item, (old as unknown[]) ?? []))
      : change.language === undefined
        ? change.text
        : { ...(old as Mapping), [change.language]: change.text };
  const changed = { ...story, [change.key]: value };
  return { ...whole, [list]: stories.with(index as number, changed) };
}

function entryOf(item: Item, old: readonly unknown[]): unknown {
  if ('keep' in item) return old[item.keep];
  if (!('replaces' in item) || item.language === undefined) return item.text;
  return { ...(old[item.replaces] as Mapping), [item.language]: item.text };
}

/** Of plain data; the order of keys does not count. */
function isEqual(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return Object.is(one, other);
  const keys = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === Object.keys(other).length &&
    keys.every(key => key in other && isEqual((one as Mapping)[key], (other as Mapping)[key]))
  );
}
