/** A content stream being written (ISO 32000-1, 7.8 and 8.5): operators, and the resources that they name. */

import type { Ink } from '../press/page.js';
import type { PlacedRun } from '../type/lines.js';
import type { Box } from '../units.js';
import { colourOperator } from './colour.js';
import type { EmbeddedFont } from './fonts.js';
import { finely, number, type Ref, refer, type Value } from './objects.js';
import { lineOperators } from './strings.js';

type ResourceKind = 'Font' | 'XObject';

/** How far the handles of a Bézier curve stand from the corner of a quarter circle, in radii. */
const handle = 1 - 0.5522847498;

export class Content {
  readonly #operators: string[] = [];
  readonly #resources = new Map<ResourceKind, Map<string, Ref>>();

  get operators(): string {
    return this.#operators.join('\n');
  }

  /** The resource dictionary; the same resources give the same text. */
  get resources(): Record<string, Value> {
    return Content.resourcesOf([this]);
  }

  /** The resource dictionary of contents that are shown one after the other. */
  static resourcesOf(contents: readonly Content[]): Record<string, Value> {
    const all: Record<string, Record<string, Value>> = {};
    for (const content of contents) {
      for (const [kind, names] of content.#resources) {
        const own = all[kind] ?? {};
        for (const [name, ref] of names) own[name] = refer(ref);
        all[kind] = own;
      }
    }
    return all;
  }

  add(...operators: readonly string[]): void {
    this.#operators.push(...operators);
  }

  /** Paints with an own graphics state, so that nothing set inside is heard of outside. */
  apart(paint: () => void): void {
    this.add('q');
    paint();
    this.add('Q');
  }

  transform(...[a, b, c, d, e, f]: readonly [number, number, number, number, number, number]): void {
    // Scales are multiplied with the whole length of a sheet: they need more digits than places do.
    this.add(`${[a, b, c, d, e, f].map(finely).join(' ')} cm`);
  }

  clip(box: Box): void {
    this.add(`${rectangle(box)} W n`);
  }

  fillWith(ink: Ink): void {
    this.add(colourOperator(ink));
  }

  strokeWith(ink: Ink): void {
    this.add(colourOperator(ink, true));
  }

  /** Strokes are so thick, mm; of round dots that stand so many thicknesses apart where that is given. */
  stroke(weight: number, dots?: number): void {
    this.add(`${number(weight)} w`);
    if (dots !== undefined) this.add(`1 J [0.001 ${number(weight * dots)}] 0 d`);
  }

  rectangle(box: Box): void {
    this.add(rectangle(box));
  }

  line(box: Box): void {
    this.add(`${place(box.x, box.y)} m ${place(box.x + box.width, box.y + box.height)} l`);
  }

  rounded({ x, y, width, height }: Box, radius: number): void {
    const r = Math.min(radius, width / 2, height / 2);
    const near = r * handle;
    const [right, foot] = [x + width, y + height];
    const curve = (...points: readonly (readonly [number, number])[]) =>
      `${points.map(point => place(...point)).join(' ')} c`;
    this.add(
      `${place(x + r, y)} m ${place(right - r, y)} l`,
      curve([right - near, y], [right, y + near], [right, y + r]),
      `${place(right, foot - r)} l`,
      curve([right, foot - near], [right - near, foot], [right - r, foot]),
      `${place(x + r, foot)} l`,
      curve([x + near, foot], [x, foot - near], [x, foot - r]),
      `${place(x, y + r)} l`,
      curve([x, y + near], [x + near, y], [x + r, y]),
      'h',
    );
  }

  /** Shows a form or an image by its name. */
  show(name: string, ref: Ref): void {
    this.#use('XObject', name, ref);
    this.add(`/${name} Do`);
  }

  /** The runs of a line with its left end at `x` and its baseline at `y` (mm); `em` is the type size, mm. */
  runs(
    runs: readonly PlacedRun[],
    { x, y, em }: { x: number; y: number; em: number },
    fontOf: (face: string) => EmbeddedFont,
  ): void {
    const operators = lineOperators(runs, x, y, em, face => {
      const font = fontOf(face);
      this.#use('Font', font.id, font.ref);
      return font;
    });
    if (operators) this.add(operators);
  }

  #use(kind: ResourceKind, name: string, ref: Ref): void {
    const names = this.#resources.get(kind) ?? new Map<string, Ref>();
    this.#resources.set(kind, names.set(name, ref));
  }
}

const place = (x: number, y: number): string => `${number(x)} ${number(y)}`;
const rectangle = ({ x, y, width, height }: Box): string => `${place(x, y)} ${place(width, height)} re`;

/** A part of the content of a page: the stream that it is, where it paints anything. */
export interface Part {
  content: Content;
  ref: Ref | undefined;
}
