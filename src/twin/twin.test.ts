/** The text twin: what its elements say, what it leaves out, and that it is the same however it is asked for. */
import { afterAll, describe, expect, test } from 'vitest';
import type { PackRequest } from '../pack.js';
import { layOutPack, makePack } from '../padpress.js';
import { axeFaults, closeBrowser, opened } from '../testing/browser.js';
import { fixture, written } from '../testing/fixtures.js';
import { hasTool } from '../testing/pdf.js';
import type { World } from '../world.js';

afterAll(closeBrowser);

async function twinOf({ request, world }: { request: PackRequest; world: World }): Promise<string> {
  const { files, diagnostics } = await makePack({ ...request, only: ['twin'] }, world);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors).toEqual([]);
  expect(files.map(({ path }) => path)).toEqual(['pack.html', 'manifest.json']);
  return new TextDecoder().decode(files[0]?.bytes);
}

/** The part of the page with this id, as it is written. */
const section = (html: string, id: string): string =>
  html.slice(html.indexOf(`id="${id}"`)).split('<section class="file"')[0] ?? '';

const session = (more: object) =>
  written(
    JSON.stringify({
      workshop: { title: 'Tea & <b>cake</b> "for all"', partners: ['A'] },
      groups: [{ name: 'students', sheets: { cover: 1, question: 2, story: 3 } }],
      ...more,
    }),
  );

test('says the session as it was written: nothing of it is markup', async () => {
  const html = await twinOf(
    session({ complaints: ['1 < 2 && "so" on', '</style><script>alert(1)</script>'] }),
  );
  expect(html).toContain('<h1>Tea &amp; &lt;b&gt;cake&lt;/b&gt; “for all”</h1>'.replace(/[“”]/g, '&quot;'));
  expect(html).toContain('<li>1 &lt; 2 &amp;&amp; “so” on</li>');
  expect(html).not.toContain('<script');
});

test('says copies in a word, and a blank sheet, too', async () => {
  const html = await twinOf(session({}));
  expect(html.match(/Copies: 2/g)).toHaveLength(1);
  expect(section(html, 'pads-students').match(/<h3 /g)).toHaveLength(3);
  expect(section(html, 'pads-students')).toContain('<p class="note">This sheet is blank.</p>');
});

test('joins what was parted between lines with hyphens, columns and pages', async () => {
  const sentence =
    'Mitarbeiterinnen der Kindertagesbetreuungseinrichtungen besprechen Verbesserungsvorschläge.';
  const stories = ['Ada', 'Ben', 'Cem', 'Dora', 'Eva', 'Finn', 'Gina'].map((person, number) => ({
    ...{ group: 'students', person, quote: `Nummer ${number}.` },
    story: [24, 3].map(count => `${person} sagt: ${`${sentence} `.repeat(count).trim()}`).join('\n\n'),
  }));
  const { request, world } = session({ language: 'en', stories });
  const { pack } = await layOutPack({ ...request, only: ['twin'] }, world);
  const draft = pack?.files.find(({ order }) => order.path === 'draft.pdf')?.sheets.flat() ?? [];
  const pages = draft
    .flatMap(({ frames }) => frames)
    .filter(frame => frame.kind === 'text' && frame.continues);
  expect(pages.length).toBeGreaterThan(0);
  const html = await twinOf({ request, world });
  for (const { story } of stories) {
    for (const paragraph of story.split('\n\n')) expect(html.split(`>${paragraph}</p>`)).toHaveLength(3);
  }
});

