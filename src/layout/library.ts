/** Finds layouts by name, first next to the session, then among those that come with padpress, and joins them with what they extend. */
import type { Diagnostic, Place } from '../diagnostic.js';
import { ownOrBundled } from '../reading/bundled.js';
import { checked } from '../reading/checked.js';
import type { Document } from '../reading/document.js';
import { issuesToDiagnostics } from '../reading/issues.js';
import { meantHint } from '../reading/nearest.js';
import type { World } from '../world.js';
import { holdsOn, kindsIn, type SheetKind, sheetKinds } from './kinds.js';
import { itemsOf, kinds, type LayoutSource, layoutSchema, type NodeTemplate } from './language.js';
import { markNames } from './marks.js';
import type { Theme } from './theme.js';

/** A layout with all its slots filled. */
export interface Layout {
  name: string;
  /** The kinds of sheet that it is for. */
  kinds: readonly SheetKind[];
  page: NonNullable<LayoutSource['page']>;
  sheet: NodeTemplate;
  /** True when a column of it goes on to further pages. */
  flows: boolean;
  /** The names of its marks. */
  marks: readonly string[];
  /** True when the layout has another arrangement for text that does not fit. */
  alternatives: boolean;
  /** Where a node is written. */
  placeOf(node: object): Place | undefined;
}

/** One file as read. */
interface LayoutFile {
  source: LayoutSource;
  document: Document;
  /** True when it comes with padpress, and is not of the session. */
  bundled: boolean;
}

interface LayoutFound {
  layout?: Layout;
  diagnostics: Diagnostic[];
}

interface LayoutRead {
  file?: LayoutFile;
  diagnostics: Diagnostic[];
}

/** Where the nodes of layouts are written. */
const places = new WeakMap<object, () => Place>();

/** Layouts that come with padpress, as they are for a theme: found once, however many sessions use them. */
const bundledReads = new WeakMap<Theme, Map<Document, LayoutRead>>();
/** What they are joined to, by the last file of the chain and the kinds of sheet. */
const bundledJoins = new WeakMap<LayoutFile, Map<string, LayoutFound>>();

/** Colour roles that every sheet has besides those of the theme. */
const sheetColours = ['group'];

export class LayoutLibrary {
  readonly #files = new Map<string, LayoutRead>();

  constructor(
    private readonly world: World,
    private readonly theme: Theme,
  ) {}

  /** Where a node of a layout is written. */
  placeOf(node: object): Place | undefined {
    return places.get(node)?.();
  }

  /** All names that can be asked for. */
  names(): string[] {
    const files = [...this.world.session.list('layouts'), ...this.world.bundled.list('layouts')];
    return [...new Set(files.filter(file => file.endsWith('.yaml')).map(file => file.slice(0, -5)))].sort();
  }

  /** The layout of a name, as it is for kinds of sheet, or what is wrong with it. */
  find(name: string, of: readonly SheetKind[] = []): LayoutFound {
    const chain: LayoutFile[] = [];
    for (let next: string | undefined = name, by: (() => Place) | undefined; next !== undefined; ) {
      const read = this.#read(next, by);
      if (!read.file) return { diagnostics: read.diagnostics };
      const { document: file } = read.file;
      by = () => file.where(['extends']);
      if (chain.some(({ document }) => document.name === file.name)) {
        return {
          diagnostics: [{ severity: 'error', place: by(), message: `The layout "${next}" extends itself.` }],
        };
      }
      chain.push(read.file);
      next = read.file.source.extends;
    }
    return this.#joinOnce(name, chain.reverse(), of);
  }

