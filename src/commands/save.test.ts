/** Folders that others make at the same moment. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from './save.js';

test('a folder that another thread has made in between is there', () => {
  const root = fs.mkdtempSync(join(tmpdir(), 'padpress-'));
  const folder = join(root, 'packs');
  const { statSync } = fs;
  let looked = 0;
  // The first time it is not there yet, and then it is.
  const slowly = (...of: Parameters<typeof statSync>) => {
    const found = statSync(...of);
    if (of[0] === folder && looked++ === 0) fs.mkdirSync(folder);
    return found;
  };
  Object.assign(fs, { statSync: slowly });
  syncBuiltinESMExports();
  try {
    makeFolder(join(folder, 'pads'));
  } finally {
    Object.assign(fs, { statSync });
    syncBuiltinESMExports();
  }
  expect(looked).toBe(2);
  expect(statSync(join(folder, 'pads')).isDirectory()).toBe(true);
  fs.writeFileSync(join(root, 'file'), '');
  expect(() => makeFolder(join(root, 'file'))).toThrow('EEXIST');
  fs.rmSync(root, { recursive: true });
});
