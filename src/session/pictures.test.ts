/** Pictures of stories, from the file to the poster: formats, sizes, portraits, and people who are not to be known. */
import * as lorelei from '@dicebear/lorelei';
import * as notionists from '@dicebear/notionists';
import * as openPeeps from '@dicebear/open-peeps';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../diagnostic.js';
import { makePack, pressedPack } from '../padpress.js';
import { pictureBox } from '../press/boxes.js';
import type { InkedPhoto } from '../press/page.js';
import { written } from '../testing/fixtures.js';
import { noiseOf } from '../testing/snapshots.js';
import { portraitStyles } from './choices.js';
import { readDrawing } from './drawing.js';
import { portraitOf } from './portrait.js';
import { readSession } from './read.js';

const session = (story: string) =>
  `workshop: { title: One }\ngroups: [{ name: cooks, singular: cook }]\nstories:\n  - { group: cooks, quote: I can now cook., ${story} }`;

const small = sharp({ create: { width: 90, height: 60, channels: 4, background: '#b0563cc0' } });
const upright = () => small.clone().rotate(90);

/** The photo of the poster, as it is printed. */
async function photoOn(story: string, files: Record<string, Uint8Array>): Promise<InkedPhoto> {
  const { request, world } = written(session(story), files);
  const { pressed, diagnostics } = await pressedPack({ ...request, only: ['posters'] }, world);
  expect(diagnostics.map(formatDiagnostic)).toEqual([]);
  const frames = pressed?.files[0]?.pages[0]?.layers.flatMap(layer => layer.frames) ?? [];
  const photo = frames.flatMap(frame =>
    frame.kind === 'picture' && frame.picture.kind === 'photo' ? frame.picture : [],
  )[0];
  if (!photo) throw new Error('There is no photo on the poster.');
  return photo;
}

describe('a picture', () => {
  test.each([
    ['JPEG', () => upright().flatten().jpeg(), 'jpeg'],
    ['PNG', () => upright().png(), 'png'],
    ['WebP', () => upright().webp(), 'png'],
    ['AVIF', () => upright().flatten().avif(), 'jpeg'],
    ['GIF', () => upright().flatten().gif(), 'jpeg'],
    ['TIFF', () => upright().flatten().tiff(), 'jpeg'],
    ['JPEG that EXIF turns', () => small.clone().flatten().withMetadata({ orientation: 6 }).jpeg(), 'jpeg'],
    ['PNG in 16 bits of grey', () => upright().flatten().toColourspace('grey16').png(), 'jpeg'],
    ['PNG whose transparency is not used', () => upright().flatten().ensureAlpha().png(), 'jpeg'],
  ])('may be a %s, whatever its name says', async (_kind, made, format) => {
    const photo = await photoOn('picture: a.bmp', { 'a.bmp': await made().toBuffer() });
    expect(photo).toMatchObject({ width: 60, height: 90 });
    expect((await sharp(photo.bytes).metadata()).format).toBe(format);
  });

  test('of an animation is its first frame', async () => {
    const frame = (background: string) =>
      sharp({ create: { width: 20, height: 20, channels: 3, background } })
        .png()
        .toBuffer();
    const gif = await sharp([await frame('#ff0000'), await frame('#0000ff')], { join: { animated: true } })
      .gif()
      .toBuffer();
    const photo = await photoOn('picture: a.gif', { 'a.gif': gif });
    expect(photo).toMatchObject({ width: 20, height: 20 });
    expect((await sharp(photo.bytes).stats()).dominant).toMatchObject({ b: 8 });
  });

  test('of 12 million pixels is printed at 200 to the inch, and its poster has less than 3 MB', async () => {
    const noise = noiseOf(7);
    const grain = new Uint8Array(1500 * 2000 * 3).map(() => 128 + 20 * noise());
    const jpeg = await sharp(grain, { raw: { width: 1500, height: 2000, channels: 3 } })
      .resize({ width: 3000, height: 4000 })
      .jpeg({ quality: 95 })
      .toBuffer();
    const files = { 'a.jpg': jpeg };
    const { request, world } = written(`${session('picture: a.jpg')}\nprint: { paper: A2 }`, files);
    const { files: made } = await makePack({ ...request, only: ['posters'] }, world);
    expect(jpeg.length).toBeGreaterThan(3_000_000);
    expect(made[0]?.bytes.length).toBeLessThan(3_000_000);
    const { pressed } = await pressedPack({ ...request, only: ['posters'] }, world);
    const frames = pressed?.files[0]?.pages[0]?.layers.flatMap(layer => layer.frames) ?? [];
    const frame = frames.find(one => one.kind === 'picture');
    if (frame?.kind !== 'picture') throw new Error('There is no picture.');
    const printed = pictureBox(frame.box, frame.picture, frame.crop).width / 25.4;
    expect(frame.picture.width / printed).toBeGreaterThanOrEqual(200);
    expect(frame.picture.width / printed).toBeLessThan(202);
  });
});

