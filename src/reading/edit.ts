/** Changes texts and lists of a YAML or JSON file as text, so that all else stays as it is: comments, order, quotes, line ends. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type YAMLMap,
  type Document as YamlDocument,
} from 'yaml';
import type { Path } from '../diagnostic.js';
import { isJson, spacesOf } from './document.js';
import { addToBlock, addToFlow, fillEmpty, type Insertion } from './insert.js';
import { contentEnd, type Edit, lineEnd, removal, type Source, spliced } from './splice.js';
import { entryText, listText, scalarText } from './write.js';

/** An entry of a list after the change: an old one (by its index), a text in place of an old one, or a new text. */
export type Item =
  | { keep: number }
  | { replaces: number; text: string /** Of words in several languages, the one. */; language?: string }
  | { text: string };

/** A mapping of texts and lists of texts, to be added to a list of mappings. */
export type Entry = Readonly<Record<string, string | readonly string[]>>;

export type Change =
  /** A list of texts under a key; a key that is not there yet is put after the last of `after`. */
  | { holder: Path; key: string; items: readonly Item[]; after: readonly string[] }
  /** A text under a key, or its version in one language; a key that is not there yet is put after the last of `after`. */
  | { holder: Path; key: string; text: string; language?: string; after: readonly string[] }
  /** Mappings at the end of the list that stands under a key of the whole file. */
  | { key: string; add: readonly Entry[] };

/**
 * The file with its changes; undefined where it is written so that they cannot be put in (names after & and *).
 * @param bytes UTF-8 that `readDocument` has found right
 */
export function edited(bytes: Uint8Array, changes: readonly Change[]): Uint8Array | undefined {
  const raw = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const { text, offsets } = withLineFeeds(raw);
  const yaml = parseDocument(spacesOf(text), { keepSourceTokens: true, logLevel: 'error' });
  const source: Source = { text, json: isJson(text) };
  const edits: Edit[] = [];
  for (const change of changes) {
    const found =
      'add' in change
        ? additions(yaml, source, change)
        : 'items' in change
          ? listEdits(yaml, source, change)
          : textEdits(yaml, source, change);
    if (!found) return undefined;
    edits.push(...found);
  }
  const eol = /\r\n|\r|\n/.exec(raw)?.[0] ?? '\n';
  const inRaw = edits.map(({ from, to, text }) => ({
    from: offsets[from] ?? raw.length,
    to: offsets[to] ?? raw.length,
    text: text.replaceAll('\n', eol),
  }));
  return new TextEncoder().encode(spliced(raw, inRaw));
}

/** Text as `readDocument` sees it, and where each of its signs stands in the file. */
function withLineFeeds(raw: string): { text: string; offsets: number[] } {
  const offsets: number[] = [];
  let text = '';
  for (let at = raw.startsWith('\ufeff') ? 1 : 0; at < raw.length; at++) {
    // The line feed of a pair stands for both; what is put before it goes before the pair.
    offsets.push(at);
    if (raw[at] === '\r') {
      text += '\n';
      if (raw[at + 1] === '\n') at++;
    } else {
      text += raw[at];
    }
  }
  offsets.push(raw.length);
  return { text, offsets };
}

type Texts = Extract<Change, { items: readonly Item[] }>;

function listEdits(
  yaml: YamlDocument.Parsed,
  source: Source,
  { holder, key, items, after }: Texts,
): Edit[] | undefined {
  const story = yaml.getIn(holder, true);
  if (!isMap(story)) return undefined;
  const texts = items.flatMap(item => ('text' in item ? item.text : []));
  const pair = pairOf(story, key);
  if (!pair) return addedKey(story, source, { [key]: texts }, after);
  const list = pair.value;
  if (isAlias(list)) return undefined;
  if (!isSeq(list) || list.items.length === 0) {
    return fillEmpty(pair, story, source, style => listText(texts, style));
  }
  const edits: Edit[] = [];
  let last = -1;
  let fresh: string[] = [];
  const flush = () => {
    if (fresh.length === 0) return;
    const added = fresh;
    const insertion: Insertion = {
      text: style => added.map(text => `${style.kind === 'block' ? '- ' : ''}${scalarText(text, style)}`),
      after: last,
    };
    edits.push(...(list.flow ? addToFlow(list, source, insertion) : addToBlock(list, source, insertion)));
    fresh = [];
  };
  const left = new Set(list.items.keys());
  for (const item of items) {
    if (!('keep' in item) && !('replaces' in item)) {
      fresh.push(item.text);
      continue;
    }
    flush();
    last = 'keep' in item ? item.keep : item.replaces;
    left.delete(last);
    if ('keep' in item) continue;
    const old = list.items[last];
    const edit = replaced(old, item, list.flow === true, source);
    if (!edit) return undefined;
    edits.push(edit);
  }
  flush();
  for (const index of left) edits.push(...removal(list, index, index > last, source.text));
  return edits;
}

