/** Files that are right pass; each that is wrong in one way fails in that way. */
import { spawnSync } from 'node:child_process';
import { describe, expect, test, vi } from 'vitest';
import { packOf } from '../testing/packs.js';
import { toolOn } from '../testing/pdf.js';
import {
  a4,
  entryFor,
  image,
  lines,
  type Pen,
  paintForm,
  printed,
  said,
  xObjects,
} from '../testing/printed.js';
import { inkOn } from './coverage.js';
import { preflight } from './preflight.js';
import { loadRasteriser } from './raster.js';

const hasGhostscript = spawnSync('gs', ['--version']).error === undefined;

describe('the library sample', async () => {
  const { files } = await packOf('library');
  const manifest = JSON.parse(new TextDecoder().decode(files.at(-1)?.bytes));

  test('is fit for print', async () => {
    expect(lines(await preflight(files, manifest))).toBe('');
  });

  /** The share of each page that has ink, by the inks of Ghostscript: the most of the four. */
  const byGhostscript = (bytes: Uint8Array, ppi: number) =>
    [
      ...toolOn(bytes, 'gs', '-q', '-o', '-', '-sDEVICE=inkcov', `-r${ppi}`, 'FILE').said.matchAll(
        /^ [\d. ]+/gm,
      ),
    ].map(([inks]) => 100 * Math.max(...inks.trim().split(/ +/).map(Number)));

  // Ghostscript inks each pixel that a line touches: the finer, the nearer to the truth.
  test.runIf(hasGhostscript).each([
    ['pads/students.pdf', 150],
    ['user-log.pdf', 300],
  ])('has the ink that Ghostscript finds in %s', async (path, ppi) => {
    const bytes = files.find(file => file.path === path)?.bytes ?? new Uint8Array();
    const coverage = byGhostscript(bytes, ppi);
    const entry = manifest.files.find((one: { path: string }) => one.path === path);
    expect(lines(await preflight(files, { files: [{ ...entry, coverage }] }))).toBe('');
    const pdf = await (await loadRasteriser())?.open(bytes);
    for (const [index, wanted] of coverage.entries()) {
      const raster = await pdf?.page(index + 1, 2_000_000);
      expect(Math.abs((raster ? inkOn(raster) : 1) * 100 - wanted), `page ${index + 1}`).toBeLessThan(0.4);
    }
  });
});

/** A page that is right, and what is painted on it besides. */
const page = (paint: Parameters<typeof printed>[0] = () => {}) => printed(paint);