describe('a portrait', () => {
  test('is in a style under CC0, by what its package says', () => {
    for (const style of [openPeeps, notionists, lorelei])
      expect(style.meta.license).toMatchObject({ name: 'CC0 1.0' });
  });

  test.each(portraitStyles)('in the style %s is a drawing that prints as it looks', async style => {
    for (let seed = 0; seed < 40; seed++) {
      const portrait = await portraitOf(String(seed), style);
      expect(portrait).toEqual(await portraitOf(String(seed), style));
      const { svg } = portrait as { svg: string };
      expect(readDrawing(new TextEncoder().encode(svg))).toMatchObject({ kind: 'art' });
    }
  });

  test('has another face for another seed', async () => {
    const faceOf = async (story: string) => {
      const { request, world } = written(session(story));
      return (await readSession(request.source, {}, world)).read?.session.stories[0]?.picture;
    };
    const usual = await faceOf('person: Ana');
    expect(usual).toEqual(await portraitOf('Ana cooks'));
    expect(await faceOf('person: Ana, portrait: { seed: Ana cooks }')).toEqual(usual);
    expect(await faceOf('person: Ana, portrait: { seed: two }')).not.toEqual(usual);
    expect(await faceOf('person: Ana, portrait: { style: lorelei }')).toEqual(
      await portraitOf('Ana cooks', 'lorelei'),
    );
  });
});

describe('a person who is not to be known', () => {
  const hidden = 'person: Ana Maria Sousa, anonymous: true, alt: Ana Sousa at the stove';

  test('has a first name and a portrait, and nothing of the rest comes out', async () => {
    const jpeg = await upright().flatten().jpeg().toBuffer();
    const { request, world } = written(session(`${hidden}, picture: a.jpg`), { 'a.jpg': jpeg });
    const { read } = await readSession(request.source, {}, world);
    const [story] = read?.session.stories ?? [];
    expect(story).toMatchObject({ person: 'Ana', picture: { kind: 'art' } });
    expect(story).not.toHaveProperty('alt');
    expect(JSON.stringify(read?.session)).not.toMatch(/Sousa|Maria/);
    const { files } = await makePack({ ...request, only: ['posters', 'draft'] }, world);
    expect(files.map(({ path }) => path)).toEqual([
      'posters/cooks-ana.pdf',
      'posters.pdf',
      'posters-screen.pdf',
      'draft.pdf',
      'draft.md',
      'draft.docx',
      'manifest.json',
    ]);
    for (const { bytes } of files) expect(new TextDecoder('latin1').decode(bytes)).not.toMatch(/Sousa|Maria/);
  });

  test('keeps a drawing, which shows nobody', async () => {
    const lines = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="800"><rect width="600" height="800" fill="#fff"/><circle cx="300" cy="300" r="150" fill="none" stroke="#000" stroke-width="9"/></svg>`;
    const png = await sharp(Buffer.from(lines)).png().toBuffer();
    const files = { 'a.png': new Uint8Array(png) };
    const { request, world } = written(session(`${hidden}, picture: a.png, drawing: true`), files);
    const { read } = await readSession(request.source, {}, world);
    expect(read?.session.stories[0]).toMatchObject({
      picture: { kind: 'photo', uncut: true, transparent: true },
    });
  });

  test.each([
    [
      'title: Ms Sousa of the kitchen',
      '"title" says "Sousa", and the story is anonymous. Take the name out.',
    ],
    ['story: Everybody asks sousa.', '"story" says "Sousa", and the story is anonymous. Take the name out.'],
  ])('is not given away by %s', async (key, said) => {
    const { request, world } = written(session(`${hidden}, ${key}`));
    const { diagnostics } = await readSession(request.source, {}, world);
    expect(diagnostics.map(formatDiagnostic).join()).toContain(said);
  });

  test('is asked for a space where a script has none', async () => {
    const { request, world } = written(session('person: 王小明, anonymous: true'));
    const { diagnostics } = await readSession(request.source, {}, world);
    expect(diagnostics.map(({ message }) => message)).toEqual(['"王小明" is printed as the first name.']);
  });
});
