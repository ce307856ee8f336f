/** The whole way from a session file to the bytes of a pack, to be read from top to bottom. */
import { type Diagnostic, formatDiagnostic, hasErrors } from './diagnostic.js';
import { foundryOf } from './foundry.js';
import type { Sheet } from './layout/frame.js';
import { kindsOf, type SheetKind } from './layout/kinds.js';
import { LayoutLibrary } from './layout/library.js';
import { type Desk, layOut, sizeOf } from './layout/sheets.js';
import { findTheme, settleStyles, withOwnFonts } from './layout/theme.js';
import { type MadeFile, manifestOf } from './manifest.js';
import type { Pack, PackRequest } from './pack.js';
import { writePdf } from './pdf/write.js';
import type { FileOrder, SheetOrder } from './plan/order.js';
import { chosenOf, planPack } from './plan/plan.js';
import { inAllLanguages } from './plan/versions.js';
import { findWords } from './plan/words.js';
import { pressForPlotter } from './press/plotter.js';
import { meantHint } from './reading/nearest.js';
import { readSession } from './session/read.js';
import type { Session, SessionRead } from './session/session.js';
import { hyphenation } from './type/hyphens.js';
import type { World } from './world.js';

/** A pack as sheets: all that can go wrong has been said. */
export interface LaidOutPack {
  session: Session;
  files: {
    order: FileOrder /** For each sheet of the order, its pages. */;
    sheets: readonly (readonly Sheet[])[];
  }[];
}

/** Makes the pack of a session; `progress` is told of each file when it is done. No files when there is an error. */
export async function makePack(
  request: PackRequest,
  world: World,
  progress: (done: number, total: number, path: string) => void = () => {},
): Promise<Pack> {
  const { pack, diagnostics } = await layOutPack(request, world);
  if (!pack) return { files: [], diagnostics };

  const { session, files } = pack;
  const { shelf } = foundryOf(world);
  const created = request.created ?? new Date(`${session.workshop.date ?? '2000-01-01'}T00:00:00Z`);
  const made: MadeFile[] = [];
  for (const { order, sheets } of files) {
    const pages = order.sheets.flatMap(({ copies }, index) =>
      Array.from({ length: copies }, () => sheets[index] ?? [])
        .flat()
        .map(pressForPlotter),
    );
    const bytes = await writePdf(pages, { title: order.title, language: session.language, created }, shelf);
    const { width = 0, height = 0 } = pages[0]?.size ?? {};
    const file = { path: order.path, bytes, pages: pages.length, size: [width, height] as const };
    made.push({ file, order, pages: sheets.map(({ length }) => length) });
    progress(made.length, files.length, order.path);
  }
  return {
    files: [...made.map(({ file }) => file), await manifestOf(session, made, diagnostics)],
    diagnostics,
  };
}

/** Everything that is wrong or weak, without making any PDF. */
export async function checkPack(request: PackRequest, world: World): Promise<Diagnostic[]> {
  return (await layOutPack(request, world)).diagnostics;
}

/** From a session file to sheets of frames: all that is asked for, or what is wrong with it. */
export async function layOutPack(
  request: PackRequest,
  world: World,
): Promise<{ pack?: LaidOutPack; diagnostics: Diagnostic[] }> {
  const { read, diagnostics } = await readSession(request.source, request.print, world);
  if (!read) return { diagnostics };
  const { session } = read;
  const unknown = unknownNames(request, session, world, read);
  const words = read.versions.map(version => findWords(version.language, world, read.where(['language'])));
  const theme = findTheme(session.design.theme, world, read.where(['design', 'theme']));
  const found = [...diagnostics, ...unknown, ...words.flatMap(one => one.diagnostics), ...theme.diagnostics];
  if (!theme.theme || hasErrors(found)) return { diagnostics: found };

  const ownTheme = withOwnFonts(theme.theme, session.fonts);
  const orders = chosenOf(
    inAllLanguages(
      read.versions.flatMap((version, index) => {
        const own = words[index]?.words;
        return own ? [planPack(version, own, version.language, ownTheme.colours.ink ?? '#000000')] : [];
      }),
    ),
    request.only,
    request.group,
  );
  const desk = await deskFor(read, ownTheme, world);
  const sheets = layOutAll(orders, new LayoutLibrary(world, ownTheme), desk);
  const all = [...found, ...sheets.diagnostics];
  if (hasErrors(all)) return { diagnostics: all };
  const files = orders.map(order => ({
    order,
    sheets: order.sheets.map(sheet => sheets.of.get(sheet) ?? []),
  }));
  return { pack: { session, files }, diagnostics: all };
}

/** Names that only now can be looked up: the group of the command line and the poster design. */
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
  const { poster } = session.design;
  const designs = [...world.session.list('layouts'), ...world.bundled.list('layouts')].flatMap(
    file => /^poster-(.+)\.yaml$/.exec(file)?.[1] ?? [],
  );
  if (!designs.includes(poster)) {
    problems.push({
      severity: 'error',
      place: where(['design', 'poster']),
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
  return {
    setter: foundry.setter,
    style: settleStyles(
      theme,
      session.design['reading-distance'] * session.design.eyesight,
      face => foundry.setter.face(face).capHeight,
    ),
    colours: theme.colours,
    hyphenate: await hyphenation(versions.map(({ language }) => language)),
    where,
  };
}

/** Each order is laid out once, however many files and copies it is printed in. */
function layOutAll(orders: readonly FileOrder[], library: LayoutLibrary, desk: Desk) {
  const of = new Map<SheetOrder, readonly Sheet[]>();
  const diagnostics: Diagnostic[] = [];
  const found = new Map<string, ReturnType<LayoutLibrary['find']>>();
  const find = (name: string, kinds: readonly SheetKind[]) => {
    const key = [name, ...kinds].join(' ');
    const layout = found.get(key) ?? library.find(name, kinds);
    if (!found.has(key)) diagnostics.push(...layout.diagnostics);
    found.set(key, layout);
    return layout.layout;
  };
  for (const order of orders.flatMap(file => file.sheets)) {
    if (of.has(order)) continue;
    const plain = find(order.layout, []);
    const size = plain && sizeOf(order, plain);
    const kinds: SheetKind[] = [...(order.several ? (['bilingual'] as const) : []), ...(size ? kindsOf(size) : [])];
    const layout = find(order.layout, kinds);
    if (!layout) continue;
    let laid = layOut(order, layout, desk);
    const crowded =
      hasErrors(laid.diagnostics) && layout.alternatives
        ? find(order.layout, [...kinds, 'crowded'])
        : undefined;
    if (crowded) {
      const other = layOut(order, crowded, desk);
      if (!hasErrors(other.diagnostics)) laid = other;
    }
    of.set(order, laid.sheets);
    diagnostics.push(...laid.diagnostics);
  }
  return { of, diagnostics: saidOnce(diagnostics, desk.where([]).file) };
}

/** The same slip comes back on many sheets: it is said once at each place of the session, and once for all layouts. */
function saidOnce(diagnostics: readonly Diagnostic[], sessionFile: string): Diagnostic[] {
  const said = new Set<string>();
  return diagnostics.filter(diagnostic => {
    const line = formatDiagnostic(diagnostic);
    const known = said.has(line) || (diagnostic.place?.file !== sessionFile && said.has(diagnostic.message));
    said.add(line).add(diagnostic.message);
    return !known;
  });
}
