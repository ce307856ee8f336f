/** A content stream being written (ISO 32000-1, 7.8 and 8.5): operators, and the resources that they name. */

import type { Ink } from '../press/page.js';
import type { PlacedRun } from '../type/lines.js';
import type { Box } from '../units.js';
import { Bytes } from './bytes.js';
import { colourLetters } from './colour.js';
import type { EmbeddedFont } from './fonts.js';
import { type Ref, refer } from './objects.js';
import { type LinePlace, showLine } from './strings.js';

type ResourceKind = 'Font' | 'XObject';

/** How far the handles of a Bézier curve stand from the corner of a quarter circle, in radii. */
const handle = 1 - 0.5522847498;

export class Content extends Bytes {
  readonly #resources = new Map<ResourceKind, Map<string, Ref>>();

  /** The resource dictionary. */
  get resources(): string {
    return Content.resourcesOf([this]);
  }

  /** The resource dictionary of contents that are shown one after the other. */
  static resourcesOf(contents: readonly Content[]): string {
    const entriesOf = (kind: ResourceKind): string => {
      const all = new Map<string, Ref>();
      for (const content of contents)
        for (const [name, ref] of content.#resources.get(kind) ?? []) all.set(name, ref);
      let text = '';
      for (const [name, ref] of all) text += `/${name} ${refer(ref)}`;
      return text && `/${kind}<<${text}>>`;
    };
    return `<<${entriesOf('Font')}${entriesOf('XObject')}>>`;
  }

  /** True when it says the same in all files. */
  get needsNothing(): boolean {
    return this.#resources.size === 0;
  }

  /** Paints with an own graphics state, so that nothing set inside is heard of outside. */
  apart(paint: () => void): void {
    this.add('q');
    paint();
    this.add('Q');
  }

  transform(...matrix: readonly [number, number, number, number, number, number]): void {
    // Scales are multiplied with the whole length of a sheet: they need more digits than places do.
    for (const value of matrix) this.number(value, 6);
    this.add('cm');
  }

  clip(box: Box): void {
    this.#sides(box).add('re W n');
  }

  fillWith({ space, values }: Ink): void {
    for (const value of values) this.number(value);
    this.add(colourLetters[space][0]);
  }

  strokeWith({ space, values }: Ink): void {
    for (const value of values) this.number(value);
    this.add(colourLetters[space][1]);
  }

  /** Strokes are so thick, mm; of round dots that stand so many thicknesses apart where that is given. */
  stroke(weight: number, dots?: number): void {
    this.number(weight).add('w');
    if (dots !== undefined)
      this.text('1 J [0.001 ')
        .number(weight * dots)
        .add('] 0 d');
  }

  rectangle(box: Box): void {
    this.#sides(box).add('re');
  }

  line(box: Box): void {
    this.#place(box.x, box.y).add('m');
    this.#place(box.x + box.width, box.y + box.height).add('l');
  }

  rounded({ x, y, width, height }: Box, radius: number): void {
    const r = Math.min(radius, width / 2, height / 2);
    const near = r * handle;
    const [right, foot] = [x + width, y + height];
    this.#place(x + r, y).add('m');
    this.#place(right - r, y).add('l');
    this.#place(right - near, y)
      .#place(right, y + near)
      .#place(right, y + r)
      .add('c');
    this.#place(right, foot - r).add('l');
    this.#place(right, foot - near)
      .#place(right - near, foot)
      .#place(right - r, foot)
      .add('c');
    this.#place(x + r, foot).add('l');
    this.#place(x + near, foot)
      .#place(x, foot - near)
      .#place(x, foot - r)
      .add('c');
    this.#place(x, y + r).add('l');
    this.#place(x, y + near)
      .#place(x + near, y)
      .#place(x + r, y)
      .add('c');
    this.add('h');
  }

  /** Shows a form or an image by its name. */
  show(name: string, ref: Ref): void {
    this.#use('XObject', name, ref);
    this.add(`/${name} Do`);
  }

  /** The runs of a line. */
  runs(runs: readonly PlacedRun[], place: LinePlace, fontOf: (face: string) => EmbeddedFont): void {
    showLine(this, runs, place, face => {
      const font = fontOf(face);
      this.#use('Font', font.id, font.ref);
      return font;
    });
  }

  #place(x: number, y: number): this {
    return this.number(x).number(y);
  }

  #sides({ x, y, width, height }: Box): this {
    return this.#place(x, y).#place(width, height);
  }

  #use(kind: ResourceKind, name: string, ref: Ref): void {
    const names = this.#resources.get(kind) ?? new Map<string, Ref>();
    this.#resources.set(kind, names.set(name, ref));
  }
}

/** A part of the content of a page, as it is painted. */
export interface Painted {
  content: Content;
  bytes: Uint8Array;
}
