/** `padpress check --print`, as people call it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Diagnostic, formatDiagnostic } from '../diagnostic.js';
import { padpressIn } from '../testing/program.js';
import { checkPrinted } from './printed.js';

const folder = mkdtempSync(join(tmpdir(), 'padpress-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(() => {
  // The smallest session there is: each run sets all of its sheets.
  const session = 'workshop: { title: One }\ngroups: [{ name: cooks, singular: cook }]\n';
  writeFileSync(join(folder, 'session.yaml'), session);
  expect(padpress('build', 'session.yaml', '--only', 'log,kit', '--quiet').code).toBe(0);
});

const padpress = (...args: string[]) => padpressIn(folder, ...args);
const checked = (...args: string[]) => padpress('check', 'session.yaml', ...args);

test('files that are fit for print are said to be', () => {
  expect(checked('--print')).toEqual({
    code: 0,
    out: '',
    said: 'session.yaml is right, and the 2 files in print are fit for print.\n',
  });
});

test('what is wrong with them is said, to programs too', () => {
  cpSync(join(folder, 'print'), join(folder, 'sent'), { recursive: true });
  rmSync(join(folder, 'sent', 'kit.pdf'));
  const log = join(folder, 'sent', 'user-log.pdf');
  writeFileSync(log, readFileSync(log).subarray(0, 4000));
  const { code, out } = checked('--print', '--out', 'sent', '--json');
  expect(code).toBe(1);
  const { diagnostics } = JSON.parse(out) as { diagnostics: Diagnostic[] };
  expect(
    diagnostics
      .map(formatDiagnostic)
      .join('\n')
      .replace(/\d+ bytes then/, '… bytes then'),
  ).toMatchInlineSnapshot(`
    "warning: "user-log.pdf" has changed since it was made (… bytes then, 4000 now). Build it again, unless it was changed on purpose.
    error: "user-log.pdf" cannot be read as a PDF: it is cut off or damaged. Build it again with "padpress build".
    error: "kit.pdf" is not there, but the manifest names it. Build it again with "padpress build"."
  `);
});

test('without a manifest there is nothing to check', async () => {
  const at = async (path: string) =>
    (await checkPrinted(path, 'session.yaml', () => {})).diagnostics
      .map(formatDiagnostic)
      .join('\n')
      .replaceAll(folder, '…');
  expect(await at(join(folder, 'elsewhere'))).toMatchInlineSnapshot(
    `"error: There is no "…/elsewhere/manifest.json", so nothing has been built there. Build it first: padpress build session.yaml."`,
  );
  writeFileSync(join(folder, 'manifest.json'), '{ "files": [');
  expect(await at(folder)).toMatchInlineSnapshot(
    `"error: "…/manifest.json" is not JSON: it is cut off, or was changed. Build it again: padpress build session.yaml."`,
  );
  writeFileSync(join(folder, 'manifest.json'), '{ "files": [null, {"path": "../x"}] }');
  expect(await at(folder)).toContain('The manifest is not one of padpress: files[0] is missing or wrong');
});

test('a folder without --print is a mistake', () => {
  expect(checked('--out', 'sent')).toMatchInlineSnapshot(`
    {
      "code": 2,
      "out": "",
      "said": "error: --out names the folder of the finished files: say --print too. See padpress --help.
    ",
    }
  `);
});
