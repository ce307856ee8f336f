/** Packs by every route, as other people's readers see them. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Pack, PackRequest } from './pack.js';
import { makePack, pressedPack } from './padpress.js';
import { fixture, fixtures, written } from './testing/fixtures.js';
import { packOf as madePack } from './testing/packs.js';
import { hasTool, objectsOf, toolOn } from './testing/pdf.js';
import { differences, type Raster, rasterOf } from './testing/raster.js';

const packOf = (
  name: string,
  print: NonNullable<PackRequest['print']>,
  only?: PackRequest['only'],
): Promise<Pack> => madePack(name, { print, ...(only && { only }) });
const bytesOf = (pack: Pack, path: string): Uint8Array =>
  pack.files.find(file => file.path === path)?.bytes ?? new Uint8Array();
const manifestOf = (pack: Pack) => JSON.parse(new TextDecoder().decode(bytesOf(pack, 'manifest.json')));
const entryOf = (pack: Pack, path: string) =>
  manifestOf(pack).files.find((file: { path: string }) => file.path === path);
const pdfsOf = (pack: Pack) => pack.files.filter(({ path }) => path.endsWith('.pdf'));

interface TileEntry {
  name: string;
  page: number | null;
  shows: { x: number; y: number };
  keeps: { x: number; y: number; width: number; height: number };
}

/** Dots to the inch at which lengths in half and in quarter millimetres fall on whole pixels: 2 and 4 to the millimetre. */
const [halves, quarters] = [50.8, 101.6];

/** Tiles laid over each other as the map in the manifest says. */
function assembled(
  bytes: Uint8Array,
  tiled: { printerMargin: number; tiles: TileEntry[] },
  { width, height }: Raster,
  dpi: number,
): Raster {
  const grey = new Uint8Array(width * height).fill(255);
  for (const { page, shows, keeps } of tiled.tiles) {
    if (page === null) continue;
    const tile = rasterOf(bytes, page, dpi);
    const from = (mm: number) => Math.round((mm * dpi) / 25.4);
    const [left, top] = [Math.max(0, from(keeps.x)), Math.max(0, from(keeps.y))];
    const right = Math.min(width, from(keeps.x + keeps.width));
    const bottom = Math.min(height, from(keeps.y + keeps.height));
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const tileX = x - from(shows.x - tiled.printerMargin);
        const tileY = y - from(shows.y - tiled.printerMargin);
        grey[y * width + x] = tile.grey[tileY * tile.width + tileX] ?? 0;
      }
    }
  }
  return { width, height, grey };
}

describe.runIf(hasTool('pdftoppm'))('tiles laid over each other', () => {
  test.each([
    ['pads/students.pdf', 0, 2, {}, 12, 1, halves],
    ['pads/students.pdf', 1, 3, {}, 12, 1, halves],
    ['posters/students-amira-khan.pdf', 0, 1, {}, 12, 1, halves],
    ['posters/students-amira-khan.pdf', 0, 1, { tile: 'A3' }, 6, 1, halves],
    // Of such a size that the smaller sheet, too, falls on whole pixels.
    ['pads/students.pdf', 0, 2, { paper: '610 x 850 mm', 'max-shrink': '6%' }, 9, 0.95, quarters],
  ])(
    'are the sheet again: %s, sheet %i, page %i, %o',
    async (path, number, page, print, count, scale, dpi) => {
      const only =
        Object.keys(print).length > 0 ? ([path.startsWith('pads') ? 'pads' : 'posters'] as const) : undefined;
      const [whole, tiles] = await Promise.all([
        'paper' in print
          ? packOf('library', { route: 'plotter', paper: print.paper }, only)
          : packOf('library', { route: 'plotter' }),
        packOf('library', { route: 'office', ...print }, only),
      ]);
      const tiled = entryOf(tiles, path).tiled.filter(({ tiles: own }: { tiles: TileEntry[] }) =>
        own.some(one => one.page),
      )[number];
      expect([tiled.tiles.length, tiled.scale]).toEqual([count, scale]);
      const sheet = rasterOf(bytesOf(whole, path), page, dpi * scale);
      const again = assembled(bytesOf(tiles, path), tiled, sheet, dpi);
      // Poppler's anti-aliasing: a quarter of the levels where a shape ends on a seam, a step of sixteen for one pixel in ten thousand.
      expect(differences(again, sheet, 64)).toBe(0);
      expect(differences(again, sheet, 16)).toBeLessThan(sheet.grey.length * 1e-4);
    },
  );
});

