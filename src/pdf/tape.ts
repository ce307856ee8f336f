/** What a drawing puts on a page, kept: a portrait that stands in several files is taken apart once. */

/** The parts of PDFKit through which drawings come onto a page. */
export interface Recorder {
  addContent(content: string): unknown;
  _doOpacity(fill: number | null, stroke: number | null): unknown;
  ref(data?: Record<string, unknown>): unknown;
  font(...of: unknown[]): unknown;
}

/** Operators to be written as they are, or how opaque the next ones are: that names an object of the document. */
export type Tape = readonly (string | readonly [fill: number | null, stroke: number | null])[];

/**
 * Paints, and keeps what was painted; undefined when that has made objects of its own (masks, gradients, images, type), which
 * belong to one document and one place.
 */
export function record(pdf: Recorder, paint: () => void): Tape | undefined {
  const tape: (string | [number | null, number | null])[] = [];
  let [whole, inside] = [true, false];
  const { addContent, _doOpacity: opacity, ref, font } = pdf;
  const own = Object.getOwnPropertyDescriptors(pdf);
  pdf.addContent = content => {
    if (!inside) tape.push(content);
    return addContent.call(pdf, content);
  };
  pdf._doOpacity = (fill, stroke) => {
    tape.push([fill, stroke]);
    inside = true;
    const done = opacity.call(pdf, fill, stroke);
    inside = false;
    return done;
  };
  pdf.ref = data => {
    if (!inside) whole = false;
    return ref.call(pdf, data);
  };
  pdf.font = (...of) => {
    whole = false;
    return font.apply(pdf, of);
  };
  try {
    paint();
  } finally {
    for (const name of ['addContent', '_doOpacity', 'ref', 'font'] as const) {
      const before = own[name];
      if (before) Object.defineProperty(pdf, name, before);
      else delete (pdf as Partial<Recorder>)[name];
    }
  }
  return whole ? joined(tape) : undefined;
}

/** Paints what was kept. */
export function replay(pdf: Recorder, tape: Tape): void {
  for (const step of tape) {
    if (typeof step === 'string') pdf.addContent(step);
    else pdf._doOpacity(...step);
  }
}

/** Operators that follow each other are written at one go. */
function joined(tape: Tape): Tape {
  const steps: (Tape[number] | string[])[] = [];
  for (const step of tape) {
    const last = steps.at(-1);
    if (typeof step !== 'string') steps.push(step);
    else if (Array.isArray(last) && typeof last[0] === 'string') (last as string[]).push(step);
    else steps.push([step]);
  }
  return steps.map(step =>
    typeof step[0] === 'string' ? (step as string[]).join('\n') : (step as [number | null, number | null]),
  );
}
