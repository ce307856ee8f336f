/** From a sheet order and its layout to sheets of frames: fills in values, arranges, goes on to further pages, mirrors. */
import { type Diagnostic, type Path, type Place, withoutRepeats } from '../diagnostic.js';
import type { Once } from '../kept.js';
import { paperNamed, papers, scaleOf } from '../papers.js';
import type { SheetOrder } from '../plan/order.js';
import { meantHint } from '../reading/nearest.js';
import { darkened, leastContrast } from '../session/contrast.js';
import { directionOf } from '../type/direction.js';
import { packageFor } from '../type/scripts.js';
import type { Size } from '../units.js';
import { type Arrangement, arrange, type Misfit } from './arrange.js';
import type { Drawings } from './drawings.js';
import { following } from './follow.js';
import type { Sheet } from './frame.js';
import { settleHeadings } from './headings.js';
import { Held } from './held.js';
import { kindsOf, type SheetKind } from './kinds.js';
import type { NodeTemplate } from './language.js';
import type { Layout } from './library.js';
import { type Mark, marksOn, marksValue, pageMarks } from './marks.js';
import { mirror } from './mirror.js';
import type { Node, Words } from './node.js';
import { onPage, type PageRange, paginate } from './pages.js';
import { plain, resolveNode } from './resolve.js';
import { sizeAt, type TypeContext } from './text.js';
import type { Style } from './theme.js';
import { fillText, ValueProblem, type Values } from './values.js';

/** The sheet's own colours, dark enough for the paper: on A3 and below type gets under 24 pt, which wants them darker. */
function coloursOn(size: Size, { colours }: SheetOrder, paper: string | undefined): SheetOrder['colours'] {
  const least = kindsOf(size).includes('small') ? leastContrast.text : leastContrast.large;
  return Object.fromEntries(
    Object.entries(colours).map(([role, hex]) => [role, darkened(hex, least, paper)]),
  );
}

/** What all sheets of a session share. */
export interface Desk extends Omit<TypeContext, 'direction' | 'style'> {
  /** Makes once what the same order asks for again. */
  once: Once;
  drawings: Drawings;
  /** Kinds of all sheets. */
  kinds: readonly SheetKind[];
  /** The style of a name on paper of a scale (`scaleOf`), on sheets of some kinds. */
  style(name: string, scale: number, kinds: readonly SheetKind[]): Style;
  /** Colours of the theme's roles. */
  colours: Readonly<Record<string, string>>;
  /** Where in the session file a value stands. */
  where(path: Path): Place;
}

/** The sheets that one order makes: one, or more when a column flows on. */
export function layOut(
  order: SheetOrder,
  layout: Layout,
  desk: Desk,
): { sheets: Sheet[]; diagnostics: Diagnostic[] } {
  const filled = fillLayout(order, layout, desk);
  if ('problem' in filled) return { sheets: [], diagnostics: [filled.problem] };
  const { size, margin } = filled;
  const box = { x: margin, y: margin, width: size.width - 2 * margin, height: size.height - 2 * margin };
  const { language } = order;
  const direction = directionOf(language);
  const scale = scaleOf(size);
  const styles = new Map<string, Style>();
  const style = (name: string): Style => {
    const found = styles.get(name) ?? desk.style(name, scale, layout.kinds);
    styles.set(name, found);
    return found;
  };
  const context: TypeContext = {
    ...desk,
    style,
    direction,
    ...(layout.flows && { needs: new WeakMap() }),
  };
  const problems = (arrangements: readonly Arrangement[]) => problemsOf(arrangements, layout, desk, style);
  const sheet = ({ frames, written, reading }: Arrangement): Sheet => ({
    layout: layout.name,
    size,
    margin,
    frames: direction === 'rtl' ? mirror(frames, size.width) : frames,
    written,
    reading,
    colours: { ...desk.colours, ...coloursOn(size, order, desk.colours.paper) },
    language,
    direction,
  });

  const { marks: names } = layout;
  let marks: Mark[] = [];
  for (let pass = 1; ; pass++) {
    const told = marksValue(marks, names);
    const root = (number: number, count: number) =>
      filled.root(pageValues(number, count, marks, names, told));
    const first = arrange(root(1, 1), box, context);
    if (!first.flow) {
      settleHeadings([first.reading]);
      return { sheets: [sheet(first)], diagnostics: problems([first]) };
    }

    const { pages, fit } = paginate(first.flow.node, first.flow.box, context);
    const { node } = first.flow;
    const found = marksOn(pages.map(page => onPage(node, page)));
    // What names the pages of marks may move them: it is laid out again until they stay.
    if (pass < mostPasses && JSON.stringify(found) !== JSON.stringify(marks)) {
      marks = found;
      continue;
    }
    const arrangements = pages.map((page, index) =>
      arrange(withPage(root(index + 1, pages.length), page), box, context, fit, index > 0),
    );
    settleHeadings(arrangements.map(({ reading }) => reading));
    return { sheets: arrangements.map(sheet), diagnostics: problems(arrangements) };
  }
}

/** Two passes place the contents, a third finds that all is still; more are for page numbers that become wider. */
const mostPasses = 6;

/** What every page knows of itself and of its document; `told` is the same for all pages. */
const pageValues = (
  number: number,
  count: number,
  marks: readonly Mark[],
  names: readonly string[],
  told = marksValue(marks, names),
): Values => ({
  page: {
    ...pageMarks(marks, names, number),
    number,
    count,
    several: count > 1 ? count : null,
    later: number > 1 ? number : null,
  },
  ...(names.length > 0 && { marks: told }),
});

