/** Colour as content streams say it, and PDFKit and svg-to-pdfkit kept to the inks of the document. */
import type { Inks } from '../press/inks.js';
import type { Ink } from '../press/page.js';

/** The operators that fill and stroke with inks of a space. */
export const colourLetters = { rgb: ['rg', 'RG'], cmyk: ['k', 'K'], grey: ['g', 'G'] } as const;

/** `0 0 0 1 k`: the operator that fills with an ink; `stroke` for that which strokes with it. */
export const colourOperator = ({ space, values }: Ink, stroke = false): string =>
  `${values.map(short).join(' ')} ${colourLetters[space][stroke ? 1 : 0]}`;

const short = (value: number): string => String(Math.round(value * 1e4) / 1e4);

/** The parts of PDFKit that write colours. */
interface ColourWriter {
  addContent(content: string): unknown;
  _normalizeColor(colour: unknown): unknown;
  _setColorCore(colour: unknown, stroke: boolean): boolean;
  ref(data?: Record<string, unknown>): unknown;
}

/**
 * Makes PDFKit write colours in short, and transparency groups of drawings in the inks of the document: svg-to-pdfkit says
 * DeviceRGB for every group, whatever its colours.
 */
export function keepToInks(pdf: PDFKit.PDFDocument, { space }: Inks): void {
  const writer = pdf as unknown as ColourWriter;
  const setAsBefore = writer._setColorCore.bind(pdf);
  writer._setColorCore = (colour, stroke) => {
    const values = writer._normalizeColor(colour);
    if (!Array.isArray(values)) return setAsBefore(colour, stroke);
    writer.addContent(colourOperator(inkOf(values, space), stroke));
    return true;
  };
  const refAsBefore = writer.ref.bind(pdf);
  writer.ref = data => {
    const { Group: group, SMask: mask } = (data ?? {}) as {
      Group?: { Type?: string; CS?: string };
      SMask?: { BC?: number[] };
    };
    // What is optional in ISO 32000 (11.6.6) is missed by some checkers of PDF/A.
    if (group) group.Type = 'Group';
    if (space === 'rgb') return refAsBefore(data);
    if (group?.CS === 'DeviceRGB') group.CS = 'DeviceCMYK';
    // The colour of a mask outside its drawing: black hides, white shows.
    if (mask?.BC?.length === 3) mask.BC = [0, 0, 0, 1 - (mask.BC[0] ?? 0)];
    return refAsBefore(data);
  };
}

function inkOf(values: readonly number[], space: Ink['space']): Ink {
  const [a = 0, b = 0, c = 0, black = 0] = values;
  if (values.length === 3) return { space: 'rgb', values: [a, b, c] };
  return space === 'grey'
    ? { space: 'grey', values: [1 - black] }
    : { space: 'cmyk', values: [a, b, c, black] };
}

/** A colour as PDFKit takes it in drawings: red, green, blue to 255, or four inks to 100, which its gradients know too. */
export function drawingColour({ space, values }: Ink): number[] {
  if (space === 'rgb') return values.map(value => value * 255);
  return space === 'grey' ? [0, 0, 0, (1 - values[0]) * 100] : values.map(value => value * 100);
}

/** `#rrggbb` of red, green and blue up to 255. */
export const hexOf = (rgb: readonly number[]): string =>
  `#${rgb
    .slice(0, 3)
    .map(value => Math.round(value).toString(16).padStart(2, '0'))
    .join('')}`;
