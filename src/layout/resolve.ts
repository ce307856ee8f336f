/** Fills a layout with values: braces, `when` and `each` go, what is left is a tree of nodes with nothing to decide. */
import { directionIn, directionOf } from '../type/direction.js';
import { typographic } from '../type/punctuation.js';
import type { Drawings } from './drawings.js';
import type { Meaning } from './frame.js';
import type { Held } from './held.js';
import type { NodeTemplate } from './language.js';
import type { Common, Inset, Length, Node, Words } from './node.js';
import { fillIn, fillText, isThere, listOf, pictureOf, ValueProblem, type Values } from './values.js';

/** Lines of frames, borders and rules when the layout does not say: mm. */
const defaultWeight = 0.5;
/** The outline of a frame, mm: its thickness, and the radius of its corners. */
const frameOutline = { weight: 0.8, radius: 4 };
/** Space between the blocks of a text in several languages, mm. */
const defaultBetween = 2;

/** What a layout is filled with. */
export interface Filling {
  values: Values;
  /** Of the sheet, BCP 47: words that are given in no other are in it. */
  language: string;
  /** The colour roles of the sheet. */
  colours: readonly string[];
  drawings: Drawings;
  /** Told of each template before it is filled, so that the caller knows which one failed. */
  seen?(template: NodeTemplate): void;
  /** What flowing columns hold, where several pages of a document are filled: most of it is the same on all of them. */
  held?: Held;
}

/**
 * The nodes that a template makes: none when its `when` does not hold or its text is empty, several when it repeats.
 * Throws a ValueProblem for a name that does not exist. `written` is the node of the file that the template was made from.
 */
export function resolveNode(
  template: NodeTemplate,
  filling: Filling,
  written: NodeTemplate = template,
): Node[] {
  const { values } = filling;
  filling.seen?.(written);
  if (template.each !== undefined && template.as !== undefined) {
    const { each, as, ...once } = template;
    return listOf(values, each).flatMap(value =>
      resolveNode(once as NodeTemplate, { ...filling, values: { ...values, [as]: value } }, written),
    );
  }
  if (template.when !== undefined && !isThere(values, template.when)) return [];
  const all = (items: readonly NodeTemplate[]) => items.flatMap(item => resolveNode(item, filling));
  if (template.items) return all(template.items);
  const common = commonOf(template, filling, written);
  const { column, row, grid, layers, text, writing, frame, field, picture, art, rule } = template;
  const setIn = (style: string, template = '') => wordsOf(template, style, filling, written);

  if (column) {
    const { flow } = column;
    const { held } = filling;
    const items =
      flow && held
        ? column.items.flatMap(item => held.nodes(item, values.marks, () => resolveNode(item, filling)))
        : all(column.items);
    return [{ kind: 'column', gap: column.gap ?? 0, items, flow, ...common }];
  }
  if (row) return [{ kind: 'row', gap: row.gap ?? 0, items: all(row.items), ...common }];
  if (grid)
    return [
      {
        kind: 'column',
        gap: grid.gap ?? 0,
        items: rowsOf(all(grid.items), grid, common),
        flow: undefined,
        ...common,
      },
    ];
  if (layers) return [{ kind: 'layers', items: all(layers), ...common }];
  if (text !== undefined) return textNodes(setIn(template.style ?? 'body', text), template, common, filling);
  if (writing) {
    const starters = setIn(writing.style ?? 'label', writing.starter);
    return [{ kind: 'writing', lines: writing.lines ?? 1, starters, ...common }];
  }
  if (frame) {
    const labels = textNodes(
      setIn(frame.style ?? 'hint', frame.text),
      template,
      { ...plain, written },
      filling,
    );
    const { weight, radius } = frameOutline;
    return [{ kind: 'frame', gap: 0, items: labels, weight, radius, ...common }];
  }
  if (field) {
    const style = field.style ?? 'body';
    const means: Meaning = { role: 'field', label: fillText(values, field.label) };
    const items = textNodes(setIn(style, field.text), template, { ...plain, written }, filling);
    const name = fillText(values, field.name);
    const { language } = filling;
    const direction = directionOf(language);
    return [{ kind: 'field', gap: 0, items, name, style, language, direction, ...common, means }];
  }
  if (picture !== undefined) {
    const image = pictureOf(values, picture);
    const { crop = 'whole', mat } = template;
    return image ? [{ kind: 'picture', picture: image, crop, mat, ...common }] : [];
  }
  if (art !== undefined) {
    const drawn = fillText(values, art);
    if (drawn === '') return [];
    const picture = filling.drawings.find(drawn);
    return [{ kind: 'picture', picture, crop: template.crop ?? 'whole', mat: undefined, ...common }];
  }
  if (rule) {
    const colour = colourOf(rule.colour ?? 'line', filling);
    return [{ kind: 'rule', colour, weight: rule.weight ?? defaultWeight, ...common }];
  }
  return [{ kind: 'box', ...common }];
}

