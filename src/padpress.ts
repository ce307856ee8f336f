/** The whole way from a session file to the bytes of a pack, to be read from top to bottom. */
import { opening } from './closed.js';
import { type Diagnostic, hasErrors, withoutRepeats } from './diagnostic.js';
import { notesFrom } from './formats.js';
import { foundryOf } from './foundry.js';
import { inputsOf, noting } from './inputs.js';
import { onceIn } from './kept.js';
import { Drawings } from './layout/drawings.js';
import type { Sheet } from './layout/frame.js';
import { LayoutLibrary } from './layout/library.js';
import { layOutOrders } from './layout/orders.js';
import type { Desk } from './layout/sheets.js';
import { KnownTexts } from './layout/text.js';
import { settleStyles, sparingTheme, withOwnFonts } from './layout/theme.js';
import { findTheme } from './layout/themes.js';
import { type MadeFile, type MadeText, manifestOf, packFileOf } from './manifest.js';
import { type Pack, type PackRequest, parts } from './pack.js';
import { writePdf } from './pdf/write.js';
import type { FileOrder } from './plan/order.js';
import { chosenOf, planPack } from './plan/plan.js';
import { printPlanLines } from './plan/printing.js';
import { inAllLanguages } from './plan/versions.js';
import { findWords, type Words } from './plan/words.js';
import type { ColourPlaces } from './press/gate.js';
import type { PressedPack } from './pressed.js';
import { pressPack } from './printing.js';
import { meantHint } from './reading/nearest.js';
import { documentPaper } from './session/print.js';
import { readSession } from './session/read.js';
import type { Session, SessionRead } from './session/session.js';
import { hyphenation } from './type/hyphens.js';
import type { World } from './world.js';

/** A pack as sheets, with all that is needed to make more of them. */
export interface LaidOutPack {
  session: Session;
  /** The session in each of its languages, with the words of the sheets. */
  versions: readonly { session: Session; words: Words; language: string }[];
  files: {
    order: FileOrder /** For each sheet of the order, its pages. */;
    sheets: readonly (readonly Sheet[])[];
  }[];
  /** Files that are no sheets, but texts to be edited. */
  texts: readonly FileOrder[];
  /** The page that tells all sheets; then there are sheets of files that are not asked for. */
  twin?: FileOrder;
  /** Paths of the files that are asked for. */
  asked: ReadonlySet<string>;
  library: LayoutLibrary;
  desk: Desk;
  places: ColourPlaces;
}

/** Makes the pack of a session; `progress` is told of each file when it is done. No files when there is an error. */
export async function makePack(
  request: PackRequest,
  around: World,
  progress: (done: number, total: number, path: string) => void = () => {},
): Promise<Pack> {
  const { world, noted } = noting(around);
  const { pack, pressed, diagnostics } = await pressedPack(request, world);
  if (!pack || !pressed) return { files: [], diagnostics };

  const { session } = pack;
  const { shelf } = foundryOf(world);
  const once = onceIn(world.kept);
  const created = request.created ?? new Date(`${session.workshop.date ?? '2000-01-01'}T00:00:00Z`);
  const files = pressed.files.filter(({ order }) => pack.asked.has(order.path));
  const made: MadeFile[] = [];
  for (const file of files) {
    const info = { title: file.order.title, language: session.language, created };
    const about = { ...info, ...(file.order.fillable && { fillable: true }) };
    const { pages, inks } = file;
    const bytes = await once(
      () => ['pdf', about, ...[inks, ...pages].map(part => world.kept?.numberOf(part))],
      () => writePdf(pages, about, { shelf, inks, machines: world }),
    );
    made.push({ ...file, bytes });
    progress(made.length, pack.asked.size, file.order.path);
  }
  const texts: MadeText[] = [];
  for (const order of pack.texts) {
    const letter = documentPaper(session.print) === 'Letter';
    const about = { title: order.title, created, letter };
    // The writer of Word files is wanted only where there are stories.
    const { writeManuscript } = await import('./manuscript/write.js');
    const bytes = await once(
      () => ['text', order, about],
      () => writeManuscript(order, about, world),
    );
    texts.push({ order, bytes });
    progress(made.length + texts.length, pack.asked.size, order.path);
  }
  if (pack.twin) {
    const { writeTwin } = await import('./twin/write.js');
    texts.push({ order: pack.twin, bytes: await writeTwin(pressed.files, pack.versions, world) });
    progress(pack.asked.size, pack.asked.size, pack.twin.path);
  }
  const written = texts.map(({ order: { path }, bytes }) => ({ path, bytes }));
  return {
    files: [
      ...made.map(packFileOf),
      ...written,
      manifestOf(session, made, texts, diagnostics, inputsOf(request, noted, world), world),
    ],
    plan: printPlanLines(pressed.plan),
    diagnostics,
  };
}

