/** Places in the text of a YAML file, and text put in or taken out at them. */
import { type CST, isCollection, isNode, isPair, isScalar, type YAMLMap, type YAMLSeq } from 'yaml';

/** Text with line feeds only. */
export interface Source {
  text: string;
  json: boolean;
}

/** Offsets of the text as it was. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** The text with all edits; of those at the same place, the first goes first. */
export function spliced(text: string, edits: readonly Edit[]): string {
  let done = '';
  let at = 0;
  for (const edit of edits.toSorted((one, other) => one.from - other.from || one.to - other.to)) {
    done += text.slice(at, edit.from) + edit.text;
    at = Math.max(at, edit.to);
  }
  return done + text.slice(at);
}

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** Where the words of a value end, without the notes and empty lines behind it. */
export function contentEnd(node: unknown, text: string): number | undefined {
  if (isPair(node)) return contentEnd(node.value, text) ?? contentEnd(node.key, text);
  if (!isNode(node) || !node.range) return undefined;
  const [start, end] = node.range;
  if (isCollection(node) && !node.flow) {
    const ends = node.items.map(item => contentEnd(item, text) ?? start);
    return Math.max(start, ...ends);
  }
  if (isScalar(node) && node.type?.startsWith('BLOCK')) {
    const block = text.slice(start, end);
    // After a + the empty lines belong to the text.
    return start + (/^[|>]\d?\+/.test(block) ? block.replace(/\n$/, '') : block.trimEnd()).length;
  }
  // A value that is not there has a place, and no width.
  return end > start || isCollection(node) ? end : undefined;
}

/** Where an entry of a list or mapping begins. */
export function startOf(item: unknown): number {
  const node = isPair(item) ? item.key : item;
  return (isNode(node) && node.range?.[0]) || 0;
}

type Held = YAMLMap | YAMLSeq;
type Token = CST.BlockSequence | CST.BlockMap | CST.FlowCollection;

/** The places of a sign (the hyphens or the commas) between the entries of a list or mapping. */
export function signsOf(held: Held, type: 'comma' | 'seq-item-ind'): number[] {
  const token = held.srcToken as Token | undefined;
  return (token?.items ?? []).flatMap(({ start }) =>
    start.flatMap(part => (part.type === type ? part.offset : [])),
  );
}

/**
 * What takes an entry out of a list; a note on its line stays.
 * @param isLast when all entries behind it are taken out, too
 */
export function removal(list: YAMLSeq, index: number, isLast: boolean, text: string): Edit[] {
  const item = list.items[index];
  const end = contentEnd(item, text) ?? startOf(item);
  if (!list.flow) {
    const dash = signsOf(list, 'seq-item-ind')[index] ?? startOf(item);
    return [cleared(text, dash, end)];
  }
  const commas = signsOf(list, 'comma');
  const next = commas.find(at => at >= end);
  const before = commas.filter(at => at < startOf(item)).at(-1);
  const comma = isLast ? before : next;
  const own = { from: startOf(item), to: end, text: '' };
  if (comma === undefined) return [own];
  if (!isLast && text.slice(end, comma).trim() === '') return [cleared(text, own.from, comma + 1)];
  if (isLast && text.slice(comma + 1, own.from).trim() === '') return [{ ...own, from: comma }];
  return [own, { from: comma, to: comma + 1, text: '' }];
}

/** Takes out a stretch, and its whole lines where nothing else stands on them. */
function cleared(text: string, from: number, to: number): Edit {
  const [start, end] = [lineStart(text, from), lineEnd(text, to)];
  const alone = text.slice(start, from).trim() === '' && text.slice(to, end).trim() === '';
  // With the line break before it: what is put in at the end of the line comes after.
  if (alone) return { from: Math.max(0, start - 1), to: end, text: '' };
  const gap = /^[ \t]*/.exec(text.slice(to, end))?.[0].length ?? 0;
  return { from, to: to + gap, text: '' };
}
