/** From what a sheet says to HTML: each meaning has its element. */
import type { PictureFrame } from '../layout/frame.js';
import { type Direction, directionOf } from '../type/direction.js';
import { type Block, type Content, isBlock, type Text, textOf } from './content.js';
import { type Attributes, element, type Html, joined, words } from './html.js';
import type { Images } from './pictures.js';

/** What is known around a thing. */
export interface Around {
  /** Of the words around it: others say so themselves. */
  language: string;
  direction: Direction;
  /** How much deeper headings stand than on the sheet. */
  deeper: number;
  /** The id of the heading that it stands under. */
  heading: string;
  images: Images;
}

/** The deepest heading of HTML. */
const deepest = 6;

/** Everything in a block, one after the other. */
export function inside(block: Block, around: Around): Html {
  const { holds } = block;
  const isA = (held: Block | Content | undefined, role: Block['means']['role']): held is Block =>
    held !== undefined && isBlock(held) && held.means.role === role;
  return joined(
    holds.map((held, index) => {
      if (!isBlock(held)) return held.kind === 'text' ? joined(paragraphs([held], around, 'p')) : words('');
      // "Name:" with a line behind it is one thing, however it is printed.
      const before = holds[index - 1];
      if (isA(held, 'label') && isA(holds[index + 1], 'field')) return words('');
      if (isA(held, 'field') && isA(before, 'label'))
        return fieldOf(held, [withText('p', before, around, 'label')], around);
      return blockOf(held, around);
    }),
  );
}

function blockOf(block: Block, around: Around): Html {
  const { means } = block;
  switch (means.role) {
    case 'heading':
      return withText(`h${Math.min(deepest, means.level + around.deeper)}`, block, around);
    case 'sheet':
    case 'section':
      return element('section', {}, inside(block, around));
    case 'paragraph':
      return joined(paragraphs(textsOf(block), around, 'p'));
    case 'label':
      return withText('p', block, around, 'label');
    case 'list':
      return listOf(block, around);
    case 'table':
      return tableOf(block, around);
    case 'figure':
      return figureOf(block, means, around);
    case 'field':
      return fieldOf(block, labelsOf(block, means.label, means.versions, around), around);
    default:
      return mixed('div', block, around);
  }
}

/** An element that holds words and nothing else: a heading with its time. */
function withText(name: string, block: Block, around: Around, kind?: string): Html {
  const texts = textsOf(block);
  const [first] = texts;
  const own = first && texts.every(text => sameLanguage(text, first)) ? first : undefined;
  const within = own ? { ...around, ...own } : around;
  const said = texts.map(text => inline(text, within));
  return element(name, { class: kind, ...(own && marked(own, around)) }, joined(said, ' '));
}

/** An element that holds words, or blocks, or both: words alone stand in it as they are, else in paragraphs. */
function mixed(name: string, block: Block, around: Around, attributes: Attributes = {}): Html {
  const parts = block.holds.filter(held => !(isBlock(held) && held.means.role === 'label'));
  const label = block.holds.filter(isBlock).find(({ means }) => means.role === 'label');
  const rows = inRows(parts);
  const [only] = rows;
  const texts = rows.length === 1 && Array.isArray(only) ? only : [];
  const [first] = texts;
  const tag = label ? [withText('span', label, around, 'label'), words(' ')] : [];
  if (rows.length === 0) return element(name, attributes, ...tag);
  if (first && texts.every(text => sameLanguage(text, first) && !text.text.includes('\n\n'))) {
    const said = texts.map(text => inline(text, { ...around, ...first }));
    return element(name, { ...attributes, ...marked(first, around) }, ...tag, joined(said, ' '));
  }
  const said = rows.map(row =>
    Array.isArray(row) ? joined(paragraphs(row, around, 'p')) : inside({ ...block, holds: [row] }, around),
  );
  return element(name, attributes, ...tag, label ? element('div', {}, ...said) : joined(said));
}

/** Words that stand side by side are one line of words; what is no text stands by itself. */
function inRows(parts: readonly (Block | Content)[]): (Text[] | Block)[] {
  const rows: (Text[] | Block)[] = [];
  for (const part of parts) {
    const last = rows.at(-1);
    if (isBlock(part)) rows.push(part);
    else if (part.kind === 'text') {
      const beside = Array.isArray(last) && last.every(text => areBeside(text, part));
      if (beside) last.push(part);
      else rows.push([part]);
    }
  }
  return rows;
}

function areBeside({ box: one }: Text, { box: other }: Text): boolean {
  const shared = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return shared > Math.min(one.height, other.height) / 2;
}

/** Texts that stand side by side as one paragraph, or each of their paragraphs. */
function paragraphs(texts: readonly Text[], around: Around, name: string): Html[] {
  const [first] = texts;
  if (!first) return [];
  if (texts.length > 1) {
    const said = texts.map(text => inline(text, around, true));
    return [element(name, {}, joined(said, ' '))];
  }
  const { text, style } = first;
  const attributes = { class: style === 'body' ? undefined : style, ...marked(first, around) };
  return text
    .split('\n\n')
    .map(part => element(name, attributes, inline({ ...first, text: part }, { ...around, ...first })));
}

/** @param bold whether the style is told, too */
function inline(text: Text, around: Around, styled = false): Html {
  const lines = text.text.split('\n').map(line => words(line.trimEnd()));
  const said = joined(lines, element('br', {}));
  const attributes = {
    class: styled && text.style !== 'body' ? text.style : undefined,
    ...marked(text, around),
  };
  return spanned(attributes, said);
}

