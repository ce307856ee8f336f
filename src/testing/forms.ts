/** Forms filled in by the programs of other people. */
import { type PDFDict, PDFDocument, PDFName, type PDFObject } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { makePack } from '../padpress.js';
import { written } from './fixtures.js';

/** The forms of a session that stands in the test itself, by their paths. */
export async function formsOf(session: string): Promise<Map<string, Uint8Array>> {
  const { request, world } = written(session);
  const { files } = await makePack({ ...request, only: ['forms'] }, world);
  return new Map(files.map(({ path, bytes }) => [path, bytes]));
}

/** The fields of a form as pdf.js finds them, in the order of the tab key; places in points from the bottom left corner. */
export async function fieldsOf(
  form: Uint8Array,
): Promise<{ name: string; label: string; rect: readonly number[] }[]> {
  const pdf = await getDocument({ data: form.slice(), verbosity: 0 }).promise;
  const annotations = await (await pdf.getPage(1)).getAnnotations();
  await pdf.loadingTask.destroy();
  return annotations.map(({ fieldName, alternativeText, rect }) => ({
    name: fieldName,
    label: alternativeText,
    rect,
  }));
}

/** What is typed, by the names of the fields. */
export type Typed = Readonly<Record<string, string>>;

/** By pdf-lib, which writes the whole file anew. */
export async function filledByPdfLib(form: Uint8Array, typed: Typed): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(form);
  for (const [name, text] of Object.entries(typed)) pdf.getForm().getTextField(name).setText(text);
  // Its own font has no more letters than Windows-1252.
  return pdf.save({ updateFieldAppearances: false });
}

/** By pdf.js, the viewer of Firefox, which adds to the end of the file. */
export async function filledByPdfJs(form: Uint8Array, typed: Typed): Promise<Uint8Array> {
  const pdf = await getDocument({ data: form.slice(), verbosity: 0 }).promise;
  const fields = await pdf.getFieldObjects();
  for (const [name, value] of Object.entries(typed)) {
    const [field] = (fields?.[name] ?? []) as { id: string }[];
    if (field) pdf.annotationStorage.setValue(field.id, { value });
  }
  const saved = await pdf.saveDocument();
  await pdf.loadingTask.destroy();
  return saved;
}

/** With the objects of its form changed by hand; `field` gives the dictionary of a field. */
export async function changed(
  form: Uint8Array,
  change: (pdf: PDFDocument, field: (name: string) => PDFDict) => void,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(form);
  change(pdf, name => pdf.getForm().getTextField(name).acroField.dict);
  return pdf.save({ updateFieldAppearances: false });
}

/** The form with a value as a program may have written it. */
export const withValue = (form: Uint8Array, name: string, value: (pdf: PDFDocument) => PDFObject) =>
  changed(form, (pdf, field) => field(name).set(PDFName.of('V'), value(pdf)));