describe('the file', () => {
  test('is there, whole, and as it was made', async () => {
    const bytes = await page();
    const file = { path: 'a.pdf', bytes };
    expect(await said(bytes)).toBe('');
    expect(lines(await preflight([], { files: [entryFor(file)] }))).toMatchInlineSnapshot(
      `"error: "a.pdf" is not there, but the manifest names it. Build it again with "padpress build"."`,
    );
    expect(await said(bytes, { bytes: 7, sha256: '0'.repeat(64) })).toMatchInlineSnapshot(
      `"warning: "a.pdf" has changed since it was made (7 bytes then, 1044 now). Build it again, unless it was changed on purpose."`,
    );
    expect(await said(bytes, { pages: 2 })).toMatchInlineSnapshot(
      `"error: "a.pdf" has 1 page; the manifest says 2. Build it again with "padpress build"; where that does not help, padpress has a bug."`,
    );
  });

  test('that is cut off or no PDF is said to be so', async () => {
    const bytes = await page(pen => pen.rect(10, 10, 100, 100).fill('black'));
    expect(await said(bytes.subarray(0, bytes.length / 4))).toMatchInlineSnapshot(
      `"error: "a.pdf" cannot be read as a PDF: it is cut off or damaged. Build it again with "padpress build"."`,
    );
    expect(await said(bytes.subarray(0, bytes.length - 60), { coverage: [2] })).toMatchInlineSnapshot(
      `"error: "a.pdf" is damaged: its table of objects is missing or wrong, and readers have to guess. Build it again with "padpress build"."`,
    );
    expect(await said(new TextEncoder().encode('<html>'))).toMatchInlineSnapshot(
      `"error: "a.pdf" cannot be read as a PDF: it is cut off or damaged. Build it again with "padpress build"."`,
    );
    expect(await said(new Uint8Array(), { bytes: 5 })).toContain('cut off or damaged');
  });

  test('never makes the checks crash, wherever it is cut or broken', async () => {
    const bytes = await page(pen => {
      paintForm(pen, '1 0 0 rg 0 0 9 9 re f', {}, '/Fm1 Do');
      pen.rect(10, 10, 100, 100).fill('black');
    });
    for (let at = 1; at < 20; at++) {
      const cut = Math.floor((bytes.length * at) / 20);
      expect(await said(bytes.subarray(0, cut)), `${cut}`).toContain('error');
      const broken = bytes.slice();
      broken.fill(0x58, cut, cut + 12);
      expect(await said(broken, { sha256: 'a'.repeat(64) }), `${cut}`).toContain(
        'warning: "a.pdf" has changed',
      );
    }
  });

  test('that is encrypted is refused', async () => {
    const { PDF } = await import('@libpdf/core');
    const pdf = await PDF.load(await page());
    pdf.setProtection({ userPassword: 'secret', ownerPassword: 'secret' });
    expect(await said(await pdf.save())).toMatchInlineSnapshot(
      `"error: "a.pdf" is encrypted, and print shops cannot use it. Save it without a password, or build it again."`,
    );
    const open = await PDF.load(await page());
    open.setProtection({ ownerPassword: 'secret' });
    expect(await said(await open.save())).toContain('is encrypted');
  });

  test('whose content cannot be decoded is said to be so', async () => {
    const bytes = await page(pen => {
      pen.rect(10, 10, 100, 100).fill('black');
      Object.assign((pen.page as unknown as { content: { data: object } }).content.data, {
        Filter: 'FlateDecode',
      });
    });
    expect(await said(bytes)).toMatchInlineSnapshot(
      `"error: "a.pdf", page 1: the content cannot be read (its data is broken). Build it again with "padpress build"; where that does not help, padpress has a bug."`,
    );
  });
});

describe('the manifest', () => {
  test('must be there and be one', async () => {
    expect(lines(await preflight([], undefined))).toMatchInlineSnapshot(
      `"error: There is no manifest, which says what the files should be. Build the pack first: padpress build session.yaml."`,
    );
    expect(lines(await preflight([], [1]))).toMatchInlineSnapshot(
      `"error: The manifest is not one of padpress: all of it is missing or wrong (Invalid input: expected object, received array). Build the pack again with "padpress build", and leave the manifest as it is."`,
    );
    const entry = entryFor(
      { path: 'a.pdf', bytes: await page() },
      { pages: 0, coverage: [1, 2], inks: 'blue' },
    );
    expect(lines(await preflight([], { files: [entry] }))).toMatchInlineSnapshot(`
      "error: The manifest is not one of padpress: files[0].pages is missing or wrong (Too small: expected number to be >0). Build the pack again with "padpress build", and leave the manifest as it is.
      error: The manifest is not one of padpress: files[0].inks is missing or wrong (Invalid option: expected one of "rgb"|"cmyk"|"grey"). Build the pack again with "padpress build", and leave the manifest as it is."
    `);
  });
});

