/** What a schema says of a document: found once, as all sessions share the documents that come with padpress. */
import type { z } from 'zod';
import type { Document } from './document.js';

/** Compiling a schema takes as long as using it on a dozen documents; each is used on one, or on a few. */
export const uncompiled = { jitless: true } as const;

const results = new WeakMap<Document, unknown>();

/** @param schema always the same for a document */
export function checked<Schema extends z.ZodType>(
  document: Document,
  schema: () => Schema,
): z.ZodSafeParseResult<z.output<Schema>> {
  if (document.checked) return { success: true, data: document.data as z.output<Schema> };
  const known = results.get(document) as z.ZodSafeParseResult<z.output<Schema>> | undefined;
  const result = known ?? schema().safeParse(document.data, uncompiled);
  results.set(document, result);
  return result;
}
