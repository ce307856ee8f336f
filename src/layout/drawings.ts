/**
 * The drawings of layouts: `art: people` is `layouts/pictures/people.svg` next to the session, or else that which comes with
 * padpress; a layout may also hold a drawing as SVG.
 */
import { readDrawing } from '../session/drawing.js';
import { embeddedIn } from '../session/embedded.js';
import type { Picture } from '../session/session.js';
import type { World } from '../world.js';
import { ValueProblem } from './values.js';

const folder = 'layouts/pictures';

/** Each drawing is read once, and is one picture wherever it stands. */
export class Drawings {
  readonly #found = new Map<string, Picture>();

  constructor(private readonly world: World) {}

  /**
   * @param drawn the name of a drawing, or SVG
   * @throws ValueProblem with the names that there are, or with why it cannot be printed
   */
  find(drawn: string): Picture {
    const known = this.#found.get(drawn);
    if (known) return known;
    const drawing = drawn.trimStart().startsWith('<')
      ? sound(new TextEncoder().encode(drawn), 'This drawing')
      : this.#named(drawn);
    this.#found.set(drawn, drawing);
    return drawing;
  }

  #named(name: string): Picture {
    const { session, bundled } = this.world;
    const file = `${name}.svg`;
    const path = `${folder}/${file}`;
    const there = [session, bundled].find(place => place.list(folder).includes(file));
    const read = there?.read(path);
    if (read && 'bytes' in read) return sound(read.bytes, `"${path}"`);
    if (read) throw new ValueProblem(name, `"${path}" cannot be read.`);
    const names = [session, bundled].flatMap(place => place.list(folder)).filter(one => one.endsWith('.svg'));
    const message = `There is no drawing "${name}".`;
    throw new ValueProblem(name, message, [...new Set(names.map(one => one.slice(0, -'.svg'.length)))]);
  }
}

/** What a session or a layout brings is checked as pictures of a session are. */
function sound(bytes: Uint8Array, what: string): Picture {
  const refused = (why: string) => new ValueProblem(what, `${what} cannot be printed. ${why}`);
  const drawing = readDrawing(bytes);
  if ('problem' in drawing) throw refused(drawing.problem);
  if (embeddedIn(drawing.svg).length > 0)
    throw refused('It shows a picture made of pixels, which only "picture" prints.');
  return drawing;
}
