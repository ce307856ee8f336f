/** The drawings that come with the layouts: `art: people` is `layouts/pictures/people.svg`. */
import type { Picture } from '../session/session.js';
import type { World } from '../world.js';
import { artOf } from './resolve.js';
import { ValueProblem } from './values.js';

const folder = 'layouts/pictures';

/** Each drawing is read once, and is one picture wherever it stands. */
export class Drawings {
  readonly #found = new Map<string, Picture>();

  constructor(private readonly world: World) {}

  /** Throws a ValueProblem with the names that there are. */
  find(name: string): Picture {
    const known = this.#found.get(name);
    if (known) return known;
    const files = this.world.bundled.list(folder);
    const read = files.includes(`${name}.svg`) ? this.world.bundled.read(`${folder}/${name}.svg`) : undefined;
    if (!read || !('bytes' in read)) {
      const names = files.map(file => file.replace(/\.svg$/, ''));
      throw new ValueProblem(name, `There is no drawing "${name}".`, names);
    }
    const drawing = artOf(new TextDecoder().decode(read.bytes));
    this.#found.set(name, drawing);
    return drawing;
  }
}