/** The layout with its values: its paper, and its tree for each page. */
function fillLayout({ values, language, colours }: SheetOrder, layout: Layout, desk: Desk) {
  let current = layout.sheet;
  try {
    const size = sizeOn(values, layout);
    const { drawn } = layout.page;
    const times = drawn === undefined ? 1 : scaleOf(size) / scaleOf(paperOf(drawn));
    const roles = Object.keys({ ...desk.colours, ...colours });
    const held = new Held();
    const root = (page: Values): Node => {
      const seen = (template: NodeTemplate) => {
        current = template;
      };
      const filling = {
        values: { ...values, ...page },
        language,
        colours: roles,
        drawings: desk.drawings,
        seen,
        held,
      };
      const [node] = resolveNode(layout.sheet, filling);
      return following(node ?? emptyBox, times);
    };
    // What cannot go on to another page is filled once.
    if (!layout.flows) {
      const only = root(pageValues(1, 1, [], []));
      return { size, margin: layout.page.margin, root: () => only };
    }
    // Marks of every name stand in for those that are found later, so that nothing is wrong with the layout then.
    const { marks: names } = layout;
    root(
      pageValues(
        2,
        2,
        names.map(name => ({ name, text: name, page: 1, opens: false })),
        names,
      ),
    );
    return { size, margin: layout.page.margin, root };
  } catch (error) {
    if (!(error instanceof ValueProblem)) throw error;
    return { problem: valueDiagnostic(error, layout.placeOf(current)) };
  }
}

/** The size of the sheet, mm; undefined when what the layout says of it is wrong, which `layOut` will tell. */
export function sizeOf({ values }: SheetOrder, layout: Layout): Size | undefined {
  try {
    return sizeOn(values, layout);
  } catch (error) {
    if (error instanceof ValueProblem) return undefined;
    throw error;
  }
}

function sizeOn(values: SheetOrder['values'], { page }: Layout): Size {
  return paperOf(fillText(values, page.paper), page.turned);
}

function paperOf(name: string, turned?: string): Size {
  const paper = paperNamed(turned === undefined ? name : `${name} ${turned}`);
  if (!paper) throw new ValueProblem(name, `"${name}" is not a paper size.`, Object.keys(papers));
  return paper.size;
}

function valueDiagnostic(problem: ValueProblem, place: Place | undefined): Diagnostic {
  const last = problem.value.split('.').at(-1) ?? '';
  const hint = problem.known.length > 0 ? meantHint(last, problem.known, 'There are') : '';
  return { severity: 'error', message: problem.message, ...(place && { place }), ...(hint && { hint }) };
}

const emptyBox: Node = { ...plain, kind: 'box' };

/** The tree with what of its flowing column stands on one page. */
function withPage(node: Node, page: PageRange): Node {
  if (!('items' in node)) return node;
  if (node.kind === 'column' && node.flow) return onPage(node, page);
  return { ...node, items: node.items.map(item => withPage(item, page)) };
}

function problemsOf(
  arrangements: readonly Arrangement[],
  layout: Layout,
  desk: Desk,
  style: TypeContext['style'],
): Diagnostic[] {
  const diagnostics = arrangements.flatMap(({ misfits, missing }) => [
    ...misfits.map(misfit => misfitDiagnostic(misfit, layout, desk, style(misfit.words.style))),
    ...missing.map(({ sign, words }): Diagnostic => {
      const codes = [...sign].map(
        character => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
      );
      return {
        severity: 'error',
        ...placed(words, layout, desk),
        message: `No font here has the sign "${sign}" (${codes.join(' ')}).`,
        hint: fontHint(sign, words),
      };
    }),
  ]);
  return withoutRepeats(diagnostics);
}

/** What to do about a sign without a glyph. */
function fontHint(sign: string, { language }: Words): string {
  const font = packageFor(sign, language);
  return font
    ? `${font.name} is set by a font that is a package of its own: npm install ${font.package}`
    : 'Write it in other letters, or give a font that has it under "fonts".';
}

function misfitDiagnostic(
  { over, room, words }: Misfit,
  layout: Layout,
  desk: Desk,
  style: Style,
): Diagnostic {
  const floor = sizeAt(style, 0);
  const smallest = `${Math.round(floor)} pt, the smallest size of the style "${words.style}"`;
  // A text that is smaller by a tenth needs a fifth less of height: it is as much less wide, too.
  const fitting = Math.floor(floor * Math.sqrt(room / (room + over)));
  const count = words.text.split(/\s+/).length;
  const many = Math.max(1, Math.ceil((count * over) / (room + over)));
  const message =
    over > 0
      ? `${excerpt(words.text)} does not fit on the sheet "${layout.name}": at ${smallest}, it is ${Math.ceil(over)} mm too high${fitting > 0 ? `; it would need about ${fitting} pt` : ''}.`
      : `${excerpt(words.text)} is too wide for the sheet "${layout.name}" at ${smallest}.`;
  const hint =
    over > 0
      ? `Make it about ${many} ${many === 1 ? 'word' : 'words'} shorter.`
      : 'Use shorter words, or fewer.';
  return { severity: 'error', ...placed(words, layout, desk), message, hint };
}

/** In the session file when the words come from there, else in the layout. */
function placed({ from, written }: Words, layout: Layout, desk: Desk): { place?: Place } {
  const place = from ? desk.where(from) : (layout.placeOf(written) ?? layout.placeOf(layout.sheet));
  return place ? { place } : {};
}

/** The beginning of a text, in quotes. */
export const excerpt = (text: string): string => {
  const words = text.split(/\s+/);
  return `"${words.slice(0, 7).join(' ')}${words.length > 7 ? ' …' : ''}"`;
};