test('a tiled file shows its sheet in every tile, and holds it once', async () => {
  const { files } = await packOf('library', { route: 'office' });
  const text = Buffer.from(files[0]?.bytes ?? []).toString('latin1');
  const tiled = entryOf(await packOf('library', { route: 'office' }), 'pads/students.pdf').tiled;
  const shown = tiled.flatMap(({ tiles }: { tiles: TileEntry[] }) =>
    tiles.filter(({ page }) => page !== null),
  );
  expect(files[0]?.pages).toBe(shown.length + 1);
  // A form for each sheet; the cover has nothing to show.
  const forms = [...text.matchAll(/\/BBox\[0 0 594 841\]/g)];
  expect(forms).toHaveLength(2);
  // A tile costs its marks and its place in the file, whatever is on the sheet; the first page its map and steps.
  const untiled = bytesOf(await packOf('library', { route: 'plotter' }), 'pads/students.pdf');
  expect((files[0]?.bytes.length ?? 0) - untiled.length).toBeLessThan(360 * shown.length + 6_000);
});

const copyShop = () => packOf('library', { route: 'copy-shop' });

describe.runIf(hasTool('mutool') && hasTool('qpdf'))('the copy shop', () => {
  test('gets trim, bleed and media boxes, by mutool and qpdf', async () => {
    const pack = await copyShop();
    const bytes = bytesOf(pack, 'pads/students.pdf');
    const pt = (mm: number) => (mm * 72) / 25.4;
    const boxes = {
      MediaBox: [0, 0, pt(610), pt(857)],
      TrimBox: [pt(8), pt(8), pt(602), pt(849)],
      BleedBox: [pt(5), pt(5), pt(605), pt(852)],
    };
    const said = toolOn(bytes, 'mutool', 'pages', 'FILE').said;
    const json = JSON.parse(toolOn(bytes, 'qpdf', '--json', '--json-key=qpdf', 'FILE').said);
    const pages = Object.values(json.qpdf[1]).flatMap(object => {
      const value = (object as { value?: Record<string, unknown> }).value;
      return value?.['/Type'] === '/Page' ? [value] : [];
    });
    expect(pages).toHaveLength(3);
    for (const [name, wanted] of Object.entries(boxes)) {
      const [, l, b, r, t] =
        new RegExp(`<${name} l="([\\d.]+)" b="([\\d.]+)" r="([\\d.]+)" t="([\\d.]+)"`).exec(said) ?? [];
      for (const [index, got] of [l, b, r, t].entries())
        expect(Number(got), name).toBeCloseTo(wanted[index] ?? 0, 1);
      for (const page of pages)
        for (const [index, got] of (page[`/${name}`] as number[]).entries())
          expect(got).toBeCloseTo(wanted[index] ?? 0, 2);
    }
  });

  test('gets no RGB anywhere, and black text in black alone: gradients, photographs and pictures inside drawings, too', async () => {
    const { default: sharp } = await import('sharp');
    const photo = sharp({ create: { width: 800, height: 900, channels: 3, background: '#b0563c' } });
    const jpeg = new Uint8Array(await photo.clone().jpeg().toBuffer());
    const clear = sharp({
      create: { width: 400, height: 400, channels: 4, background: { r: 10, g: 90, b: 200, alpha: 0.5 } },
    });
    const png = new Uint8Array(await clear.png().toBuffer());
    const inside = Buffer.from(jpeg).toString('base64');
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><defs><linearGradient id="g"><stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#00f" stop-opacity="0.4"/></linearGradient><mask id="m"><rect width="100" height="60" fill="white"/></mask><pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><circle cx="5" cy="5" r="3" fill="lime"/></pattern></defs><rect width="100" height="100" fill="url(#g)"/><g mask="url(#m)"><circle cx="50" cy="50" r="30" fill="teal"/></g><rect width="40" height="40" fill="url(#p)" opacity="0.5"/><image href="data:image/jpeg;base64,${inside}" x="50" y="50" width="40" height="40"/></svg>`;
    const { request, world } = written(
      'workshop: { title: Inks }\ngroups: [{ name: cooks, singular: cook }]\nprint: { route: copy-shop }\ndesign: { logo: logo.svg }\nstories:\n  - { group: cooks, quote: I can now cook., picture: a.jpg }\n  - { group: cooks, quote: I can now bake., picture: b.png }\n  - { group: cooks, quote: I can now eat., picture: logo.svg }\n',
      { 'a.jpg': jpeg, 'b.png': png, 'logo.svg': svg },
    );
    const own = await makePack(request, world);
    expect(own.diagnostics).toEqual([]);
    for (const { path, bytes } of [...pdfsOf(own), ...pdfsOf(await copyShop())]) {
      // What a screen shows is not printed.
      if (path === 'posters-screen.pdf') continue;
      const content = toolOn(bytes, 'qpdf', '--qdf', '--object-streams=disable', 'FILE', '-').bytes.toString(
        'latin1',
      );
      expect(content, path).not.toMatch(/DeviceRGB|CalRGB|\/N 3\b/);
      expect(content, path).not.toMatch(/^[\d.]+ [\d.]+ [\d.]+ (rg|RG|sc|SC|scn|SCN)$/m);
      if (!path.startsWith('posters')) expect(content, path).toMatch(/^0 0 0 1 k$/m);
      expect(content, path).toContain('/GTS_PDFX');
      expect(content, path).toMatch(/\/TrimBox/);
    }
  });
});

