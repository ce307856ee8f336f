/** Where pictures of each kind stand in a node that crops photographs alone. */
import { expect, test } from 'vitest';
import type { Picture } from '../session/session.js';
import type { PictureNode } from './node.js';
import { paintPicture } from './paint.js';

const ink = { side: 1, ink: [1], white: [0], shades: [] };
const photo = (width: number, height: number, more: object = {}): Picture =>
  ({ kind: 'photo', bytes: new Uint8Array(), width, height, transparent: false, ink, ...more }) as Picture;

/** The place of a picture in a box of 100 × 200 mm with an inset of 10 mm at its top and both sides. */
function placed(picture: Picture) {
  const inset = { top: 10, bottom: 0, start: 10, end: 10 };
  const node = { kind: 'picture', picture, crop: 'photo', inset } as PictureNode;
  const frame = paintPicture(node, { x: 10, y: 10, width: 80, height: 190 }).at(-1);
  return frame?.kind === 'picture' ? { ...frame.box, crop: frame.crop } : undefined;
}

test('a photograph fills the box and its inset where half of it is seen', () => {
  for (const picture of [photo(3, 4), photo(1, 1), photo(1, 2), photo(1, 4)])
    expect(placed(picture)).toEqual({ x: 0, y: 0, width: 100, height: 200, crop: 'fill' });
});

test('where less would be seen, three fifths are, on the foot of the box', () => {
  const wide = placed(photo(3, 2));
  expect(wide).toMatchObject({ x: 0, width: 100, crop: 'fill' });
  expect(wide?.height).toBeCloseTo(100 / 0.9);
  expect(wide?.y).toBeCloseTo(200 - 100 / 0.9);
  const narrow = placed(photo(1, 10));
  expect(narrow?.height).toBe(200);
  expect(narrow?.width).toBeCloseTo(20 / 0.6);
  expect(narrow?.x).toBeCloseTo(50 - 10 / 0.6);
});

test('what is drawn, or cut out, is seen whole inside the inset', () => {
  const inside = { x: 10, y: 10, width: 80, height: 190, crop: 'whole' };
  expect(placed({ kind: 'art', svg: '<svg/>', width: 1, height: 1 })).toEqual(inside);
  expect(placed(photo(3, 4, { transparent: true }))).toEqual(inside);
  const drawing = placed(photo(3, 4, { uncut: true }));
  expect(drawing).toMatchObject({ crop: 'whole' });
  expect(drawing?.x).toBeGreaterThan(10);
});
