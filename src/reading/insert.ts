/** New entries for lists and mappings of a YAML or JSON file, written as their neighbours are. */
import type { Pair, YAMLMap, YAMLSeq } from 'yaml';
import { contentEnd, type Edit, lineEnd, lineStart, type Source, signsOf, startOf } from './splice.js';
import type { Style } from './write.js';

export interface Insertion {
  /** The entries in a style; one may have several lines. */
  text(style: Style): readonly string[];
  /** The index of the entry that they follow; -1 for the beginning. */
  after: number;
}

type Held = YAMLMap | YAMLSeq;

/** Lines behind an entry, or where they come first, before it. */
export function addToBlock(held: Held, { text }: Source, insertion: Insertion): Edit[] {
  const dashes = signsOf(held, 'seq-item-ind');
  const [first = 0] = dashes.length > 0 ? dashes : held.items.map(startOf);
  const indent = ' '.repeat(first - lineStart(text, first));
  const lines = insertion.text({ kind: 'block' }).map(line => line.replaceAll('\n', `\n${indent}`));
  if (insertion.after < 0) {
    return [{ from: first, to: first, text: lines.map(line => `${line}\n${indent}`).join('') }];
  }
  const item: unknown = held.items[insertion.after];
  const at = lineEnd(text, contentEnd(item, text) ?? startOf(item));
  return [{ from: at, to: at, text: lines.map(line => `\n${indent}${line}`).join('') }];
}

/** Entries between brackets: on lines of their own where their neighbours are. */
export function addToFlow(held: Held, source: Source, insertion: Insertion): Edit[] {
  const { text } = source;
  const neighbour: unknown = held.items[Math.max(0, insertion.after)];
  const start = startOf(neighbour);
  const before = text.slice(lineStart(text, start), start);
  const owner = text.slice(lineStart(text, held.range?.[0] ?? 0));
  const holding = /^[ \t]*/.exec(owner)?.[0] ?? '';
  const ownLine = before.trim() === '' && start > (held.range?.[0] ?? 0);
  const step = ownLine && before.startsWith(holding) ? before.slice(holding.length) : '  ';
  const style: Style = { kind: source.json ? 'json' : 'flow', ...(ownLine && { step }) };
  const entries = insertion.text(style).map(entry => entry.replaceAll('\n', `\n${before}`));
  const gap = ownLine ? `\n${before}` : ' ';
  if (insertion.after < 0) {
    return [{ from: start, to: start, text: entries.map(entry => `${entry},${gap}`).join('') }];
  }
  const end = contentEnd(neighbour, text) ?? start;
  const next: unknown = held.items[insertion.after + 1];
  const limit = next === undefined ? (held.range?.[1] ?? end) : startOf(next);
  const comma = signsOf(held, 'comma').find(at => at >= end && at < limit);
  const behind = comma === undefined ? end : comma + 1;
  const rest = text.slice(behind, lineEnd(text, behind));
  // A note behind the neighbour stays with it.
  const at = ownLine && /^\s*(#.*)?$/.test(rest) ? lineEnd(text, behind) : behind;
  const added = entries.map(entry => `${gap}${entry}`).join(',') + (next === undefined ? '' : ',');
  const edits = [{ from: at, to: at, text: added }];
  return comma === undefined ? [{ from: end, to: end, text: ',' }, ...edits] : edits;
}

/** A value for a key that has none, or an empty list. */
export function fillEmpty(
  pair: Pair<unknown, unknown>,
  holder: YAMLMap,
  source: Source,
  lines: Insertion['text'],
): Edit[] {
  const { text, json } = source;
  const value = pair.value as { range?: [number, number, number] | null } | null;
  const [from, to] = value?.range ?? [];
  if (holder.flow || json) {
    const style: Style = { kind: json ? 'json' : 'flow' };
    const keyEnd = contentEnd(pair.key, text) ?? 0;
    const colon = text.indexOf(':', keyEnd) + 1;
    const filled = lines(style).join('\n');
    if (from !== undefined && to !== undefined && to > from) return [{ from, to, text: filled }];
    return [{ from: colon, to: colon, text: ` ${filled}` }];
  }
  const key = startOf(pair);
  const indent = ' '.repeat(key - lineStart(text, key) + 2);
  const end = lineEnd(text, key);
  const list = lines({ kind: 'block' })
    .map(line => `\n${indent}${line}`)
    .join('');
  const emptied = from !== undefined && to !== undefined && to > from ? [{ from, to, text: '' }] : [];
  // "key: []" without its brackets keeps no space at the end of the line.
  const [gone] = emptied;
  if (gone && text.slice(gone.to, end).trim() === '') {
    return [{ from: text.slice(0, gone.from).trimEnd().length, to: end, text: list }];
  }
  return [...emptied, { from: end, to: end, text: list }];
}