test.each(['plotter', 'office', 'copy-shop'])('%s: viewers are told to print at true size', async route => {
  for (const { bytes } of pdfsOf(await packOf('library', { route })))
    expect(objectsOf(bytes)).toContain('/PrintScaling/None');
});

test('a plotter gets a line to cut along where it is asked for, on a page that fills its roll', async () => {
  const { files } = await packOf('minimal', { 'cut-line': true }, ['pads']);
  expect(
    entryOf(await packOf('minimal', { 'cut-line': true }, ['pads']), files[0]?.path ?? ''),
  ).toMatchObject({
    trim: { width: 594, height: 841 },
    media: { width: 610, height: 857 },
  });
});

describe.runIf(hasTool('gs'))('coverage', () => {
  /** Small pages finely: Ghostscript counts every pixel that ink touches. */
  const resolution = (media: { width: number }) => (media.width > 300 ? 100 : 250);

  beforeAll(() => Promise.all(['plotter', 'office', 'copy-shop'].map(route => packOf('library', { route }))));
  test.each([
    ['library', 'plotter', 'full'],
    ['library', 'office', 'full'],
    ['library', 'copy-shop', 'full'],
    ['library', 'plotter', 'ink-saver'],
    ['library', 'plotter', 'grey'],
    ['long-text', 'plotter', 'full'],
    ['ur', 'plotter', 'full'],
  ])(
    '%s by %s, %s: what the manifest says is what Ghostscript finds, within a point',
    async (name, route, colour) => {
      const pack = await packOf(name, colour === 'full' ? { route } : { route, colour });
      for (const { path, bytes } of pdfsOf(pack)) {
        const { media, coverage, tiled } = entryOf(pack, path);
        // Each poster is in posters.pdf, too; what an office prints without tiles, it prints as everybody does.
        if (path.startsWith('posters/') || (route === 'office' && !tiled)) continue;
        const said = toolOn(
          bytes,
          'gs',
          '-q',
          '-o',
          '-',
          '-sDEVICE=inkcov',
          `-r${resolution(media)}`,
          'FILE',
        ).said;
        const found = said
          .trim()
          .split('\n')
          .map(line => Math.max(...line.trim().split(/\s+/).slice(0, 4).map(Number)) * 100);
        expect(found).toHaveLength(coverage.length);
        for (const [index, share] of coverage.entries())
          expect(
            Math.abs(share - (found[index] ?? 0)),
            `${path}, page ${index + 1}: ${share} and ${found[index]}`,
          ).toBeLessThan(1);
      }
    },
  );
});

test('what is for the screen is plain pages of light by any route, and is not in the print plan', async () => {
  for (const print of [{ route: 'copy-shop' }, { route: 'office' }, { colour: 'grey' }]) {
    const pack = await packOf('library', print);
    expect(entryOf(pack, 'posters-screen.pdf')).toMatchObject({ route: 'screen', inks: 'rgb', pages: 3 });
    expect(pack.plan?.join('\n')).not.toContain('screen');
  }
});

test('sparing ink leaves under 5 % of a pad covered', async () => {
  const papers = ['A1', 'Easel 20 x 23 landscape', 'A3', 'A1 landscape'];
  for (const [index, name] of fixtures.entries()) {
    for (const paper of [papers[index % 4], papers[(index + 1) % 4]]) {
      const { request, world } = fixture(name);
      const print = { paper: paper ?? 'A1', colour: 'ink-saver' };
      const { pressed } = await pressedPack({ ...request, print, only: ['pads'] }, world);
      // In two languages the question stands there twice, and the room must be able to read both.
      const most = name === 'bilingual' ? 0.07 : 0.05;
      for (const { order, coverage } of pressed?.files ?? [])
        for (const share of coverage) expect(share, `${name} on ${paper}: ${order.path}`).toBeLessThan(most);
      expect(pressed?.files.length, name).toBeGreaterThan(0);
    }
  }
});