/** Everything that is wrong or weak, without making any PDF. */
export async function checkPack(request: PackRequest, world: World): Promise<Diagnostic[]> {
  return (await pressedPack(request, world)).diagnostics;
}

/** What is weak in the stories: advice for `check`, never errors. Nothing of a session that has errors. */
export async function coachSession(request: PackRequest, world: World): Promise<Diagnostic[]> {
  const { read } = await readSession(request.source, request, world);
  if (!read) return [];
  const { coachOn } = await import('./coach/coach.js');
  return coachOn(read);
}

/** From a session file to pages as they are printed, or what is wrong with it. */
export async function pressedPack(
  request: PackRequest,
  world: World,
): Promise<{ pack?: LaidOutPack; pressed?: PressedPack; diagnostics: Diagnostic[] }> {
  const { pack, diagnostics } = await layOutPack(request, world);
  const english = findWords('en', world, { file: '', line: 1, column: 1 }).words;
  if (!pack || !english) return { diagnostics };
  const pressed = await opening(() => pressPack(pack, english, world));
  const all = withoutRepeats([...diagnostics, ...pressed.diagnostics]);
  return hasErrors(all) ? { diagnostics: all } : { pack, pressed, diagnostics: all };
}

/** From a session file to sheets of frames: all that is asked for, or what is wrong with it. */
export async function layOutPack(
  request: PackRequest,
  world: World,
): Promise<{ pack?: LaidOutPack; diagnostics: Diagnostic[] }> {
  notesFrom(world.bundled);
  const { read, diagnostics } = await readSession(request.source, request, world);
  if (!read) return { diagnostics };
  const { session } = read;
  const unknown = unknownNames(request, session, world, read);
  const words = read.versions.map(version => findWords(version.language, world, read.where(['language'])));
  const theme = findTheme(session.design.theme, world, read.where(['design', 'theme']));
  const found = [...diagnostics, ...unknown, ...words.flatMap(one => one.diagnostics), ...theme.diagnostics];
  if (!theme.theme || hasErrors(found)) return { diagnostics: found };

  const spared = session.print.colour === 'ink-saver' ? sparingTheme(theme.theme) : theme.theme;
  const ownTheme = withOwnFonts(spared, session.fonts);
  const ink = ownTheme.colours.ink ?? '#000000';
  const versions = read.versions.flatMap((version, index) => {
    const own = words[index]?.words;
    return own ? [{ session: version, words: own, language: version.language }] : [];
  });
  const names = session.groups.map(({ name }) => name);
  const plans = versions.map(({ session: own, words: said, language }) =>
    planPack(own, said, language, ink, names),
  );
  const plan = inAllLanguages(
    plans,
    versions.map(({ language }) => language),
  );
  const noFiles = unknownFiles(request, plan);
  if (noFiles.length > 0) return { diagnostics: [...found, ...noFiles] };
  const chosen = chosenOf(plan, request.only, request.group);
  const texts = chosen.filter(({ manuscripts }) => manuscripts !== undefined);
  const twin = chosen.find(({ part }) => part === 'twin');
  const orders = (twin ? plan : chosen).filter(
    file => file.manuscripts === undefined && file.part !== 'twin',
  );
  const library = new LayoutLibrary(world, ownTheme);
  const { desk, sheets } = await opening(async () => {
    const desk = await deskFor(read, ownTheme, world);
    const wanted = orders.flatMap(file => file.sheets);
    return { desk, sheets: layOutOrders(wanted, library, desk) };
  });
  const all = [...found, ...sheets.diagnostics];
  if (hasErrors(all)) return { diagnostics: all };
  const files = orders.map(order => ({
    order,
    sheets: order.sheets.map(sheet => sheets.of.get(sheet) ?? []),
  }));
  const places: ColourPlaces = {
    layout: node => library.placeOf(node),
    theme: theme.where,
    ownColour: style => ownTheme.styles[style]?.colour !== undefined,
  };
  const asked = new Set(chosen.map(({ path }) => path));
  const pack = { session, versions, files, texts, ...(twin && { twin }), asked, library, desk, places };
  return { pack, diagnostics: all };
}

