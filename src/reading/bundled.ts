/** Documents that come with padpress: they do not change while a process lives, so each is read once. */
import type { Folder } from '../world.js';
import { readDocument } from './document.js';

const read = new WeakMap<Folder, Map<string, ReturnType<typeof readDocument> | undefined>>();

/** The document at a path of the bundled folder; undefined when there is none. */
export function bundledDocument(bundled: Folder, path: string): ReturnType<typeof readDocument> | undefined {
  const documents = read.get(bundled) ?? new Map();
  read.set(bundled, documents);
  if (!documents.has(path)) {
    const file = bundled.read(path);
    documents.set(path, 'bytes' in file ? readDocument({ name: path, bytes: file.bytes }) : undefined);
  }
  return documents.get(path);
}
