/**
 * Drawings come back out of photos of them. The measure: F1 of dark pixels with a tolerance of 2 pixels, when the drawing that went in
 * is set at the size of the one that came out. Precision is the share of found pixels with a true one within 2 pixels; recall the other
 * way round.
 */
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cutOutLines } from '../commands/lines.js';
import { photoOf, raster, type Scene } from '../testing/snapshots.js';
import { extremes, type Pixels, type Plane, planeOf } from './pixels.js';
import { linesOf, trimmed } from './scan.js';

const frame = (content: string, width = 1600, height = 1900) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" fill="none" stroke="#1a1a22" stroke-width="12" stroke-linecap="round">${content}</svg>`;

const person =
  frame(`<circle cx="800" cy="520" r="230"/><path d="M690 600q110 110 220 0M700 470h30M870 470h30M800 750v560M800 900l-330 190M800 900
  l330 150M800 1310l-240 400M800 1310l240 400" /><path d="M1150 1020h260v330h-260z" stroke="#1f4fbf"/><path d="M1200 1090h160M1200 1160h160M1200 1230h110" stroke="#c3262e" stroke-width="9"/>`);
const house =
  frame(`<path d="M300 1500V800L800 350l500 450v700zM650 1500v-420h300v420M420 900h180v180H420zM1000 900h180v180h-180z"/>
  <path d="M130 1500q300-90 700 0t640 0" stroke="#2c8a3d" stroke-width="16"/><circle cx="1330" cy="330" r="120" stroke="#e08a00"/>
  <path d="M1330 150v-70M1500 330h60M1460 200l45-45" stroke="#e08a00"/>`);
const pencil = `<svg xmlns="http://www.w3.org/2000/svg" width="1900" height="1400" fill="none" stroke="#77777c" stroke-width="7">
  <path d="M200 1100c200-700 500-900 700-500s400 300 800-300M240 300h420v260H240zM300 360h300M300 430h300M300 500h180"/><ellipse cx="1350" cy="900" rx="330" ry="220"/><path d="M1080 900q270 180 540 0"/></svg>`;

const usual: Scene = {
  svg: person,
  width: 1500,
  height: 2000,
  tilt: [12, -8, 4],
  fills: 0.85,
  paper: [236, 232, 222],
  desk: [120, 84, 56],
  shade: 0.3,
  vignette: 0.25,
  noise: 4,
};

const scenes: Record<string, Scene> = {
  'a person, on a wooden desk': usual,
  'a house in colours, steeply from below': { ...usual, svg: house, tilt: [-24, 6, -7], fills: 0.8 },
  'pencil, in dim light': {
    ...usual,
    svg: pencil,
    width: 2000,
    height: 1500,
    noise: 5,
    paper: [176, 170, 158],
    desk: [60, 60, 64],
    tilt: [8, 14, 2],
  },
  'a small sheet on a grey table': {
    ...usual,
    fills: 0.5,
    desk: [150, 152, 150],
    tilt: [15, 10, -12],
    shade: 0.2,
  },
  'strong shade over a sheet on a dark floor': {
    ...usual,
    svg: house,
    shade: 0.6,
    vignette: 0.4,
    desk: [52, 48, 46],
    tilt: [5, 18, 9],
  },
};

const dilated = (plane: Plane) => extremes(plane, 2, 'most').data;

/** Dark pixels of both, as 0 and 1, at the size of what was found. */
async function overlap(found: Pixels, svg: string | Uint8Array): Promise<number> {
  const { width, height } = found;
  const drawing = await raster(svg, { width, height });
  const [is, was] = [planeOf(width, height), planeOf(width, height)];
  for (let at = 0; at < is.data.length; at++) {
    is.data[at] = (found.data[at * 4 + 3] as number) > 110 ? 1 : 0;
    const seen = (channel: number) => drawing.data[at * 3 + channel] as number;
    was.data[at] = Math.min(seen(0), seen(1), seen(2)) < 190 ? 1 : 0;
  }
  const share = (of: Plane, within: Float32Array) => {
    let [all, hit] = [0, 0];
    for (let at = 0; at < of.data.length; at++) {
      const value = of.data[at] as number;
      all += value;
      hit += value * (within[at] as number);
    }
    return all === 0 ? 0 : hit / all;
  };
  const [precision, recall] = [share(is, dilated(was)), share(was, dilated(is))];
  return (2 * precision * recall) / (precision + recall || 1);
}