function textEdits(
  yaml: YamlDocument.Parsed,
  source: Source,
  change: Extract<Change, { text: string }>,
): Edit[] | undefined {
  const story = yaml.getIn(change.holder, true);
  if (!isMap(story)) return undefined;
  const pair = pairOf(story, change.key);
  if (!pair) return addedKey(story, source, { [change.key]: change.text }, change.after);
  const edit = replaced(pair.value, change, story.flow === true, source);
  return edit && [edit];
}

const pairOf = (mapping: YAMLMap, key: string): Pair | undefined =>
  mapping.items.find(({ key: name }) => isScalar(name) && name.value === key);

/** A key that is not there yet, behind the last of those that go before it. */
function addedKey(mapping: YAMLMap, source: Source, entry: Entry, before: readonly string[]): Edit[] {
  const after = Math.max(
    ...mapping.items.map(({ key }, index) =>
      isScalar(key) && before.includes(String(key.value)) ? index : 0,
    ),
  );
  const insertion: Insertion = { text: style => entryText(entry, style), after };
  return mapping.flow ? addToFlow(mapping, source, insertion) : addToBlock(mapping, source, insertion);
}

/** A text in place of another one, or of its version in a language; undefined where it stands behind a name. */
function replaced(
  old: unknown,
  { text, language }: { text: string; language?: string },
  flow: boolean,
  source: Source,
): Edit | undefined {
  const scalar = isMap(old) && language !== undefined ? old.get(language, true) : old;
  if (!isScalar(scalar) || !scalar.range) return undefined;
  const inFlow = flow || (isMap(old) && old.flow === true);
  const style = { kind: source.json ? 'json' : inFlow ? 'flow' : 'block' } as const;
  const to = contentEnd(scalar, source.text) ?? scalar.range[1];
  return { from: scalar.range[0], to, text: scalarText(text, style, scalar.type) };
}

type Additions = Extract<Change, { add: readonly Entry[] }>;

function additions(yaml: YamlDocument.Parsed, source: Source, { key, add }: Additions): Edit[] | undefined {
  const whole = yaml.contents;
  if (!isMap(whole)) return undefined;
  const pair = whole.items.find(({ key: name }) => isScalar(name) && name.value === key);
  const list = pair?.value;
  if (pair && isSeq(list) && list.items.length > 0) {
    const insertion: Insertion = {
      text: style =>
        add.map(entry =>
          style.kind === 'block'
            ? entryText(entry, style)
                .map((line, index) => `${index === 0 ? '- ' : '  '}${line}`)
                .join('\n')
            : entryText(entry, style, true).join('\n'),
        ),
      after: list.items.length - 1,
    };
    return list.flow ? addToFlow(list, source, insertion) : addToBlock(list, source, insertion);
  }
  if (pair && isAlias(list)) return undefined;
  const lines: Insertion['text'] = style =>
    style.kind === 'block'
      ? add.flatMap(entry =>
          entryText(entry, style).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`),
        )
      : [`[${add.map(entry => entryText(entry, style, true).join('\n')).join(', ')}]`];
  if (pair) return fillEmpty(pair, whole, source, lines);
  if (whole.flow) {
    const name = source.json ? JSON.stringify(key) : key;
    return addToFlow(whole, source, {
      text: style => [`${name}: ${lines(style).join('\n')}`],
      after: whole.items.length - 1,
    });
  }
  // At the very end, behind the notes that may stand there.
  const indent = ' '.repeat(
    (whole.range?.[0] ?? 0) - (source.text.lastIndexOf('\n', whole.range?.[0] ?? 0) + 1),
  );
  const text = [`${key}:`, ...lines({ kind: 'block' }).map(line => `  ${line}`)]
    .map(line => `${indent}${line}\n`)
    .join('');
  const ended = /^\.\.\.|^---[ \t]*$/m.test(source.text.slice(contentEnd(whole, source.text) ?? 0));
  if (ended) {
    const at = lineEnd(source.text, contentEnd(whole, source.text) ?? 0);
    return [{ from: at, to: at, text: `\n${text.trimEnd()}` }];
  }
  const end = source.text.length;
  const open = source.text.endsWith('\n') ? '' : '\n';
  return [{ from: end, to: end, text: `${open}\n${text}` }];
}
