/** What the press hands on: pages as they are printed, with frames whose colours are inks. */
import type { FieldFrame, Part, PictureFrame, ShapeFrame, TextFrame } from '../layout/frame.js';
import type { Focus } from '../session/session.js';
import type { Box, Size } from '../units.js';

/** A colour as it is printed, each part from 0 to 1: no ink is 1 in `rgb` and `grey`, 0 in `cmyk`. */
export type Ink =
  | { space: 'rgb'; values: readonly [red: number, green: number, blue: number] }
  | { space: 'cmyk'; values: readonly [cyan: number, magenta: number, yellow: number, black: number] }
  | { space: 'grey'; values: readonly [level: number] };

/** A photograph in the inks of the page; `alpha` has a byte for each pixel where parts of it are transparent. */
export interface InkedPhoto {
  kind: 'photo';
  bytes: Uint8Array;
  width: number;
  height: number;
  /** Red, green and blue when left out. */
  space?: 'cmyk' | 'grey';
  alpha?: Uint8Array;
  focus?: Focus;
}

/** A drawing in colours of its own, which become inks when it is painted. */
export interface InkedArt {
  kind: 'art';
  svg: string;
  width: number;
  height: number;
  focus?: Focus;
}

/** A sheet that stands as a picture on another. */
export interface InkedPlate {
  kind: 'plate';
  width: number;
  height: number;
  layers: readonly Layer[];
}

export type InkedPicture = Omit<PictureFrame, 'picture'> & { picture: InkedPhoto | InkedArt | InkedPlate };
export type InkedFrame = TextFrame<Ink> | ShapeFrame<Ink> | FieldFrame<Ink> | InkedPicture;

/** What the frames of a layer mean, in reading order. A figure is one thing, whatever it is made of. */
export interface LayerMeaning {
  reading: Part;
  /** Of the sheet, BCP 47. */
  language: string;
}

/**
 * Frames at a place of the page. The same list of frames in several layers of a document is written once and shown
 * several times.
 */
export interface Layer {
  /** In painting order. */
  frames: readonly InkedFrame[];
  /** The room that the frames take, mm, from their origin: what is outside is not painted. */
  size: Size;
  /** Where their origin stands, mm, how large a millimetre of theirs is, and whether they are turned a quarter to the left. */
  x: number;
  y: number;
  scale: number;
  turned?: boolean;
  /** The part of the page that they are painted in. */
  clip?: Box;
  /** Absent: marks of the press, which say nothing to readers. */
  means?: LayerMeaning;
}

export interface Page {
  /** What viewers call it: `Question sheet · students`. Its number when left out. */
  name?: string;
  /** Of the whole page, mm. */
  size: Size;
  /** Where the trimmed sheet lies on a page that is larger, and how far paint reaches over it; from the top left, mm. */
  trim?: Box;
  bleed?: Box;
  /** In painting order. */
  layers: readonly Layer[];
}
