import { expect, test } from 'vitest';
import { bytesOf, operationsOf } from './tokens.js';

const read = (content: string) => [...operationsOf(new TextEncoder().encode(content))];
const operators = (content: string) => read(content).map(({ operator }) => operator);

test('operands stand before their operator', () => {
  expect(read('1 -.5 +2. --3 /Na#6de rg\n[1 (a) [/B]] <</K 1 /L <<>> >> DP')).toEqual([
    {
      operator: 'rg',
      operands: [
        { type: 'number', value: 1 },
        { type: 'number', value: -0.5 },
        { type: 'number', value: 2 },
        { type: 'number', value: -3 },
        { type: 'name', value: 'Name' },
      ],
    },
    {
      operator: 'DP',
      operands: [
        {
          type: 'array',
          items: [
            { type: 'number', value: 1 },
            { type: 'string', hex: false, raw: new TextEncoder().encode('a') },
            { type: 'array', items: [{ type: 'name', value: 'B' }] },
          ],
        },
        {
          type: 'dict',
          entries: new Map([
            ['K', { type: 'number', value: 1 }],
            ['L', { type: 'dict', entries: new Map() }],
          ]),
        },
      ],
    },
  ]);
});

test.each([
  ['strings', '(1 0 0 rg) Tj (a(b)\\) rg) Tj <72 67> Tj', ['Tj', 'Tj', 'Tj']],
  ['comments', '0 g % 1 0 0 rg\n0 G', ['g', 'G']],
  ['no white space', "/F1 9 Tf[(a)-5(b)]TJ(c)'/Im1 Do", ['Tf', 'TJ', "'", 'Do']],
  ['brackets without their others', '] >> 0 g ) } 1 g', ['g', 'g']],
  ['what is cut off', '0 g [1 2 (abc', ['g']],
  ['truth and nothing', 'true false null 0 g', ['g']],
])('nothing in %s is taken for an operator', (_, content, expected) => {
  expect(operators(content)).toEqual(expected);
});

test('the data of an inline image may hold anything, even its end', () => {
  const [image, after] = read('BI /W 2 /H 1 /CS /RGB /IM false ID \u0001 EI \u0002rg (EI EI 0 g');
  expect(image).toEqual({
    operator: 'BI',
    operands: [
      {
        type: 'dict',
        entries: new Map([
          ['W', { type: 'number', value: 2 }],
          ['H', { type: 'number', value: 1 }],
          ['CS', { type: 'name', value: 'RGB' }],
          ['IM', { type: 'word', value: 'false' }],
        ]),
      },
    ],
  });
  expect(after?.operator).toBe('g');
  expect(operators('BI /W 1 ID abc')).toEqual(['BI']);
});

test.each([
  ['(a\\(b\\)\\n\\101\\7x\\\\)', 'a(b)\nA\u0007x\\'],
  ['(two\\\r\nlines\\\n of one)', 'twolines of one'],
  ['<48 65 6c\n6C 7>', 'Hellp'],
  ['<>', ''],
])('the string %s says what it says', (written, said) => {
  const [show] = read(`${written} Tj`);
  const [string] = show?.operands ?? [];
  expect(string?.type === 'string' && String.fromCharCode(...bytesOf(string))).toBe(said);
});
