/** Documents that were checked when padpress was built are those that are read and checked. */
import { expect, test } from 'vitest';
import { worldOf } from './commands/disk.js';
import { compile } from './compile.js';
import type { Place } from './diagnostic.js';
import { foundryOf } from './foundry.js';
import { LayoutLibrary } from './layout/library.js';
import { findTheme } from './layout/themes.js';
import { blankOf } from './manuscript/blank.js';
import { blankPath, usualBlank } from './manuscript/docx.js';
import { FontsClosed } from './pdf/shelf.js';
import { findWords } from './plan/words.js';
import { helpsOut } from './type/scripts.js';
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

test('the ink of usual letters is what is measured', () => {
  const [one, other] = [read, built].map(world => foundryOf(world).setter);
  for (const path of Object.keys(documents).filter(path => path.startsWith('inks/'))) {
    const key = path.slice('inks/'.length);
    const [face, same] = [one, other].map(setter => setter?.face(key));
    const usual = helpsOut(key) ? '→' : 'Hamburgefonstiv,97.6%';
    const ids = new Set(face?.shape(usual, false, 'en').glyphs.map(({ id }) => id));
    for (const id of ids) expect(same?.inkOf(id)).toEqual(face?.inkOf(id));
    const measured = JSON.parse(documents[path] ?? '') as [number][];
    expect(measured.map(([id]) => id)).toEqual(expect.arrayContaining([...ids]));
  }
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
    expect(() => closed.program(key, [{ id: 1, text: 'ß' }])).toThrow(FontsClosed);
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
