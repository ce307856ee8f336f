/** In which way each file of a pack is made. */
import { large } from './facts.js';
import type { FileOrder } from './plan/order.js';
import type { Session } from './session/session.js';

/**
 * How a file is made: printed on paper, which has its own colour; filled with that colour, where documents are; or for the screen,
 * in light and filled, however the rest is printed.
 */
export type Way = 'printed' | 'tinted' | 'screen';

export function wayOf(order: FileOrder, { design }: Session): Way {
  if (order.screen) return 'screen';
  return design.tinted && !large.has(order.part) ? 'tinted' : 'printed';
}

export const isTinted = (paper: string | undefined): boolean => paper !== undefined && paper !== '#ffffff';

/** For the screen: plain pages in light. */
export const inLight = (session: Session): Session => ({
  ...session,
  print: { ...session.print, route: 'plotter', colour: 'full', 'cut-line': false },
});
