/** How ink is counted where things lie over each other; `routes.test.ts` holds whole packs against Ghostscript. */
import { expect, test } from 'vitest';
import type { InkMap } from '../world.js';
import { CoverageMeter } from './coverage.js';
import type { InkedArt, InkedFrame, InkedPicture } from './page.js';

const size = { width: 100, height: 100 };
const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });
const art = (): InkedArt => ({ kind: 'art', svg: '', width: 1, height: 1 });
const picture = (of: InkedPicture['picture'], at: InkedPicture['box']): InkedPicture => ({
  ...{ kind: 'picture', origin: 'picture', box: at, picture: of, crop: 'fill' },
});
const solid = (at: InkedPicture['box'], level: number): InkedFrame => ({
  ...{ kind: 'shape', origin: 'box', shape: 'rectangle', radius: 0, box: at },
  fill: { space: 'grey', values: [level] },
});

/** All ink; and ink above, white below. */
const [sun, person] = [art(), art()];
const maps = new Map<unknown, Omit<InkMap, 'shades'>>([
  [sun, { side: 2, ink: [1, 1, 1, 1], white: [0, 0, 0, 0] }],
  [person, { side: 2, ink: [1, 1, 0, 0], white: [0, 0, 1, 1] }],
]);
const share = (...frames: InkedFrame[]) =>
  new CoverageMeter({
    glyphInk: () => ({ left: 0, top: 0, width: 0, height: 0, area: 0 }),
    pictureInk: of => ({ ...(maps.get(of) ?? { side: 1, ink: [0], white: [0] }), shades: [] }),
  }).shareOf({ size, layers: [{ frames, size, x: 0, y: 0, scale: 1 }] });

const whole = box(0, 0, 100, 100);

test('a picture on paper has its own ink', () => {
  expect(share(picture(sun, whole))).toBeCloseTo(1);
  expect(share(picture(person, whole))).toBeCloseTo(0.5);
});

test('a picture on another is not counted twice, and its white hides what is under it', () => {
  const upper = picture(sun, box(0, 0, 50, 50));
  expect(share(upper, picture(person, box(0, 0, 50, 50)))).toBeCloseTo(0.125);
  expect(share(upper, picture(person, box(50, 50, 50, 50)))).toBeCloseTo(0.25 + 0.125);
  expect(share(picture(sun, whole), picture(person, whole), picture(sun, whole))).toBeCloseTo(1);
});

test('a picture on a solid adds nothing but its white; a solid of paper takes ink away', () => {
  expect(share(solid(whole, 0.5), picture(person, whole))).toBeCloseTo(0.5);
  expect(share(solid(whole, 0.5), solid(box(0, 0, 50, 50), 1))).toBeCloseTo(0.75);
});
