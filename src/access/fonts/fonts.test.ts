/** Font files as other readers read them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Font, openSync } from 'fontkit';
import { expect, test } from 'vitest';
import { installed } from '../../commands/disk.js';
import { Bytes } from './bytes.js';
import { readCff } from './cff.js';
import { codesIn, collectionOf, holds, isPredefined, lookUp, readCMap } from './cmap.js';
import { characterOf } from './latin.js';
import { readSfnt } from './sfnt.js';

const bytesOf = (path: string) => new Bytes(new Uint8Array(readFileSync(path)));

test.each([
  'atkinson-hyperlegible-next/AtkinsonHyperlegibleNext-Regular',
  'ibm-plex-sans-arabic/IBMPlexSansArabic-Regular',
  'noto-emoji/NotoEmoji-Regular',
])('%s has the widths, outlines and characters that fontkit reads', name => {
  const path = join(installed, 'fonts', `${name}.ttf`);
  const theirs = openSync(path) as Font;
  const ours = readSfnt(bytesOf(path));
  expect(ours.count).toBe(theirs.numGlyphs);
  for (let glyph = 0; glyph < Math.min(ours.count, 400); glyph++) {
    const { advanceWidth, path: outline } = theirs.getGlyph(glyph);
    expect(ours.width(glyph), `width of ${glyph}`).toBeCloseTo((advanceWidth * 1000) / theirs.unitsPerEm, 6);
    expect(ours.hasOutline(glyph), `outline of ${glyph}`).toBe(outline.commands.length > 0);
  }
  const tables = ours.cmaps?.filter(({ platform, encoding }) => platform === 3 && encoding > 0) ?? [];
  expect(tables.length).toBeGreaterThan(0);
  const characters = theirs.characterSet.filter((_, index) => index % 7 === 0);
  for (const table of tables) {
    for (const character of characters) {
      // The cmap for 16 bits ends at U+FFFF.
      const expected =
        table.encoding === 1 && character > 0xffff ? 0 : theirs.glyphForCodePoint(character).id;
      expect(table.glyph(character), character.toString(16)).toBe(expected);
    }
    expect(table.glyph(0x10fffd)).toBe(0);
  }
});

test('the glyphs of a compact font are as wide as its table of widths says', () => {
  const path = join(installed, 'node_modules', '@embedpdf', 'fonts-jp', 'fonts', 'NotoSansJP-Regular.otf');
  const bytes = bytesOf(path);
  const whole = readSfnt(bytes);
  let at = 12;
  while (String.fromCharCode(...bytes.all.subarray(at, at + 4)) !== 'CFF ') at += 16;
  const from = bytes.u32(at + 8);
  const compact = readCff(bytes.part(from, from + bytes.u32(at + 12)));
  expect(compact.count).toBe(whole.count);
  expect(compact.cids?.size).toBe(whole.count);
  for (let glyph = 0; glyph < whole.count; glyph += 5) expect(compact.width(glyph)).toBe(whole.width(glyph));
});

test('glyph names are characters where the lists say so', () => {
  const names = [
    'A',
    'space',
    'ydieresis',
    'fi',
    'a.alt',
    'uni00410042',
    'u1F600',
    'uni12',
    'g17',
    '.notdef',
  ];
  expect(names.map(characterOf)).toEqual([
    'A',
    ' ',
    'ÿ',
    'ﬁ',
    'a',
    'AB',
    '😀',
    undefined,
    undefined,
    undefined,
  ]);
});

test('a CMap reads codes of several lengths, ranges and lists', () => {
  const map = readCMap(
    new TextEncoder().encode(
      `/WMode 1 def 2 begincodespacerange <00> <7f> <8000> <ffff> endcodespacerange
       1 begincidrange <8000> <80ff> 100 endcidrange 1 begincidchar <41> 7 endcidchar
       2 beginbfrange <20> <22> [<0041> <00420043> <d83dde00>] <30> <39> <00660030> endbfrange`,
    ),
  );
  expect([...codesIn(map, new Uint8Array([0x41, 0x80, 0x02, 0x20]))]).toEqual([0x41, 0x8002, 0x20]);
  expect([0x41, 0x8002, 0x21, 0x22, 0x32, 0x50].map(code => lookUp(map, code))).toEqual([
    7,
    102,
    'BC',
    '😀',
    'f2',
    undefined,
  ]);
  expect(map.wMode).toBe(1);
  expect(holds(map, [0x43])).toBe(true);
  expect(holds(map, [0x39])).toBe(true);
  expect(holds(map, [0x3a])).toBe(false);
  expect(['Identity-H', '90ms-RKSJ-V', 'UniGB-UTF16-H', 'Mine-H'].map(isPredefined)).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(['GBK-EUC-H', 'ETen-B5-H', '90ms-RKSJ-H', 'KSCms-UHC-H'].map(collectionOf)).toEqual([
    'GB1',
    'CNS1',
    'Japan1',
    'Korea1',
  ]);
});
