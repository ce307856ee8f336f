/** Documents that come with padpress: they do not change while a process lives, so each is read once. */
import type { Bundle, World } from '../world.js';
import { type Document, readDocument } from './document.js';

type Read = ReturnType<typeof readDocument> | undefined;

const read = new WeakMap<Bundle, Map<string, Read>>();

/** The document at a path of the bundled folder; undefined when there is none. */
export function bundledDocument(bundled: Bundle, path: string): Read {
  const documents = read.get(bundled) ?? new Map<string, Read>();
  read.set(bundled, documents);
  if (!documents.has(path)) {
    const afresh = (): Read => {
      const file = bundled.read(path);
      return 'bytes' in file ? readDocument({ name: path, bytes: file.bytes }) : undefined;
    };
    const data = bundled.compiled?.(path);
    documents.set(
      path,
      data === undefined ? afresh() : { document: compiledDocument(path, data, afresh), diagnostics: [] },
    );
  }
  return documents.get(path);
}

/** The document at a path next to the session, else of the bundled folder, and whether it is that. */
export function ownOrBundled(
  { session, bundled }: Pick<World, 'session' | 'bundled'>,
  path: string,
): { read: Read; isBundled: boolean } {
  const own = session.read(path);
  return 'bytes' in own
    ? { read: readDocument({ name: path, bytes: own.bytes }), isBundled: false }
    : { read: bundledDocument(bundled, path), isBundled: true };
}

/** A document that was checked when padpress was built; the file is read where a message is to say where something stands in it. */
function compiledDocument(name: string, data: unknown, read: () => Read): Document {
  let file: Document | undefined;
  const document = (): Document => {
    file ??= read()?.document;
    if (!file) throw new Error(`${name} is gone.`);
    return file;
  };
  return {
    name,
    data,
    checked: true,
    where: path => document().where(path),
    whereKey: path => document().whereKey(path),
    written: path => document().written(path),
  };
}
