import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'fontkit';
import { expect, test } from 'vitest';
import { installed } from '../commands/disk.js';
import { lookingOnce } from './glyphs.js';

interface Opened {
  getGlyph(id: number): unknown;
  glyphForCodePoint(codePoint: number): { id: number };
  createSubset(): { includeGlyph(id: number): number; encode(): Uint8Array };
}

const bytes = readFileSync(join(installed, 'fonts/bricolage-grotesque/BricolageGrotesque-Bold.ttf'));
const open = () => create(bytes) as unknown as Opened;
const names = open();
const subsetOf = (font: Opened, text: string): Uint8Array => {
  const subset = font.createSubset();
  for (const character of text)
    subset.includeGlyph(names.glyphForCodePoint(character.codePointAt(0) ?? 0).id);
  return subset.encode();
};

test('subsets that share their glyphs are those that look at each again, whatever came before', () => {
  const shared = lookingOnce(open());
  // Letters with accents are made of others, which the subset takes along.
  for (const text of ['ŵ', 'café', 'Zażółć gęślą jaźń', 'a b', 'café'])
    expect(Buffer.from(subsetOf(shared, text)).equals(Buffer.from(subsetOf(open(), text))), text).toBe(true);
});

test('an outline is decoded once', () => {
  const font = open();
  const decoded: number[] = [];
  const getGlyph = font.getGlyph.bind(font);
  font.getGlyph = id => {
    decoded.push(id);
    return getGlyph(id);
  };
  const shared = lookingOnce(font);
  subsetOf(shared, 'library');
  const once = decoded.length;
  subsetOf(shared, 'library');
  expect(once).toBeGreaterThan(6);
  expect(decoded.length).toBe(once);
});