async function pixelsOf(jpeg: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(jpeg).autoOrient().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

describe('a photo of a drawing gives back more than 95 % of its lines, and hardly any others', () => {
  test.each(Object.entries(scenes))('%s', async (_name, scene) => {
    const { pixels, paper } = linesOf(await pixelsOf(await photoOf(scene)));
    expect(paper).toBeDefined();
    expect(await overlap(pixels, scene.svg)).toBeGreaterThan(0.95);
    const { width, height } = await raster(scene.svg);
    expect(Math.abs(pixels.width / pixels.height / (width / height) - 1)).toBeLessThan(0.03);
  });

  test('a flat scan has no edge of paper: it is kept whole', async () => {
    const { width, height, data } = await raster(house);
    const grey = data.map(value => 20 + value * 0.85);
    const { pixels, paper } = linesOf({ width, height, data: grey });
    expect(paper).toBeUndefined();
    expect(pixels).toMatchObject({ width, height });
    expect(await overlap(pixels, house)).toBeGreaterThan(0.95);
  });

  test('paper that fills a photo in uneven light is kept whole', async () => {
    const scene: Scene = { ...usual, tilt: [0, 0, 0], fills: 1.2, shade: 0.5, vignette: 0.4 };
    expect(linesOf(await pixelsOf(await photoOf(scene))).paper).toBeUndefined();
  });

  test('a photo of 12 million pixels that lies on its side is turned by its EXIF, and comes back as a trimmed PNG', async () => {
    const scene = { ...usual, width: 3000, height: 4000, tilt: [10, -6, 3] as const };
    const jpeg = await sharp(await photoOf(scene))
      .rotate(-90)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(await sharp(jpeg).metadata()).toMatchObject({ width: 4000, height: 3000 });
    const lines = await cutOutLines(jpeg);
    if ('problem' in lines) throw new Error(lines.problem);
    expect(lines.transparent).toBe(true);
    const { data, info } = await sharp(lines.bytes).raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ format: 'raw', channels: 4, width: lines.width, height: lines.height });
    // The room around the drawing is not that of the paper: the drawing that went in is trimmed in the same way.
    const { width, height, data: drawn } = await raster(person);
    const opaque = new Uint8Array(width * height * 4);
    for (let at = 0; at < width * height; at++) {
      const least = Math.min(...drawn.subarray(at * 3, at * 3 + 3));
      opaque[at * 4 + 3] = least < 190 ? 255 : 0;
    }
    const known = trimmed({ width, height, data: opaque });
    if (!known) throw new Error('The drawing is empty.');
    const shape = await sharp(known.data, { raw: { width: known.width, height: known.height, channels: 4 } })
      .flatten({ background: '#ffffff' })
      .png()
      .toBuffer();
    const found = { width: info.width, height: info.height, data: new Uint8Array(data) };
    expect(await overlap(found, shape)).toBeGreaterThan(0.95);
  });

  test('what is left of a shade is no ink, as faint as it is beside the lines', async () => {
    const { width, height, data } = await raster(house, { width: 800, height: 950 });
    const lit = data.map((value, at) => {
      const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
      return value * (1 - 0.2 * Math.max(0, 1 - Math.hypot(x, y) / 90));
    });
    const { pixels } = linesOf({ width, height, data: lit });
    const corner = (at: number) => (at / 4) % width < 100 && at / 4 < width * 100;
    expect(pixels.data.filter((value, at) => at % 4 === 3 && corner(at - 3) && value > 0)).toHaveLength(0);
    expect(await overlap(pixels, house)).toBeGreaterThan(0.95);
  });

  test('what shows nothing but paper is a problem', async () => {
    const blank = frame('');
    const jpeg = await photoOf({ ...usual, svg: blank, width: 900, height: 1200 });
    expect(await cutOutLines(jpeg)).toEqual({
      problem: 'No line is seen on it. Take the photo nearer and in more light.',
    });
  });
});
