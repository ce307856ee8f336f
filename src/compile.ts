/** Reads and checks the documents that come with padpress when it is built, so that no start of the program does it again. */
import type { z } from 'zod';
import { formatDiagnostic } from './diagnostic.js';
import { formatsOf, formatsPath } from './formats.js';
import { facePath, subsetPath } from './foundry.js';
import { layoutSchema } from './layout/language.js';
import { themeSchemas } from './layout/theme.js';
import { findTheme } from './layout/themes.js';
import { blankOf } from './manuscript/blank.js';
import { blankPath, usualBlank } from './manuscript/docx.js';
import { noteFormats } from './noted.js';
import type { Machines } from './pdf/objects.js';
import { type CompiledFont, FontShelf } from './pdf/shelf.js';
import { languagesWithWords, wordsSchema } from './plan/words.js';
import { bundledDocument } from './reading/bundled.js';
import { checked } from './reading/checked.js';
import { TypeSetter } from './type/setter.js';
import type { UsualFace } from './type/usual.js';
import type { Bundle, Folder } from './world.js';

const nothing: Folder = { read: () => ({ problem: 'missing' }), list: () => [] };
const schemas: Record<string, () => z.ZodType> = {
  layouts: layoutSchema,
  themes: () => themeSchemas().file,
  languages: wordsSchema,
};

/** What each document says, and where the glyphs of fonts have ink, by path, as JSON. @throws when a document has errors */
export async function compile(
  bundled: Bundle,
  deflate: Machines['deflate'],
): Promise<Record<string, string>> {
  const documents: Record<string, string> = {};
  for (const [folder, schema] of Object.entries(schemas)) {
    for (const file of bundled.list(folder).filter(name => name.endsWith('.yaml'))) {
      const path = `${folder}/${file}`;
      const document = bundledDocument(bundled, path)?.document;
      const result = document && checked(document, schema);
      if (!result?.success)
        throw new Error(`${path} has errors: ${result?.error.message ?? 'it cannot be read'}`);
      documents[path] = JSON.stringify(result.data);
    }
  }
  for (const name of bundled.list('themes').flatMap(file => /^(.+)\.yaml$/.exec(file)?.[1] ?? [])) {
    const place = { file: `themes/${name}.yaml`, line: 1, column: 1 };
    const [problem] = findTheme(name, { session: nothing, bundled }, place).diagnostics;
    if (problem) throw new Error(formatDiagnostic(problem));
  }
  for (const [path, known] of Object.entries(await usualFonts(bundled, deflate)))
    documents[path] = JSON.stringify(known);
  for (const tag of tagsOf(bundled)) documents[formatsPath(tag)] = JSON.stringify(noteFormats(tag));
  documents[blankPath] = JSON.stringify(await blankOf(...usualBlank));
  return documents;
}

/** What is usual of the fonts for Latin letters, and for signs, is measured, and put into a subset, when padpress is built. */
const families = ['atkinson-hyperlegible-next', 'bricolage-grotesque', 'noto-sans', 'noto-sans-symbols'];

/** Letters that are in no subset of its own accord, and that languages with words write often, or people everywhere. */
const abroad = [...'\u202fÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŴŶãìòõùýÿßæœÆŒ¿¡«»„ªº°ăĂșȘțȚąĄćĆęĘŁńŃśŚźŹżŻ+=*@#\'"_€£'];

/** Where the languages with words are spoken most. */
const regions = ['en-GB', 'en-IE', 'en-US', 'pt-BR'];
const tagsOf = (bundled: Bundle): string[] => [...languagesWithWords({ bundled }), ...regions];

async function usualFonts(
  bundled: Bundle,
  deflate: Machines['deflate'],
): Promise<Record<string, UsualFace | CompiledFont>> {
  const fonts = families
    .flatMap(family => bundled.list(`fonts/${family}`).map(file => `fonts/${family}/${file}`))
    .filter(path => path.endsWith('.ttf'));
  const latin = tagsOf(bundled).filter(language => formatsOf(language).locale.script === 'Latn');
  const bytesOf = (path: string) => {
    const file = bundled.read(path);
    return 'bytes' in file ? file.bytes : new Uint8Array();
  };
  const [shelf, setter] = [new FontShelf(deflate, bytesOf), new TypeSetter(bytesOf)];
  await Promise.all([shelf.open(), setter.open()]);
  return Object.fromEntries(
    fonts.flatMap(path => {
      const face = setter.face(path);
      const subset = shelf.alphabet(path).glyphs.flatMap(({ text }) => text || []);
      const letters = subset.includes('a') ? [...subset, ...abroad] : subset;
      return [
        [
          facePath(path),
          face.usual(
            letters.filter(letter => face.has(letter)),
            ['und', ...latin],
          ),
        ],
        [subsetPath(path), shelf.compile(path)],
      ];
    }),
  );
}
