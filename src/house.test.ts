/** The rules of the house, as `src/README.md` has them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installed } from './commands/disk.js';

const source = join(installed, 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('testing'))
  .map(path => ({
    path,
    room: path.includes('/') ? path.split('/')[0] : '',
    text: readFileSync(join(source, path), 'utf8'),
  }));
const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:from|import\() ?'([^']+)'/g)].map(([, name]) => name ?? '');

test('only commands know Node, its clock and its environment', () => {
  for (const { path, text } of files) {
    if (path === 'cli.ts' || path.startsWith('commands')) continue;
    expect(
      importsOf(text).filter(name => name.startsWith('node:')),
      path,
    ).toEqual([]);
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    expect(code, path).not.toMatch(/\bprocess\.|Date\.now|new Date\(\)|Math\.random|console\./);
  }
});

test('each library stays in its room', () => {
  const rooms: Record<string, readonly string[]> = {
    pdfkit: ['pdf'],
    'svg-to-pdfkit': ['pdf'],
    fontkit: ['pdf', 'session'],
    harfbuzzjs: ['type'],
    'bidi-js': ['type'],
    linebreak: ['type'],
    yaml: ['reading'],
    saxes: ['session', 'access', 'art'],
    svgpath: ['art'],
    papaparse: ['capture'],
    'read-excel-file/universal': ['capture'],
    'write-excel-file/universal': ['capture'],
    '@libpdf/core': ['preflight'],
    'pdfjs-dist': ['preflight'],
    'pdfjs-dist/legacy/build/pdf.mjs': ['preflight'],
    '@napi-rs/canvas': ['preflight'],
    docx: ['manuscript'],
    fflate: ['manuscript'],
    sharp: ['commands'],
    '@dicebear/core': ['session'],
    '@dicebear/open-peeps': ['session'],
    '@dicebear/notionists': ['session'],
    '@dicebear/lorelei': ['session'],
    yargs: [''],
  };
  for (const { path, room, text } of files) {
    for (const name of importsOf(text)) {
      const home = rooms[name];
      if (home) expect(home, `${path} uses ${name}`).toContain(room);
    }
  }
});

test('data flows one way: no room looks into a later one but for its types', () => {
  const order = [
    'reading',
    'session',
    'coach',
    'plan',
    'layout',
    'twin',
    'press',
    'pdf',
    'preflight',
    'access',
    'capture',
    'commands',
  ];
  for (const { path, room, text } of files) {
    const here = order.indexOf(room ?? '');
    if (here === -1) continue;
    for (const [line, name] of text.matchAll(/^import (?!type )[^;]*?from '\.\.\/(\w+)\/[^']+';/gm)) {
      const there = order.indexOf(name ?? '');
      if (/import \{ type /.test(line) && !/, (?!type )/.test(line)) continue;
      expect(there, `${path}: ${line}`).toBeLessThanOrEqual(here);
    }
  }
});

test('no file is longer than 300 lines', () => {
  for (const { path, text } of files) expect(text.split('\n').length, path).toBeLessThanOrEqual(300);
});
