/** Reads a YAML or JSON file into plain data that knows where each of its values is written. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Document as YamlDocument,
} from 'yaml';
import { type Diagnostic, hasErrors, type Path, type Place } from '../diagnostic.js';
import { controlCharacters, escapedControls } from './controls.js';
import { decode, emptyFile } from './decode.js';
import { silentLosses, syntaxErrors } from './syntax.js';

/** A file as data. Keys that are given no value are undefined; all text is in Unicode's composed form (NFC). */
export interface Document {
  /** The name of the file, as it stands in messages. */
  name: string;
  data: unknown;
  /** True when the data is what its schema makes of the file. */
  checked?: true;
  /** Where a value begins; of a path that does not exist, the nearest value around it. */
  where(path: Path): Place;
  /** Where the key of a value begins. */
  whereKey(path: Path): Place;
  /** A value as it is written, without what YAML makes of it: `007`. */
  written(path: Path): string | undefined;
}

/** Aliases that a session may use; each time one stands for what it is an alias of. */
const mostAliases = 100;

/** The document with what is doubtful in it, or everything that is wrong with the file. */
export function readDocument({ name, bytes }: { name: string; bytes: Uint8Array }): {
  document?: Document;
  diagnostics: Diagnostic[];
} {
  const decoded = decode(bytes);
  if (!('text' in decoded)) {
    const { message, hint, line, column } = decoded;
    return { diagnostics: [{ severity: 'error', place: { file: name, line, column }, message, hint }] };
  }
  const text = spacesOf(decoded.text);
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: name, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const controls = controlCharacters(decoded.text, place);
  if (controls.length > 0) return { diagnostics: controls };
  if (yaml.errors.length > 0) return { diagnostics: syntaxErrors(yaml, text, place) };
  const losses = silentLosses(yaml, place);
  if (hasErrors(losses)) return { diagnostics: losses };
  if (yaml.contents === null) return { diagnostics: [{ severity: 'error', place: place(0), ...emptyFile }] };

  let data: unknown;
  try {
    data = composed(yaml.toJS({ maxAliasCount: mostAliases }));
  } catch {
    const message = 'The names after * in this file stand for too much text.';
    return { diagnostics: [{ severity: 'error', place: place(0), message, hint: 'Write the text out.' }] };
  }
  const document = documentOf(name, yaml, text, data, place);
  const escaped = escapedControls(data, []).map(
    ({ path, sign }): Diagnostic => ({ ...sign, place: document.where(path) }),
  );
  return escaped.length > 0 ? { diagnostics: escaped } : { document, diagnostics: losses };
}

/** True of a file that is one JSON value. */
export const isJson = (text: string): boolean => /^\s*[{[]/.test(text);

/**
 * The white space that word processors and JSON writers put before a line becomes ordinary spaces, one for one:
 * no-break spaces everywhere, tabs in JSON (in YAML a tab is an error of its own).
 */
export function spacesOf(text: string): string {
  return text.replace(isJson(text) ? /^[ \t\u00a0]+/gm : /^[ \u00a0]+/gm, indent =>
    ' '.repeat(indent.length),
  );
}

function documentOf(
  name: string,
  yaml: YamlDocument.Parsed,
  text: string,
  data: unknown,
  place: (offset: number) => Place,
): Document {
  const resolved = (node: unknown): unknown => (isAlias(node) ? node.resolve(yaml) : node);
  /** The node at a path and its key; of a path that ends early, what was found last. */
  const find = (path: Path): { node: unknown; key: unknown; whole: boolean } => {
    let node: unknown = yaml.contents;
    let key: unknown;
    for (const step of path) {
      const holder = resolved(node);
      if (isMap(holder)) {
        const pair = holder.items.find(
          item => String(isScalar(item.key) ? item.key.value : item.key) === String(step),
        );
        if (!pair) return { node, key, whole: false };
        key = pair.key;
        node = pair.value;
      } else if (isSeq(holder) && typeof step === 'number' && step < holder.items.length) {
        node = holder.items[step];
      } else {
        return { node, key, whole: false };
      }
    }
    return { node, key, whole: true };
  };
  const start = (node: unknown): number | undefined => (node as Node | null)?.range?.[0];
  return {
    name,
    data,
    where: path => {
      const { node, key } = find(path);
      return place(start(node) ?? start(key) ?? 0);
    },
    whereKey: path => {
      const { node, key } = find(path);
      return place(start(key) ?? start(node) ?? 0);
    },
    written: path => {
      const { node, whole } = find(path);
      const range = (node as Node | null)?.range;
      return whole && range ? text.slice(range[0], range[1]) : undefined;
    },
  };
}

/** Composed text (NFC); a key that is given no value is there and undefined, so that its name is still checked. */
function composed(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(composed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, held]) => [
    key.normalize('NFC'),
    held === null ? undefined : composed(held),
  ]);
  return Object.fromEntries(entries);
}
