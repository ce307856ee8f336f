/** Many sessions by one command, as it is installed. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { padpressIn, program } from '../testing/program.js';
import { installed } from './disk.js';

const root = mkdtempSync(join(tmpdir(), 'padpress-batch-'));
const sessions = ['ash', 'birch', 'cedar', 'elm'];

const padpress = (...args: string[]) => {
  const { code, out, said } = padpressIn(root, ...args);
  return { status: code, out: out.replace(/in \d+ s/, 'in N s'), err: said };
};

/** All files of a folder with what is in them. */
const treeOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map(path => [
        path.slice(join(root, folder).length + 1),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  );

beforeAll(() => {
  for (const name of sessions) {
    mkdirSync(join(root, 'towns', name), { recursive: true });
    writeFileSync(
      join(root, 'towns', name, 'session.yaml'),
      `workshop: { title: One desk for ${name} }\ngroups: [{ name: tenants, singular: tenant }]\n`,
    );
  }
});
afterAll(() => rmSync(root, { recursive: true }));

describe('a batch', () => {
  test('gives what single builds give, by any number of jobs and shards', () => {
    expect(padpress('batch', 'towns', '--only', 'log,pads', '--out', 'one', '--jobs', '1')).toEqual({
      status: 0,
      out: '4 packs made, in N s: one\n',
      err: '',
    });
    expect(padpress('batch', 'towns/*', '--only', 'log,pads', '--out', 'two', '--jobs', '2').status).toBe(0);
    for (const shard of ['1/2', '2/2'])
      expect(padpress('batch', 'towns', '--only', 'log,pads', '--out', 'parts', '--shard', shard).out).toBe(
        '2 packs made, in N s: parts\n',
      );
    expect(
      padpress('build', 'towns/elm/session.yaml', '--only', 'log,pads', '--out', 'single/elm').status,
    ).toBe(0);
    const tree = treeOf('one');
    expect(Object.keys(tree)).toHaveLength(12);
    expect(treeOf('two')).toEqual(tree);
    expect(treeOf('parts')).toEqual(tree);
    expect(Object.values(treeOf('single')).every(hash => Object.values(tree).includes(hash))).toBe(true);
  });

  test('goes on behind a session that fails, and lists it at the end', () => {
    cpSync(join(root, 'towns'), join(root, 'broken'), { recursive: true });
    writeFileSync(
      join(root, 'broken/birch/session.yaml'),
      'workshop: { title: One desk }\ngroups: [{ name: tenants, singular: tenant, colour: tael }]\n',
    );
    expect(
      padpress('batch', 'broken', '--only', 'log', '--out', 'rest', '--jobs', '2'),
    ).toMatchInlineSnapshot(`
      {
        "err": "broken/birch/session.yaml:2:53 error: "colour" is not a colour: got "tael". Did you mean "teal"? Or write it as "#1d3f8f".
      Failed:
        broken/birch/session.yaml
      ",
        "out": "3 packs made, 1 failed, in N s: rest
      ",
        "status": 1,
      }
    `);
  });

  test('with --resume leaves what is whole and unchanged, and makes the rest', () => {
    const made = padpress('batch', 'towns', '--only', 'log', '--out', 'again');
    expect(made.out).toBe('4 packs made, in N s: again\n');
    const tree = treeOf('again');
    writeFileSync(join(root, 'again/ash/user-log.pdf'), 'cut');
    rmSync(join(root, 'again/birch/manifest.json'));
    expect(padpress('batch', 'towns', '--only', 'log', '--out', 'again', '--resume').out).toBe(
      '2 packs made, 2 unchanged, in N s: again\n',
    );
    expect(treeOf('again')).toEqual(tree);
    expect(
      padpress('batch', 'towns', '--only', 'log', '--colour', 'grey', '--out', 'again', '--resume').out,
    ).toBe('4 packs made, in N s: again\n');
  });

  test('that is killed and resumed gives the same tree', async () => {
    padpress('batch', 'towns', '--only', 'log', '--out', 'whole');
    const child = spawn(
      process.execPath,
      [program, 'batch', 'towns', '--only', 'log', '--out', 'killed', '--jobs', '1'],
      { cwd: root },
    );
    const ended = new Promise(resolve => child.on('exit', resolve));
    while (!existsSync(join(root, 'killed/ash/manifest.json')))
      await new Promise(resolve => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await ended;
    expect(padpress('batch', 'towns', '--only', 'log', '--out', 'killed', '--resume').status).toBe(0);
    expect(treeOf('killed')).toEqual(treeOf('whole'));
  });

  test('of a CSV lays each row over the base', () => {
    writeFileSync(
      join(root, 'towns.csv'),
      'workshop.title;workshop.date;groups.1.people;workshop.partners;folder\r\nEin Büro für alle;2027-03-01;12;[Nord, Süd];nord\r\nOne desk;2027-02-31;;;\r\n',
    );
    expect(
      padpress('batch', 'towns.csv', '--base', 'towns/ash/session.yaml', '--only', 'log', '--out', 'rows'),
    ).toMatchInlineSnapshot(`
      {
        "err": "towns.csv:3: error: "date" is not a date: got "2027-02-31". February 2027 has 28 days.
      Failed:
        towns.csv:3
      ",
        "out": "1 pack made, 1 failed, in N s: rows
      ",
        "status": 1,
      }
    `);
    expect(JSON.parse(readFileSync(join(root, 'rows/nord/manifest.json'), 'utf8')).session).toEqual({
      title: 'Ein Büro für alle',
      date: '2027-03-01',
      language: 'en-GB',
    });
  });

  test('is shared out over pods by the Job of the README', () => {
    const [, yaml = ''] = /```yaml\n(apiVersion: batch[\s\S]+?)```/.exec(
      readFileSync(join(installed, 'README.md'), 'utf8'),
    ) ?? ['', ''];
    const { spec } = parse(yaml);
    const [{ command, args }] = spec.template.spec.containers;
    expect([spec.completionMode, command]).toEqual(['Indexed', ['sh', '-c']]);
    expect(args[0]).toMatch(new RegExp(`\\)/${spec.completions}$`));
    mkdirSync(join(root, 'pods'));
    cpSync(join(root, 'towns'), join(root, 'pods/sessions'), { recursive: true });
    const line = args[0]
      .replace('npx --yes padpress', `"${process.execPath}" "${program}"`)
      .replace(/\d+$/, '2');
    const said = ['0', '1'].map(
      index =>
        spawnSync('sh', ['-c', `${line} --only log --jobs 1`], {
          cwd: join(root, 'pods'),
          env: { ...process.env, JOB_COMPLETION_INDEX: index },
          encoding: 'utf8',
        }).stdout,
    );
    expect(said.map(out => out.split(' made')[0])).toEqual(['2 packs', '2 packs']);
    expect(readdirSync(join(root, 'pods/packs')).sort()).toEqual(sessions);
  });

  test('says what is wrong with how it was called', () => {
    const errors = [
      ['batch', 'nowhere', '--out', 'x'],
      ['batch', 'again', '--out', 'x'],
      ['batch', 'towns.csv', '--out', 'x'],
      ['batch', 'towns', '--out', 'x', '--shard', '3/2'],
      ['batch', 'towns', '--out', 'x', '--jobs', 'many'],
    ].map(args => padpress(...args).err);
    expect(errors.join('')).toMatchInlineSnapshot(`
      "error: There is no file "nowhere". Start one with "padpress new".
      Nothing was made: 1 error.
      error: There is no session in "again". Its file is named session.yaml or session.yml or session.json.
      Nothing was made: 1 error.
      error: towns.csv holds one session a row: name the session that they are laid over with --base. See padpress --help.
      error: --shard is not a part of all: got "3/2". The third of ten is 3/10. See padpress --help.
      error: --jobs is not a number of jobs: got "NaN". See padpress --help.
      "
    `);
  });
});
