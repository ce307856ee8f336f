/**
 * Draws the pictures of the READMEs with padpress itself: `node scripts/pictures.mjs`. Sheets of the library sample into
 * `pictures/`, and each node of `layouts/README.md` into `pictures/nodes/`, from the YAML that stands beside it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { PDFParse } from 'pdf-parse';
import sharp from 'sharp';
import { createServer } from 'vite';
import { parse, stringify } from 'yaml';

/** The rooms as they are in `src/`: the bundle shows no more of them than the library does. */
const vite = await createServer({
  server: { middlewareMode: true, ws: false },
  appType: 'custom',
  logLevel: 'error',
});
const room = path => vite.ssrLoadModule(`/src/${path}.ts`);
const { worldOf } = await room('commands/disk');
const { foundryOf } = await room('foundry');
const { Drawings } = await room('layout/drawings');
const { LayoutLibrary } = await room('layout/library');
const { layOut } = await room('layout/sheets');
const { settleStyles } = await room('layout/theme');
const { findTheme } = await room('layout/themes');
const { makePack } = await room('padpress');
const { writePdf } = await room('pdf/write');
const { inkingWith } = await room('press/inking');
const { inksFor } = await room('press/inks');
const { pressPlain } = await room('press/routes');
const { palette } = await room('session/palette');
const { portraitOf } = await room('session/portrait');

/** One page of a PDF as a small PNG. */
async function draw(bytes, page, width, path, { trimmed = false } = {}) {
  const parser = new PDFParse({ data: bytes.slice() });
  const { pages } = await parser.getScreenshot({
    partial: [page],
    desiredWidth: width * 2,
    imageBuffer: true,
    imageDataUrl: false,
  });
  await parser.destroy();
  const whole = sharp(pages[0].data).flatten({ background: '#ffffff' });
  const content = trimmed
    ? await whole.trim({ background: '#ffffff', threshold: 1 }).toBuffer()
    : await whole.toBuffer();
  const air = trimmed ? 24 : 0;
  const framed = await sharp(content)
    .extend({ top: air, bottom: air, left: air, right: air, background: '#ffffff' })
    .toBuffer();
  const png = await sharp(framed)
    .resize({ width: width - 2, withoutEnlargement: true })
    .extend({ top: 1, bottom: 1, left: 1, right: 1, background: '#c9ced3' })
    .png({ palette: true, colours: 64, effort: 10 })
    .toBuffer();
  writeFileSync(path, png);
}

mkdirSync('pictures/nodes', { recursive: true });

const session = 'fixtures/library/session.yaml';
const world = worldOf(session);
const { files } = await makePack({ source: { name: session, bytes: readFileSync(session) } }, world);
const file = path => files.find(candidate => candidate.path === path).bytes;
await draw(file('pads/students.pdf'), 2, 260, 'pictures/question.png');
await draw(file('pads/students.pdf'), 3, 260, 'pictures/story.png');
await draw(file('complaints.pdf'), 1, 260, 'pictures/complaints.png');
await draw(file('posters/students-amira-khan.pdf'), 1, 260, 'pictures/poster.png');
for (const design of ['front-page', 'day']) {
  // Stations that name their own times.
  const times = {
    'It is ten at night': '22:00',
    'He finds the chapter': '22:10',
    'My tutor says': '12:00 on Friday',
  };
  const text = Object.entries(design === 'day' ? times : {}).reduce(
    (told, [words, time]) => told.replace(`      ${words}`, `      ${time}: ${words}`),
    readFileSync(session, 'utf8').replace(/^design:.*\n(?: +.*\n)*/m, ''),
  );
  const source = { name: session, bytes: Buffer.from(`${text}\ndesign: { poster: ${design} }\n`) };
  const own = await makePack({ source, only: ['posters'] }, world);
  if (own.files.length === 0) throw new Error(own.diagnostics.map(({ message }) => message).join(' '));
  await draw(own.files[0].bytes, 1, 260, `pictures/poster-${design}.png`);
}
await draw(file('kit.pdf'), 1, 260, 'pictures/kit.png');
for (const [accessible, path, page, name] of [
  ['easy-read', 'kit.pdf', 1, 'easy-kit'],
  ['easy-read', 'draft.pdf', 4, 'easy-draft'],
  ['large-print', 'draft.pdf', 3, 'large-draft'],
]) {
  const source = { name: session, bytes: readFileSync(session) };
  const own = await makePack({ source, accessible, only: ['kit', 'draft'] }, world);
  await draw(own.files.find(made => made.path === path).bytes, page, 260, `pictures/${name}.png`);
}
await draw(file('user-log.pdf'), 1, 368, 'pictures/user-log.png');

const { theme } = findTheme('house', world, { file: '', line: 1, column: 1 });
const { setter, shelf } = foundryOf(world);
const values = {
  group: { name: 'students' },
  lines: [1, 2, 3, 4, 5].map(number => ({ number: `${number}.` })),
  story: { picture: await portraitOf('Amira Khan students'), alt: '' },
};
const readme = readFileSync('layouts/README.md', 'utf8');
const inks = inksFor('plotter', 'full', undefined);
for (const [, yaml, name] of readme.matchAll(/```yaml\n([^`]+)```\n!\[(\w+)\]/g)) {
  const node = parse(yaml);
  const content =
    name === 'frame' || name === 'layers' || name === 'picture' ? { ...node, height: '1fr' } : node;
  const layout = {
    page: { paper: '148 x 105 mm', margin: 8 },
    sheet: { column: { items: [content] } },
  };
  const own = {
    ...world,
    session: {
      read: path =>
        path === 'layouts/node.yaml'
          ? { bytes: new TextEncoder().encode(stringify(layout)) }
          : { problem: 'missing' },
      list: () => [],
    },
  };
  const found = new LayoutLibrary(own, theme).find('node');
  const desk = {
    setter,
    once: (_key, make) => make(),
    style: settleStyles(theme, 4, face => setter.face(face).capHeight),
    colours: theme.colours,
    drawings: new Drawings(world),
    kinds: [],
    hyphenate: text => text,
    where: () => ({ file: 'node.yaml', line: 1, column: 1 }),
  };
  const { sheets, diagnostics } = found.layout
    ? layOut(
        { layout: 'node', language: 'en', values, colours: { group: palette.teal }, copies: 1 },
        found.layout,
        desk,
      )
    : { sheets: [], diagnostics: found.diagnostics };
  if (diagnostics.length > 0)
    throw new Error(`${name}: ${diagnostics.map(({ message }) => message).join(' ')}`);
  const info = { title: name, language: 'en', created: new Date(0) };
  const ink = inkingWith(inks, new Map());
  const bytes = await writePdf(
    sheets.map(sheet => pressPlain(sheet, ink)),
    info,
    { shelf, inks, deflate: world.deflate },
  );
  await draw(bytes, 1, 300, `pictures/nodes/${name}.png`, { trimmed: true });
}
await vite.close();