/** A text in one language is one node; in several it is a column of them, each a block of its own. */
function textNodes(
  versions: readonly Words[],
  template: NodeTemplate,
  common: Common,
  filling: Filling,
): Node[] {
  const [words, ...others] = versions;
  if (!words) return [];
  const columns = template.columns ?? 1;
  const colour = template.colour === undefined ? undefined : colourOf(template.colour, filling);
  const { mark } = template;
  const textNode = (
    own: Common,
    { text, language, direction, from, style, written }: Words,
    first: boolean,
  ): Node => ({
    kind: 'text',
    text,
    language,
    direction,
    from,
    style,
    colour,
    columns,
    mark: first ? mark : undefined,
    ...own,
    written,
  });
  if (others.length === 0) return [textNode(common, words, true)];
  const { means, align, inset, parted, ...around } = common;
  const each = means === undefined || means === 'decoration' || !partsOfOneText.has(means.role);
  const own = {
    ...plain,
    align,
    inset: { ...inset, top: 0, bottom: 0 },
    parted,
    means: each ? means : undefined,
  };
  const items = versions.map((version, index) => textNode(own, version, index === 0));
  return [
    {
      ...around,
      means: each ? undefined : means,
      parted: undefined,
      inset: { ...inset, start: 0, end: 0 },
      align: 'start',
      kind: 'column',
      gap: template.between ?? defaultBetween,
      items,
      flow: undefined,
    },
  ];
}

/** Parts of a sheet that hold a text in all its languages; other meanings go to each block. */
const partsOfOneText = new Set([
  'item',
  'head',
  'cell',
  'figure',
  'field',
  'row',
  'section',
  'list',
  'table',
]);

function commonOf(
  template: NodeTemplate,
  filling: Omit<Filling, 'drawings'>,
  written: NodeTemplate | undefined,
): Common {
  const { width, height, fill, border, parted, means } = template;
  return {
    width: width === undefined ? undefined : lengthOf(width),
    height: height === undefined ? undefined : lengthOf(height),
    least: template.least ?? 0,
    inset: insetOf(template.inset),
    fill: fill === undefined ? undefined : colourOf(fill, filling),
    border: border && {
      colour: colourOf(border.colour ?? 'line', filling),
      weight: border.weight ?? defaultWeight,
      radius: border.radius ?? 0,
      dotted: border.dotted ?? false,
    },
    parted: parted && { colour: parted.colour ?? 'line', weight: parted.weight ?? defaultWeight },
    align: template.align ?? 'start',
    place: template.place ?? 'top',
    means: means === undefined ? undefined : meaningOf(means, filling.values),
    keepWithNext: template.keep !== undefined,
    beginsPage: template.begins !== undefined,
    written,
  };
}

/** A box of which nothing is said. */
export const plain = commonOf({}, { values: {}, language: '', colours: [] }, undefined);

/** A role of the sheet, by its name or by a value that names it. */
function colourOf(colour: string, { values, colours }: Pick<Filling, 'values' | 'colours'>): string {
  if (!colour.includes('{')) return colour;
  const role = fillText(values, colour);
  if (colours.includes(role)) return role;
  throw new ValueProblem(role, `There is no colour "${role}".`, colours);
}

const lengthOf = (length: number | string): Length => {
  if (typeof length === 'number') return { mm: length };
  return length === 'fit' ? 'fit' : { fr: Number.parseFloat(length) };
};

function insetOf(inset: NodeTemplate['inset']): Inset {
  if (inset === undefined) return { top: 0, bottom: 0, start: 0, end: 0 };
  if (typeof inset === 'number') return { top: inset, bottom: inset, start: inset, end: inset };
  return { top: inset.top ?? 0, bottom: inset.bottom ?? 0, start: inset.start ?? 0, end: inset.end ?? 0 };
}

function meaningOf(means: NonNullable<NodeTemplate['means']>, values: Values): Meaning | 'decoration' {
  if (typeof means === 'object') {
    const template = 'figure' in means ? means.figure : means.field;
    const versions = fillIn(values, template).flatMap(({ text, language }) =>
      language === undefined ? [] : [{ language, text }],
    );
    const named = versions.length > 0 && { versions };
    const text = fillText(values, template);
    return 'figure' in means
      ? { role: 'figure', alt: text, ...named }
      : { role: 'field', label: text, ...named };
  }
  if (means === 'decoration') return means;
  if (means === 'heading 1' || means === 'heading 2' || means === 'heading 3') {
    return { role: 'heading', level: Number(means.slice(-1)) };
  }
  return { role: means };
}

function wordsOf(template: string, style: string, filling: Filling, written: NodeTemplate): Words[] {
  return fillIn(filling.values, template).flatMap(({ text, from, language = filling.language }): Words[] => {
    const trimmed = typographic(text.trim(), language);
    if (trimmed === '') return [];
    const direction = directionIn(trimmed, language);
    return [{ text: trimmed, language, direction, style, written, from }];
  });
}

/** A grid is a column of rows; the last row is filled up with empty boxes. */
function rowsOf(
  items: readonly Node[],
  { columns, gap = 0 }: { columns: number; gap?: number | undefined },
  { parted }: Pick<Node, 'parted'>,
): Node[] {
  const rows: Node[] = [];
  for (let start = 0; start < items.length; start += columns) {
    const cells = items.slice(start, start + columns);
    const height = cells[0]?.height;
    while (cells.length < columns) cells.push({ ...plain, kind: 'box' });
    rows.push({
      ...plain,
      kind: 'row',
      gap,
      items: cells,
      height,
      parted,
    });
  }
  return rows;
}
