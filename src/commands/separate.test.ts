/** Where drawings have ink: how much of each cell, whatever its colour lets through. */
import { expect, test } from 'vitest';
import { inkMap } from './separate.js';

const shareOf = async (content: string) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${content}</svg>`;
  const { ink, white, side } = await inkMap(new TextEncoder().encode(svg));
  const mean = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0) / side ** 2;
  return { ink: mean(ink), white: mean(white) };
};

test('a shape has ink where it is, and all over where it lets the paper through', async () => {
  const circle = (attributes: string) => shareOf(`<circle cx="50" cy="50" r="50" ${attributes}/>`);
  for (const attributes of ['fill="#123456"', 'fill="#123456" opacity="0.5"', 'fill="#fa0" opacity="0.1"'])
    expect((await circle(attributes)).ink, attributes).toBeCloseTo(Math.PI / 4, 2);
  expect(await circle('fill="#fff"')).toMatchObject({ ink: expect.closeTo(0, 2) });
  expect((await circle('fill="#fff"')).white).toBeCloseTo(Math.PI / 4, 1);
});

test('a thin line has as much ink as it is thick', async () => {
  const { ink } = await shareOf('<path d="M0 30h100M0 60h100" stroke="#000" stroke-width="2"/>');
  expect(ink).toBeCloseTo(0.04, 2);
});
