/**
 * Starts the program, or a thread of a batch, with what V8 has compiled of it before: a quarter of a short run is compiling. Node 22 keeps
 * compiled code, too, but only what a file needs to be loaded; here it is all that ran. `scripts/bundle.mjs` makes `dist/cli.cjs` of this file alone.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import 'node:zlib';

/** What the bundle is, so that nothing is used that was compiled of another. */
declare const bundleId: string;

/** What is kept is all that ran when it was kept: that is done again for options that it has not been done for, and after a day. */
const renewal = 24 * 3_600_000;
/** So many kinds of runs are told apart. */
const mostRuns = 50;

const runsFile = 'runs.txt';

const here = import.meta.filename;
/** Scripts can import nothing: this is lent to them. */
const importing = (id: string): Promise<unknown> => import(id);
const loaded = new Map<string, { exports: unknown }>();
const toKeep = new Map<string, Script>();
const folder = folderOfCode();
/**
 * Node 20 begins to optimise before a pack is made, on the cores that make it: a pack of twelve groups takes a seventh less when it waits six
 * times as long. Later versions gain nothing by it. What Node has compiled of its own modules is not for this setting: those that a pack needs are
 * loaded before.
 */
if (isMainThread && process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=400000');

/** The command and its options, without files and folders; and those for which code was kept. */
const run = [bundleId.slice(0, 12), ...process.argv.slice(2).filter(arg => /^[\w-]+$/.test(arg))].join(' ');
const runs = runsBefore();
const isNew = !runs.includes(run) && runs.length < mostRuns;

/** A part of the bundle, loaded as Node would. */
function load(file: string): unknown {
  const known = loaded.get(file);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(file, module);
  const source = `(function (exports, require, importing, __filename) {${readFileSync(file, 'latin1')}\n})`;
  const kept = compiledCode(file);
  const script = new Script(source, { filename: file, ...(kept && { cachedData: kept }) });
  if (isNew || !kept || script.cachedDataRejected) toKeep.set(file, script);
  const requiring = (id: string) => (id.startsWith('.') ? load(resolve(dirname(file), id)) : require(id));
  script.runInThisContext()(module.exports, requiring, importing, file);
  return module.exports;
}

/** The folder for what can be made again: https://specifications.freedesktop.org/basedir-spec, and its like elsewhere. */
function caches(): string {
  const { XDG_CACHE_HOME = '', LOCALAPPDATA = '' } = process.env;
  if (isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  const home = homedir();
  if (!isAbsolute(home)) throw new Error('There is no home.');
  if (process.platform === 'win32') return LOCALAPPDATA || join(home, 'AppData', 'Local');
  return process.platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache');
}

/** Where compiled code is: by the version of Node, and by the command, as each runs other code. Threads of a batch build. */
function folderOfCode(): string | undefined {
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  const command = isMainThread ? (/^[a-z]+$/.exec(process.argv[2] ?? '')?.[0] ?? 'padpress') : 'build';
  return tried(() => join(caches(), 'padpress', `${process.version}-${process.arch}`, command));
}

/** A digest stands behind the code: V8 believes what it is given, and falls over what the disk has lost. */
const digestOf = (code: Uint8Array): Buffer => createHash('sha256').update(bundleId).update(code).digest();
const digestLength = 32;

/** What was compiled of a file; nothing where it is not whole, is of another bundle, or was put there by somebody else. */
function compiledCode(file: string): Uint8Array | undefined {
  if (folder === undefined) return undefined;
  const path = join(folder, basename(file));
  const bytes = tried(() => readFileSync(path));
  const owner = tried(() => statSync(path).uid);
  if (!bytes || owner !== (process.getuid?.() ?? owner)) return undefined;
  const [code, digest] = [bytes.subarray(0, -digestLength), bytes.subarray(-digestLength)];
  return digestOf(code).equals(digest) ? code : undefined;
}

/** The runs of the last day for which code was kept. */
function runsBefore(): string[] {
  if (folder === undefined) return [];
  const path = join(folder, runsFile);
  const isFresh = tried(() => Date.now() - statSync(path).mtimeMs < renewal);
  return (isFresh && tried(() => readFileSync(path, 'utf8').split('\n'))) || [];
}

/** Keeps a file whole, or not at all. */
function keep(name: string, content: Uint8Array | string): void {
  if (folder === undefined) return;
  const path = join(folder, name);
  const draft = `${path}.${process.pid}`;
  const isKept = tried(() => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(draft, content, { mode: 0o600 });
    renameSync(draft, path);
    return true;
  });
  if (!isKept) tried(() => rmSync(draft, { force: true }));
}

/** A disk that is full, or not to be written to, is no reason to fail: the next start compiles again. */
function tried<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

process.once('exit', code => {
  // What ended in a mistake has run little.
  if (code !== 0) return;
  for (const [file, script] of toKeep) {
    const compiled = script.createCachedData();
    keep(basename(file), Buffer.concat([compiled, digestOf(compiled)]));
  }
  if (isNew) keep(runsFile, [...runs, run].join('\n'));
});

// A thread of a batch takes what makes a pack.
const { default: make } = load(
  join(dirname(here), 'parts', isMainThread ? 'program.cjs' : 'batch-worker.cjs'),
) as { default: unknown };
export default make;
