/** What a pack was made of, noted in its manifest, so that a later run can tell whether anything has changed. */
import type { PackRequest } from './pack.js';
import { version } from './version.js';
import type { Folder, World } from './world.js';

/** A file of the session's folder: what its bytes were; null when it was looked for and not there. */
export interface NotedFile {
  path: string;
  sha256: string | null;
}

/** As it stands in a manifest. */
export interface Inputs {
  padpress: string;
  /** All of the request but the session file: options win over the file, so they count as much. */
  options: Omit<PackRequest, 'source' | 'created'> & { created?: string };
  session: string;
  files: NotedFile[];
}

/** The same world, and what has been read of the session's folder in it. */
export function noting(world: World): { world: World; noted: ReadonlyMap<string, Uint8Array | null> } {
  const noted = new Map<string, Uint8Array | null>();
  const { session } = world;
  const read: Folder['read'] = path => {
    const found = session.read(path);
    noted.set(path, 'bytes' in found ? found.bytes : null);
    return found;
  };
  return { world: { ...world, session: { ...session, read, list: path => session.list(path) } }, noted };
}

/** @param noted of {@link noting}, when the pack has been made */
export function inputsOf(
  request: PackRequest,
  noted: ReadonlyMap<string, Uint8Array | null>,
  { sha256 }: World,
): Inputs {
  const { source, created, ...options } = request;
  const files = [...noted.keys()].sort().map(path => {
    const bytes = noted.get(path);
    return { path, sha256: bytes ? sha256(bytes) : null };
  });
  return {
    padpress: version,
    options: { ...options, ...(created && { created: created.toISOString() }) },
    session: sha256(source.bytes),
    files,
  };
}

/** What is needed of a manifest to know whether its pack is whole and still what the session asks for. */
interface Made {
  inputs?: Inputs;
  files?: { path?: unknown; sha256?: unknown }[];
}

/**
 * True when a pack is whole and nothing that it was made of has changed.
 * @param out the folder of the pack
 */
export function isCurrent(request: PackRequest, world: World, out: Folder): boolean {
  const manifest = out.read('manifest.json');
  if (!('bytes' in manifest)) return false;
  let made: Made;
  try {
    made = JSON.parse(new TextDecoder().decode(manifest.bytes)) as Made;
  } catch {
    return false;
  }
  const { inputs, files } = made;
  if (!inputs || !Array.isArray(inputs.files) || !Array.isArray(files)) return false;
  const noted = new Map<string, Uint8Array | null>();
  for (const { path } of inputs.files) {
    const read = world.session.read(path);
    noted.set(path, 'bytes' in read ? read.bytes : null);
  }
  const now = inputsOf(request, noted, world);
  if (JSON.stringify(now) !== JSON.stringify(inputs)) return false;
  for (const { path, sha256: was } of files) {
    const read = typeof path === 'string' ? out.read(path) : undefined;
    if (!read || !('bytes' in read) || world.sha256(read.bytes) !== was) return false;
  }
  return true;
}
