/** Turns the colour roles of a sheet into inks. */
import type { Ink } from './page.js';

/** The ink of a role; a role that the sheet does not have is a bug of ours, since layouts are checked against the theme. */
export function inkOf(colours: Readonly<Record<string, string>>, role: string): Ink {
  const hex = colours[role];
  if (hex === undefined) throw new Error(`No colour for the role "${role}".`);
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
}
