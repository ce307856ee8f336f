/** The second half of the way: from sheets of frames to pages as they are printed, with the pages that tell how to print them. */
import type { Diagnostic } from './diagnostic.js';
import { factsOf, large, setupOf, withoutTwins } from './facts.js';
import { foundryOf } from './foundry.js';
import type { Sheet } from './layout/frame.js';
import { type Label, setLabel } from './layout/label.js';
import { layOutOrders } from './layout/orders.js';
import type { LaidOutPack } from './padpress.js';
import { nameOfSize, paperNamed } from './papers.js';
import { assemblyOf } from './plan/assembly.js';
import { type CheckedFile, checkedSheet } from './plan/checked.js';
import { occasionOf } from './plan/occasion.js';
import type { FileOrder } from './plan/order.js';
import { type PrintFacts, printPlanOf, printPlanSheet } from './plan/printing.js';
import type { Words } from './plan/words.js';
import { CoverageMeter } from './press/coverage.js';
import { ContrastGate, type Figures, together } from './press/gate.js';
import { type Inking, inkingWith } from './press/inking.js';
import { cubeSide, type Inks, inksFor } from './press/inks.js';
import type { Page } from './press/page.js';
import { type InkedPictures, inkPictures } from './press/pictures.js';
import { onFilled, pressForPlotter, pressForShop, pressPlain } from './press/routes.js';
import { sparingly } from './press/saver.js';
import { gridFor } from './press/tiles/grid.js';
import { mapOf } from './press/tiles/map.js';
import { TilePress } from './press/tiles/pages.js';
import { fitsOn, type Tiling, tile } from './press/tiles/tiling.js';
import type { PressedFile, PressedPack, TiledSheet } from './pressed.js';
import { inLight, isTinted, type Way, wayOf } from './way.js';
import type { World } from './world.js';

/** @param english words for the terminal, whose messages are English */
export async function pressPack(pack: LaidOutPack, english: Words, world: World): Promise<PressedPack> {
  const { session } = pack;
  const { print } = session;
  const presses = new Map<Way, Press>();
  for (const way of ['printed', 'tinted', 'screen'] as const) {
    const files = pack.files.filter(({ order }) => wayOf(order, session) === way);
    if (files.length > 0) presses.set(way, await Press.for({ ...pack, files }, way, world));
  }
  const pressOf = (order: FileOrder) => presses.get(wayOf(order, session)) as Press;
  const files = pack.files.map(({ order, sheets }) => pressOf(order).file(order, sheets));
  const facts = { ...factsOf(files, print), tinted: isTinted(pack.desk.colours.paper) };
  const kit = files.findIndex(({ order }) => order.part === 'kit');
  const checked = withoutTwins(files).map(({ order: { path, title }, figures }) => ({
    path,
    title,
    figures,
  }));
  const planned = files[kit] && pressOf(files[kit].order).withLastPages(files[kit], facts, checked);
  if (planned) files[kit] = planned.file;
  const asked = files.filter(({ order }) => pack.asked.has(order.path));
  return {
    files,
    plan: printPlanOf(session, english, 'en-GB', { ...facts, ...factsOf(asked, print) }),
    diagnostics: [
      ...[...presses.values()].flatMap(press => press.diagnostics),
      ...(planned?.diagnostics ?? []),
    ],
  };
}

/** A sheet as it is printed. */
interface WholeSheet {
  name: string;
  sheet: Sheet;
}

/** A sheet that is cut up, and the pages of its tiles. */
interface CutSheet extends WholeSheet {
  tiling: Tiling;
  pages: readonly Page[];
}

const isCut = (part: WholeSheet | CutSheet): part is CutSheet => 'tiling' in part;

class Press {
  readonly #found: Diagnostic[] = [];
  readonly #ink: Inking;
  readonly #gate: ContrastGate;
  /** Stands for all pictures, whatever they hold. */
  readonly #drawn: object;
  readonly #labels = new Map<string, Label>();
  readonly #tiles: TilePress;
  readonly #meter: CoverageMeter;
  readonly #cuts = new Map<Sheet, WholeSheet | CutSheet>();

