/** Fills a layout with values: braces, `when` and `each` go, what is left is a tree of nodes with nothing to decide. */
import type { Meaning } from './frame.js';
import type { NodeTemplate } from './language.js';
import type { Inset, Length, Node, Words } from './node.js';
import { fillIn, isThere, listOf, pictureOf, type Values } from './values.js';

/** Lines of frames, borders and rules when the layout does not say: mm. */
const defaultWeight = 0.5;

/**
 * The node that a template makes with these values: none when its `when` does not hold or its text is empty.
 * Throws a ValueProblem for a name that does not exist; `seen` is told of each template before it is filled, so that the
 * caller knows which one failed. `written` is the node of the file that the template was made from.
 */
export function resolveNode(
  template: NodeTemplate,
  values: Values,
  seen: (template: NodeTemplate) => void = () => {},
  written: NodeTemplate = template,
): Node[] {
  seen(written);
  if (template.each !== undefined && template.as !== undefined) {
    const { each, as, ...once } = template;
    return listOf(values, each).flatMap(value =>
      resolveNode(once as NodeTemplate, { ...values, [as]: value }, seen, written),
    );
  }
  if (template.when !== undefined && !isThere(values, template.when)) return [];
  const all = (items: readonly NodeTemplate[]) => items.flatMap(item => resolveNode(item, values, seen));
  if (template.items) return all(template.items);
  const common = commonOf(template, values);
  const { column, row, grid, layers, text, writing, frame, picture, art, rule } = template;

  if (column) {
    const flow = column.flow && { flow: column.flow };
    return [{ ...common, kind: 'column', gap: column.gap ?? 0, items: all(column.items), ...flow }];
  }
  if (row) return [{ ...common, kind: 'row', gap: row.gap ?? 0, items: all(row.items) }];
  if (grid) return [{ ...common, kind: 'column', gap: grid.gap ?? 0, items: rowsOf(all(grid.items), grid) }];
  if (layers) return [{ ...common, kind: 'layers', items: all(layers) }];
  if (text !== undefined) {
    const words = wordsOf(text, template.style ?? 'body', values, written);
    const colour = template.colour === undefined ? {} : { colour: template.colour };
    return words ? [{ ...common, ...words, ...colour, kind: 'text', columns: template.columns ?? 1 }] : [];
  }
  if (writing) {
    const starter = wordsOf(writing.starter ?? '', writing.style ?? 'label', values, written);
    return [{ ...common, kind: 'writing', lines: writing.lines ?? 1, ...(starter && { starter }) }];
  }
  if (frame) {
    const label = wordsOf(frame.text ?? '', frame.style ?? 'hint', values, written);
    return [{ ...common, kind: 'frame', ...(label && { label }) }];
  }
  if (picture !== undefined) {
    const image = pictureOf(values, picture);
    return image ? [{ ...common, kind: 'picture', picture: image, crop: template.crop ?? 'whole' }] : [];
  }
  if (art !== undefined) {
    const svg = fillIn(values, art).text;
    return [
      {
        ...common,
        kind: 'picture',
        picture: { kind: 'art', svg, ...sizeOfArt(svg) },
        crop: template.crop ?? 'whole',
      },
    ];
  }
  if (rule) {
    return [{ ...common, kind: 'rule', colour: rule.colour ?? 'line', weight: rule.weight ?? defaultWeight }];
  }
  return [{ ...common, kind: 'box' }];
}

function commonOf(template: NodeTemplate, values: Values) {
  const { width, height, fill, border, means } = template;
  return {
    inset: insetOf(template.inset),
    least: template.least ?? 0,
    align: template.align ?? ('start' as const),
    place: template.place ?? ('top' as const),
    keepWithNext: template.keep !== undefined,
    ...(width !== undefined && { width: lengthOf(width) }),
    ...(height !== undefined && { height: lengthOf(height) }),
    ...(fill !== undefined && { fill }),
    ...(border && {
      border: {
        colour: border.colour ?? 'line',
        weight: border.weight ?? defaultWeight,
        radius: border.radius ?? 0,
        dotted: border.dotted ?? false,
      },
    }),
    ...(means !== undefined && { means: meaningOf(means, values) }),
  };
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
    return 'figure' in means
      ? { role: 'figure', alt: fillIn(values, means.figure).text }
      : { role: 'field', label: fillIn(values, means.field).text };
  }
  if (means === 'decoration') return means;
  if (means === 'heading 1' || means === 'heading 2' || means === 'heading 3') {
    return { role: 'heading', level: Number(means.slice(-1)) };
  }
  return { role: means };
}

function wordsOf(template: string, style: string, values: Values, written: NodeTemplate): Words | undefined {
  const { text, from } = fillIn(values, template);
  if (text.trim() === '') return undefined;
  return { text: text.trim(), style, written, ...(from && { from }) };
}

/** A grid is a column of rows; the last row is filled up with empty boxes. */
function rowsOf(
  items: readonly Node[],
  { columns, gap = 0 }: { columns: number; gap?: number | undefined },
): Node[] {
  const empty = commonOf({}, {});
  const rows: Node[] = [];
  for (let start = 0; start < items.length; start += columns) {
    const cells = items.slice(start, start + columns);
    const height = cells[0]?.height;
    while (cells.length < columns) cells.push({ ...empty, kind: 'box' });
    rows.push({ ...empty, kind: 'row', gap, items: cells, ...(height && { height }) });
  }
  return rows;
}

/** The size of a drawing in its own units, from its viewBox. */
function sizeOfArt(svg: string): { width: number; height: number } {
  const [, , width, height] = (svg.match(/viewBox="([^"]+)"/)?.[1] ?? '0 0 1 1').split(/[\s,]+/).map(Number);
  return { width: width || 1, height: height || 1 };
}
