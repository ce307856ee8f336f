/** Finds themes by name, first next to the session, then among those that come with padpress, and joins them with what they extend. */
import type { z } from 'zod';
import type { Diagnostic, Path, Place } from '../diagnostic.js';
import { ownOrBundled } from '../reading/bundled.js';
import { checked, uncompiled } from '../reading/checked.js';
import type { Document } from '../reading/document.js';
import { issuesToDiagnostics } from '../reading/issues.js';
import { meantHint } from '../reading/nearest.js';
import { contrast, leastContrast, ratioText } from '../session/contrast.js';
import { palette } from '../session/palette.js';
import type { World } from '../world.js';
import { kindsIn, sheetKinds } from './kinds.js';
import { changed, type Theme, themeSchemas } from './theme.js';

export interface ThemeRead {
  theme?: Theme;
  /** Where a value of the theme is written: in its own file, or in one that it extends. */
  where(path: Path): Place;
  diagnostics: Diagnostic[];
}

type Source = z.output<ReturnType<typeof themeSchemas>['file']>;

/** Themes that come with padpress, by the file of their name: found once, however many sessions use them. */
const bundledThemes = new WeakMap<Document, ThemeRead>();

/** The theme of a name, or what is wrong with it; `place` is where the session names it. */
export function findTheme(name: string, world: Pick<World, 'session' | 'bundled'>, place: Place): ThemeRead {
  const files: { document: Document; source: Source }[] = [];
  const stop = (...diagnostics: Diagnostic[]): ThemeRead => ({ diagnostics, where: () => place });
  let bundled = true;
  for (let next: string | undefined = name, by = () => place; next !== undefined; ) {
    const path: string = `themes/${next}.yaml`;
    const { read, isBundled } = ownOrBundled(world, path);
    bundled &&= isBundled;
    if (!read) {
      const hint = meantHint(next, namesOf(world), 'Allowed');
      const key = files.length === 0 ? 'theme' : 'extends';
      const message = `"${key}" is not a theme: got "${next}".`;
      return stop({ severity: 'error', place: by(), message, hint });
    }
    const { document, diagnostics } = read;
    if (!document) return stop(...diagnostics);
    if (files.some(file => file.document.name === document.name))
      return stop({ severity: 'error', place: by(), message: `The theme "${next}" extends itself.` });
    const parsed = checked(document, () => themeSchemas().file);
    if (!parsed.success)
      return stop(...issuesToDiagnostics(parsed.error.issues, document, themeSchemas().file));
    files.unshift({ document, source: parsed.data });
    by = () => document.where(['extends']);
    next = parsed.data.extends;
  }
  const last = files.at(-1)?.document as Document;
  const known = bundled ? bundledThemes.get(last) : undefined;
  if (known) return known;
  const source = files.map(({ source }) => source).reduce(joined, {} as Source);
  // Themes that come with padpress were looked through as a whole when it was built.
  const whole = files.every(({ document }) => document.checked)
    ? { success: true as const, data: source as Theme }
    : themeSchemas().whole.safeParse(source, uncompiled);
  if (!whole.success) return stop(...issuesToDiagnostics(whole.error.issues, last, themeSchemas().whole));
  const where = (path: Path): Place =>
    (files.findLast(({ document }) => document.written(path) !== undefined)?.document ?? last).where(path);
  const problems =
    whole.data === source ? [] : [...unknownNames(whole.data, where), ...weakColours(whole.data, where)];
  const found = { ...(problems.length === 0 && { theme: whole.data }), where, diagnostics: problems };
  if (bundled) bundledThemes.set(last, found);
  return found;
}

const namesOf = ({ session, bundled }: Pick<World, 'session' | 'bundled'>): string[] => [
  ...new Set([...session.list('themes'), ...bundled.list('themes')].map(file => file.replace(/\.yaml$/, ''))),
];

function joined(base: Source, own: Source): Source {
  const { extends: _base, ...said } = own;
  return {
    ...said,
    fonts: { ...base.fonts, ...said.fonts },
    sparing: { ...base.sparing, ...said.sparing },
    colours: { ...base.colours, ...said.colours },
    styles: changed(base.styles ?? {}, said.styles ?? {}),
    on: Object.fromEntries(
      [...new Set([...Object.keys(base.on ?? {}), ...Object.keys(said.on ?? {})])].map(key => [
        key,
        { styles: changed(base.on?.[key]?.styles ?? {}, said.on?.[key]?.styles ?? {}) },
      ]),
    ),
  };
}

/** Kinds that are none, and styles that are set anew and are nowhere set. */
function unknownNames({ on, styles }: Theme, where: ThemeRead['where']): Diagnostic[] {
  const known = Object.keys(styles);
  return Object.entries(on).flatMap(([key, anew]) => [
    ...kindsIn(key)
      .filter(kind => !(sheetKinds as readonly string[]).includes(kind))
      .map(
        (kind): Diagnostic => ({
          severity: 'error',
          place: where(['on', key]),
          message: `There is no kind of sheet "${kind}".`,
          hint: meantHint(kind, sheetKinds, 'Kinds'),
        }),
      ),
    ...Object.keys(anew.styles)
      .filter(name => !known.includes(name))
      .map(
        (name): Diagnostic => ({
          severity: 'error',
          place: where(['on', key, 'styles', name]),
          message: `There is no style "${name}".`,
          hint: meantHint(name, known, 'There are'),
        }),
      ),
  ]);
}

/** What layouts count on: these roles are there, and hold so much contrast on each other. */
const promises = [
  { colour: 'ink', on: 'paper', least: leastContrast.text, what: 'text' },
  { colour: 'quiet', on: 'paper', least: leastContrast.text, what: 'text' },
  { colour: 'ink', on: 'faint', least: leastContrast.text, what: 'text' },
  { colour: 'line', on: 'paper', least: leastContrast.line, what: 'lines to write on' },
] as const;

function weakColours({ colours }: Theme, where: ThemeRead['where']): Diagnostic[] {
  const roles = ['paper', 'ink', 'quiet', 'line', 'faint'];
  const missing = roles.filter(role => colours[role] === undefined);
  if (missing.length > 0) {
    const message = `The theme has no colour for "${missing.join('", "')}".`;
    return [{ severity: 'error', place: where(['colours']), message, hint: `Roles: ${roles.join(', ')}.` }];
  }
  const hex = (role: string) => colours[role] ?? '';
  const weak = promises.flatMap(({ colour, on, least, what }): Diagnostic[] => {
    const ratio = contrast(hex(colour), hex(on));
    if (ratio >= least) return [];
    const message = `"${colour}" (${hex(colour)}) on "${on}" (${hex(on)}) has a contrast of ${ratioText(ratio)}.`;
    const place = where(['colours', colour]);
    return [{ severity: 'error', place, message, hint: `The least for ${what} is ${ratioText(least)}.` }];
  });
  // Paper is light: the colours of groups are darkened a little where they must be, and are not turned into others.
  const [worst = ['', '']] = Object.entries(palette).sort(
    ([, one], [, other]) => contrast(one, hex('paper')) - contrast(other, hex('paper')),
  );
  const ratio = contrast(worst[1], hex('paper'));
  if (ratio >= leastContrast.large || weak.length > 0) return weak;
  const message = `"paper" (${hex('paper')}) is too dark for the colours of groups: "${worst[0]}" (${worst[1]}) has a contrast of ${ratioText(ratio)} on it.`;
  const hint = `The least is ${ratioText(leastContrast.large)}.`;
  return [{ severity: 'error', place: where(['colours', 'paper']), message, hint }];
}
