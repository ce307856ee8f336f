/** The text twin of a pack: one page for the screen with the text and the pictures of all its sheets, and nothing to load. */
import { formatsOf } from '../formats.js';
import { onceIn } from '../kept.js';
import type { Sheet } from '../layout/frame.js';
import { dateIn, dotted } from '../plan/occasion.js';
import { type FileOrder, isPrinted, type Names, type SheetOrder } from '../plan/order.js';
import { fill, type Words } from '../plan/words.js';
import type { Session } from '../session/session.js';
import { directionOf } from '../type/direction.js';
import { version } from '../version.js';
import type { World } from '../world.js';
import { type Block, contentOf, isBlock, textOf } from './content.js';
import { asIs, element, type Html, joined, words } from './html.js';
import { Images } from './pictures.js';
import { type Around, inside, nameIn } from './sheet.js';

/** A file of the pack with its sheets before they go to the press: for each sheet of the order its pages. */
export interface ToldFile {
  order: FileOrder;
  sheets: readonly (readonly Sheet[])[];
}

/** The session in one of its languages, with the words of the sheets. */
export interface Version {
  session: Session;
  words: Words;
  /** BCP 47. */
  language: string;
}

interface Section {
  id: string;
  names: Names;
  order: SheetOrder;
  /** The pages of its sheet. */
  sheets: readonly Sheet[];
}

interface Chapter {
  id: string;
  names: Names;
  sections: readonly Section[];
  /** True when its one sheet is called as the file: it needs no heading of its own. */
  single: boolean;
}

/** The same files give the same bytes. */
export async function writeTwin(
  files: readonly ToldFile[],
  versions: readonly Version[],
  world: World,
): Promise<Uint8Array> {
  const [{ language } = { language: 'en' }] = versions;
  const chapters = toldOnce(files).map(file => chapterOf(file, language));
  const images = new Images(world);
  const around = { language, direction: directionOf(language), deeper: 0, heading: '', images };
  const { kept } = world;
  const once = onceIn(kept, 'twin', ...versions.map(version => [version.language, version.words.twin]));
  const main: Html[] = [];
  for (const chapter of chapters) {
    const said: Html[] = [];
    for (const section of chapter.sections) {
      const { id, names, order, sheets } = section;
      const { copies, layout, colours } = order;
      const html = await once(
        () => [
          ...[id, names, { copies, layout, language: order.language, group: colours.group }],
          ...[chapter.single, sheets.map(sheet => kept?.numberOf(sheet))],
        ],
        async () => {
          const content = contentOf(sheets);
          await images.add(content);
          return sectionHtml({ ...section, content }, chapter, versions, around);
        },
      );
      said.push(html);
    }
    main.push(chapterHtml(chapter, said, around));
  }
  const page = pageOf(chapters, main, versions, around, styleIn(world, files));
  return new TextEncoder().encode(`<!doctype html>\n${page}\n`);
}

/** What is printed, each sheet once: not what is shown or typed into on a screen, and no file whose sheets are all in another. */
function toldOnce(files: readonly ToldFile[]): ToldFile[] {
  const printed = files.filter(({ order }) => isPrinted(order));
  const holds = (whole: ToldFile, { order }: ToldFile) =>
    order.sheets.length > 0 && order.sheets.every(sheet => whole.order.sheets.includes(sheet));
  return printed.filter(
    (file, index) =>
      !printed.some((other, at) => at !== index && holds(other, file) && (!holds(file, other) || at > index)),
  );
}

function chapterOf({ order, sheets }: ToldFile, language: string): Chapter {
  const id = order.path.replace(/\.\w+$/, '').replaceAll('/', '-');
  const names = order.names ?? [{ language, text: order.name }];
  const sections = order.sheets.map((sheet, index) => ({
    id: `${id}-${index + 1}`,
    names: sheet.names ?? [{ language: sheet.language, text: sheet.name }],
    order: sheet,
    sheets: sheets[index] ?? [],
  }));
  const [first, ...others] = sections;
  const single =
    others.length === 0 && first !== undefined && first.names.every(name => isOneOf(name.text, names));
  return { id, names, sections, single };
}

const isOneOf = (text: string, names: Names): boolean => names.some(name => name.text === text);

/** What the page itself says, in each language of the session. */
const inEach = (versions: readonly Version[], said: (version: Version) => string): Names =>
  versions
    .map(version => ({ language: version.language, text: said(version) }))
    .filter(({ text }, index, all) => text !== '' && all.findIndex(other => other.text === text) === index);

/** The names of a thing, in one line or each on its own. */
const titleOf = (names: Names, around: Around, between: Html = words(' / ')): Html =>
  joined(
    names.map(name => nameIn(name, around)),
    between,
  );
const headingOf = (names: Names, around: Around): Html => titleOf(names, around, element('br', {}));

