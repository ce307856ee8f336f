/** What YAML finds wrong with a file, in words for people who write a session file twice a year. */
import { isAlias, isNode, isScalar, visit, type YAMLError, type Document as YamlDocument } from 'yaml';
import type { Diagnostic, Place } from '../diagnostic.js';

type Explained = { message: string; hint: string };

const oddIndent: Explained = {
  message: 'This line is indented differently from its neighbours.',
  hint: 'Lines that belong together begin in the same column.',
};
const inQuotes = 'Put the text in quotes.';

/** By YAML's own code; the first that matches the line of the file, or the message, says what it means. */
const explanations: readonly {
  codes: readonly YAMLError['code'][];
  line?: RegExp;
  says?: RegExp;
  means: Explained;
}[] = [
  {
    codes: ['MISSING_CHAR', 'UNEXPECTED_TOKEN', 'BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY'],
    line: /^\s*[–—•·]/,
    means: {
      message: 'A list item begins with a dash that is no hyphen.',
      hint: 'Word processors change "-" to "–": write a hyphen and a space.',
    },
  },
  {
    codes: [
      'TAB_AS_INDENT',
      'BAD_INDENT',
      'UNEXPECTED_TOKEN',
      'MISSING_CHAR',
      'BLOCK_AS_IMPLICIT_KEY',
      'MULTILINE_IMPLICIT_KEY',
    ],
    line: /^ *\t/,
    means: { message: 'A tab stands where spaces belong.', hint: 'Indent with two spaces for each level.' },
  },
  {
    codes: ['BAD_INDENT', 'MISSING_CHAR', 'UNEXPECTED_TOKEN'],
    says: /^Flow (sequence|map)/,
    means: { message: 'A bracket is opened and not closed.', hint: 'Each [ needs its ], each { its }.' },
  },
  { codes: ['BAD_INDENT', 'MULTILINE_IMPLICIT_KEY'], means: oddIndent },
  { codes: ['MISSING_CHAR'], says: /without - indicator|followed by map values/, means: oddIndent },
  {
    codes: ['MISSING_CHAR'],
    says: /closing/,
    means: {
      message: 'A quote is opened here and not closed.',
      hint: 'Close it with the same mark, or write the text without.',
    },
  },
  {
    codes: ['BLOCK_AS_IMPLICIT_KEY'],
    line: /\S: .*\S:(\s|$)/,
    means: {
      message: 'A second colon follows on the same line.',
      hint: 'Text with a colon and a space in it goes in quotes: "Late: nobody answers".',
    },
  },
  { codes: ['BLOCK_AS_IMPLICIT_KEY'], means: oddIndent },
  {
    codes: ['UNEXPECTED_TOKEN'],
    line: /(^|: |- )\s*["']/,
    means: {
      message: 'Something follows the quote that closes here.',
      hint: "A quote inside the text is written twice (it''s), or the text goes in the other kind of quotes (\"it's\").",
    },
  },
  {
    codes: ['UNEXPECTED_TOKEN', 'BAD_SCALAR_START', 'BAD_ALIAS'],
    line: /(^|: |- )\s*[*&!%@`|>}\]]/,
    means: { message: 'Text begins with a sign that means something else here.', hint: inQuotes },
  },
  {
    codes: ['BAD_DQ_ESCAPE'],
    means: {
      message: 'A backslash in double quotes begins a code, and this is none.',
      hint: 'Write it twice (\\\\), or use single quotes.',
    },
  },
  {
    codes: ['MULTIPLE_DOCS'],
    means: {
      message: 'A second document begins here.',
      hint: 'A file holds one session: remove the line of hyphens or dots.',
    },
  },
];

/** All errors, one a line: YAML often reports the same slip several times. */
export function syntaxErrors(
  yaml: YamlDocument.Parsed,
  text: string,
  place: (offset: number) => Place,
): Diagnostic[] {
  const lines = text.split('\n');
  const seen = new Set<number>();
  return yaml.errors.flatMap((error): Diagnostic[] => {
    const where = place(openingOf(error, yaml));
    if (seen.has(where.line)) return [];
    seen.add(where.line);
    return [
      {
        severity: 'error',
        place: where,
        ...explain(error, lines[where.line - 1] ?? '', text.slice(error.pos[0])),
      },
    ];
  });
}

/** Where an error is to be mended: a quote that is never closed is found at the end, and mended where it opens. */
function openingOf({ pos, code, message }: YAMLError, yaml: YamlDocument.Parsed): number {
  let opening = pos[0];
  if (code !== 'MISSING_CHAR' || !/closing/.test(message)) return opening;
  visit(yaml, {
    Scalar(_key, { type, range }) {
      if (range && (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') && range[1] >= pos[0])
        opening = range[0];
    },
  });
  return opening;
}

function explain(
  { code, message }: YAMLError,
  line: string,
  rest: string,
): { message: string; hint?: string } {
  if (code === 'DUPLICATE_KEY') {
    const key = /^["']?([^"':,}\n]+)/.exec(rest)?.[1]?.trim();
    return { message: `The key "${key}" is given twice.`, hint: 'Keep one of the two.' };
  }
  const found = explanations.find(
    ({ codes, line: shape, says }) =>
      codes.includes(code) && (!shape || shape.test(line)) && (!says || says.test(message)),
  );
  return found?.means ?? { message: `This cannot be read: ${message}.` };
}

/**
 * What YAML takes for something else without a word, so that text would be lost: tags, names of anchors that nothing uses,
 * names that stand for nothing, and notes that were meant as text (`Room #4`).
 */
export function silentLosses(yaml: YamlDocument.Parsed, place: (offset: number) => Place): Diagnostic[] {
  const found: Diagnostic[] = [];
  const used = new Set<string>();
  visit(yaml, { Alias: (_key, alias) => void used.add(alias.source) });
  visit(yaml, (_key, node) => {
    if (!isNode(node) || !node.range) return;
    const where = place(node.range[0]);
    const lost = (sign: string) =>
      found.push({
        severity: 'error',
        place: where,
        message: `Text that begins with "${sign}" is not read as text.`,
        hint: inQuotes,
      });
    if (isAlias(node)) {
      if (!node.resolve(yaml)) lost(`*${node.source}`);
      return;
    }
    if (isScalar(node) && node.tag?.startsWith('!')) lost(node.tag);
    if ('anchor' in node && node.anchor && !used.has(node.anchor)) lost(`&${node.anchor}`);
    if (isScalar(node) && node.comment && !/^[\s#!-]/.test(node.comment)) {
      const words = node.comment.split('\n')[0] ?? '';
      found.push({
        severity: 'warning',
        place: where,
        message: `"#${words}" is read as a note and will not be printed.`,
        hint: 'If it belongs to the text, put the text in quotes.',
      });
    }
  });
  return found;
}