describe('boxes', () => {
  const copyShop = {
    trim: { width: 190, height: 277, unit: 'mm' },
    bleed: 3,
  };
  /** A box of so many mm, so far from the lower left corner. */
  const box = (left: number, bottom: number, width: number, height: number) =>
    [left, bottom, left + width, bottom + height].map(mm => (mm * 72) / 25.4);
  const boxed = (boxes: Record<string, unknown>) =>
    page(pen => Object.assign(pen.page.dictionary.data, boxes));

  test('are those of the route', async () => {
    const right = { TrimBox: box(10, 10, 190, 277), BleedBox: box(7, 7, 196, 283) };
    expect(await said(await boxed(right), copyShop)).toBe('');
    const doubled = { MediaBox: box(0, 0, 105, 148.5), UserUnit: 2 };
    expect(await said(await boxed(doubled))).toBe('');
    const elsewhere = Object.entries({
      MediaBox: box(0, 0, 210, 297),
      CropBox: box(0, 0, 210, 297),
      ...right,
    });
    const moved = Object.fromEntries(elsewhere.map(([name, edges]) => [name, edges.map(edge => edge - 300)]));
    expect(await said(await boxed(moved), copyShop)).toBe('');
    const turned = { MediaBox: box(0, 0, 297, 210), Rotate: 90 };
    expect(await said(await boxed(turned))).toBe('');
  });

  test('of another size, elsewhere or missing are errors', async () => {
    expect(await said(await boxed({ MediaBox: box(0, 0, 216, 279) }))).toMatchInlineSnapshot(
      `"error: "a.pdf", page 1: the size is 216 × 279 mm; 210 × 297 mm is wanted. Build it again with "padpress build"; where that does not help, padpress has a bug."`,
    );
    expect(await said(await boxed({}), copyShop)).toMatchInlineSnapshot(`
      "error: "a.pdf", page 1: there is no TrimBox; one of 190 × 277 mm, 10 mm from the left and 10 mm from the bottom is wanted. Build it again with "padpress build"; where that does not help, padpress has a bug.
      error: "a.pdf", page 1: there is no BleedBox; one of 196 × 283 mm, 7 mm from the left and 7 mm from the bottom is wanted. Build it again with "padpress build"; where that does not help, padpress has a bug."
    `);
    const shifted = { TrimBox: box(10, 11, 190, 277), BleedBox: box(7, 7, 196, 284) };
    expect(await said(await boxed(shifted), copyShop)).toMatchInlineSnapshot(`
      "error: "a.pdf", page 1: the TrimBox is 190 × 277 mm, 10 mm from the left and 11 mm from the bottom; one of 190 × 277 mm, 10 mm from the left and 10 mm from the bottom is wanted. Build it again with "padpress build"; where that does not help, padpress has a bug.
      error: "a.pdf", page 1: the BleedBox is 196 × 284 mm, 7 mm from the left and 7 mm from the bottom; one of 196 × 283 mm, 7 mm from the left and 7 mm from the bottom is wanted. Build it again with "padpress build"; where that does not help, padpress has a bug."
    `);
    const small = { TrimBox: box(10, 10, 180, 277), BleedBox: box(-7, 7, 196, 283) };
    expect(await said(await boxed(small), copyShop)).toMatchInlineSnapshot(`
      "error: "a.pdf", page 1: the TrimBox is 180 × 277 mm, 10 mm from the left and 10 mm from the bottom; one of 190 × 277 mm, 10 mm from the left and 10 mm from the bottom is wanted. Build it again with "padpress build"; where that does not help, padpress has a bug.
      error: "a.pdf", page 1: the BleedBox is 196 × 283 mm, -7 mm from the left and 7 mm from the bottom; one of 196 × 283 mm, 7 mm from the left and 7 mm from the bottom is wanted. Build it again with "padpress build"; where that does not help, padpress has a bug.
      error: "a.pdf", page 1: the BleedBox (196 × 283 mm, -7 mm from the left and 7 mm from the bottom) reaches outside the page. Build it again with "padpress build"; where that does not help, padpress has a bug."
    `);
    expect(await said(await boxed({ CropBox: box(5, 5, 200, 287) }))).toMatchInlineSnapshot(
      `"error: "a.pdf", page 1: the CropBox (200 × 287 mm, 5 mm from the left and 5 mm from the bottom) hides a part of the page, which is not printed then. Build it again with "padpress build"; where that does not help, padpress has a bug."`,
    );
    expect(await said(await boxed({ TrimBox: box(5, 5, 210, 297) }))).toMatchInlineSnapshot(
      `"error: "a.pdf", page 1: the TrimBox (210 × 297 mm, 5 mm from the left and 5 mm from the bottom) reaches outside the page. Build it again with "padpress build"; where that does not help, padpress has a bug."`,
    );
  });

  test('that are wrong on many pages are said once', async () => {
    const bytes = await page(pen => {
      for (let more = 0; more < 4; more++) pen.addPage({ size: [400, more === 1 ? 500 : 300], margin: 0 });
    });
    expect(await said(bytes, { pages: 5 })).toMatchInlineSnapshot(`
      "error: "a.pdf", pages 2, 4 and 5: the size is 141.1 × 105.8 mm; 210 × 297 mm is wanted. Build it again with "padpress build"; where that does not help, padpress has a bug.
      error: "a.pdf", page 3: the size is 141.1 × 176.4 mm; 210 × 297 mm is wanted. Build it again with "padpress build"; where that does not help, padpress has a bug."
    `);
  });
});

