/** What the press hands on: pages of a paper size, with frames whose colours are inks. */
import type { PictureFrame, ShapeFrame, TextFrame } from '../layout/frame.js';
import type { Size } from '../units.js';

/** A colour as it is printed: red, green and blue from 0 to 1. */
export type Ink = readonly [red: number, green: number, blue: number];

export type InkedFrame = TextFrame<Ink> | ShapeFrame<Ink> | PictureFrame;

export interface Page {
  /** Of the whole page, mm. */
  size: Size;
  /** In painting order. */
  frames: readonly InkedFrame[];
}
