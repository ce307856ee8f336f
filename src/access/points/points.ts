/**
 * The failure conditions of the Matterhorn Protocol 1.1 (PDF Association, 2021; of PDF/UA-1, ISO 14289-1) by their published
 * numbers, in our words; and what ISO 14289-1 asks besides, by its clause (`UA1:7.1`, as the protocol cites it).
 */
import { documentPoints } from './document.js';
import { fontPoints } from './fonts.js';
import { judgedPoints } from './judged.js';
import { structurePoints } from './structure.js';

/** What a program can decide. */
export interface Point {
  /** `13-004`, or `UA1:7.1` for a clause that has no number in the protocol. */
  number: string;
  /** What is wrong when it fails: half a sentence that goes on after "page 2: ". */
  fails: string;
  /** What to do then; whole sentences. */
  fix: string;
  /** How the program decides. */
  how: string;
}

/** What people have to judge. */
export interface JudgedPoint {
  number: string;
  fails: string;
}

/** As the tables write one: number, what fails, what to do, how it is decided. */
export type PointRow = readonly [number: string, fails: string, fix: string, how: string];

export const points: ReadonlyMap<string, Point> = new Map(
  [...structurePoints, ...documentPoints, ...fontPoints].map(([number, fails, fix, how]) => [
    number,
    { number, fails, fix, how },
  ]),
);

/** The numbers of the protocol that a program can decide, in order; without the clauses. */
export const machinePoints: readonly string[] = [...points.keys()]
  .filter(number => /^\d\d-\d{3}$/.test(number))
  .sort();

/** The clauses of ISO 14289-1 that are checked though the protocol has no number for them. */
export const clauses: readonly string[] = [...points.keys()]
  .filter(number => number.startsWith('UA1:'))
  .sort();

export const peoplePoints: readonly JudgedPoint[] = judgedPoints.map(([number, fails]) => ({
  number,
  fails,
}));

/** 23-001 (signatures) and 27-001 (navigation) ask for nothing of their own. */
export const pointsWithoutTest: readonly string[] = ['23-001', '27-001'];