describe('fonts', () => {
  test('that are not embedded are errors, in forms too', async () => {
    expect(await said(await page(pen => pen.font('Helvetica').text('Hello', 50, 50)))).toMatchInlineSnapshot(
      `"error: "a.pdf", page 1: the font "Helvetica" is not embedded, so it would be printed with another one. Build it again with "padpress build"; programs that change PDFs may take fonts out."`,
    );
    const nested = await page(pen => {
      const descriptor = { Type: 'FontDescriptor', FontName: 'Some', Flags: 4 };
      const descendant = {
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: 'Some',
        FontDescriptor: descriptor,
      };
      const font = { Type: 'Font', Subtype: 'Type0', BaseFont: 'Some', DescendantFonts: [descendant] };
      paintForm(pen, 'BT /F9 10 Tf ET', { Font: { F9: font } }, '/Fm1 Do');
    });
    expect(await said(nested)).toContain('page 1: the font "Some" is not embedded');
  });

  test('that are drawings are embedded by themselves, and what their glyphs paint with is looked at', async () => {
    const bytes = await page(pen => {
      const glyph = pen.ref({});
      glyph.end('500 0 d0 1 0 0 rg 0 0 500 500 re f');
      const font = { Type: 'Font', Subtype: 'Type3', CharProcs: { a: glyph } };
      paintForm(pen, 'BT /F9 10 Tf ET', { Font: { F9: font } }, '/Fm1 Do');
    });
    expect(await said(bytes)).toBe('');
    expect(await said(bytes, { inks: 'grey' })).toMatchInlineSnapshot(
      `"error: "a.pdf", page 1: there is RGB colour where only greys may be: operator "rg" in glyphs of font "F9". Build it again with "padpress build"; where that does not help, padpress has a bug."`,
    );
  });
});

