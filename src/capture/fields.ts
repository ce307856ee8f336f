/** The fields of a filled form and what was typed into them, as any program has saved it. */
import type { Diagnostic } from '../diagnostic.js';
import { asDict, type Objects, type PdfDict, readPdf } from '../preflight/document.js';
import type { NamedFile } from './row.js';

export interface FormField {
  name: string;
  /** What people are told that it is for; its name where that is missing. */
  label: string;
  /** What stands in it; empty for what is no text field. */
  value: string;
  /** What stood in it before anybody typed. */
  initial: string;
  /** Counted from 1, and its place among the fields of that page. */
  page: number;
  number: number;
}

/** True for a PDF; some begin with a few bytes of the mail or the server that they came from. */
export const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');

const saveAgain = 'Save it again in the program in which it was filled in.';

/**
 * All fields that stand on a page, in the order of the pages. They are looked for on the pages, not in the list that the file
 * keeps: programs that join files often forget that list.
 */
export async function readFields({ name, bytes }: NamedFile): Promise<{
  fields: FormField[];
  diagnostics: Diagnostic[];
}> {
  const refused = (message: string, hint: string) => ({
    fields: [],
    diagnostics: [{ severity: 'error' as const, message: `"${name}" ${message}`, hint }],
  });
  const pdf = await readPdf(bytes);
  if ('problem' in pdf) {
    return pdf.problem === 'locked'
      ? refused('is encrypted: it asks for a password.', 'Save it without one.')
      : refused('cannot be read as a PDF: it is cut off or damaged.', saveAgain);
  }
  if (pdf.damaged) return refused('is cut off or damaged: what was typed may be missing.', saveAgain);
  const { objects, catalogue, pages } = pdf;
  try {
    const fields = pages.flatMap(({ dict, number }) =>
      widgetsOn(dict, objects).map((widget, index) => ({
        ...fieldOf(widget, objects),
        page: number,
        number: index + 1,
      })),
    );
    if (fields.length > 0) return { fields, diagnostics: [] };
  } catch {
    return refused('is damaged: a field cannot be read.', saveAgain);
  }
  if (objects.at(objects.dict(catalogue, 'AcroForm'), 'XFA'))
    return refused('is an XFA form, which only programs of Adobe can read.', ours);
  const hint =
    'Save the form in which you typed as it is: one that is "printed" to a PDF, or flattened, has lost its fields.';
  return refused('has no fields.', hint);
}

/** Which forms can be read. */
export const ours = 'Fill in the forms that "padpress build" makes: story-forms/ and user-log-form.pdf.';

const widgetsOn = (page: PdfDict, objects: Objects): PdfDict[] =>
  (objects.list(page, 'Annots') ?? []).flatMap(item => {
    const annotation = asDict(item);
    return annotation && objects.name(annotation, 'Subtype') === 'Widget' ? [annotation] : [];
  });

/** A field is its widget, or one of those above it (ISO 32000-2, 12.7.4); texts hold for all below. */
function fieldOf(widget: PdfDict, objects: Objects): Omit<FormField, 'page' | 'number'> {
  const held = (key: string) => objects.text(objects.holderOf(widget, key), key) ?? '';
  const name = objects.fieldName(widget);
  const isText = objects.name(objects.holderOf(widget, 'FT'), 'FT') === 'Tx';
  return {
    name,
    label: held('TU') || name,
    value: isText ? held('V') : '',
    initial: isText ? held('DV') : '',
  };
}
