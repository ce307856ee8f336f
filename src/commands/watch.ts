/** `padpress build --watch`: builds again whenever the session is saved, or something that it uses; only what has changed is written. */
import { EventEmitter, once } from 'node:events';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { watch as watchFiles } from 'chokidar';
import { noting } from '../inputs.js';
import { Kept } from '../kept.js';
import type { PackFile } from '../pack.js';
import { makePack } from '../padpress.js';
import type { World } from '../world.js';
import { type BuildOptions, folderOf, putAway } from './build.js';
import { folderAt, isFolder, worldOf } from './disk.js';
import { remembering } from './remembering.js';
import { optionsOf, requestOf } from './request.js';
import { say, shown, tableOf, warn } from './terminal.js';

/** Editors save in several steps, and people several files at once: what comes within this time is one change, ms. */
const together = 10;
/** Events of a file that follow each other closely are told as one: so long after a build all is looked at again, ms. */
const secondLook = 100;

/** @returns nothing while nobody ends it (Ctrl+C); fails when files cannot be watched */
export async function watch(options: BuildOptions): Promise<never> {
  // Options that are none end it; all else may become right while it waits.
  optionsOf(options);
  const home = dirname(resolve(options.session));
  const bench = new Bench(options);
  // Folders: editors put new files in the place of old ones, and files that are looked for may come yet.
  const watcher = watchFiles(home, { depth: 0, ignoreInitial: true });
  const events = new EventEmitter();
  let saved = false;
  watcher.on('error', error => events.emit('error', error));
  watcher.on('all', () => {
    saved = true;
    events.emit('saved');
  });
  const build = async (settled: boolean) => {
    saved = false;
    const folders = (await bench.build(settled)).map(path => dirname(join(home, path)));
    watcher.add([...new Set(folders)].filter(isFolder));
  };
  const ready = once(watcher, 'ready');
  await build(true);
  // What was saved before the folders are watched is not told: it is looked at.
  await ready;
  await build(true);
  if (!options.quiet) say(`Watching ${options.session} and what it uses. Ctrl+C ends it.`);
  for (;;) {
    if (!saved) await once(events, 'saved');
    do {
      await setTimeout(together);
      await build(false);
      if (!saved) await Promise.race([once(events, 'saved'), setTimeout(secondLook)]);
    } while (saved);
    await build(true);
  }
}

/** What is kept from build to build. */
class Bench {
  readonly #session: string;
  readonly #files = new Map<string, Uint8Array>();
  #kept = new Kept();
  #world: World;
  #seen: ReadonlyMap<string, Uint8Array | null> = new Map();
  #bytes: Uint8Array | undefined;
  #first = true;

  constructor(private readonly options: BuildOptions) {
    this.#session = basename(options.session);
    this.#world = remembering(worldOf(options.session));
  }

  /**
   * Builds, where a file has really changed.
   * @param settled false when somebody may be saving just now: an empty file is not yet the whole of it
   * @returns the files of that folder that were read, or looked for
   */
  async build(settled: boolean): Promise<readonly string[]> {
    const started = performance.now();
    const asked = requestOf(this.options);
    if ('problem' in asked) {
      warn(shown(asked.problem));
      this.#bytes = undefined;
      return [];
    }
    const { request } = asked;
    const { bytes } = request.source;
    const { session } = this.#world;
    const others = [...this.#seen].filter(([path, before]) => {
      const read = session.read(path);
      return ('bytes' in read ? read.bytes : null) !== before;
    });
    if (bytes.length === 0 && !settled) return [];
    const same = this.#bytes !== undefined && Buffer.compare(this.#bytes, bytes) === 0;
    if (same && others.length === 0) return [];
    const saved = [...(same ? [] : [this.#session]), ...others.map(([path]) => path)].join(', ');
    this.#bytes = bytes;
    // Layouts and themes are in no key of what is kept.
    if (others.length > 0) this.#kept = new Kept();
    this.#kept.begin();
    const { world, noted } = noting({ ...this.#world, kept: this.#kept });
    const pack = await makePack(request, world);
    this.#seen = noted;
    const changed = pack.files.filter(file => this.#isNew(file));
    if (putAway(pack, request, this.options, changed)) {
      for (const file of changed) this.#files.set(file.path, file.bytes);
      if (!this.options.quiet) this.#tell(saved, pack.files, changed, performance.now() - started);
      this.#first = false;
    }
    return [...noted.keys()];
  }

  /** Whether a file is other than the one in the folder of the pack. */
  #isNew({ path, bytes }: PackFile): boolean {
    const before = this.#files.get(path);
    if (before === bytes) return false;
    const there = folderAt(folderOf(this.options)).read(path);
    return !('bytes' in there) || Buffer.compare(there.bytes, bytes) !== 0;
  }

  #tell(saved: string, files: readonly PackFile[], changed: readonly PackFile[], ms: number): void {
    if (this.#first) return say([folderOf(this.options), tableOf(files)].join('\n'));
    const paths = changed.map(({ path }) => path).filter(path => path !== 'manifest.json');
    const made = paths.length === 0 ? 'nothing to print has changed' : paths.join(', ');
    say(`${saved}: ${made} (${Math.round(ms)} ms)`);
  }
}
