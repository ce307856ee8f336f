/** What plan asks of layout: which sheets, with which values, how many, into which file. Nothing here knows a length. */
import type { SheetKind } from '../layout/kinds.js';
import type { Values } from '../layout/values.js';
import type { Part } from '../pack.js';
import type { Manuscript } from './manuscript.js';

/** What is thought out when it is first asked for: often only a part of a pack is wanted. */
export function whenAsked<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The same in each language of a session in several; BCP 47. */
export type Names = readonly { language: string; text: string }[];

export interface SheetOrder {
  /** The name of the layout. */
  layout: string;
  /** What people call it: `Question sheet · students`. */
  name: string;
  /** The same in each language, where it is in several. */
  names?: Names;
  /** BCP 47: of all words that are in no other, and of the way in which the sheet is read. */
  language: string;
  values: Values;
  /** Colours (`#rrggbb`) of this sheet's own roles, above all `group`. */
  colours: Readonly<Record<string, string>>;
  /** What is known of it whatever its paper: that it is in several languages, brief, for the screen, or sparing of ink. */
  kinds?: readonly SheetKind[];
  copies: number;
}

/** True of a file for paper: not of one that is shown, or filled in, on a screen. */
export const isPrinted = ({ screen, fillable }: FileOrder): boolean => !screen && !fillable;

export interface FileOrder {
  /** Relative to the output folder: `pads/students.pdf`. */
  path: string;
  part: Part;
  /** True when it is shown on a screen and not printed. */
  screen?: true;
  /** True when it is filled in on a screen: its fields can be typed in. */
  fillable?: true;
  /** The group that it is for, when it is for one. */
  group?: string;
  /** The title of the document, shown by viewers. */
  title: string;
  /** What people call it, who know of which session it is: `User log`. */
  name: string;
  /** The same in each language, where it is in several. */
  names?: Names;
  sheets: readonly SheetOrder[];
  /** What it says where it is a text to be edited and no sheets: once for each language. */
  manuscripts?: readonly Manuscript[];
  /** Read from beginning to end: in a session of several languages it holds one after the other, not side by side. */
  apart?: true;
}
