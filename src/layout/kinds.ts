/** Kinds of sheet: what a layout may set anew under `on`. */
import { besideA1 } from '../papers.js';
import type { Size } from '../units.js';

/**
 * `large` is A0, B0 and the like: people stand before it as before A1, with more room on it. `small` is A3 and below: it
 * lies on a table. `hand` is A4 and below: it is held in the hand. `wide` is landscape, or nearly square: things stand side
 * by side. Several kinds may hold at once. `large-print` or `easy-read` holds for all sheets of a session that asks for it
 * (`design: { accessible: large-print }`), and `large-type` with both. That it is `bilingual`, `brief` (little is told), for the
 * `screen` or `sparing` of ink is known to the plan; `crowded` is found by trying.
 */
export const sheetKinds = [
  'large-type',
  'large-print',
  'easy-read',
  'bilingual',
  'brief',
  'screen',
  'sparing',
  'crowded',
  'landscape',
  'wide',
  'large',
  'small',
  'hand',
] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** Up to which part of the diagonal of A1 a paper is of a kind: between A2 and A3, and between A3 and Legal. */
const small = 0.6;
const hand = 0.42;
/** … and from which: over B1. */
const large = 1.25;
/** Width in heights from which things stand side by side. */
const wide = 0.8;

/** The kinds that a key of `on` names. */
export const kindsIn = (key: string): string[] => key.split(' ').filter(Boolean);

/** True when all kinds that a key of `on` names hold. */
export const holdsOn = (key: string, of: readonly SheetKind[]): boolean =>
  kindsIn(key).every(kind => of.includes(kind as SheetKind));

/** What a size makes of a sheet; mm. */
export function kindsOf(size: Size): SheetKind[] {
  const scale = besideA1(size);
  return [
    ...(size.width > size.height ? (['landscape'] as const) : []),
    ...(size.width >= wide * size.height ? (['wide'] as const) : []),
    ...(scale >= large ? (['large'] as const) : []),
    ...(scale <= small ? (['small'] as const) : []),
    ...(scale <= hand ? (['hand'] as const) : []),
  ];
}
