/** Documents that were checked when padpress was built are those that are read and checked. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Closed } from './closed.js';
import { worldOf } from './commands/disk.js';
import { compile } from './compile.js';
import type { Place } from './diagnostic.js';
import { foundryOf } from './foundry.js';
import { LayoutLibrary } from './layout/library.js';
import { findTheme } from './layout/themes.js';
import { blankOf } from './manuscript/blank.js';
import { blankPath, usualBlank } from './manuscript/docx.js';
import { findWords } from './plan/words.js';
import type { ShapingFont } from './type/harfbuzz.js';
import type { TypeSetter } from './type/setter.js';
import { type UsualFace, usualLettersOf } from './type/usual.js';
import type { World } from './world.js';

const read = worldOf('session.yaml');
const documents = await compile(read.bundled, read.deflate);
/** As the bundle has it. */
const built: World = {
  ...read,
  bundled: {
    ...read.bundled,
    compiled: path => (documents[path] === undefined ? undefined : JSON.parse(documents[path])),
  },
};
const nowhere: Place = { file: '', line: 1, column: 1 };

test('texts of usual letters are set, and measured, as HarfBuzz does it, and need nothing to open it', async () => {
  const [opened, closed] = [read, built].map(world => foundryOf(world).setter) as [TypeSetter, TypeSetter];
  await opened.open();
  const paths = Object.keys(documents).filter(path => path.startsWith('faces/'));
  expect(paths.length).toBeGreaterThan(4);
  for (const path of paths) {
    const key = path.slice('faces/'.length);
    const { usual } = JSON.parse(documents[path] ?? '') as UsualFace;
    const [face, same] = [opened.face(key), closed.face(key)];
    expect([same.capHeight, same.xHeight]).toEqual([face.capHeight, face.xHeight]);
    const texts = fc.string({ unit: fc.constantFrom(...usual.letters), maxLength: 40 });
    fc.assert(
      fc.property(texts, fc.constantFrom(...usual.languages), (text, language) => {
        const run = same.shape(text, false, language);
        expect(run).toEqual(face.shape(text, false, language));
        for (const { id } of run.glyphs) expect(same.inkOf(id)).toEqual(face.inkOf(id));
      }),
    );
    for (let code = 0; code < 0x3000; code++)
      expect(same.has(String.fromCharCode(code)), `U+${code.toString(16)}`).toBe(
        face.has(String.fromCharCode(code)),
      );
    // Whatever else is asked opens the font: whoever asked begins again then.
    expect(() => same.shape('ő', false, 'en')).toThrow(Closed);
    expect(() => same.shape(usual.letters, true, 'en')).toThrow(Closed);
    expect(() => same.shape(usual.letters, false, 'tr')).toThrow(Closed);
  }
});

test('a font that joins letters, or kerns by what stands around two of them, has no usual letters', () => {
  const font = (advances: (text: string) => number[]): ShapingFont =>
    ({
      shape: (text: string) =>
        advances(text).map((advance, cluster) => ({
          id: text.charCodeAt(cluster),
          cluster,
          advance,
          x: 0,
          y: 0,
        })),
    }) as unknown as ShapingFont;
  const letters = ['a', 'b', '-'];
  const plain = font(text => [...text].map((letter, at) => (letter + text[at + 1] === 'ab' ? 9 : 10)));
  expect(usualLettersOf(plain, letters, ['en']).kerns).toEqual([
    [0, -1],
    [0, 0],
  ]);
  const joining = font(text => [...text.replaceAll('ab', 'x')].map(() => 10));
  expect(() => usualLettersOf(joining, letters, ['en'])).toThrowErrorMatchingInlineSnapshot(
    `[Error: Its letters are not set one by one.]`,
  );
  const looking = font(text => [...text].map((_, at) => (text.slice(at - 1, at + 2) === 'bab' ? 9 : 10)));
  expect(() => usualLettersOf(looking, letters, ['en'])).toThrowErrorMatchingInlineSnapshot(
    `[Error: Its letters are not set one by one.]`,
  );
});

test('a subset of usual letters is what the font gives, and needs nothing to open it', async () => {
  const opened = foundryOf(read).shelf;
  await opened.open();
  const closed = foundryOf(built).shelf;
  const paths = Object.keys(documents).filter(path => path.startsWith('subsets/'));
  expect(paths.length).toBeGreaterThan(4);
  for (const path of paths) {
    const key = path.slice('subsets/'.length);
    expect(closed.compile(key)).toEqual(opened.compile(key));
    // A letter that it does not have opens the font: whoever asked begins again then.
    expect(() => closed.program(key, [{ id: 1, text: 'ß' }])).toThrow(Closed);
  }
});

test('every layout, theme and language says the same, and knows where it is written', () => {
  const all = (world: World, folder: string) =>
    world.bundled.list(folder).flatMap(file => /^(.+)\.yaml$/.exec(file)?.[1] ?? []);
  const themes = all(read, 'themes');
  expect(themes.length).toBeGreaterThan(1);
  for (const name of themes) {
    const [one, other] = [read, built].map(world => findTheme(name, world, nowhere));
    expect(one?.theme).toBeDefined();
    expect(other?.theme).toEqual(one?.theme);
    expect(other?.where(['colours', 'ink'])).toEqual(one?.where(['colours', 'ink']));
  }
  for (const language of all(read, 'languages'))
    expect(findWords(language, built, nowhere)).toEqual(findWords(language, read, nowhere));
  const { theme } = findTheme('house', read, nowhere);
  if (!theme) throw new Error('There is no theme.');
  const [library, compiled] = [new LayoutLibrary(read, theme), new LayoutLibrary(built, { ...theme })];
  expect(compiled.names()).toEqual(library.names());
  for (const name of library.names()) {
    const { placeOf: _one, ...layout } = library.find(name).layout ?? {};
    const { placeOf: _other, ...again } = compiled.find(name).layout ?? {};
    expect(again, name).toEqual(layout);
    const [sheet, same] = [library.find(name).layout?.sheet, compiled.find(name).layout?.sheet];
    expect(same && compiled.placeOf(same)).toEqual(sheet && library.placeOf(sheet));
  }
});

test('the blank document of a draft is what the library writes', async () => {
  expect(built.bundled.compiled?.(blankPath)).toEqual(await blankOf(...usualBlank));
});