/** Files that the request names, and the pack does not have. */
function unknownFiles({ only = [] }: PackRequest, plan: readonly FileOrder[]): Diagnostic[] {
  const paths = plan.map(({ path }) => path);
  return only.flatMap(name =>
    paths.includes(name) || (parts as readonly string[]).includes(name)
      ? []
      : [
          {
            severity: 'error' as const,
            message: `There is no file "${name}" in the pack.`,
            hint: meantHint(name, paths, 'Files'),
          },
        ],
  );
}

/** Names that only now can be looked up: the group of the command line and the poster designs. */
function unknownNames(
  { group }: PackRequest,
  session: Session,
  world: World,
  { where }: SessionRead,
): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const names = session.groups.map(({ name }) => name);
  if (group !== undefined && !names.includes(group)) {
    problems.push({
      severity: 'error',
      message: `There is no group "${group}".`,
      hint: meantHint(group, names, 'Groups'),
    });
  }
  const designs = [...world.session.list('layouts'), ...world.bundled.list('layouts')].flatMap(
    file => /^poster-(.+)\.yaml$/.exec(file)?.[1] ?? [],
  );
  const asked = [
    { poster: session.design.poster, path: ['design', 'poster'] },
    ...session.stories.map(({ poster }, number) => ({ poster, path: ['stories', number, 'poster'] })),
  ];
  for (const { poster, path } of asked) {
    if (poster === undefined || designs.includes(poster)) continue;
    problems.push({
      severity: 'error',
      place: where(path),
      message: `"poster" is not a poster design: got "${poster}".`,
      hint: meantHint(poster, [...new Set(designs)], 'Allowed'),
    });
  }
  return problems;
}

/** What layout needs to know of the session besides its words. */
async function deskFor(
  { session, versions, where }: SessionRead,
  theme: Parameters<typeof settleStyles>[0],
  world: World,
): Promise<Desk> {
  const foundry = foundryOf(world);
  for (const font of Object.values(session.fonts)) foundry.add(font);
  const languages = versions.map(({ language }) => language);
  // What of a session all its sheets depend on, besides what their orders hold.
  const once = onceIn(world.kept, session.design, session.fonts, session.print, languages);
  return {
    setter: foundry.setter,
    known: once(
      () => ['texts'],
      () => new KnownTexts(),
    ),
    once,
    style: settleStyles(
      theme,
      session.design['reading-distance'] * session.design.eyesight,
      face => foundry.setter.face(face).capHeight,
    ),
    colours: theme.colours,
    drawings: new Drawings(world),
    kinds: session.design.accessible ? ['large-type', session.design.accessible] : [],
    hyphenate: await hyphenation(languages),
    where,
  };
}