function pageOf(
  chapters: readonly Chapter[],
  said: readonly Html[],
  versions: readonly Version[],
  around: Around,
  style: Html,
): Html {
  const each = (said: (version: Version) => string) => inEach(versions, said);
  const lines = (said: (version: Version) => string, kind: string) =>
    each(said).map(name => element('p', { class: kind }, nameIn(name, around)));
  const title = each(({ session }) => session.workshop.title);
  const what = each(({ words: { twin } }) => twin.title);
  const plain = (names: Names) => names.map(({ text }) => text).join(' / ');
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'generator', content: `padpress ${version}` }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('title', {}, words(`${plain(title)}: ${plain(what)}`)),
    element('style', {}, style),
  );
  const header = element(
    'header',
    {},
    element('p', { class: 'what' }, titleOf(what, around)),
    element('h1', {}, headingOf(title, around)),
    ...lines(placeAndTime, 'occasion'),
    ...lines(({ session, language }) => formatsOf(language).commas(session.workshop.partners), 'partners'),
    ...lines(({ words: { twin } }) => twin.intro, 'intro'),
  );
  const nav = element(
    'nav',
    { 'aria-labelledby': 'contents' },
    element(
      'h2',
      { id: 'contents' },
      titleOf(
        each(({ words: { twin } }) => twin.contents),
        around,
      ),
    ),
    element('ul', {}, ...chapters.map(chapter => entryOf(chapter, around))),
  );
  const main = element('main', { id: 'text', tabindex: -1 }, ...said);
  const skip = element(
    'a',
    { class: 'skip', href: '#text' },
    titleOf(
      each(({ words: { twin } }) => twin.skip),
      around,
    ),
  );
  const { language, direction } = around;
  return element(
    'html',
    { lang: language, dir: direction },
    head,
    element('body', {}, skip, header, nav, main),
  );
}

/** The page loads nothing and runs nothing. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

const placeAndTime = ({ session: { workshop }, language }: Version): string =>
  dotted([workshop.date && dateIn(workshop.date, language), workshop.venue]);

function entryOf({ id, names, sections, single }: Chapter, around: Around): Html {
  const link = (to: string, called: Names) => element('a', { href: `#${to}` }, titleOf(called, around));
  const inner = sections.map(section => element('li', {}, link(section.id, section.names)));
  return element('li', {}, link(id, names), ...(single ? [] : [element('ul', {}, ...inner)]));
}

function chapterHtml({ id, names }: Chapter, said: readonly Html[], around: Around): Html {
  const name = `${id}-name`;
  const heading = element('h2', { id: name }, headingOf(names, around));
  return element('section', { class: 'file', id, 'aria-labelledby': name }, heading, ...said);
}

/** Sheets stand in the colour of their group. */
const frameOf = ({ order: { layout, colours } }: Section) => ({
  class: `sheet ${layout.replace('-', ' ')}`,
  style: colours.group ? `--group: ${colours.group}` : undefined,
});

/** A section with what its sheets say. */
interface Told extends Section {
  content: Block;
}

function sectionHtml(
  section: Told,
  { id: chapter, single }: Chapter,
  versions: readonly Version[],
  page: Around,
): Html {
  if (single) {
    const around = { ...page, heading: `${chapter}-name` };
    return element('div', frameOf(section), ...sheetHtml(section, 2, versions, around));
  }
  const { id, names, order } = section;
  const name = `${id}-name`;
  const { language } = order;
  const around = { ...page, language, direction: directionOf(language), heading: name };
  const own = language === page.language ? {} : { lang: language, dir: around.direction };
  // A name that the sheet does not show itself stands over it in small type.
  const kind = ownTitles(section).length > 0 ? undefined : 'called';
  return element(
    'section',
    { ...frameOf(section), id, 'aria-labelledby': name, ...own },
    element('h3', { id: name, class: kind }, headingOf(names, around)),
    ...sheetHtml(section, 3, versions, around),
  );
}

/** Headings of the sheet that say what it is called. */
const ownTitles = ({ names, content }: Told): readonly Block[] =>
  content.holds
    .filter(isBlock)
    .filter(held => held.means.role === 'heading' && held.means.level === 1 && isOneOf(textOf(held), names));

/** @param level of the heading above it, whose words the sheet need not say again */
function sheetHtml(section: Told, level: number, versions: readonly Version[], around: Around): Html[] {
  const { order, content } = section;
  const said = (of: (words: Words) => string) =>
    inEach(versions, version => of(version.words)).map(name =>
      element('p', { class: 'note' }, nameIn(name, around)),
    );
  const copies = order.copies > 1 ? said(({ twin }) => fill(twin.copies, { count: order.copies })) : [];
  if (content.holds.length === 0) return [...copies, ...said(({ twin }) => twin.blank)];
  const titles: readonly unknown[] = ownTitles(section);
  const holds = content.holds.filter(held => !titles.includes(held));
  const deeper = titles.length > 0 ? level - 1 : level;
  return [...copies, inside({ ...content, holds }, { ...around, deeper })];
}

/** The style sheet of the page, without its comments; in light, in the colours of a theme whose paper is not white. */
function styleIn({ bundled }: World, files: readonly ToldFile[]): Html {
  const read = bundled.read('themes/twin.css');
  const text = 'bytes' in read ? new TextDecoder().decode(read.bytes) : '';
  const { paper = white, ink, quiet, line } = files[0]?.sheets[0]?.[0]?.colours ?? {};
  const own = `--ink: ${ink}; --quiet: ${quiet}; --line: ${line}; --paper: ${paper}; --desk: ${paper};`;
  const tint = paper === white ? '' : `\n@media (prefers-color-scheme: light) { :root { ${own} } }`;
  return asIs(text.replace(/\/\*[\s\S]*?\*\/\n?/g, '').trim() + tint);
}

const white = '#ffffff';
