/** What one line of a capture sheet or a form holds: a place for one mini-story, as it stands on a pad. */
import type { Place } from '../diagnostic.js';

/** A file: its name as people know it (for messages) and its bytes. */
export interface NamedFile {
  name: string;
  bytes: Uint8Array;
}

/** The columns of a sheet, in the order in which they are written. */
export const columns = ['group', 'theme', 'number', 'text', 'person', 'title'] as const;
export type Column = (typeof columns)[number];

/** Other names that people give to a column. */
const aliases: Readonly<Record<string, Column>> = {
  'mini-story': 'text',
  'mini story': 'text',
  name: 'person',
  'who this is': 'title',
  no: 'number',
  'no.': 'number',
  '#': 'number',
};

/** The column that a head names, in any case. */
export function columnOf(head: string): Column | undefined {
  const word = lineOf(head).toLowerCase();
  return columns.find(name => name === word) ?? aliases[word];
}

/** Rows in which heads are looked for: there may be a title above them. */
export const mostAbove = 10;

/** A line to be written. */
export type Slot = Readonly<Record<Column, string>>;

/** A cell or field that was read, and where: line and column of the place count rows and columns, or pages and their fields. */
export interface Cell {
  text: string;
  place: Place;
  /** As people find it: `cell B7`, `field "Line 1"`. */
  name: string;
}

/** All cells of a sheet, row by row; rows need not be of the same length. */
export type Table = readonly (readonly Cell[])[];

/** A line that was read. Its number only helps people to find it on the pad: the order of lines is that of the sheet. */
export type Row = Readonly<Record<Exclude<Column, 'number'>, Cell>>;

/** `cell A1` for the first cell of the first row. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `cell ${letters}${row + 1}`;
}

/** Text of one line, as a session has it: line breaks and tabs are spaces. */
export const lineOf = (text: string): string =>
  text
    .replace(/[ \t\n\r\v\f\u0085\u2028\u2029]+/g, ' ')
    .trim()
    .normalize('NFC');

/** Names that differ only in case, white space or the form of an apostrophe are the same. */
export const nameKey = (name: string): string =>
  lineOf(name)
    .replace(/\s+/g, ' ')
    .replace(/[’‘ʼ`]/g, "'")
    .toLowerCase();
