/** `padpress build --watch`, as it is installed. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { program as installedProgram } from '../testing/program.js';
import { installed } from './disk.js';

const session = `workshop: { title: One desk }
groups: [{ name: cooks, singular: cook }, { name: guests, singular: guest }]
`;

test('builds again what a change touches, whatever way it is saved, and waits where there is a mistake', async () => {
  const root = mkdtempSync(join(tmpdir(), 'padpress-watch-'));
  const file = join(root, 'session.yaml');
  writeFileSync(file, session);
  const program = spawn(
    process.execPath,
    [installedProgram, 'build', 'session.yaml', '--only', 'pads', '--watch'],
    { cwd: root },
  );
  let said = '';
  for (const stream of [program.stdout, program.stderr])
    stream.setEncoding('utf8').on('data', text => {
      said += text;
    });
  /** What is said from now on, up to a text. */
  const heard = async (act: () => void, until: string): Promise<string> => {
    said = '';
    act();
    await expect.poll(() => said, { timeout: 20_000, interval: 5 }).toContain(until);
    return said.replace(/\d+ ms/g, 'N ms');
  };
  const written = (path: string) => statSync(join(root, 'print/pads', path)).mtimeMs;
  try {
    expect(await heard(() => {}, 'Ctrl+C')).toContain('pads/cooks.pdf');
    const guests = written('guests.pdf');
    const renamed = session.replace('singular: cook ', 'singular: chef ');
    expect(await heard(() => writeFileSync(file, renamed), ' ms)')).toBe(
      'session.yaml: pads/cooks.pdf (N ms)\n',
    );
    expect(written('guests.pdf')).toBe(guests);

    expect(await heard(() => writeFileSync(file, session.replace('groups', 'group')), 'Nothing was')).toMatch(
      '"group" is not a key',
    );
    // As editors save that put a new file in the place of the old one.
    writeFileSync(`${file}~`, session);
    expect(await heard(() => renameSync(`${file}~`, file), ' ms)')).toBe(
      'session.yaml: pads/cooks.pdf (N ms)\n',
    );

    // A layout of one's own, in a folder that was not there.
    const layout = readFileSync(join(installed, 'layouts/pad.yaml'), 'utf8');
    mkdirSync(join(root, 'layouts'));
    const own = () =>
      writeFileSync(join(root, 'layouts/pad.yaml'), layout.replace('margin: 15', 'margin: 16'));
    expect(await heard(own, ' ms)')).toBe('layouts/pad.yaml: pads/cooks.pdf, pads/guests.pdf (N ms)\n');
    expect(JSON.parse(readFileSync(join(root, 'print/manifest.json'), 'utf8')).inputs.files).toContainEqual(
      expect.objectContaining({ path: 'layouts/pad.yaml', sha256: expect.any(String) }),
    );
  } finally {
    program.kill();
    rmSync(root, { recursive: true });
  }
});
