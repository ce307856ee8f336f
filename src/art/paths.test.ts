/** Plain drawings against librsvg: the same pixels, the same ink, and the same shades. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { installed } from '../commands/disk.js';
import { luminance, luminanceOf } from '../session/contrast.js';
import { portraitOf } from '../session/portrait.js';
import { inkOfPaths } from './inkmap.js';
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

const paper = 200;
const sizeOf = (svg: string) => {
  const [, , width = 0, height = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
  return { width, height };
};
const channelsOf = (colour: string) => [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16));
const librsvg = (svg: string, side: number) =>
  sharp(Buffer.from(svg), { density: 300 }).resize({ width: side, height: side, fit: 'fill' });

/** What is seen on grey paper: three channels of each of `side` × `side` pixels, in rows so fine that they add up to areas. */
function painted(paths: readonly PaintedPath[], size: { width: number; height: number }, side: number) {
  const fine = 4;
  const pixels = new Float64Array(3 * side ** 2).fill(paper);
  lookAt(paths, size, { side: side * fine, columns: 1 }, colour => ({
    span(row, from, to) {
      for (let x = Math.floor(from / fine); x * fine < to; x++) {
        const area = (Math.min(to, (x + 1) * fine) - Math.max(from, x * fine)) / fine ** 2;
        const at = 3 * (Math.floor(row / fine) * side + x);
        for (const [index, level] of channelsOf(colour).entries())
          pixels[at + index] = (pixels[at + index] ?? 0) + area * (level - paper);
      }
    },
  }));
  return pixels;
}

test.each([...bundled, ...portraits, ...shapes])(
  '%s is plain, and seen as librsvg paints it',
  async (_name, svg) => {
    const side = 160;
    const paths = plainPaths(svg) as readonly PaintedPath[];
    expect(paths.length).toBeGreaterThan(0);
    const ours = painted(paths, sizeOf(svg), side);
    const background = { r: paper, g: paper, b: paper };
    const theirs = await librsvg(svg, side).flatten({ background }).raw().toBuffer();
    let different = 0;
    for (let at = 0; at < ours.length; at += 3) {
      const off = [0, 1, 2].map(channel => Math.abs((ours[at + channel] ?? 0) - (theirs[at + channel] ?? 0)));
      if (Math.max(...off) > 70) different++;
    }
    // At sharp corners of strokes.
    expect(different / side ** 2).toBeLessThan(0.0005);
  },
);

/** The cells of a picture as librsvg paints it, in pixels so small that few lie on an edge; `tones` are of those that do not. */
async function cellsOf(svg: string) {
  const [cells, fine] = [20, 40];
  const side = cells * fine;
  const bytes = Uint8Array.from(await librsvg(svg, side).ensureAlpha().raw().toBuffer());
  const pixels = new Uint32Array(bytes.buffer);
  const found = Array.from({ length: cells ** 2 }, () => ({
    ink: 0,
    white: 0,
    flat: new Map<number, number>(),
  }));
  for (let at = 0; at < pixels.length; at++) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = [
      bytes[4 * at],
      bytes[4 * at + 1],
      bytes[4 * at + 2],
      bytes[4 * at + 3],
    ];
    if (alpha === 0) continue;
    const [x, y] = [at % side, Math.floor(at / side)];
    const cell = found[Math.floor(y / fine) * cells + Math.floor(x / fine)] as (typeof found)[number];
    cell[Math.min(red, green, blue) >= 254 ? 'white' : 'ink'] += alpha / 255 / fine ** 2;
    const own = pixels[at] as number;
    const isFlat =
      own === pixels[at - 1] &&
      own === pixels[at + 1] &&
      own === pixels[at - side] &&
      own === pixels[at + side];
    const isInside = x % fine > 0 && y % fine > 0 && x % fine < fine - 1 && y % fine < fine - 1;
    if (alpha === 255 && isFlat && isInside && !cell.flat.has(own))
      cell.flat.set(own, luminanceOf([red / 255, green / 255, blue / 255]));
  }
  return found.map(({ flat, ...counted }) => ({ ...counted, tones: [...flat.values()] }));
}

test.each([...portraits, ...shapes])(
  'the cells of %s have the ink, the white and the shades that librsvg paints',
  async (_name, svg) => {
    const own = inkOfPaths(plainPaths(svg) as readonly PaintedPath[], sizeOf(svg));
    const cells = await cellsOf(svg);
    for (const kind of ['ink', 'white'] as const) {
      const off = cells.map((cell, index) => (own[kind][index] ?? 0) - cell[kind]);
      expect(Math.abs(off.reduce((sum, one) => sum + one, 0) / off.length)).toBeLessThan(0.01);
      // The upper and the lower edge of a bar, each half a row of ten beside the place where it is.
      expect(Math.max(...off.map(Math.abs))).toBeLessThanOrEqual(0.1);
    }
    let wider = 0;
    cells.forEach(({ tones }, index) => {
      const [darkest, lightest] = own.shades[index] ?? [1, 0];
      for (const tone of tones) {
        expect(tone).toBeGreaterThan(darkest - 0.001);
        expect(tone).toBeLessThan(lightest + 0.001);
      }
      if (tones.length > 0 && (darkest < Math.min(...tones) - 0.001 || lightest > Math.max(...tones) + 0.001))
        wider++;
    });
    // Edges that others cover count where a part of their cell is bare.
    expect(wider / cells.length).toBeLessThan(0.1);
  },
);

test('what is thinner than a row has its shade in each cell that it lies in, unless something covers it', () => {
  const [red, green] = ['#ff0000', '#00ff00'].map(luminance);
  const shadesOf = (inside: string) => {
    const paths = plainPaths(around(inside, '0 0 20 20')) as readonly PaintedPath[];
    return inkOfPaths(paths, { width: 20, height: 20 }).shades;
  };
  fc.assert(
    fc.property(
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: 0.003, max: 0.05, noNaN: true }),
      (slope, thickness) => {
        const top = (x: number) => 10 + (x - 10) * slope;
        const line = `<path fill="#f00" d="M0 ${top(0)}L20 ${top(20)}v${thickness}L0 ${top(0) + thickness}z"/>`;
        const seen = shadesOf(line);
        for (let x = 0.1; x < 20; x += 0.2)
          expect(seen[Math.floor(top(x) + thickness / 2) * 20 + Math.floor(x)]).toEqual([red, red]);
        const covered = shadesOf(`${line}<rect width="20" height="20" fill="#0f0"/>`);
        expect(new Set(covered.flat())).toEqual(new Set([green]));
      },
    ),
    { numRuns: 50 },
  );
});

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
    'those of very many lines': `<path d="M0 0${'V9V0'.repeat(5000)}"/>`,
    'very long ones': `<path d="M0 0${'h9v9'.repeat(20_000)}"/>`,
  }),
)('%s are left to those who know all of SVG', (_name, inside) => {
  expect(plainPaths(around(inside))).toBeUndefined();
});