  /** Reads a file once, however many layouts extend it; `by` is where it is named. */
  #read(name: string, by: (() => Place) | undefined): LayoutRead {
    const read = this.#files.get(name) ?? this.#readAfresh(name, by);
    if (read.file) this.#files.set(name, read);
    return read;
  }

  #readAfresh(name: string, by: (() => Place) | undefined): LayoutRead {
    const path = `layouts/${name}.yaml`;
    const { read, isBundled: bundled } = ownOrBundled(this.world, path);
    if (!read) {
      const hint = meantHint(name, this.names(), 'Layouts');
      return {
        diagnostics: [
          { severity: 'error', message: `There is no layout "${name}".`, hint, ...(by && { place: by() }) },
        ],
      };
    }
    const { document, diagnostics } = read;
    if (!document) return { diagnostics };
    const known = bundledReads.get(this.theme) ?? new Map<Document, LayoutRead>();
    const found = known.get(document) ?? this.#checked(document, bundled);
    if (bundled) bundledReads.set(this.theme, known.set(document, found));
    return found;
  }

  #checked(document: Document, bundled: boolean): LayoutRead {
    const parsed = checked(document, layoutSchema);
    if (!parsed.success)
      return { diagnostics: issuesToDiagnostics(parsed.error.issues, document, layoutSchema()) };
    const problems = this.#check(parsed.data, document);
    return problems.length > 0
      ? { diagnostics: problems }
      : { file: { source: parsed.data, document, bundled }, diagnostics: [] };
  }

  /** What the schema cannot say: one kind for a node, `each` with `as`, names of styles and colours that exist. */
  #check(source: LayoutSource, document: Document): Diagnostic[] {
    const problems: Diagnostic[] = [];
    const styles = Object.keys(this.theme.styles);
    const colours = [...sheetColours, ...Object.keys(this.theme.colours)];
    const visit = (node: NodeTemplate, path: (string | number)[]) => {
      places.set(node, () => document.where(path));
      const say = (key: string[], message: string, hint?: string) =>
        problems.push({
          severity: 'error',
          place: document.where([...path, ...key]),
          message,
          ...(hint && { hint }),
        });
      const known = (key: string[], kind: string, name: string | undefined, names: readonly string[]) => {
        if (name === undefined || name.includes('{') || names.includes(name)) return;
        say(key, `There is no ${kind} "${name}".`, meantHint(name, names, 'There are'));
      };
      const used = kinds.filter(kind => node[kind] !== undefined);
      if (used.length > 1)
        say([used[1] ?? ''], `A node is one thing only, and this is "${used[0]}" and "${used[1]}".`);
      if ((node.each === undefined) !== (node.as === undefined)) {
        say([], '"each" and "as" go together.', 'Write "each: complaints" and "as: complaint".');
      }
      if (node.mark !== undefined && node.text === undefined) say(['mark'], 'Only a text can be a mark.');
      known(['style'], 'style', node.style, styles);
      known(['writing', 'style'], 'style', node.writing?.style, styles);
      known(['frame', 'style'], 'style', node.frame?.style, styles);
      known(['field', 'style'], 'style', node.field?.style, styles);
      known(['colour'], 'colour', node.colour, colours);
      known(['fill'], 'colour', node.fill, colours);
      known(['mat'], 'colour', node.mat, colours);
      known(['border', 'colour'], 'colour', node.border?.colour, colours);
      known(['parted', 'colour'], 'colour', node.parted?.colour, colours);
      known(['rule', 'colour'], 'colour', node.rule?.colour, colours);
      const inside = node.layers ? ['layers'] : node.items ? ['items'] : [used[0] ?? '', 'items'];
      for (const [index, item] of itemsOf(node).entries()) visit(item, [...path, ...inside, index]);
    };
    if (source.sheet) visit(source.sheet, ['sheet']);
    for (const [slot, node] of Object.entries(source.slots ?? {})) visit(node, ['slots', slot]);
    for (const [key, { sheet, slots = {} }] of Object.entries(source.on ?? {})) {
      for (const kind of kindsIn(key)) {
        if ((sheetKinds as readonly string[]).includes(kind)) continue;
        const hint = meantHint(kind, sheetKinds, 'Kinds');
        const place = document.whereKey(['on', key]);
        problems.push({ severity: 'error', place, message: `There is no kind of sheet "${kind}".`, hint });
      }
      if (sheet) visit(sheet, ['on', key, 'sheet']);
      for (const [slot, node] of Object.entries(slots)) visit(node, ['on', key, 'slots', slot]);
    }
    return problems;
  }

  /** Joins what comes with padpress once; a file of the session anywhere in the chain makes another layout of it. */
  #joinOnce(name: string, chain: readonly LayoutFile[], of: readonly SheetKind[]): LayoutFound {
    const last = chain.at(-1) as LayoutFile;
    if (!chain.every(({ bundled }) => bundled)) return this.#join(name, chain, of);
    const known = bundledJoins.get(last) ?? new Map<string, LayoutFound>();
    const kinds = of.join(' ');
    const joined = known.get(kinds) ?? this.#join(name, chain, of);
    bundledJoins.set(last, known.set(kinds, joined));
    return joined;
  }

  /** Joins the files of a layout, the one that is extended first. */
  #join(name: string, chain: readonly LayoutFile[], of: readonly SheetKind[]): LayoutFound {
    const last = chain.at(-1) as LayoutFile;
    const parts = chain.flatMap(({ source, document }) => [
      { own: source, document, at: [] as string[] },
      ...Object.entries(source.on ?? {})
        .filter(([key]) => holdsOn(key, of))
        .map(([key, own]) => ({ own, document, at: ['on', key] })),
    ]);
    const pages = parts.flatMap(({ own }) => own.page ?? []);
    const page = pages.find((found): found is Layout['page'] => 'paper' in found);
    const sheet = parts.map(({ own }) => own.sheet).findLast(found => found !== undefined);
    if (!page || !sheet) {
      const message = `The layout "${name}" says neither what is on the page ("page" and "sheet") nor what it extends.`;
      return { diagnostics: [{ severity: 'error', place: last.document.where([]), message }] };
    }
    const slots = new Map<string, NodeTemplate>();
    const problems: Diagnostic[] = [];
    let holes = holesIn(sheet);
    for (const { own, document, at } of parts) {
      for (const [slot, node] of Object.entries(own.slots ?? {})) {
        if (!holes.includes(slot)) {
          problems.push({
            severity: 'error',
            place: document.where([...at, 'slots', slot]),
            message: `There is no slot "${slot}" to fill.`,
            hint: meantHint(slot, holes, 'Slots'),
          });
        }
        slots.set(slot, node);
        holes = [...holes, ...holesIn(node)];
      }
    }
    if (problems.length > 0) return { diagnostics: problems };
    const alternatives =
      !of.includes('crowded') &&
      chain.some(({ source }) => Object.keys(source.on ?? {}).some(key => kindsIn(key).includes('crowded')));
    const filled = this.#fill(sheet, slots);
    const layout: Layout = {
      name,
      kinds: of,
      alternatives,
      page: { ...page, ...Object.assign({}, ...pages) },
      sheet: filled,
      flows: flowsOn(filled),
      marks: markNames(filled),
      placeOf: node => this.placeOf(node),
    };
    return { layout, diagnostics: [] };
  }

  /** Puts what fills a slot in its place; what the slot says of size and place holds where the filling says nothing. */
  #fill(node: NodeTemplate, slots: ReadonlyMap<string, NodeTemplate>): NodeTemplate {
    const { slot, ...hole } = node;
    const filling = slot === undefined ? undefined : slots.get(slot);
    const joined: NodeTemplate = slot === undefined ? node : { ...hole, ...filling };
    const items = (list: readonly NodeTemplate[]) => list.map(item => this.#fill(item, slots));
    const filled: NodeTemplate = {
      ...joined,
      ...(joined.column && { column: { ...joined.column, items: items(joined.column.items) } }),
      ...(joined.row && { row: { ...joined.row, items: items(joined.row.items) } }),
      ...(joined.grid && { grid: { ...joined.grid, items: items(joined.grid.items) } }),
      ...(joined.layers && { layers: items(joined.layers) }),
      ...(joined.items && { items: items(joined.items) }),
    };
    const place = places.get(filling ?? node);
    if (place) places.set(filled, place);
    return filled.slot === undefined ? filled : this.#fill(filled, slots);
  }
}

const flowsOn = (template: NodeTemplate): boolean =>
  template.column?.flow !== undefined || itemsOf(template).some(flowsOn);

/** The names of the slots in a tree. */
const holesIn = (node: NodeTemplate): string[] => [
  ...(node.slot === undefined ? [] : [node.slot]),
  ...itemsOf(node).flatMap(holesIn),
];
