/** Plain drawings against librsvg: the same pixels, and the same ink. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { installed } from '../commands/disk.js';
import { inkMap } from '../commands/separate.js';
import { portraitOf } from '../session/portrait.js';
import { inkOfPaths, mapSide } from './inkmap.js';
import { type PaintedPath, plainPaths } from './paths.js';
import { lookAt } from './spans.js';

const around = (inside: string, box = '0 0 100 100') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${inside}</svg>`;

const pictures = join(installed, 'layouts/pictures');
const bundled = readdirSync(pictures).map(
  name => [name, readFileSync(join(pictures, name), 'utf8')] as const,
);
// Two bodies of notionists and the round windows of lorelei have masks that hide something.
const portraits = await Promise.all(
  (['open-peeps', 'notionists'] as const).flatMap(style =>
    ['Joan', 'Siân', 'Łukasz', 'Mei'].map(async seed => {
      const portrait = await portraitOf(seed, style);
      return [`${style} of ${seed}`, portrait.kind === 'art' ? portrait.svg : ''] as const;
    }),
  ),
);
const shapes = Object.entries({
  'nested transforms':
    '<g transform="translate(50 50) rotate(30)"><rect x="-30" y="-10" width="60" height="20" transform="scale(1.2) skewX(20)" fill="#c33"/></g>',
  'even and odd': '<path fill-rule="evenodd" d="M10 10H90V90H10zM30 30H70V70H30z" fill="#235"/>',
  'the other way round': '<path d="M10 10H90V90H10zM30 30V70H70V30z"/>',
  'turning twice': '<path d="M50 5 79 95 3 39H97L21 95z" fill="#080"/>',
  'all commands':
    '<path fill="#06c" d="m10 50q10-40 20 0t20 0s10-40 20 0a15 20 30 1 0 20 10l-10 5v20h-40c-10 0-10-10-20-5C5 95 5 70 10 50z"/>',
  'strokes of all ends':
    '<g fill="none" stroke="#000" stroke-width="8"><path d="M15 20H85"/><path stroke-linecap="round" d="M15 45H85"/><path stroke-linecap="square" d="M15 70H85"/><path stroke-linejoin="round" d="M15 95l20-15 20 15"/></g>',
  'rounded and round':
    '<rect x="5" y="5" width="40" height="30" rx="8" fill="#a0a"/><circle cx="70" cy="30" r="20"/><ellipse cx="50" cy="75" rx="40" ry="15" fill="#0a0" stroke="#000" stroke-width="4"/>',
  'lines and corners':
    '<polygon points="10,10 40,15 25,45" fill="#f80"/><polyline points="60 10 90 20 70 50" fill="none" stroke="#00f" stroke-width="5"/><line x1="10" y1="90" x2="90" y2="60" stroke="#333" stroke-width="6"/>',
  'white over colour':
    '<rect width="100" height="100" fill="#345"/><circle cx="50" cy="50" r="30" fill="#fff"/>',
  'outside the box': '<circle cx="0" cy="50" r="60" fill="#777"/><path d="M90 -50 200 50 90 150z"/>',
}).map(([name, inside]) => [name, around(inside)] as const);

/** What is seen on grey paper: each channel of each of `side` × `side` pixels, in rows so fine that they add up to areas. */
function painted(paths: readonly PaintedPath[], size: { width: number; height: number }, side: number) {
  const fine = 8;
  const channels = new Float64Array(3 * side ** 2).fill(paper);
  lookAt(paths, size, { side: side * fine, columns: 1 }, colour => ({
    span(row, from, to) {
      for (let x = Math.floor(from / fine); x * fine < to; x++) {
        const area = (Math.min(to, (x + 1) * fine) - Math.max(from, x * fine)) / fine ** 2;
        for (const [index, at] of [1, 3, 5].entries()) {
          const place = 3 * (Math.floor(row / fine) * side + x) + index;
          channels[place] =
            (channels[place] ?? 0) + area * (Number.parseInt(colour.slice(at, at + 2), 16) - paper);
        }
      }
    },
  }));
  return channels;
}
/** Ink and white of the cells as librsvg paints them, so finely that few pixels lie on an edge. */
async function countedFinely(svg: string) {
  const [cells, fine] = [20, 80];
  const side = cells * fine;
  const { data } = await sharp(Buffer.from(svg), { density: 300 })
    .resize({ width: side, height: side, fit: 'fill' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [ink, white] = [new Array<number>(cells ** 2).fill(0), new Array<number>(cells ** 2).fill(0)];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const at = 4 * (y * side + x);
      const counted = Math.min(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0) >= 254 ? white : ink;
      const cell = Math.floor(y / fine) * cells + Math.floor(x / fine);
      counted[cell] = (counted[cell] ?? 0) + (data[at + 3] ?? 0) / 255 / fine ** 2;
    }
  }
  return { ink, white };
}
const paper = 200;
const sizeOf = (svg: string) => {
  const [, , width = 0, height = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
  return { width, height };
};

test.each([...bundled, ...portraits, ...shapes])(
  '%s is plain, and painted as librsvg does',
  async (_name, svg) => {
    const paths = plainPaths(svg) as readonly PaintedPath[];
    expect(paths.length).toBeGreaterThan(0);
    const ours = painted(paths, sizeOf(svg), mapSide);
    const theirs = await sharp(Buffer.from(svg))
      .resize({ width: mapSide, height: mapSide, fit: 'fill' })
      .flatten({ background: { r: paper, g: paper, b: paper } })
      .raw()
      .toBuffer();
    let different = 0;
    for (let at = 0; at < ours.length; at += 3) {
      const off = [0, 1, 2].map(channel => Math.abs((ours[at + channel] ?? 0) - (theirs[at + channel] ?? 0)));
      if (Math.max(...off) > 70) different++;
    }
    // At sharp corners of strokes, and where edges of several shapes cross in one pixel.
    console.log(_name, different / mapSide ** 2);
    expect(different / mapSide ** 2).toBeLessThan(0.006);

    const sum = (cells: readonly number[]) => cells.reduce((all, one) => all + one, 0) / cells.length;
    const [own, librsvg] = [inkOfPaths(paths, sizeOf(svg)), await countedFinely(svg)];
    const most = (a: readonly number[], b: readonly number[]) =>
      Math.max(...a.map((x, i) => Math.abs(x - (b[i] ?? 0))));
    const rms = (a: readonly number[], b: readonly number[]) =>
      Math.sqrt(sum(a.map((x, i) => Math.abs(x - (b[i] ?? 0)) ** 2)));
    console.log(
      [
        sum(own.ink) - sum(librsvg.ink),
        sum(own.white) - sum(librsvg.white),
        most(own.ink, librsvg.ink),
        most(own.white, librsvg.white),
        rms(own.ink, librsvg.ink),
        rms(own.white, librsvg.white),
      ]
        .map(x => x.toFixed(4))
        .join(' '),
    );
    expect(Math.abs(sum(own.ink) - sum(librsvg.ink))).toBeLessThan(0.01);
    expect(Math.abs(sum(own.white) - sum(librsvg.white))).toBeLessThan(0.01);
  },
);

test.each(
  Object.entries({
    gradients: '<linearGradient id="a"/><rect width="9" height="9" fill="url(#a)"/>',
    opacity: '<rect width="9" height="9" opacity=".5"/>',
    styles: '<rect width="9" height="9" style="fill:red"/>',
    'style sheets': '<style>rect{fill:red}</style><rect width="9" height="9"/>',
    pictures: '<image href="data:image/png;base64,AAAA" width="9" height="9"/>',
    copies: '<path id="a" d="M0 0h9v9"/><use href="#a" x="9"/>',
    'masks with holes':
      '<mask id="a"><rect width="50" height="100" fill="#fff"/></mask><g mask="url(#a)"><rect width="9" height="9"/></g>',
    clips:
      '<clipPath id="a"><rect width="5" height="5"/></clipPath><rect clip-path="url(#a)" width="9" height="9"/>',
    'lines that are stretched': '<path stroke="#000" d="M0 0h9v9" transform="scale(1 2)"/>',
    'named colours': '<rect width="9" height="9" fill="tomato"/>',
    'lengths with units': '<rect width="9mm" height="9"/>',
    'broken path data': '<path d="M0 0L9 9 9"/>',
    'what is hidden': '<rect width="9" height="9" display="none"/>',
    'a drawing in a drawing': '<svg viewBox="0 0 1 1"><path d="M0 0h9v9"/></svg>',
    text: '<text>words</text>',
    'very fine dashes': '<path stroke="#000" stroke-dasharray=".01" d="M0 0h99"/>',
    'very deep drawings': `${'<g>'.repeat(40)}<path d="M0 0h9v9"/>${'</g>'.repeat(40)}`,
    'very many paths': '<path d="M0 0h9v9"/>'.repeat(400),
    'very long ones': `<path d="M0 0${'h9v9'.repeat(20_000)}"/>`,
  }),
)('%s are left to those who know all of SVG', (_name, inside) => {
  expect(plainPaths(around(inside))).toBeUndefined();
});
