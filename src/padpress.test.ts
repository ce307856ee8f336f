/** Packs as files: what is in them, as other people's readers see it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { formatDiagnostic } from './diagnostic.js';
import { checkPack, makePack } from './padpress.js';
import { fixture, fixtures, written } from './testing/fixtures.js';
import { packOf } from './testing/packs.js';
import { hasTool, infoOf, objectsOf, pagesOf, scriptOnEach, toolOn } from './testing/pdf.js';

async function fileOf(name: string, path: string) {
  const file = (await packOf(name)).files.find(candidate => candidate.path === path);
  if (!file) throw new Error(`There is no ${path}.`);
  return file;
}

describe('the library sample', () => {
  test('gives exactly the files of the contract', async () => {
    const { files } = await packOf('library');
    expect(
      files.map(({ path, pages, size }) => `${path} ${pages ?? ''} ${size?.join('×') ?? ''}`.trim()),
    ).toEqual([
      'pads/students.pdf 3 594×841',
      'pads/help-desk-staff.pdf 3 594×841',
      'pads/principals.pdf 3 594×841',
      'complaints.pdf 2 594×841',
      'user-log.pdf 1 297×210',
      'user-log-form.pdf 1 297×210',
      'story-forms/students.pdf 1 210×297',
      'story-forms/help-desk-staff.pdf 1 210×297',
      'story-forms/principals.pdf 1 210×297',
      'kit.pdf 7 210×297',
      'badges.pdf 2 210×297',
      'posters/students-amira-khan.pdf 1 594×841',
      'posters/help-desk-staff-deven-shah.pdf 1 594×841',
      'posters/principals-margaret-owusu.pdf 1 594×841',
      'posters.pdf 3 594×841',
      'posters-screen.pdf 3 338.667×190.5',
      'draft.pdf 6 210×297',
      'draft.md',
      'draft.docx',
      'pack.html',
      'manifest.json',
    ]);
  });

  test('has a pad of cover, question and story that pdf-parse reads in order and in whole words', async () => {
    const [cover, question, story] = await pagesOf((await fileOf('library', 'pads/students.pdf')).bytes);
    expect(cover).toBe('');
    expect(question).toBe(
      'students One library for three colleges · 4 February 2027 · Northfield College, room B12 What are the students saying about it, that made the judges award your shared service the prize for ‘best student experience’?',
    );
    expect(story).toBe(
      'students One library for three colleges · 4 February 2027 · Northfield College, room B12 Under the new, better service:.. 1. I can now … 2. 3. 4. 5. 6. 7. Name: Draw a picture of the student here…',
    );
  });

  test('says who made it, in which language, with the date of the session', async () => {
    const { bytes } = await fileOf('library', 'pads/students.pdf');
    expect(await infoOf(bytes)).toMatchObject({
      Title: 'Pad for students',
      Language: 'en-GB',
      CreationDate: 'D:20270204000000Z',
      ModDate: 'D:20270204000000Z',
      Producer: 'padpress',
    });
  });

  test('has a manifest that tells files, sheets and sums', async () => {
    const { files } = await packOf('library');
    const manifest = JSON.parse(new TextDecoder().decode(files.at(-1)?.bytes));
    expect(manifest.files.map((file: { path: string }) => file.path)).toEqual(
      files.slice(0, -1).map(({ path }) => path),
    );
    expect(manifest.files[0]).toMatchObject({
      part: 'pads',
      group: 'students',
      pages: 3,
      trim: { width: 594, height: 841, unit: 'mm' },
      sheets: [
        { layout: 'cover', pages: 1, copies: 1 },
        { layout: 'question', pages: 1, copies: 1 },
        { layout: 'story', pages: 1, copies: 1 },
      ],
      bytes: files[0]?.bytes.length,
    });
    expect(manifest.files[0].sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(manifest.warnings).toEqual([]);
  });
});

test('copies are repeated in pad order', async () => {
  const pages = await pagesOf(
    (await fileOf('hospital', 'pads/people-waiting-for-hospital-discharge-and-their-unpaid.pdf')).bytes,
  );
  const heads = pages.map(page =>
    page.includes('What are the') ? 'question' : page.includes('better service') ? 'story' : page,
  );
  expect(heads).toEqual(['', 'question', 'question', 'story', 'story']);
  expect(pages[1]).toContain(
    'What are the people waiting for hospital discharge and their unpaid carers saying about it, that made the judges award your shared service the prize for ‘best person or carer experience’?',
  );
});

test.each(fixtures)('%s is made whole, with the pages that tell of all its files', async name => {
  const { files, diagnostics } = await packOf(name);
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(formatDiagnostic)).toEqual([]);
  const manifest = JSON.parse(new TextDecoder().decode(files.at(-1)?.bytes));
  const kit = manifest.files.find(({ path }: { path: string }) => path === 'kit.pdf');
  const layouts = kit.sheets.map(({ layout }: { layout: string }) => layout);
  expect(layouts).toEqual(expect.arrayContaining(['kit-printing', 'kit-checked']));
});

test.each(fixtures)(
  '%s: the same session gives the same bytes, however much of its pack is asked for',
  async name => {
    const { request, world } = fixture(name);
    const whole = ['library', 'bilingual', 'ur', 'hospital'].includes(name);
    const only = ['pads', 'complaints', 'log', 'forms', 'posters'];
    const again = await makePack({ ...request, ...(!whole && { only }) }, world);
    const { files } = await packOf(name);
    const known = new Map(files.map(({ path, bytes }) => [path, bytes]));
    expect(again.files.length).toBeGreaterThan(whole ? files.length - 1 : 4);
    for (const { path, bytes } of again.files) {
      // A manifest tells of the files that were asked for.
      if (!whole && path === 'manifest.json') continue;
      expect(Buffer.compare(bytes, known.get(path) ?? new Uint8Array()), path).toBe(0);
    }
  },
);

test('the date of making is the one that is asked for', async () => {
  const { request, world } = fixture('minimal');
  const { files } = await makePack({ ...request, only: ['log'], created: new Date(86_400_000) }, world);
  expect(await infoOf(files[0]?.bytes ?? new Uint8Array())).toMatchObject({
    CreationDate: 'D:19700102000000Z',
  });
});

test('only the parts and the group that are asked for are made', async () => {
  const { request, world } = fixture('library');
  const paths = async (options: object) =>
    (await makePack({ ...request, ...options }, world)).files.map(({ path }) => path);
  expect(await paths({ only: ['log', 'kit'] })).toEqual([
    'user-log.pdf',
    'kit.pdf',
    'badges.pdf',
    'manifest.json',
  ]);
  expect(await paths({ only: ['posters.pdf', 'log'] })).toEqual([
    'user-log.pdf',
    'posters.pdf',
    'manifest.json',
  ]);
  const none = await makePack({ ...request, only: ['poster.pdf'] }, world);
  expect(none.files).toEqual([]);
  expect(none.diagnostics.map(formatDiagnostic).join('')).toMatchInlineSnapshot(
    `"error: There is no file "poster.pdf" in the pack. Did you mean "posters.pdf"?"`,
  );
  expect(await paths({ group: 'students' })).toEqual([
    'pads/students.pdf',
    'story-forms/students.pdf',
    'posters/students-amira-khan.pdf',
    'manifest.json',
  ]);
  const { diagnostics } = await makePack({ ...request, group: 'student' }, world);
  expect(diagnostics).toMatchInlineSnapshot(`
    [
      {
        "hint": "Did you mean "students"?",
        "message": "There is no group "student".",
        "severity": "error",
      },
    ]
  `);
});

test('an own font sets the text, and the bundled ones what it lacks', async () => {
  const { world: bundled } = fixture('library');
  const font = bundled.bundled.read('fonts/noto-sans/NotoSans-Bold.ttf');
  const { request, world } = written(
    'workshop: { title: Own }\ngroups: [{ name: cooks, singular: cook }]\nfonts: { text: own.ttf }',
    {
      'own.ttf': 'bytes' in font ? font.bytes : '',
    },
  );
  const { files } = await makePack({ ...request, only: ['log'] }, world);
  const text = objectsOf(files[0]?.bytes ?? new Uint8Array());
  expect(text).toContain('+NotoSans-Bold');
  expect(text).not.toContain('Atkinson');
});

test('a photograph that lies on its side is turned upright', async () => {
  const { default: sharp } = await import('sharp');
  const sideways = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#336699' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { request, world } = written(
    'workshop: { title: Photo }\ngroups: [{ name: cooks, singular: cook }]\nstories: [{ group: cooks, quote: I can now cook., picture: a.jpg }]',
    { 'a.jpg': new Uint8Array(sideways) },
  );
  const { files, diagnostics } = await makePack({ ...request, only: ['posters'] }, world);
  expect(diagnostics).toEqual([]);
  expect(Buffer.from(files[0]?.bytes ?? []).toString('latin1')).toMatch(/\/Width 40\/Height 60/);
});

test('what is read as a note, or printed with curly quotes, is a warning', async () => {
  const { request, world } = written(
    'workshop:\n  title: “Ours”\n  venue: Room #4\ngroups:\n  - name: cooks\n    singular: cook # fine\n',
  );
  expect(
    (await checkPack(request, world)).map(({ severity, message }) => `${severity}: ${message}`),
  ).toMatchInlineSnapshot(`
    [
      "warning: This text is printed with its curly quotes.",
      "warning: "#4" is read as a note and will not be printed.",
    ]
  `);
});

describe.runIf(hasTool('qpdf') && hasTool('pdfinfo'))(
  'every file of every sample, by poppler and qpdf',
  () => {
    beforeAll(() => Promise.all(fixtures.map(name => packOf(name))));
    const pdfs = async () => {
      const packs = await Promise.all(fixtures.map(name => packOf(name)));
      return packs.flatMap(({ files }) => files.filter(({ path }) => path.endsWith('.pdf')));
    };

    test('has true sizes, embedded fonts and clean syntax', async () => {
      const script = 'pdfinfo -l -1 $f; echo ==; pdffonts $f; echo ==; qpdf --check $f; echo "exit $?"';
      const files = await pdfs();
      const said = scriptOnEach(
        files.map(({ bytes }) => bytes),
        script,
      );
      expect(said.length).toBe(files.length);
      for (const [index, { path, pages, size }] of files.entries()) {
        const [info = '', fonts = '', checked = ''] = (said[index] ?? '').split('==\n');
        const sizes = [...info.matchAll(/Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts/g)];
        expect(sizes, path).toHaveLength(pages ?? 0);
        for (const [, width, height] of sizes) {
          expect(Number(width)).toBeCloseTo(((size?.[0] ?? 0) / 25.4) * 72, 1);
          expect(Number(height)).toBeCloseTo(((size?.[1] ?? 0) / 25.4) * 72, 1);
        }
        for (const font of fonts.trim().split('\n').slice(2))
          expect(font, path).toMatch(/yes yes yes\s+\d+\s+\d+$/);
        expect(checked, path).toContain('No syntax or stream encoding errors found');
        expect(checked, path).toContain('exit 0');
      }
    });

    test('has covers without any ink', async () => {
      const { bytes } = await fileOf('library', 'pads/students.pdf');
      const cover = toolOn(bytes, 'pdftoppm', '-r', '20', '-f', '1', '-l', '1', '-gray', 'FILE').bytes;
      const header = cover.subarray(0, 20).toString('latin1').split('\n').slice(0, 3).join('\n').length + 1;
      expect(cover.length - header).toBeGreaterThan(300_000);
      expect(cover.subarray(header).every(level => level === 255)).toBe(true);
    });

    test('is read by poppler in the same order', async () => {
      const { bytes } = await fileOf('library', 'pads/students.pdf');
      const said = toolOn(bytes, 'pdftotext', '-raw', 'FILE', '-').said.replace(/\s+/g, ' ');
      expect(said).toContain('the prize for ‘best student experience’?');
      expect(said).toContain(
        'Under the new, better service:.. 1. I can now … 2. 3. 4. 5. 6. 7. Name: Draw a picture',
      );
    });
  },
);
