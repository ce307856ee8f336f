/** What the check of access says of a file, and how checks say it. */
import { points } from './points/points.js';

export interface AccessFinding {
  /** The number of the Matterhorn Protocol (`13-004`), or a clause of ISO 14289-1 (`UA1:7.1`). */
  point: string;
  /** Counted from 1; absent when no page is meant. */
  page?: number;
  /** The way to the element from the root of the structure: `Document > Table > TR 2 > TH 1`. */
  element?: string;
  /** What is wrong, with what was found; goes on after the point, and ends without a full stop. */
  message: string;
  /** What to do; whole sentences. */
  hint: string;
}

/** A point that could not be decided on this file. */
export interface Undecided {
  point: string;
  /** Goes on after "not checked: "; ends without a full stop. */
  reason: string;
}

/** Where a check found something. */
export interface Spot {
  page?: number | undefined;
  /** Path of the structure element. */
  element?: string | undefined;
}

/** Takes what checks find. The same is said once. */
export class Findings {
  readonly #findings = new Map<string, AccessFinding>();
  readonly #undecided = new Map<string, Undecided>();

  /** @param detail what was found; stands in brackets after what the table of points says */
  add(point: string, { page, element }: Spot = {}, detail?: string): void {
    const known = points.get(point);
    if (!known) throw new Error(`There is no point ${point}.`);
    const message = `${known.fails}${detail === undefined ? '' : ` (${detail})`}`;
    this.#findings.set(JSON.stringify([point, page, element, message]), {
      point,
      ...(page !== undefined && { page }),
      ...(element !== undefined && { element }),
      message,
      hint: known.fix,
    });
  }

  /** This check cannot tell whether the points are kept. */
  undecided(numbers: readonly string[], reason: string): void {
    for (const point of numbers) this.#undecided.set(`${point} ${reason}`, { point, reason });
  }

  /** In the order of the points, then of the pages. */
  get all(): AccessFinding[] {
    return [...this.#findings.values()].sort((a, b) => byPoint(a, b) || (a.page ?? 0) - (b.page ?? 0));
  }

  /** In the order of the points. */
  get left(): Undecided[] {
    return [...this.#undecided.values()].sort(byPoint);
  }
}

/** By their signs, in which the numbers of the protocol come before the clauses (`UA1:`), in any country. */
const byPoint = ({ point: a }: { point: string }, { point: b }: { point: string }): number =>
  a < b ? -1 : Number(a > b);
