/** The layout language: the one description of what a layout file may say. `layouts/README.md` explains it with pictures. */
import { z } from 'zod';
import { once } from '../once.js';
import { wants } from '../reading/issues.js';
import { sheetKinds } from './kinds.js';

/** The kinds of node, in the order in which the README explains them; a node with none of them is an empty box. */
export const kinds = [
  'column',
  'row',
  'grid',
  'layers',
  'text',
  'writing',
  'frame',
  'field',
  'picture',
  'art',
  'rule',
  'slot',
  'items',
] as const;

/** What a layout may say: bundled layouts are checked when padpress is built, so most sessions need none of it. */
const schemas = once(() => {
  const length = z
    .union([z.number(), z.string()])
    .refine(value => (typeof value === 'number' ? value > 0 : /^(fit|\d+(\.\d+)?fr)$/.test(value)), {
      error: wants(
        'a length',
        'A length is a number of millimetres (62), a share of what is left (1fr) or fit.',
      ),
    })
    .describe('Millimetres (62), a share of what is left (1fr), or as large as the content (fit).');

  const colour = z.string().describe('A colour role of the theme, such as ink, quiet, line, group.');
  const words = z.string().describe('Text, with values in braces: "{group.name}".');
  const gap = z.number().min(0).describe('Space between the items, mm.');

  const inset = z
    .union(
      [
        z.number().min(0),
        z.strictObject({ top: z.number(), bottom: z.number(), start: z.number(), end: z.number() }).partial(),
      ],
      {
        error: wants(
          'an inset',
          'An inset is a number of millimetres, or a mapping of top, bottom, start, end.',
        ),
      },
    )
    .describe('Space kept free inside the box, mm: one number, or top, bottom, start, end.');

  const meaning = z
    .union(
      [
        z.enum(['heading 1', 'heading 2', 'heading 3', 'section', 'paragraph', 'label', 'list', 'item']),
        z.enum(['table', 'row', 'head', 'cell', 'decoration']),
        z.strictObject({ figure: words }),
        z.strictObject({ field: words }),
      ],
      {
        error: wants(
          'a meaning',
          'A meaning is heading 1 to heading 3, section, paragraph, label, list, item, table, row, head, cell, decoration, or a mapping {figure: alternative text} or {field: label}.',
        ),
      },
    )
    .describe(
      'What the thing is for somebody who cannot see it. Text without it is a paragraph, drawing is decoration.',
    );

  /** How the items of a column go on to further pages. */
  const flow = z
    .enum(['fill', 'even'])
    .describe(
      'Items that do not fit go on to further pages: fill the first pages, or share them out evenly.',
    );

  const node = z.strictObject({
    get column() {
      return z
        .strictObject({ gap: gap.optional(), flow: flow.optional(), items: z.array(node) })
        .optional()
        .describe('Items one under the other.');
    },
    get row() {
      return z
        .strictObject({ gap: gap.optional(), items: z.array(node) })
        .optional()
        .describe('Items side by side, from the start of the line.');
    },
    get grid() {
      return z
        .strictObject({ columns: z.int().min(1).max(12), gap: gap.optional(), items: z.array(node) })
        .optional()
        .describe('Items in rows of so many columns of one width.');
    },
    get layers() {
      return z.array(node).optional().describe('Items one upon the other in the same box.');
    },
    text: words.optional(),
    writing: z
      .strictObject({
        lines: z.int().min(1).max(60).optional().describe('How many lines to write on; 1 when left out.'),
        starter: words.optional().describe('Words that the first line begins with.'),
        style: z.string().optional(),
      })
      .optional()
      .describe('Lines to write on by hand, spread over the height of the box.'),
    frame: z
      .strictObject({ text: words.optional(), style: z.string().optional() })
      .optional()
      .describe('A dotted frame to draw or stick notes in, with an optional word at its top.'),
    field: z
      .strictObject({
        name: words.describe('What programs know it by: one of its own for each field of a file.'),
        label: words.describe('What people are told that it is for.'),
        text: words.optional().describe('What stands in it already.'),
        style: z.string().optional(),
      })
      .optional()
      .describe('A place to type in, in files that are filled in on a screen; on paper it is blank.'),
    picture: z.string().optional().describe('A picture from the session: "{story.picture}".'),
    art: z
      .string()
      .optional()
      .describe('A drawing: SVG markup, or the name of one that comes with padpress (people).'),
    rule: z
      .strictObject({
        colour: colour.optional(),
        weight: z.number().positive().optional().describe('Thickness, mm.'),
      })
      .optional()
      .describe('A straight line across.'),
    get items() {
      return z.array(node).optional().describe('Several nodes in the place of one, for `each` and `when`.');
    },
    slot: z.string().optional().describe('A hole that a layout which extends this one fills.'),

    width: length.optional(),
    height: length.optional(),
    least: z
      .union([z.number().positive(), z.literal('fit')], {
        error: wants('a length', 'Write a number of millimetres, or fit.'),
      })
      .optional()
      .describe('In a column or row: a share is never smaller than this, mm, or than its content (fit).'),
    inset: inset.optional(),
    fill: colour.optional(),
    border: z
      .strictObject({
        colour: colour.optional(),
        weight: z.number().positive().optional().describe('Thickness, mm.'),
        radius: z.number().min(0).optional().describe('Radius of the corners, mm.'),
        dotted: z.boolean().optional(),
      })
      .optional(),
    align: z
      .enum(['start', 'centre', 'end'])
      .optional()
      .describe('Where things narrower than their box stand.'),
    place: z
      .enum(['top', 'middle', 'bottom', 'baseline', 'stretch'])
      .optional()
      .describe(
        'Where things lower than their box stand; baseline: the last line of text on its foot; stretch: the items of a column grow, in equal parts.',
      ),
    style: z.string().optional().describe('A text style of the theme.'),
    colour: colour.optional(),
    parted: z
      .strictObject({
        colour: colour.optional(),
        weight: z.number().positive().optional().describe('Thickness, mm.'),
      })
      .optional()
      .describe('Lines in the gaps between the items, or between the columns of a text.'),
    columns: z.int().min(1).max(6).optional().describe('Sets a text in so many columns.'),
    between: z
      .number()
      .min(0)
      .optional()
      .describe('Space between the blocks of a text in several languages, mm.'),
    crop: z
      .enum(['fill', 'photo', 'whole'])
      .optional()
      .describe(
        'A picture fills its box and is cropped; only a photograph is, as far as most of it stays; or it is seen whole.',
      ),
    mat: colour
      .optional()
      .describe(
        'A colour under a photograph or scan, as large as it: seen where the picture is transparent.',
      ),
    means: meaning.optional(),
    when: z.string().optional().describe('Only there when this value is.'),
    each: z.string().optional().describe('Repeated for each value of this list …'),
    as: z.string().optional().describe('… which is known under this name inside.'),
    keep: z.literal('with next').optional().describe('In a flowing column: never the last on a page.'),
    begins: z.literal('page').optional().describe('In a flowing column: the first on a new page.'),
    mark: z
      .string()
      .regex(/^[a-z]+$/)
      .optional()
      .describe(
        'A text that is known all over the document: in `marks` with its page, and as `page.NAME` where it goes on.',
      ),
  });

  /** A layout file. */
  const layout = z
    .strictObject({
      about: z
        .string()
        .optional()
        .describe('One sentence that says what the sheet is; `padpress layouts` prints it.'),
      extends: z.string().optional().describe('The layout whose slots this one fills.'),
      page: z
        .strictObject({
          paper: z
            .string()
            .describe(
              'A paper such as A4, A5 landscape or 105 x 148 mm, or "{paper}": the one of the session.',
            ),
          drawn: z
            .string()
            .optional()
            .describe(
              'The paper that the millimetres are meant for: on another they follow its diagonal, as type does. Left out, they stay.',
            ),
          turned: z.enum(['portrait', 'landscape']).optional(),
          margin: z.number().min(0).describe('Distance from the edge that everything keeps, mm.'),
        })
        .optional(),
      sheet: node.optional().describe('What is on the page.'),
      on: z
        .record(
          z.string(),
          z.strictObject({
            page: z
              .strictObject({ margin: z.number().min(0).optional() })
              .optional()
              .describe('What is another on such a page.'),
            sheet: node.optional(),
            slots: z.record(z.string(), node).optional(),
          }),
        )
        .optional()
        .describe(
          `What is set anew where the sheet is of other kinds: ${sheetKinds.join(', ')}, or several of them ("small landscape"). All that hold are taken, the later over the earlier.`,
        ),
      slots: z
        .record(z.string(), node)
        .optional()
        .describe('What fills the slots of the layout that this one extends.'),
    })
    .describe('A sheet of padpress as data.');
  return { node, layout };
});

/** A layout file. */
export const layoutSchema = () => schemas().layout;

/** One node of a layout file as written. */
export type NodeTemplate = z.output<ReturnType<typeof schemas>['node']>;

export type LayoutSource = z.output<ReturnType<typeof layoutSchema>>;

/** The items of a node, whatever its kind. */
export const itemsOf = (node: NodeTemplate): readonly NodeTemplate[] =>
  node.column?.items ?? node.row?.items ?? node.grid?.items ?? node.layers ?? node.items ?? [];
