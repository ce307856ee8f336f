/** Checks an SVG before anything paints it: only what prints as it looks, and nothing that reaches outside or never ends. */
import { SaxesParser } from 'saxes';
import { Aside } from '../art/aside.js';
import { keepPaths, PathReader } from '../art/paths.js';
import { CopyCount, partsNamed, rulesNaming } from './copies.js';
import { DashCount, mostDashes } from './dashes.js';
import type { Art } from './session.js';

const largest = 2_000_000;
const deepest = 200;
const mostElements = 50_000;
/** How many elements `<use>` may make in all. */
const mostCopies = 20_000;
/** How many elements markers may make in all: at the ends of each path, or at each of its points. */
const mostMarks = 40_000;

/** Elements that would be painted wrongly, or not at all, and what to do about them. */
const unpainted: Readonly<Record<string, string>> = {
  filter: 'filters (blur, shadow)',
  foreignobject: 'foreign objects (HTML inside)',
  switch: 'alternatives (switch)',
  script: 'scripts',
  animate: 'animations',
  animatetransform: 'animations',
  animatemotion: 'animations',
  set: 'animations',
};
/** A marker that stands at every point of a path, and not only at its ends. */
const everyPoint = /marker-mid|(^|[\s;{])marker\s*(:|$)/;
/** In a style or attribute: what lies in another file, or is a picture in place of a colour. */
const reachesOut = /@import|url\((?!\s*["']?#)[^)]{0,60}/i;
const unpaintedStyles = /mix-blend-mode|var\(|hsla?\(|paint-order|transform-origin|!important/i;

/** Why a drawing is refused; thrown, so that nothing of it is read on: a parser that is led deep gets slower with every step. */
class Refused extends Error {}

const fail = (reason: string): never => {
  throw new Refused(reason);
};

/** What bytes have been found to be: a session that is edited reads them again and again. */
const known = new WeakMap<Uint8Array, Art>();

/** The drawing, or what is wrong with it: a sentence that ends with a full stop. */
export function readDrawing(bytes: Uint8Array): Art | { problem: string } {
  const before = known.get(bytes);
  if (before) return before;
  try {
    const art = drawingIn(bytes);
    known.set(bytes, art);
    return art;
  } catch (error) {
    if (error instanceof Refused) return { problem: error.message };
    throw error;
  }
}

function drawingIn(bytes: Uint8Array): Art {
  if (bytes.length > largest)
    fail(`It is larger than ${largest / 1e6} MB. Simplify it, or export it as PNG.`);
  const text = decoded(bytes);
  const parser = new SaxesParser({ xmlns: true });
  const aside = new Aside(text);
  const plain = new PathReader(text);
  let box: ViewBox | undefined;
  let elements = 0;
  const open: { name: string; id: string | undefined; at: number; writes: boolean; dashes?: number }[] = [];
  const dashes = new DashCount();
  /** What `<use>` shows; and with it what masks, clips and patterns do. */
  const [uses, all] = [new CopyCount(), new CopyCount()];
  const gradients = new Set<string>();
  const sheets: string[] = [];
  const pictures: string[] = [];
  const marks = { at: [] as string[], largest: 0, atEach: false };
  const checkStyle = (style: string) => {
    const unpainted = unpaintedStyles.exec(style);
    if (unpainted) fail(`It uses "${unpainted[0]}", which does not print.`);
    const out = reachesOut.exec(style);
    if (out) fail(`Its style reaches outside the drawing ("${out[0]}"). Export it again as plain SVG.`);
  };
  parser.on('error', error =>
    fail(`It is not well-formed XML (${error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')}).`),
  );
  parser.on('doctype', doctype => {
    if (/<!ENTITY/i.test(doctype))
      fail('It defines entities, which a drawing does not need. Export it again as plain SVG.');
  });
  parser.on('opentag', ({ name: qualified, local, attributes }) => {
    const name = local.toLowerCase();
    const written = Object.values(attributes);
    for (const attribute of written) attribute.value = aside.valueOf(attribute.name, attribute.value);
    // Painters look at what has no prefix first.
    const prefixed = written.filter(({ prefix }) => prefix !== '');
    const value = (key: string): string | undefined =>
      (attributes[key] ?? prefixed.find(({ local }) => local === key))?.value;
    elements++;
    if (elements === 1) {
      if (name !== 'svg') fail('It is not an SVG drawing.');
      box = boxOf(value);
    }
    if (elements > mostElements) fail(`It has more than ${mostElements} elements.`);
    if (open.length >= deepest) fail(`Its elements are nested more than ${deepest} deep.`);
    const bad = unpainted[name];
    if (bad) fail(`It uses ${bad}, which do not print. Export it again with them flattened.`);
    plain.open(qualified, paintedOf(written, elements === 1 ? box : undefined));
    const named: string[] = [];
    for (const { local: key, value: text } of written) {
      if (/^on/i.test(key)) fail('It holds scripts.');
      if (key === 'd' || key === 'points') marks.at.push(text);
      else if (key !== 'href') {
        checkStyle(text);
        named.push(...partsNamed(text));
      }
      if (everyPoint.test(key) || (key === 'style' && everyPoint.test(text))) marks.atEach = true;
    }
    const links = written.flatMap(({ local, value: link }) => (local === 'href' && link ? link : []));
    for (const link of links) {
      if (name === 'image' && !/^data:image\/(png|jpe?g);base64,/i.test(link)) {
        fail(`It shows a picture from outside the drawing ("${link.slice(0, 60)}"). Embed the picture.`);
      }
      if (name === 'image') pictures.push(link);
      if (name === 'a' && !/^(https?:|#)/i.test(link))
        fail(`It links to "${link.slice(0, 60)}", which is no web address. Take the link out.`);
      if (name === 'use' && !link.startsWith('#'))
        fail(`It shows a part of another file ("${link.slice(0, 60)}").`);
    }
    const id = value('id');
    const pattern = dashes.element(name, value, open.at(-1)?.dashes);
    open.push({
      ...{ name, id, at: elements, writes: name === 'text' || open.at(-1)?.writes === true },
      ...(pattern !== undefined && { dashes: pattern }),
    });
    if (id !== undefined) {
      uses.begin(id);
      all.begin(id);
      if (/gradient$/.test(name)) gradients.add(id);
    }
    for (const one of value('class')?.split(/\s+/) ?? []) named.push(`.${one}`);
    const shown = name === 'use' ? links.map(link => link.slice(1)) : [];
    if (named.length + shown.length === 0) return;
    const around = open.flatMap(one => one.id ?? []);
    for (const part of shown) uses.shows(part, around);
    for (const part of [...shown, ...named]) all.shows(part, around);
  });
  const checkWords = (words: string) => {
    plain.text(words);
    // It would be set in another font, which print shops refuse since no font of a drawing is embedded.
    if (open.at(-1)?.writes && /\S/.test(words)) {
      const said = words.trim().replace(/\s+/g, ' ').slice(0, 40);
      fail(`It holds text ("${said}"), but not its font. Turn the text into paths, or export it as PNG.`);
    }
    if (open.at(-1)?.name !== 'style') return;
    checkStyle(words);
    dashes.sheet(words);
    sheets.push(words);
    if (everyPoint.test(words)) marks.atEach = true;
  };
  parser.on('text', checkWords);
  parser.on('cdata', checkWords);
  parser.on('processinginstruction', ({ target }) => {
    if (target === 'xml-stylesheet') fail('Its style is in another file. Export it again as plain SVG.');
  });
  parser.on('closetag', ({ name }) => {
    plain.close(name);
    const closed = open.pop();
    if (closed?.id !== undefined) {
      uses.end(closed.id, elements - closed.at + 1);
      // What a gradient holds is not drawn.
      all.end(closed.id, gradients.has(closed.id) ? 0 : elements - closed.at + 1);
    }
    if (closed?.name === 'marker') marks.largest = Math.max(marks.largest, elements - closed.at);
  });
  parser.write(aside.text).close();
  const copies = uses.total();
  if (copies > mostCopies)
    fail(`Its <use> elements copy each other too often (more than ${mostCopies} elements).`);
  for (const { of, parts } of sheets.flatMap(rulesNaming)) {
    const drawn = parts.filter(part => !gradients.has(part));
    if (of === undefined && drawn.length > 0)
      fail(`Its style names "#${drawn[0]}" for more than a class. Export it again as plain SVG.`);
    all.begin(`.${of}`);
    for (const part of drawn) all.shows(part, [`.${of}`]);
  }
  if (all.total() > mostCopies)
    fail(`Its masks, clips and patterns show each other too often (more than ${mostCopies} elements).`);
  if (dashes.total(copies) > mostDashes)
    fail(`It has too many dashes (more than ${mostDashes}). Draw its lines solid, or export it as PNG.`);
  const points = () => marks.at.reduce((sum, text) => sum + (text.match(/[\d.]+/g)?.length ?? 0), 0);
  if (marks.largest > 0 && marks.largest * (marks.atEach ? points() : 2 * marks.at.length) > mostMarks)
    fail(`Its markers are drawn too often (more than ${mostMarks} elements).`);
  // What is embedded is looked for in the text: it must stand there as the parser reads it.
  const joined = (words: string) => words.replace(/\s+/g, '');
  const whole = pictures.length > 0 ? joined(text) : '';
  if (pictures.some(link => !whole.includes(joined(link))))
    fail('It shows a picture in a way that cannot be read. Export it again as plain SVG.');
  if (!box) return fail('It says neither a viewBox nor a width and height.');
  const svg = scalable(text, box);
  keepPaths(svg, plain.paths);
  return { kind: 'art', svg, width: box.width, height: box.height };
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail('It is not saved as UTF-8.');
  }
}

interface ViewBox {
  text: string;
  width: number;
  height: number;
}

function boxOf(value: (attribute: string) => string | undefined): ViewBox | undefined {
  const viewBox = value('viewBox');
  const numbers =
    viewBox
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? [];
  const [, , width = 0, height = 0] = numbers;
  if (viewBox && numbers.length === 4 && width > 0 && height > 0) return { text: viewBox, width, height };
  const own = {
    width: Number.parseFloat(value('width') ?? ''),
    height: Number.parseFloat(value('height') ?? ''),
  };
  if (!(own.width > 0 && own.height > 0)) return undefined;
  return { text: `0 0 ${own.width} ${own.height}`, ...own };
}

/** The attributes of an element as they are painted: on the root only the viewBox stays. */
function paintedOf(
  attributes: readonly { name: string; value: string }[],
  box: ViewBox | undefined,
): Record<string, string> {
  const painted = Object.fromEntries(attributes.map(({ name, value }) => [name, value]));
  if (!box) return painted;
  const { width: _, height: __, ...rest } = painted;
  return { ...rest, viewBox: box.text };
}

/** Width and height on the root would override the size asked for (svg-to-pdfkit): only the viewBox stays. */
const scalable = (svg: string, { text }: ViewBox): string =>
  svg.replace(/<((?:\w+:)?svg)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/, (_tag, name: string, attributes: string) => {
    const kept = attributes.replace(/\s(?:width|height|viewBox)\s*=\s*(?:"[^"]*"|'[^']*')/g, '');
    const closed = kept.trimEnd().endsWith('/');
    return `<${name}${closed ? kept.trimEnd().slice(0, -1) : kept} viewBox="${text}"${closed ? '/' : ''}>`;
  });
