/** Reads a YAML or JSON file into plain data that knows where each of its values is written. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
  type Document as YamlDocument,
} from 'yaml';
import type { Diagnostic, Path, Place } from '../diagnostic.js';
import { controlCharacters, escapedControls } from './controls.js';
import { decode } from './decode.js';

/** A file as data. Keys that are given no value are undefined; all text is in Unicode's composed form (NFC). */
export interface Document {
  /** The name of the file, as it stands in messages. */
  name: string;
  data: unknown;
  /** Where a value begins; of a path that does not exist, the nearest value around it. */
  where(path: Path): Place;
  /** Where the key of a value begins. */
  whereKey(path: Path): Place;
  /** A value as it is written, without what YAML makes of it: `007`. */
  written(path: Path): string | undefined;
}

/** Aliases that a session may use; each time one stands for what it is an alias of. */
const mostAliases = 100;

/** The document, or everything that is wrong with the file. */
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

  const document = documentOf(name, yaml, text, place);
  const escaped = escapedControls(document.data, []).map(
    ({ path, sign }): Diagnostic => ({ ...sign, place: document.where(path) }),
  );
  return escaped.length > 0 ? { diagnostics: escaped } : { document, diagnostics: [] };
}

/**
 * The white space that word processors and JSON writers put before a line becomes ordinary spaces, one for one:
 * no-break spaces everywhere, tabs in JSON (in YAML a tab is an error of its own).
 */
function spacesOf(text: string): string {
  const json = /^\s*[{[]/.test(text);
  return text.replace(json ? /^[ \t\u00a0]+/gm : /^[ \u00a0]+/gm, indent => ' '.repeat(indent.length));
}

function documentOf(
  name: string,
  yaml: YamlDocument.Parsed,
  text: string,
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
    data: composed(yaml.toJS({ maxAliasCount: mostAliases })),
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

/** What YAML calls its errors, in words for people who write a session file twice a year. */
const explained: Partial<Record<YAMLError['code'], { message: string; hint: string }>> = {
  TAB_AS_INDENT: {
    message: 'A tab stands where spaces belong.',
    hint: 'Indent with two spaces for each level.',
  },
  DUPLICATE_KEY: { message: 'This key is given twice.', hint: 'Keep one of the two.' },
  BAD_INDENT: {
    message: 'This line is indented differently from its neighbours.',
    hint: 'Lines that belong together begin in the same column.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A second colon follows on the same line.',
    hint: 'Text with a colon and a space in it goes in quotes: "Late: nobody answers".',
  },
  MULTIPLE_DOCS: {
    message: 'A second document begins here.',
    hint: 'A file holds one session: remove the line of hyphens.',
  },
  BAD_ALIAS: {
    message: 'The name after * stands for nothing here.',
    hint: 'Text that begins with * goes in quotes.',
  },
  TAG_RESOLVE_FAILED: {
    message: 'The tag after ! means nothing here.',
    hint: 'Text that begins with ! goes in quotes.',
  },
};

/** All errors of syntax, one a line: YAML often reports the same slip several times. */
function syntaxErrors(
  yaml: YamlDocument.Parsed,
  text: string,
  place: (offset: number) => Place,
): Diagnostic[] {
  const seen = new Set<number>();
  return yaml.errors.flatMap(({ code, message, pos }): Diagnostic[] => {
    const where = place(pos[0]);
    if (seen.has(where.line)) return [];
    seen.add(where.line);
    const line = text.split('\n')[where.line - 1] ?? '';
    return [
      {
        severity: 'error',
        place: where,
        ...(explanation(line, code, text.slice(...pos)) ?? { message: `${message}.` }),
      },
    ];
  });
}

function explanation(
  line: string,
  code: YAMLError['code'],
  part: string,
): { message: string; hint?: string } | undefined {
  if (/^\s*[–—•]/.test(line)) {
    return {
      message: 'A list item begins with a dash that is no hyphen.',
      hint: 'Word processors change "-" to "–": write a hyphen and a space.',
    };
  }
  if (/^\s*(- +)?@|: +@/.test(line) && part.startsWith('@')) {
    return { message: 'Text cannot begin with "@".', hint: 'Put it in quotes.' };
  }
  if (/^ *\t/.test(line)) return explained.TAB_AS_INDENT;
  const known = explained[code];
  if (known && code === 'DUPLICATE_KEY') {
    const key = /^\s*(?:- +)?["']?([^"':]+)/.exec(line)?.[1]?.trim();
    return key ? { ...known, message: `The key "${key}" is given twice.` } : known;
  }
  if (code === 'MISSING_CHAR' && /quote/.test(line) === false && /["']/.test(line)) {
    return {
      message: 'A quote is opened here and not closed, or closed too early.',
      hint: 'A text in quotes ends with the same mark; inside, write \\" for a quote.',
    };
  }
  return known;
}