/** Words in an element of their own where something is to be said of them. */
const spanned = (attributes: Attributes, said: Html): Html =>
  Object.values(attributes).every(value => value === undefined) ? said : element('span', attributes, said);

/** An item or a cell is its blank itself: it is not announced thirty times what goes there. */
const withoutFields = (block: Block): Block => ({
  ...block,
  holds: block.holds.flatMap(held => (isBlock(held) && held.means.role === 'field' ? held.holds : [held])),
});

function listOf(block: Block, around: Around): Html {
  const items = block.holds.filter(isBlock).map(withoutFields);
  const labelled = items.map(item => item.holds.filter(isBlock).find(({ means }) => means.role === 'label'));
  const numbers = labelled.map(label => /^(\d+)\.$/.exec(label ? textOf(label) : '')?.[1]).map(Number);
  const [start = 1] = numbers;
  // Numbers that count are the list's own; any other label is a part of its item.
  const counted = numbers.every((number, index) => number === start + index);
  const blank = items.some(
    (item, index) => textOf(item) === (labelled[index] ? textOf(labelled[index]) : ''),
  );
  const kind = [labelled.some(Boolean) && !counted && 'labelled', blank && 'blank'].filter(Boolean).join(' ');
  const said = items.map(item => {
    const holds = counted ? item.holds.filter(held => !labelled.includes(held as Block)) : item.holds;
    return mixed('li', { ...item, holds }, around);
  });
  const attributes = { class: kind || undefined, start: counted && start !== 1 && start };
  return element(counted ? 'ol' : 'ul', attributes, ...said);
}

/** Columns that have room on the screen of a phone. */
const narrow = 3;

function tableOf(block: Block, around: Around): Html {
  const rows = block.holds.filter(isBlock).map(row => row.holds.filter(isBlock).map(withoutFields));
  const isHead = (cell: Block) => cell.means.role === 'head';
  // A row of heads, whose corner may be empty, names the columns; a head among cells names its row.
  const naming = rows.findIndex(row => !row.every(cell => isHead(cell) || textOf(cell) === ''));
  const heads = naming === -1 ? 1 : naming;
  const rowOf = (row: Block[], scope: string) =>
    element(
      'tr',
      {},
      ...row.map(cell => (isHead(cell) ? mixed('th', cell, around, { scope }) : mixed('td', cell, around))),
    );
  const [above, below] = [rows.slice(0, heads), rows.slice(heads)];
  const blank = below.some(row => row.some(cell => textOf(cell) === ''));
  const table = element(
    'table',
    { class: blank ? 'blank' : undefined },
    ...(above.length > 0 ? [element('thead', {}, ...above.map(row => rowOf(row, 'col')))] : []),
    element('tbody', {}, ...below.map(row => rowOf(row, 'row'))),
  );
  if ((rows[0]?.length ?? 0) <= narrow) return table;
  // On a narrow screen it is moved from side to side: by keys, too.
  const attributes = { class: 'wide', role: 'group', tabindex: 0, 'aria-labelledby': around.heading };
  return element('div', attributes, table);
}

type Named = readonly { language: string; text: string }[] | undefined;

/** A picture with what it shows, or a frame that waits for one to be drawn. */
function figureOf(block: Block, { alt, versions }: { alt: string; versions?: Named }, around: Around): Html {
  const images = block.holds.flatMap(held =>
    !isBlock(held) && held.kind === 'picture' ? imageOf(held, alt, around) : [],
  );
  return images.length > 0
    ? element('figure', {}, ...images)
    : fieldOf(block, labelsOf(block, alt, versions, around), around);
}

function imageOf(frame: PictureFrame, alt: string, { images }: Around): Html[] {
  const image = images.find(frame);
  return image ? [element('img', { ...image, alt })] : [];
}

/** What is to go into a blank, where its own words do not say so. */
function labelsOf(block: Block, label: string, versions: Named, around: Around): Html[] {
  const said = textsOf(block).map(({ text }) => text);
  if (said.join(' / ') === label) return [];
  const named = versions ?? [{ language: around.language, text: label }];
  return named.map(name => nameIn(name, around, 'label'));
}

/** A blank to fill: what goes there, and room for it. */
function fieldOf(block: Block, labels: readonly Html[], around: Around): Html {
  const framed = block.holds.some(held => !isBlock(held) && held.kind === 'shape' && held.origin === 'frame');
  return element('div', { class: framed ? 'field frame' : 'field' }, ...labels, inside(block, around));
}

/** A name in its language. */
export function nameIn(name: { language: string; text: string }, around: Around, kind?: string): Html {
  const { language, text } = name;
  const attributes = marked({ language, direction: directionOf(language) }, around);
  return kind === 'label'
    ? element('p', { class: kind, ...attributes }, words(text))
    : spanned(attributes, words(text));
}

const textsOf = (block: Block): Text[] =>
  block.holds.flatMap(held => (isBlock(held) ? textsOf(held) : held.kind === 'text' ? [held] : []));

const sameLanguage = (one: Text, other: Text): boolean =>
  one.language === other.language && one.direction === other.direction;

/** The attributes of words that are in another language, or run the other way, than those around them. */
export const marked = (
  { language, direction }: { language: string; direction: Direction },
  around: Pick<Around, 'language' | 'direction'>,
): Attributes => ({
  lang: language === around.language ? undefined : language,
  dir: direction === around.direction ? undefined : direction,
});
