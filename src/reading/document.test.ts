/** Files as people save them: what counts is what they say, not which program wrote them. */
import { expect, test } from 'vitest';
import { formatDiagnostic } from '../diagnostic.js';
import { readDocument } from './document.js';

const read = (text: string | Uint8Array) =>
  readDocument({
    name: 'session.yaml',
    bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
  });

test('a byte order mark, line ends of Windows and of old Macs, and no-break spaces before a line change nothing', () => {
  const plain = 'workshop:\n  title: Ours\n  venue: Room 1\n';
  const { data } = read(plain).document ?? {};
  expect(data).toEqual({ workshop: { title: 'Ours', venue: 'Room 1' } });
  for (const other of [
    `\ufeff${plain}`,
    plain.replaceAll('\n', '\r\n'),
    plain.replaceAll('\n', '\r'),
    plain.replaceAll('  ', '\u00a0 '),
  ]) {
    expect(read(other).document?.data).toEqual(data);
  }
});

test('JSON is read like YAML, tabs and all, and every value knows its line and column', () => {
  const json = '{\n\t"workshop": {\n\t\t"title": "Ours"\n\t}\n}\n';
  const { document } = read(json);
  expect(document?.data).toEqual({ workshop: { title: 'Ours' } });
  expect(document?.where(['workshop', 'title'])).toEqual({ file: 'session.yaml', line: 3, column: 12 });
  expect(document?.whereKey(['workshop', 'title'])).toEqual({ file: 'session.yaml', line: 3, column: 3 });
});

test('places are found through lists and aliases, and fall back to what is around', () => {
  const { document } = read('a: &one\n  - x\n  - y\nb: *one\nc:\n');
  expect(document?.where(['a', 1])).toMatchObject({ line: 3, column: 5 });
  expect(document?.where(['b', 1])).toMatchObject({ line: 3, column: 5 });
  expect(document?.where(['b', 7])).toMatchObject({ line: 4, column: 4 });
  expect(document?.where(['nothing'])).toMatchObject({ line: 1, column: 1 });
  expect(document?.whereKey(['c'])).toMatchObject({ line: 5, column: 1 });
});

test('letters are composed, soft hyphens and no-break spaces kept', () => {
  expect(read('a: cafe\u0301 li\u00adbrary 10\u00a0km').document?.data).toEqual({
    a: 'café li\u00adbrary 10\u00a0km',
  });
});

test('slips of YAML are told in plain words', () => {
  const slips = [
    'a: @home\n',
    'a: "C:\\path"\n',
    'a: [b, c\nd: e\n',
    "a: 'it's'\n",
    'a: *bold\n',
    'a: b\n...\nc\n',
    'a:\n    b: 1\n  c: 2\n',
    'a:\n  – b: c\n  – d\n',
    'a: { b: 1, b: 2 }\n',
    'a: "\\uD800"\n',
  ];
  expect(
    slips.flatMap(slip => read(slip).diagnostics.map(formatDiagnostic)).join('\n'),
  ).toMatchInlineSnapshot(`
    "session.yaml:1:4 error: Text begins with a sign that means something else here. Put the text in quotes.
    session.yaml:1:7 error: A backslash in double quotes begins a code, and this is none. Write it twice (\\\\), or use single quotes.
    session.yaml:2:1 error: A bracket is opened and not closed. Each [ needs its ], each { its }.
    session.yaml:1:8 error: Something follows the quote that closes here. A quote inside the text is written twice (it''s), or the text goes in the other kind of quotes ("it's").
    session.yaml:1:4 error: Text that begins with "*bold" is not read as text. Put the text in quotes.
    session.yaml:3:1 error: A second document begins here. A file holds one session: remove the line of hyphens or dots.
    session.yaml:3:1 error: This line is indented differently from its neighbours. Lines that belong together begin in the same column.
    session.yaml:3:3 error: A list item begins with a dash that is no hyphen. Word processors change "-" to "–": write a hyphen and a space.
    session.yaml:1:12 error: The key "b" is given twice. Keep one of the two.
    session.yaml:1:4 error: The text holds a control character (U+D800) that cannot be printed. Delete it."
  `);
});

test('a file that is far too large is not read', () => {
  expect(read('a'.repeat(1_000_001)).diagnostics.map(formatDiagnostic)).toMatchInlineSnapshot(`
    [
      "session.yaml:1:1 error: The file is too large for a session: 1.0 MB. Pictures belong into files of their own next to it.",
    ]
  `);
});

test('keys that reach for the machinery of JavaScript are keys like others', () => {
  const { document } = read('__proto__: { polluted: true }\nconstructor: x\n');
  expect(Object.keys(document?.data as object)).toEqual(['__proto__', 'constructor']);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