describe('pictures', () => {
  /** A picture of 300 × 200 pixels in a form that is 144 points wide, painted at a scale. */
  const scaled = (scale: number, space?: unknown) =>
    page(pen =>
      paintForm(
        pen,
        'q 144 0 0 96 0 0 cm /Im1 Do Q',
        { XObject: { Im1: image(pen, 300, 200, space) } },
        `q 1 0 0 1 20 20 cm ${scale} 0 0 ${scale} 0 0 cm /Fm1 Do Q`,
      ),
    );

  test('with too few pixels for their size on paper are said, with the size that they need', async () => {
    expect(await said(await scaled(1))).toBe('');
    expect(await said(await scaled(1.5))).toBe('');
    expect(await said(await scaled(2))).toMatchInlineSnapshot(
      `"warning: "a.pdf", page 1: a picture of 300 × 200 pixels is printed 101.6 × 67.7 mm large, which is 75 pixels per inch; 100 look sharp, and 60 is the least. Use a picture of at least 400 × 270 pixels, or print it smaller."`,
    );
    expect(await said(await scaled(3.5))).toMatchInlineSnapshot(
      `"error: "a.pdf", page 1: a picture of 300 × 200 pixels is printed 177.8 × 118.5 mm large, which is 42 pixels per inch; 100 look sharp, and 60 is the least. Use a picture of at least 700 × 470 pixels, or print it smaller."`,
    );
  });

  test('are measured as they lie: turned, inline, in patterns, and in units of the page', async () => {
    const turned = await page(pen => {
      xObjects(pen).Im1 = image(pen, 300, 200);
      pen.addContent('q 0 432 -144 0 300 20 cm /Im1 Do Q');
    });
    expect(await said(turned)).toContain('printed 152.4 × 50.8 mm large, which is 50 pixels per inch');
    const inline = await page(pen =>
      pen.addContent('q 72 0 0 72 0 0 cm BI /W 2 /H 1 /BPC 8 /CS /G ID ab EI Q'),
    );
    expect(await said(inline)).toContain('a picture of 2 × 1 pixels is printed 25.4 × 25.4 mm large');
    const pattern = await page(pen => {
      const tile = pen.ref({
        Type: 'Pattern',
        PatternType: 1,
        PaintType: 1,
        TilingType: 1,
        BBox: [0, 0, 72, 72],
        XStep: 72,
        YStep: 72,
        Matrix: [2, 0, 0, 2, -500, -500],
        Resources: { XObject: { Im1: image(pen, 72, 72) } },
      });
      tile.end('72 0 0 72 0 0 cm /Im1 Do');
      pen.page.resources.data.Pattern = { P1: tile };
      pen.addContent('9 0 0 9 0 0 cm /Pattern cs /P1 scn 0 0 9 9 re f');
    });
    expect(await said(pattern)).toContain('a picture of 72 × 72 pixels is printed 50.8 × 50.8 mm large');
    const unit = await printed(
      pen => {
        Object.assign(pen.page.dictionary.data, { UserUnit: 4 });
        xObjects(pen).Im1 = image(pen, 72, 72);
        pen.addContent('q 72 0 0 72 0 0 cm /Im1 Do Q');
      },
      [a4[0] / 4, a4[1] / 4],
    );
    expect(await said(unit)).toContain('a picture of 72 × 72 pixels is printed 101.6 × 101.6 mm large');
  });

  test('that only make masks, or lie beside the paper, are let be', async () => {
    const bytes = await page(pen => {
      const mask = pen.ref({ Subtype: 'Image', Width: 1, Height: 1, ImageMask: true, BitsPerComponent: 1 });
      mask.end('\u0000');
      const whole = image(pen, 800, 800) as { data: Record<string, unknown> };
      whole.data.SMask = image(pen, 2, 2);
      Object.assign(xObjects(pen), { Im1: mask, Im2: image(pen, 2, 2), Im3: whole });
      pen.addContent('q 100 0 0 100 0 0 cm /Im1 Do Q');
      pen.addContent('q 100 0 0 100 600 0 cm /Im2 Do Q');
      pen.addContent('q 100 0 0 100 0 0 cm /Im3 Do Q');
      pen.addContent('q 100 0 0 100 0 0 cm BI /W 1 /H 1 /IM true /BPC 1 ID a EI Q');
    });
    expect(await said(bytes)).toBe('');
  });
});

