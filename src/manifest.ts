/** The manifest: what a pack holds, for people and programs that print, check or archive it. */
import { type Check, checksOf, leftToPeople } from './checks.js';
import type { Diagnostic } from './diagnostic.js';
import { formatDiagnostic } from './diagnostic.js';
import type { Inputs } from './inputs.js';
import type { PackFile } from './pack.js';
import { nameOfSize } from './papers.js';
import type { FileOrder } from './plan/order.js';
import type { PressedFile, TiledSheet } from './pressed.js';
import type { Session } from './session/session.js';
import type { Box, Size } from './units.js';
import { version } from './version.js';
import type { World } from './world.js';

/** One file of the pack, written. */
export interface MadeFile extends PressedFile {
  bytes: Uint8Array;
  /** What a check of the bytes found, where one ran. */
  access?: Check;
}

/** A text of the pack, written. */
export interface MadeText {
  order: FileOrder;
  bytes: Uint8Array;
}

export function packFileOf({ order, pages, trim, coverage, tiled, bytes }: MadeFile): PackFile {
  const [first] = tiled;
  const tile = first && nameOfSize(first.tiling.setup.paper);
  return {
    path: order.path,
    bytes,
    pages: pages.length,
    size: [trim.width, trim.height],
    coverage: coverage.reduce((sum, share) => sum + share, 0) / Math.max(1, coverage.length),
    ...(tile !== undefined && { tile }),
  };
}

/** `manifest.json`: the same pack gives the same bytes. */
export function manifestOf(
  session: Session,
  made: readonly MadeFile[],
  texts: readonly MadeText[],
  warnings: readonly Diagnostic[],
  inputs: Inputs,
  { sha256 }: World,
): PackFile {
  const { title, date } = session.workshop;
  const manifest = {
    padpress: version,
    session: { title, ...(date && { date }), language: session.language },
    ...(session.design.accessible && { accessible: session.design.accessible }),
    files: [
      ...made.map(file => ({ ...entryOf(file, session), sha256: sha256(file.bytes) })),
      ...texts.map(text => ({ ...textEntryOf(text), sha256: sha256(text.bytes) })),
    ],
    leftToPeople,
    warnings: warnings.map(warning => formatDiagnostic(withBareName(warning))),
    inputs,
  };
  return { path: 'manifest.json', bytes: new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`) };
}

/** The same pack is made wherever its folder lies: places name the file without the way to it. */
const withBareName = (warning: Diagnostic): Diagnostic =>
  warning.place
    ? { ...warning, place: { ...warning.place, file: warning.place.file.replace(/^.*[\\/]/, '') } }
    : warning;

function entryOf(
  { order, sheets, pages, trim, coverage, tiled, inks, bytes, figures, access }: MadeFile,
  { print }: Session,
) {
  const [page] = pages;
  const size = (of: Size | undefined) => ({
    width: inMm(of?.width ?? 0),
    height: inMm(of?.height ?? 0),
    unit: 'mm',
  });
  return {
    path: order.path,
    part: order.part,
    ...(order.group !== undefined && { group: order.group }),
    title: order.title,
    pages: pages.length,
    route: order.screen ? 'screen' : print.route,
    inks: inks.space,
    trim: size(trim),
    media: size(page?.size),
    ...(page?.trim && page.bleed && { bleed: inMm(page.trim.x - page.bleed.x) }),
    sheets: order.sheets.map(({ layout, copies }, index) => ({
      layout,
      pages: sheets[index]?.length,
      copies,
    })),
    ...(tiled.length > 0 && { tiled: tiled.map(mapOf) }),
    /** Per cent of each page that is covered with ink. */
    coverage: coverage.map(share => Math.round(share * 1000) / 10),
    checks: checksOf({ figures }, access),
    bytes: bytes.length,
  };
}

/** A text has neither pages nor paper: whoever edits it decides on them. */
function textEntryOf({ order: { path, part, title }, bytes }: MadeText) {
  return { path, part, title, bytes: bytes.length };
}

/** What the map shows: which page shows which part of the sheet, and what of that is seen in the end. */
function mapOf({ name, tiling, firstPage }: TiledSheet) {
  const { grid, setup, tiles } = tiling;
  let page = firstPage;
  return {
    sheet: name,
    columns: grid.columns,
    rows: grid.rows,
    scale: grid.scale,
    overlap: setup.overlap,
    printerMargin: setup.margin,
    tiles: tiles.map(({ name: tile, shows, keeps, blank }) => ({
      name: tile,
      page: blank ? null : page++,
      shows: boxInMm(shows),
      keeps: boxInMm(keeps),
    })),
  };
}

const inMm = (length: number): number => Math.round(length * 1000) / 1000;
const boxInMm = ({ x, y, width, height }: Box) => ({
  x: inMm(x),
  y: inMm(y),
  width: inMm(width),
  height: inMm(height),
});