test('tells of each block in which language it is, and which way it runs', async () => {
  const [bilingual, urdu] = [await twinOf(fixture('bilingual')), await twinOf(fixture('ur'))];
  expect(bilingual).toContain('<html lang="cy" dir="ltr">');
  expect(bilingual).toContain(
    '<h2 id="pads-cleifion-name">Pad ar gyfer cleifion<br><span lang="en">Pad for patients</span></h2>',
  );
  expect(section(bilingual, 'pads-cleifion')).toMatch(/<h4>Beth mae[^<]+<\/h4>\n<h4 lang="en">What are the/);
  expect(bilingual).toMatch(/<section [^>]*id="kit-5"[^>]* lang="en"[^>]*>/);
  expect(urdu).toContain('<html lang="ur" dir="rtl">');
  const english = await twinOf(session({ language: 'ur', complaints: ['Nobody rings back.'] }));
  expect(english).toContain('<li dir="ltr">Nobody rings back.</li>');
});

describe('the library sample', async () => {
  const html = await twinOf(fixture('library'));

  test('has the story sheet as a heading, a list of seven, a name to fill in and a place for a picture', () => {
    const id = 'pads-students-3';
    const sheet = section(html, id).split('</section>')[0] ?? '';
    expect(sheet.slice(sheet.indexOf('<h3'))).toMatchInlineSnapshot(`
      "<h3 id="pads-students-3-name" class="called">Story sheet · students</h3>
      <p class="small print bold">students</p>
      <p class="small print">One library for three colleges · 4 February 2027 · Northfield College, room B12</p>
      <h4>Under the new, better service:..</h4>
      <ol class="blank"><li>I can now …</li>
      <li></li>
      <li></li>
      <li></li>
      <li></li>
      <li></li>
      <li></li>
      </ol>
      <div class="field"><p class="label">Name:</p>
      </div>
      <div class="field frame"><p class="hint">Draw a picture of the student here…</p>
      </div>
      "
    `);
  });

  test('has the user log as a table', () => {
    const log = section(html, 'user-log');
    expect(log.match(/<th scope="col">/g)).toHaveLength(4);
    expect(log.match(/<tr>/g)).toHaveLength(6);
    expect(log.match(/<td/g)).toHaveLength(20);
  });

  test('tells the pages of a list as one list, and what stands on each of them once', () => {
    const complaints = section(html, 'complaints');
    expect(complaints.match(/<ol>/g)).toHaveLength(1);
    expect(complaints.match(/<li>/g)).toHaveLength(7);
    expect(complaints.match(/What people keep telling us about today/g)).toHaveLength(1);
    expect(complaints).not.toMatch(/\d \/ \d/);
  });

  test('has each poster once, as a story with its picture', () => {
    expect(html.match(/<img /g)).toHaveLength(6);
    expect(html.match(/alt="Amira, a young woman, smiling"/g)).toHaveLength(2);
    expect(html.match(/class="sheet poster portrait"/g)).toHaveLength(3);
    const amira = section(html, 'posters');
    expect(amira).toMatch(
      /<h4>The library now works the hours that I do\.<\/h4>\n<figure><img [^>]+><\/figure>/,
    );
    expect(amira).toContain('<h5>Amira Khan</h5>');
  });

  test('has the print plan, and links to every sheet', () => {
    expect(section(html, 'kit')).toContain('>Print plan</h3>');
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '');
    expect(links.length).toBeGreaterThan(20);
    for (const id of links) expect(html).toContain(` id="${id}"`);
  });

  test('is the same in the whole pack', async () => {
    const { request, world } = fixture('library');
    const { files } = await makePack({ ...request, only: ['pads', 'twin'] }, world);
    const [twin, manifest] = ['pack.html', 'manifest.json'].map(path =>
      files.find(file => file.path === path),
    );
    expect(files.map(({ path }) => path)).not.toContain('kit.pdf');
    expect(new TextDecoder().decode(twin?.bytes)).toBe(html);
    const listed = JSON.parse(new TextDecoder().decode(manifest?.bytes)).files.at(-1);
    expect(listed).toMatchObject({ path: 'pack.html', part: 'twin', bytes: twin?.bytes.length });
  });

  test.runIf(hasTool('chromium'))('is as easy to read in the dark', async () => {
    const page = await opened(html);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFaults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light', media: 'print' });
    expect(await axeFaults(page)).toEqual([]);
    await page.emulateMedia({ media: 'screen' });
  });
});