describe('inks', () => {
  const cmyk = { inks: 'cmyk' };

  test('of files for presses are no colours of light', async () => {
    const right = await page(pen => {
      pen.rect(10, 10, 50, 50).fill([0, 50, 100, 0] as never);
      paintForm(pen, '0.5 g /DeviceCMYK cs 0 0 0 1 sc (1 0 0 rg) Tj', {}, '/Fm1 Do');
    });
    expect(await said(right, cmyk)).toBe('');
    const nested = await page(pen => {
      const inner = pen.ref({ Subtype: 'Form', BBox: [0, 0, 100, 100] });
      inner.end('1 0 0 rg 0 0 9 9 re f 1 0 0 rg 0 1 0 RG');
      paintForm(pen, '/Fm2 Do', { XObject: { Fm2: inner } }, '/Fm1 Do');
    });
    expect(await said(nested)).toBe('');
    expect(await said(nested, cmyk)).toMatchInlineSnapshot(
      `"error: "a.pdf", page 1: there is RGB colour where only inks (CMYK) may be: operator "rg" in form "Fm2" (2 times) and operator "RG" in form "Fm2". Build it again with "padpress build"; where that does not help, padpress has a bug."`,
    );
    expect(await said(nested, { inks: 'grey' })).toContain('there is RGB colour where only greys may be');
  });

  const profile = (pen: Pen, N: number) => {
    const stream = pen.ref({ N });
    stream.end('');
    return ['ICCBased', stream];
  };
  const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0], C1: [1, 0, 0], N: 1 };
  const shading = { ShadingType: 2, ColorSpace: 'DeviceRGB', Coords: [0, 0, 9, 9], Function: tint };
  const group = { Type: 'Group', S: 'Transparency', CS: 'DeviceRGB' };
  test.each<[string, (pen: Pen) => void, string]>([
    ['operator CS', pen => pen.addContent('/DeviceRGB CS'), 'DeviceRGB (operator "CS") in the page'],
    [
      'CalRGB',
      pen => {
        pen.page.resources.data.ColorSpace = { C1: ['CalRGB', { WhitePoint: [1, 1, 1] }] };
        pen.addContent('/C1 cs');
      },
      'CalRGB (operator "cs")',
    ],
    [
      'an indexed picture with a profile',
      pen => {
        xObjects(pen).Im1 = image(pen, 300, 300, ['Indexed', profile(pen, 3), 0, Buffer.from('abc')]);
        pen.addContent('q 9 0 0 9 0 0 cm /Im1 Do Q');
      },
      'Indexed of ICCBased with 3 channels (picture "Im1")',
    ],
    [
      'an inline picture',
      pen => pen.addContent('BI /W 1 /H 1 /BPC 8 /CS [/I /RGB 0 <ff0000>] ID a EI'),
      'DeviceRGB (an inline picture)',
    ],
    [
      'a shading',
      pen => {
        pen.page.resources.data.Shading = { S1: shading };
        pen.addContent('/S1 sh');
      },
      'DeviceRGB (shading "S1")',
    ],
    [
      'a pattern',
      pen => {
        pen.page.resources.data.Pattern = { P1: { PatternType: 2, Shading: shading } };
        pen.addContent('/Pattern cs /P1 scn');
      },
      'DeviceRGB (shading) in pattern "P1"',
    ],
    [
      'a spot ink',
      pen => {
        pen.page.resources.data.ColorSpace = { C1: ['Separation', 'Gold', 'DeviceRGB', tint] };
        pen.addContent('/C1 cs 1 scn');
      },
      'Separation of DeviceRGB',
    ],
    [
      'the group of the page',
      pen => Object.assign(pen.page.dictionary.data, { Group: group }),
      'transparency group',
    ],
    [
      'a soft mask',
      pen => {
        const mask = pen.ref({ Subtype: 'Form', BBox: [0, 0, 9, 9], Group: group });
        mask.end('0 g');
        pen.page.resources.data.ExtGState = { G1: { SMask: { S: 'Luminosity', G: mask } } };
        pen.addContent('/G1 gs');
      },
      'DeviceRGB (transparency group) in a mask in the page',
    ],
    [
      'an annotation that is printed',
      pen => {
        const look = pen.ref({ Subtype: 'Form', BBox: [0, 0, 9, 9] });
        look.end('1 0 0 rg 0 0 9 9 re f');
        pen.annotate(10, 10, 50, 50, { Subtype: 'Stamp', F: 4, AP: { N: look } } as never);
      },
      'operator "rg" in an annotation',
    ],
  ])('are looked for in %s', async (_, paint, found) => {
    expect(await said(await page(paint), cmyk)).toContain(found);
  });

  test('of a CMYK or grey profile are right', async () => {
    const bytes = await page(pen => {
      pen.page.resources.data.ColorSpace = { C1: profile(pen, 4), C2: profile(pen, 1) };
      pen.addContent('/C1 cs /C2 CS');
    });
    expect(await said(bytes, cmyk)).toBe('');
  });

  test('are found once in a form that paints itself', async () => {
    const bytes = await page(pen => {
      const resources: Record<string, unknown> = {};
      paintForm(pen, '1 0 0 rg /Fm1 Do /Fm1 Do', resources, '/Fm1 Do');
      resources.XObject = xObjects(pen);
    });
    expect(await said(bytes, cmyk)).toContain('may be: operator "rg" in form "Fm1".');
  });
});