  private constructor(
    private readonly pack: LaidOutPack,
    private readonly world: World,
    readonly inks: Inks,
    pictures: InkedPictures,
    private readonly way: Way,
  ) {
    this.#ink = inkingWith(inks, pictures.inked);
    this.#tiles = new TilePress(inks, this.#ink, (text, language) => this.#label(text, 'footer', language));
    const { setter } = foundryOf(world);
    this.#meter = new CoverageMeter({
      glyphInk: (face, glyph) => setter.face(face).inkOf(glyph),
      pictureInk: pictures.inkOf,
    });
    this.#gate = new ContrastGate({ inks, shadesOf: pictures.shadesOf }, pack.places);
    const contents = [...pictures.inked.values()].map(made => (made.kind === 'art' ? made.svg : made.bytes));
    this.#drawn = pack.desk.once(
      () => ['pictures', ...new Set(contents)],
      () => ({}),
    );
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.#found, ...this.#gate.diagnostics];
  }

  static async for(laid: LaidOutPack, way: Way, world: World): Promise<Press> {
    const pack = way === 'screen' ? { ...laid, session: inLight(laid.session) } : laid;
    const { route, colour } = pack.session.print;
    const separation = route === 'copy-shop' ? await world.separation(cubeSide) : undefined;
    const stock = way === 'printed' ? pack.desk.colours.paper : undefined;
    const inks = pack.desk.once(
      () => ['inks', route, colour, stock],
      () => inksFor(route, colour, separation, stock),
    );
    const frames = pack.files.flatMap(({ sheets }) => sheets.flat().flatMap(sheet => sheet.frames));
    const space = colour === 'grey' ? 'grey' : inks.space;
    return new Press(pack, world, inks, await inkPictures(frames, space, world), way);
  }

  /** A file by the route of the session; its copies one after the other. Pressed once where nothing on it has changed. */
  file(order: FileOrder, sheets: readonly (readonly Sheet[])[]): PressedFile {
    const { kept } = this.world;
    const pressed = this.pack.desk.once(
      () => [
        ...['pressed', this.way, kept?.numberOf(this.#drawn)],
        { ...order, sheets: order.sheets.map(({ name, copies }) => [name, copies]) },
        sheets.map(own => own.map(sheet => kept?.numberOf(sheet))),
      ],
      () => this.#press(order, sheets),
      // What is wrong is said of one file, and may be true of others.
      () => this.diagnostics.length === 0,
    );
    return { ...pressed, order, sheets };
  }

  #press(order: FileOrder, sheets: readonly (readonly Sheet[])[]): PressedFile {
    const { print } = this.pack.session;
    const prints = order.sheets.flatMap(({ copies, name }, index) => {
      const own = (sheets[index] ?? []).map(sheet => this.#cut(order, sheet, name));
      return { copies, own };
    });
    const cut = prints.flatMap(({ own }) => own.filter(isCut));
    const assembly = this.#assembly(order, cut);
    const pages: Page[] = assembly.map(sheet => pressPlain(sheet, this.#ink));
    const tiled: TiledSheet[] = [];
    for (const { copies, own } of prints) {
      // Tiles lie sheet by sheet on the pile; whole sheets copy by copy, as they are bound.
      for (const part of own.filter(isCut)) {
        tiled.push({ name: part.name, tiling: part.tiling, firstPage: pages.length + 1 });
        for (let copy = 0; copy < copies; copy++) pages.push(...part.pages);
      }
      const whole = own
        .filter(part => !isCut(part))
        .map(({ sheet }) =>
          this.#once('page', sheet, [large.has(order.part)], () => this.#page(order, sheet)),
        );
      for (let copy = 0; copy < copies; copy++) pages.push(...whole);
    }
    const [first] = sheets.flat();
    return {
      order,
      sheets,
      trim: first?.size ?? paperNamed(print.paper)?.size ?? { width: 0, height: 0 },
      pages,
      inks: this.inks,
      coverage: pages.map(page => this.#once('coverage', page, [], () => this.#meter.shareOf(page))),
      figures: together([
        ...assembly.map(sheet => this.#gate.look(sheet)),
        ...prints.flatMap(({ own }) =>
          own.map(part => this.#look(part.sheet, isCut(part) ? part.tiling.grid.scale : 1)),
        ),
      ]),
      tiled,
    };
  }

  /** What is made of a sheet or a page is made once, whatever else its file holds. */
  #once<T>(what: string, of: object, also: readonly unknown[], make: () => T, isWorth?: () => boolean): T {
    const { kept } = this.world;
    const key = () => [what, this.way, kept?.numberOf(this.#drawn), kept?.numberOf(of), ...also];
    return this.pack.desk.once(key, make, isWorth);
  }

  #look(sheet: Sheet, scale: number): Figures {
    const look = () => this.#gate.look(sheet, scale);
    // What is wrong is said of one file, and may be true of others.
    return this.#once('look', sheet, [scale], look, () => this.#gate.diagnostics.length === 0);
  }

  /** A sheet as its colour mode has it, and how it is cut up: not at all where it fits on the paper of the printer. */
  #cut(order: FileOrder, laid: Sheet, name: string): WholeSheet | CutSheet {
    // A poster is in the file of its person, and in that of all posters.
    const part =
      this.#cuts.get(laid) ??
      this.#once('cut', laid, [large.has(order.part), name], () => this.#cutAfresh(order, laid, name));
    this.#cuts.set(laid, part);
    return part;
  }

  #cutAfresh(order: FileOrder, laid: Sheet, name: string): WholeSheet | CutSheet {
    const { print } = this.pack.session;
    const sheet = print.colour === 'ink-saver' ? sparingly(laid) : laid;
    const setup = setupOf(print);
    if (print.route !== 'office' || !large.has(order.part) || fitsOn(sheet, setup)) return { name, sheet };
    const tiling = tile(sheet, gridFor(sheet.size, setup, print.maxShrink), setup);
    return { name, sheet, tiling, pages: this.#tiles.pages(sheet, tiling, name) };
  }

  /** The kit with the print plan, which tells of the kit, too, and with what was checked: in each language of the session. */
  withLastPages(
    kit: PressedFile,
    facts: PrintFacts,
    checked: readonly CheckedFile[],
  ): { file: PressedFile; diagnostics: Diagnostic[] } {
    const { versions, library, desk } = this.pack;
    const plan = (pages: number) => {
      const told = {
        ...facts,
        files: facts.files.map(file =>
          file.path === kit.order.path ? { ...file, pages: kit.pages.length + pages } : file,
        ),
      };
      const orders = versions.flatMap(({ session, words, language }) => {
        const occasion = { text: occasionOf(session, language), from: ['workshop', 'title'] };
        return [
          printPlanSheet(session, words, language, occasion, told),
          checkedSheet(session, words, language, occasion, checked),
        ];
      });
      const { of, diagnostics } = layOutOrders(orders, library, desk);
      return { orders, sheets: orders.map(order => of.get(order) ?? []), diagnostics };
    };
    const guessed = 2 * versions.length;
    const guess = plan(guessed);
    const count = guess.sheets.flat().length;
    const { orders, sheets, diagnostics } = count === guessed ? guess : plan(count);
    const added = this.file({ ...kit.order, sheets: orders }, sheets);
    const file: PressedFile = {
      ...kit,
      order: { ...kit.order, sheets: [...kit.order.sheets, ...orders] },
      sheets: [...kit.sheets, ...added.sheets],
      pages: [...kit.pages, ...added.pages],
      coverage: [...kit.coverage, ...added.coverage],
      figures: together([kit.figures, added.figures]),
    };
    return { file, diagnostics };
  }

  #page(order: FileOrder, sheet: Sheet): Page {
    const { print } = this.pack.session;
    const { paper = '' } = sheet.colours;
    if (this.way !== 'printed' && isTinted(paper))
      return onFilled(pressPlain(sheet, this.#ink), this.inks.of(paper));
    if (!large.has(order.part) || print.route === 'office') return pressPlain(sheet, this.#ink);
    return print.route === 'plotter'
      ? pressForPlotter(sheet, print, this.inks, this.#ink)
      : pressForShop(sheet, this.inks, this.#ink);
  }

  /** The pages with the maps, in each language of the session. */
  #assembly(order: FileOrder, cut: readonly CutSheet[]): Sheet[] {
    const [first] = cut;
    if (!first) return [];
    const { versions, library, desk, session } = this.pack;
    const { columns, rows, scale } = first.tiling.grid;
    const told = {
      ...{ title: order.title, columns, rows, scale, tile: session.print.tile },
      paper: nameOfSize(first.sheet.size) ?? session.print.paper,
      sheets: cut.map(({ name, sheet, tiling }) => ({
        name,
        map: mapOf(sheet, tiling, text => this.#label(text, 'title', sheet.language)),
        blanks: tiling.tiles.filter(({ blank }) => blank).length,
      })),
    };
    const orders = versions.flatMap(({ words, language }) => assemblyOf(told, words, language));
    const { of, diagnostics } = layOutOrders(orders, library, desk);
    this.#found.push(...diagnostics);
    return orders.flatMap(own => of.get(own) ?? []);
  }

  /** Tiles of all sheets have the same names: each is set once. */
  #label(text: string, style: string, language: string): Label {
    const key = [style, language, text].join('\n');
    const label = this.#labels.get(key) ?? setLabel(text, style, language, this.pack.desk);
    this.#labels.set(key, label);
    return label;
  }
}
