/** Paper: its names, and how a paper is written. All sizes are trim sizes in mm. */
import type { Size } from './units.js';

const inches = (width: number, height: number): Size => ({ width: width * 25.4, height: height * 25.4 });

/**
 * Papers by name, portrait: ISO 216 (A and B), ISO 217 (SRA1), ANSI/ASME Y14.1 (Letter, Tabloid, ANSI C and D), the
 * architects' sizes of the United States, and pads for easels as they are sold.
 */
export const papers: Readonly<Record<string, Size>> = {
  A0: { width: 841, height: 1189 },
  A1: { width: 594, height: 841 },
  A2: { width: 420, height: 594 },
  A3: { width: 297, height: 420 },
  A4: { width: 210, height: 297 },
  A5: { width: 148, height: 210 },
  B0: { width: 1000, height: 1414 },
  B1: { width: 707, height: 1000 },
  B2: { width: 500, height: 707 },
  SRA1: { width: 640, height: 900 },
  'ANSI C': inches(17, 22),
  'ANSI D': inches(22, 34),
  'Arch C': inches(18, 24),
  'Arch D': inches(24, 36),
  'Arch E': inches(36, 48),
  Letter: inches(8.5, 11),
  Legal: inches(8.5, 14),
  Tabloid: inches(11, 17),
  'Easel 25 x 30': inches(25, 30),
  'Easel 20 x 23': inches(20, 23),
};

/** A page of 16:9 for the screen, as wide as slides are: 13.333 x 7.5 in. */
export const screenPaper = '338.667 x 190.5 mm';

/** Papers on which the documents beside them are of Letter size, too. */
const american = /^(ANSI|Arch|Letter|Legal|Tabloid|Easel)/;
export const isAmerican = (paper: string): boolean => american.test(paper) || / in\b/.test(paper);

/** Sides of a paper of one's own, mm: from a postcard to the widest roll. */
const shortest = 90;
const longest = 3000;

/**
 * A paper as the session writes it, with its name as padpress writes it: `A1`, `A3 landscape`, `500 x 700 mm`,
 * `25 x 30 in`. Case, and how words are parted, do not count. Undefined when it is none.
 */
export function paperNamed(text: string): { name: string; size: Size } | undefined {
  const written = text.trim().replace(/\s+/g, ' ');
  const [, sides = written, turned] = /^(.*?)[ -]*\b(portrait|landscape)$/i.exec(written) ?? [];
  const own = /^(\d+(?:\.\d+)?) ?[x×*] ?(\d+(?:\.\d+)?) ?(mm|in)$/i.exec(sides.trim());
  const found = own ? ownSize(own) : standardSize(sides);
  if (!found) return undefined;
  const { name, size } = found;
  if (turned === undefined) return found;
  const [short, long] = [Math.min(size.width, size.height), Math.max(size.width, size.height)];
  return turned.toLowerCase() === 'landscape'
    ? { name: `${name} landscape`, size: { width: long, height: short } }
    : { name, size: { width: short, height: long } };
}

function standardSize(text: string): { name: string; size: Size } | undefined {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const wanted = plain(text.replace('×', 'x'));
  const name = Object.keys(papers).find(known => known === text || plain(known) === wanted);
  const size = name === undefined ? undefined : papers[name];
  return name === undefined || !size ? undefined : { name, size };
}

function ownSize([, across = '', down = '', unit = '']: RegExpExecArray) {
  const scale = unit.toLowerCase() === 'in' ? 25.4 : 1;
  const size = { width: Number(across) * scale, height: Number(down) * scale };
  const right = [size.width, size.height].every(side => side >= shortest && side <= longest);
  return right ? { name: `${across} x ${down} ${unit.toLowerCase()}`, size } : undefined;
}

/** The name of a size, mm: `A1`, `A4 landscape`; undefined when it has none. A tenth of a millimetre does not count. */
export function nameOfSize({ width, height }: Size): string | undefined {
  const same = (a: number, b: number) => Math.abs(a - b) < 0.1;
  const name = Object.entries(papers).find(
    ([, paper]) => same(Math.min(width, height), paper.width) && same(Math.max(width, height), paper.height),
  )?.[0];
  return name === undefined || width <= height ? name : `${name} landscape`;
}

/** How large a paper is beside A1, by its diagonal. */
export const besideA1 = ({ width, height }: Size): number => Math.hypot(width, height) / Math.hypot(594, 841);

/** The scale of type on a paper; paper over A1 counts as A1, since the room stays as it is. */
export const scaleOf = (size: Size): number => Math.min(1, besideA1(size));
