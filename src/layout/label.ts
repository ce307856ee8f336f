/** A short text in one line, for marks that belong to no layout. */
import { directionIn } from '../type/direction.js';
import type { TextFrame } from './frame.js';
import { textFrame } from './paint.js';
import type { Desk } from './sheets.js';
import { floorFit, setText, type TypeContext } from './text.js';

export interface Label {
  /** Its top left corner is the origin. */
  frame: TextFrame;
  /** mm */
  width: number;
  height: number;
}

/** Wider than any label, mm. */
const oneLine = 1e5;

/** @param style of the theme */
export function setLabel(text: string, style: string, language: string, desk: Desk): Label {
  const direction = directionIn(text, language);
  const context: TypeContext = {
    ...desk,
    style: name => desk.style(name, 1, desk.kinds),
    direction,
  };
  const words = { text, language, direction, style, from: undefined, written: {} };
  const set = setText(words, oneLine, floorFit, context);
  const box = { x: 0, y: 0, width: set.width, height: set.height };
  return { frame: textFrame(words, set, box, 'text', direction), width: set.width, height: set.height };
}
