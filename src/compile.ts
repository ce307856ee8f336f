/** Reads and checks the documents that come with padpress when it is built, so that no start of the program does it again. */
import { layoutSchema } from './layout/language.js';
import { themeFileSchema } from './layout/theme.js';
import { wordsSchema } from './plan/words.js';
import { bundledDocument } from './reading/bundled.js';
import { checked } from './reading/checked.js';
import type { Bundle } from './world.js';

const schemas = { layouts: layoutSchema, themes: themeFileSchema, languages: wordsSchema };

/** What each document says, by its path, as JSON. @throws when one has errors */
export function compile(bundled: Bundle): Record<string, string> {
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
  return documents;
}
