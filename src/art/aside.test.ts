/** What a parser says of a drawing is the same whether path data is set aside or not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { installed } from '../commands/disk.js';
import { portraitOf } from '../session/portrait.js';
import { Aside } from './aside.js';

/** All that a parser says of a text. */
function saidOf(text: string, asWritten: (name: string, value: string) => string): unknown[] {
  const said: unknown[] = [];
  const parser = new SaxesParser();
  // Where it stands in the text is not told to anybody.
  parser.on('error', ({ message }) => said.push(['error', message.replace(/^\d+:\d+: /, '')]));
  parser.on('opentag', ({ name, attributes }) =>
    said.push([name, ...Object.entries(attributes).map(([key, value]) => [key, asWritten(key, value)])]),
  );
  for (const kind of ['text', 'cdata', 'comment', 'doctype'] as const)
    parser.on(kind, words => said.push([kind, words]));
  parser.on('closetag', ({ name }) => said.push(['end', name]));
  parser.write(text).close();
  return said;
}

function expectTheSame(svg: string): Aside {
  const aside = new Aside(svg);
  expect(saidOf(aside.text, (name, value) => aside.valueOf(name, value))).toEqual(
    saidOf(svg, (_, value) => value),
  );
  return aside;
}

const data = 'M12.5 3C-4.75 0 8e2,1.5 9 9L3-4 12 18 24.125 36H7V9Z';

test('path data of a drawing is set aside, once for each path', () => {
  const { text } = expectTheSame(
    `<svg viewBox="0 0 9 9"><path d="${data}"/><g><path id="a" d="${data}M1 1"/></g></svg>`,
  );
  expect(text).toBe('<svg viewBox="0 0 9 9"><path d="#0"/><g><path id="a" d="#1"/></g></svg>');
});

test('what only looks like path data stays where it is', () => {
  for (const svg of [
    `<svg><!-- <path d="${data}"/> --></svg>`,
    `<svg><style><![CDATA[ d="${data}" ]]></style></svg>`,
    `<svg><title> d="${data}"</title></svg>`,
    `<svg><a title=' d="${data}"'/></svg>`,
    `<svg><a title = ' d="${data}"' d="${data}"/></svg>`,
    `<svg><path d="#0"/><path d="${data}"/></svg>`,
    `<!DOCTYPE svg [<!ENTITY d "${data}">]><svg/>`,
  ])
    expect(expectTheSame(svg).text).toBe(svg);
});

test('bundled drawings and portraits say the same', async () => {
  const pictures = join(installed, 'layouts/pictures');
  for (const name of readdirSync(pictures)) expectTheSame(readFileSync(join(pictures, name), 'utf8'));
  for (const style of ['open-peeps', 'notionists', 'lorelei'] as const) {
    const portrait = await portraitOf('Siân', style);
    const svg = portrait.kind === 'art' ? portrait.svg : '';
    expect(expectTheSame(svg).text.length).toBeLessThan(svg.length / 2);
  }
});

test('so does anything that is put together of what drawings are made of, well-formed or not', () => {
  const piece = fc.constantFrom(
    ...[
      '<svg',
      '<path',
      '<g',
      '</g>',
      '</svg>',
      '>',
      '/>',
      ' ',
      '\n',
      ' d',
      'd',
      '=',
      '"',
      "'",
      '<!--',
      '-->',
    ],
    ...[
      '<![CDATA[',
      ']]>',
      '<?xml version="1.0"?>',
      ' id="a"',
      ` d="${data}"`,
      `\n d="${data}"`,
      ` d='${data}'`,
    ],
    ...[
      ` x:d="${data}"`,
      ` data-d="${data}"`,
      ` d="#0"`,
      ` d="#1"`,
      ' title="a > b"',
      '&amp;',
      '&#34;',
      'words',
    ],
    ...[
      `<path d="${data}"/>`,
      `<g fill="none">`,
      data,
      `<path d="${data}&lt;"/>`,
      `<path d="${data}\n"/>`,
      `<a d="${data}>"/>`,
    ],
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 24 }),
      pieces => void expectTheSame(`<svg>${pieces.join('')}</svg>`),
    ),
    { numRuns: 3000, seed: 20270204 },
  );
});
