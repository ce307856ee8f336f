/** What a sheet is when layout is done with it: things at fixed places, and what they mean in reading order. */
import type { Path } from '../diagnostic.js';
import type { Picture } from '../session/session.js';
import type { Direction } from '../type/direction.js';
import type { PlacedRun } from '../type/lines.js';
import type { Box, Size } from '../units.js';

/** A role of the theme (`ink`, `line`, `group`, …); the press turns it into an ink. */
export type ColourRole = string;

/** The kind of layout node that a frame was made from: lets tests and tools find the writing lines of a sheet. */
export type Origin = 'text' | 'writing' | 'frame' | 'field' | 'picture' | 'rule' | 'box';

/** A line of type at its place: `x` is its left end, `baseline` its baseline, mm. */
export interface PlacedLine {
  x: number;
  baseline: number;
  width: number;
  /** In reading order, as it is seen. */
  text: string;
  /**
   * What of the whole text it is: without the hyphen that divides a word, and with what stands between it and the next line: a space,
   * a line feed, two of them where a paragraph ends, or nothing in a script without spaces. Lines joined are the text again.
   */
  reads: string;
  /** In reading order, each at its place in the line; lengths in em. */
  runs: readonly PlacedRun[];
}

export interface TextFrame<Colour = ColourRole> {
  kind: 'text';
  origin: Origin;
  /** Holds the ink of all lines. */
  box: Box;
  style: string;
  /** Type size, pt, and the smallest that the style allows. */
  size: number;
  floor: number;
  colour: Colour;
  lines: readonly PlacedLine[];
  /** BCP 47. */
  language: string;
  direction: Direction;
  /** It goes on with a text that began on an earlier page. */
  continues?: true;
  /** Where in the session the words come from. */
  from?: Path;
}

/** The words of a text, its lines joined again. */
export const textOf = ({ lines }: Pick<TextFrame, 'lines'>): string =>
  lines
    .map(({ reads }) => reads)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

export interface ShapeFrame<Colour = ColourRole> {
  kind: 'shape';
  origin: Origin;
  box: Box;
  /** A line runs from the top left to the bottom right of its box. */
  shape: 'rectangle' | 'line';
  fill?: Colour | undefined;
  stroke?: { colour: Colour /** mm */; weight: number; dotted: boolean } | undefined;
  /** Radius of the corners, mm. */
  radius: number;
}

/** Sheets, or parts of them, that stand as a picture on another sheet; it has its own colours. */
export interface Plate {
  kind: 'plate';
  /** mm */
  width: number;
  height: number;
  layers: readonly PlateLayer[];
}

/** Frames whose origin stands at `x` and `y` of the plate, mm, in another size. */
export interface PlateLayer {
  frames: readonly Frame[];
  /** The room that the frames take, mm. */
  size: Size;
  colours: Readonly<Record<ColourRole, string>>;
  x: number;
  y: number;
  scale: number;
}

export interface PictureFrame {
  kind: 'picture';
  origin: Origin;
  box: Box;
  picture: Picture | Plate;
  /** `fill` covers the box and is cropped to it; `whole` is seen whole; both stand at the foot of the box. */
  crop: 'fill' | 'whole';
}

/** A place to type in where the file is filled in on a screen. On paper nothing is seen of it. */
export interface FieldFrame<Colour = ColourRole> {
  kind: 'field';
  origin: 'field';
  box: Box;
  /** What programs know it by. */
  name: string;
  /** Of what is typed: the font by its key, and its size, pt. */
  face: string;
  size: number;
  colour: Colour;
  /** True when it is higher than one line. */
  lines: boolean;
  direction: Direction;
}

export type Frame<Colour = ColourRole> =
  | TextFrame<Colour>
  | ShapeFrame<Colour>
  | FieldFrame<Colour>
  | PictureFrame;

/** What a thing is to somebody who cannot see the sheet. Headings begin with level 1, and no level is skipped. */
export type Meaning =
  | { role: 'heading'; level: number }
  | { role: 'figure'; alt: string; versions?: Versions }
  | { role: 'field'; label: string; versions?: Versions }
  | {
      role: 'sheet' | 'section' | 'paragraph' | 'label' | 'list' | 'item' | 'table' | 'row' | 'head' | 'cell';
    };

/** The same in each language of a sheet in several; BCP 47. */
type Versions = readonly { language: string; text: string }[];

/**
 * A part of the sheet in reading order: frames by their index, or further parts. Frames in no part are decoration, and so is what
 * stands on each page of a document, on all but its first.
 */
export interface Part {
  means: Meaning;
  /** It goes on with a part of the page before: the second half of a list. */
  continues?: true;
  holds: (Part | number)[];
}

/** One side of paper, laid out. */
export interface Sheet {
  /** The layout it was made with: `question`. */
  layout: string;
  /** Trim size, mm. */
  size: Size;
  /** Distance from the trim that ink keeps, mm. */
  margin: number;
  /** In painting order. */
  frames: readonly Frame[];
  /** For each frame the node of the layout file that it was made from: `LayoutLibrary.placeOf` knows where that stands. */
  written?: readonly (object | undefined)[];
  /** In reading order. */
  reading: Part;
  /** Colours (`#rrggbb`) of the roles on this sheet. */
  colours: Readonly<Record<ColourRole, string>>;
  language: string;
  direction: Direction;
}
