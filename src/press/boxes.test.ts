/** Where pictures stand in their boxes. */
import { expect, test } from 'vitest';
import { pictureBox } from './boxes.js';

const wide = { x: 10, y: 20, width: 200, height: 100 };
const tall = { x: 10, y: 20, width: 100, height: 200 };

test('a picture that is seen whole stands on the lower edge, in the middle', () => {
  expect(pictureBox(wide, { width: 50, height: 50 }, 'whole')).toEqual({
    x: 60,
    y: 20,
    width: 100,
    height: 100,
  });
  expect(pictureBox(tall, { width: 50, height: 50 }, 'whole')).toEqual({
    x: 10,
    y: 120,
    width: 100,
    height: 100,
  });
});

test('a picture that fills its box keeps its upper edge, and loses as much at the left as at the right', () => {
  expect(pictureBox(wide, { width: 4, height: 3 }, 'fill')).toEqual({
    x: 10,
    y: 20,
    width: 200,
    height: 150,
  });
  expect(pictureBox(tall, { width: 3, height: 3 }, 'fill')).toEqual({
    x: -40,
    y: 20,
    width: 200,
    height: 200,
  });
});

test('a face at 40 % of the height is never lower than 60 % of the box, however flat that is', () => {
  for (const height of [10, 30, 60, 100, 150, 200, 260]) {
    const place = pictureBox({ x: 0, y: 0, width: 200, height }, { width: 3, height: 4 }, 'fill');
    const face = place.y + 0.4 * place.height;
    expect(face).toBeGreaterThan(0);
    expect(face).toBeLessThanOrEqual(0.6 * height + 0.001);
    expect(place.y).toBeLessThanOrEqual(0);
    if (height > 180) expect(place.y).toBeCloseTo(0);
  }
});

test('a focus comes to the middle, as far as the picture reaches', () => {
  const at = (focus: [number, number]) => pictureBox(wide, { width: 100, height: 200, focus }, 'fill');
  expect(at([0.5, 0.5]).y).toBe(20 - 150);
  expect(at([0.5, 0.3]).y).toBe(20 - 70);
  expect(at([0.5, 0]).y).toBe(20);
  expect(at([0.5, 1]).y).toBe(20 - 300);
  const across = (share: number) =>
    pictureBox(tall, { width: 200, height: 100, focus: [share, 0.5] }, 'fill');
  expect(across(0.25).x).toBe(10 - 50);
  expect(across(1).x).toBe(10 - 300);
});
