/** The pictures of the twin as `data:` links: as large as a screen shows them, so that the page stays small. */
import { toBase64 } from '../base64.js';
import type { PictureFrame } from '../layout/frame.js';
import { Recent } from '../recent.js';
import type { Picture } from '../session/session.js';
import type { Size } from '../units.js';
import type { World } from '../world.js';
import { type Block, isBlock } from './content.js';

/** A picture for `img`. */
export interface Image {
  src: string;
  /** As it is shown at most, CSS pixels. */
  width: number;
  height: number;
}

/** What is printed at least as wide is a picture to look at, what is smaller one to know a person by; mm. */
const wide = 60;
/** The box that each is shown in, CSS pixels; a screen of today has two pixels for one. */
const [large, small]: readonly [Size, Size] = [
  { width: 360, height: 460 },
  { width: 120, height: 120 },
];
const density = 2;

export class Images {
  readonly #images = new Map<Picture, Map<Size, Image>>();

  constructor(private readonly world: World) {}

  /** Makes the pictures in a block ready, one after the other: decoding takes memory. */
  async add(block: Block): Promise<void> {
    for (const frame of picturesIn(block)) await this.#develop(frame);
  }

  /** Undefined for what is no picture of its own. */
  find({ picture, box }: PictureFrame): Image | undefined {
    return picture.kind === 'plate' ? undefined : this.#images.get(picture)?.get(shownIn(box));
  }

  async #develop({ picture, box }: PictureFrame): Promise<void> {
    if (picture.kind === 'plate') return;
    const room = shownIn(box);
    const known = this.#images.get(picture) ?? new Map<Size, Image>();
    this.#images.set(picture, known);
    if (known.has(room)) return;
    const scale = Math.min(room.width / picture.width, room.height / picture.height);
    const pixels = (length: number, times: number) => Math.max(1, Math.round(length * scale * times));
    const size = { width: pixels(picture.width, density), height: pixels(picture.height, density) };
    known.set(room, {
      src: await this.#sourceOf(picture, size),
      width: pixels(picture.width, 1),
      height: pixels(picture.height, 1),
    });
  }

  async #sourceOf(picture: Picture, size: Size): Promise<string> {
    if (picture.kind === 'art') return `data:image/svg+xml,${linked(picture.svg)}`;
    const { bytes, transparent } = picture;
    const order = { space: 'rgb', size } as const;
    const developed = await this.world.develop(bytes, { ...order, transparent });
    // Opacity that lies apart from the colours is for PDF alone: in a page the picture stands on white.
    const { bytes: file } = developed.alpha
      ? await this.world.develop(bytes, { ...order, transparent: false })
      : developed;
    return `data:image/${file[0] === 0x89 ? 'png' : 'jpeg'};base64,${toBase64(file)}`;
  }
}

const shownIn = ({ width }: Size): Size => (width >= wide ? large : small);

const picturesIn = (block: Block): PictureFrame[] =>
  block.holds.flatMap(held => {
    if (isBlock(held)) return picturesIn(held);
    return held.kind === 'picture' ? [held] : [];
  });

/** Drawings that come again in other packs, or in the next build. */
const links = new Recent<string, string>(64);

/** An SVG in a link: shorter than in base64, and to be read. */
const linked = (svg: string): string =>
  links.of(svg, () =>
    encodeURIComponent(svg.replace(/\s+/g, ' ')).replace(
      /%(20|2C|2F|3A|3B|3D|40|24|26|2B)/g,
      (code, hex: string) => (hex === '20' ? ' ' : decodeURIComponent(code)),
    ),
  );
