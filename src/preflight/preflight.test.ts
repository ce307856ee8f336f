/** Files that are right pass; each that is wrong in one way fails in that way. */
import { describe, expect, test, vi } from 'vitest';
import { makePack } from '../padpress.js';
import { fixture } from '../testing/fixtures.js';
import { entryFor, lines, printed, said } from '../testing/printed.js';
import { preflight } from './preflight.js';

describe('the library sample', async () => {
  const { request, world } = fixture('library');
  const { files } = await makePack(request, world);
  const manifest = JSON.parse(new TextDecoder().decode(files.at(-1)?.bytes));

  test('is fit for print', async () => {
    expect(lines(await preflight(files, manifest))).toBe('');
  });

  /** Per cent of ink by Ghostscript 10 (`-sDEVICE=inkcov -r300`, the largest of the four inks), page by page. */
  const ghostscript: Record<string, number[]> = {
    'pads/students.pdf': [0, 7.5, 4.8],
    'posters/students-amira-khan.pdf': [56.0],
    'kit.pdf': [6.7, 4.6, 3.5],
    'complaints.pdf': [12.9, 12.3],
    'draft.pdf': [5.9, 6.7, 6.2],
    'user-log.pdf': [8.6],
  };

  test('has the ink that Ghostscript finds', async () => {
    const entries = manifest.files
      .filter((entry: { path: string }) => entry.path in ghostscript)
      .map((entry: { path: string }) => ({ ...entry, coverage: ghostscript[entry.path] }));
    expect(entries).toHaveLength(6);
    expect(lines(await preflight(files, { files: entries }))).toBe('');
  });
});
