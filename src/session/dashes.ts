/** Counts the dashes of a drawing before anything draws them: a pattern can be so fine that nobody ever sees its end. */
import { lengthOfPath } from '../art/length.js';

/** So many dashes all elements of a drawing have together: drawing them takes more than a second. */
export const mostDashes = 50_000;

const pattern = /stroke-dasharray\s*:\s*([^;}!]+)/i;
const patterns = new RegExp(pattern, 'gi');

/** How long a pattern is, in units of its path; nothing for a line that is solid. */
function patternLength(dashes: string | undefined): number | undefined {
  const lengths = (dashes?.match(/[\d.]+(?:e[-+]?\d+)?/gi) ?? []).map(Number);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  return whole > 0 ? whole : undefined;
}

type Value = (attribute: string) => string | undefined;

export class DashCount {
  /** Of elements that say their own pattern, or stand in one that does. */
  #dashes = 0;
  /** All others: a style sheet may dash them, and it may stand behind them. */
  readonly #others: { name: string; value: Value }[] = [];
  /** The finest pattern of the style sheets. */
  #inSheets: number | undefined;

  /**
   * An element.
   * @param around the pattern of the element around it
   * @returns its own, for what stands in it
   */
  element(name: string, value: Value, around: number | undefined): number | undefined {
    const [, styled] = pattern.exec(value('style') ?? '') ?? [];
    const said = styled ?? value('stroke-dasharray');
    const own = said === undefined || said.trim() === 'inherit' ? around : patternLength(said);
    if (own !== undefined) this.#dashes += lengthOf(name, value) / own;
    else this.#others.push({ name, value });
    return own;
  }

  sheet(text: string): void {
    for (const [, dashes] of text.matchAll(patterns)) {
      const length = patternLength(dashes);
      if (length !== undefined) this.#inSheets = Math.min(this.#inSheets ?? length, length);
    }
  }

  /** @param copies how many elements `<use>` draws */
  total(copies: number): number {
    const pattern = this.#inSheets;
    const inSheets =
      pattern === undefined
        ? 0
        : this.#others.reduce((sum, { name, value }) => sum + lengthOf(name, value) / pattern, 0);
    return (this.#dashes + inSheets) * Math.max(1, copies);
  }
}

/** How long the lines of an element are at most. */
function lengthOf(name: string, value: Value): number {
  if (name === 'path') return lengthOfPath(value('d') ?? '');
  const points = value('points');
  if (points !== undefined) return lengthOfPath(`M${points}Z`);
  const places = ['x', 'y', 'width', 'height', 'r', 'rx', 'ry', 'x1', 'y1', 'x2', 'y2'];
  const numbers = places.map(place => Math.abs(Number.parseFloat(value(place) ?? '0')) || 0);
  // Around a circle is 6.3 radii, around a rectangle twice its sides.
  return 7 * numbers.reduce((sum, number) => sum + number, 0);
}
