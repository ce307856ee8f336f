/** What the program keeps of its own code makes it faster, and never another. */
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { padpressWith } from '../testing/program.js';
import { installed } from './disk.js';

const root = mkdtempSync(join(tmpdir(), 'padpress-'));
const session = join(root, 'session');
cpSync(join(installed, 'fixtures', 'minimal'), session, { recursive: true });
let caches: string;
beforeEach(() => {
  caches = mkdtempSync(join(root, 'caches-'));
});
afterAll(() => rmSync(root, { recursive: true }));

const start = (command = 'check', env = {}, ...options: string[]) => {
  const { code, out, said } = padpressWith(
    { XDG_CACHE_HOME: caches, NODE_DISABLE_COMPILE_CACHE: '', ...env },
    session,
    ...[command, 'session.yaml', ...options],
  );
  return { code, out, said };
};
/** The files that are kept. */
const kept = () =>
  readdirSync(caches, { recursive: true, encoding: 'utf8' })
    .map(name => join(caches, name))
    .filter(path => statSync(path).isFile());
const age = (hours: number) => {
  const then = new Date(Date.now() - hours * 3_600_000);
  for (const file of kept()) utimesSync(file, then, then);
};
/** Whether all that is kept was kept just now, or nothing of it. */
const isRenewed = () => {
  const renewed = kept().map(file => Date.now() - statSync(file).mtimeMs < 60_000);
  expect(new Set(renewed).size).toBe(1);
  return renewed[0];
};

test('what ran is kept, by command, and taken the next time', () => {
  const first = start();
  expect(first.code).toBe(0);
  const files = kept();
  expect(files.filter(path => /v\d[^/\\]*[/\\]check[/\\]build\.cjs$/.test(path))).toHaveLength(1);
  age(1);
  expect(start()).toEqual(first);
  expect(kept()).toEqual(files);
  expect(isRenewed()).toBe(false);
  // Other options run other code: it is added, once.
  start('check', {}, '--json');
  expect(isRenewed()).toBe(true);
  age(1);
  start('check', {}, '--json');
  expect(start()).toEqual(first);
  expect(isRenewed()).toBe(false);
  // After a day what ran since is kept, too.
  age(25);
  expect(start()).toEqual(first);
  expect(isRenewed()).toBe(true);
});

test('what the disk has lost, or another bundle has left, is compiled again', () => {
  const first = start();
  for (const spoil of [
    (bytes: Buffer) => bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 16),
    (bytes: Buffer) => bytes.subarray(0, bytes.length / 2),
    // Whole, but of another bundle: the digest does not tell it.
    (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -32), Buffer.alloc(32)]),
    () => Buffer.alloc(0),
  ]) {
    const files = kept().filter(file => file.endsWith('.cjs'));
    const spoilt = files.map(file => spoil(readFileSync(file)));
    for (const [index, file] of files.entries()) writeFileSync(file, spoilt[index] ?? '');
    expect(start()).toEqual(first);
    for (const [index, file] of files.entries()) {
      const bytes = readFileSync(file);
      expect(bytes.length, file).toBeGreaterThan(1000);
      expect(bytes.equals(spoilt[index] ?? bytes), file).toBe(false);
    }
  }
});

test('without a folder for it, or when Node is told to keep nothing, nothing is kept, and all is the same', () => {
  const first = start('check', { NODE_DISABLE_COMPILE_CACHE: '1' });
  expect(first.code).toBe(0);
  expect(kept()).toEqual([]);
  writeFileSync(join(caches, 'file'), '');
  expect(start('check', { XDG_CACHE_HOME: join(caches, 'file') })).toEqual(first);
  expect(start('check', { XDG_CACHE_HOME: '', HOME: '', USERPROFILE: '', LOCALAPPDATA: '' })).toEqual(first);
  expect(readdirSync(session)).toEqual(['session.yaml']);
  // A word that is no command leaves no folder behind.
  expect(start('chekc').code).toBe(2);
  expect(kept()).toEqual([join(caches, 'file')]);
});