describe('the share of the page that has ink', () => {
  const half = () => page(pen => pen.rect(0, 0, a4[0], a4[1] / 2).fill('#0000ff'));

  test('is that of the manifest', async () => {
    expect(await said(await half(), { coverage: [50] })).toBe('');
    expect(await said(await half(), { coverage: [51.4] })).toBe('');
    expect(await said(await half(), { coverage: [51.6] })).toMatchInlineSnapshot(
      `"error: "a.pdf", page 1: ink covers 50 % of the page; 51.6 % were meant. Something is not painted, or hidden: look at the page. Build it again with "padpress build"; where that does not help, padpress has a bug."`,
    );
    expect(await said(await page(), { coverage: [3] })).toMatchInlineSnapshot(
      `"error: "a.pdf", page 1: ink covers 0 % of the page; 3 % were meant. Something is not painted, or hidden: look at the page. Build it again with "padpress build"; where that does not help, padpress has a bug."`,
    );
    expect(await said(await half(), { coverage: [3] })).toContain('Something is painted that was not meant');
  });

  test('is measured for pale colours and thin lines alike', async () => {
    const bytes = await page(pen => {
      pen.rect(0, 0, a4[0], a4[1] / 2).fill('#f8f8f8');
      // 200 lines of 0.3 mm over a fifth of the width: 200 × 0.3 × 42 of 210 × 297 mm are 4.0 %.
      const mm = 72 / 25.4;
      pen.lineWidth(0.3 * mm);
      for (let line = 0; line < 200; line++) pen.moveTo(0, line * 0.7 * mm).lineTo(42 * mm, line * 0.7 * mm);
      pen.stroke('black');
    });
    // The lines lie on the pale half.
    expect(await said(bytes, { coverage: [50] })).toBe('');
    const lines = await page(pen => {
      const mm = 72 / 25.4;
      pen.lineWidth(0.3 * mm);
      for (let line = 0; line < 200; line++)
        pen.moveTo(0, (10.17 + line * 1.37) * mm).lineTo(42 * mm, (10.17 + line * 1.37) * mm);
      pen.stroke('black');
    });
    expect(await said(lines, { coverage: [4] })).toBe('');
  });

  test('is not checked without a canvas, which is said', async () => {
    vi.resetModules();
    vi.doMock('@napi-rs/canvas', () => {
      throw new Error('Cannot find module');
    });
    const { preflight: without } = await import('./preflight.js');
    const file = { path: 'a.pdf', bytes: await half() };
    expect(
      lines(await without([file], { files: [entryFor(file, { coverage: [3] })] })),
    ).toMatchInlineSnapshot(
      `"warning: How much ink is on the pages was not checked: "@napi-rs/canvas", which draws them, cannot be loaded. Install it: npm install @napi-rs/canvas."`,
    );
    vi.doUnmock('@napi-rs/canvas');
  });
});
