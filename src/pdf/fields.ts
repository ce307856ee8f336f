/** Fields that are filled in on a screen (ISO 32000-1, 12.7): widgets with an appearance, and the font of what people type. */
import type { FieldFrame } from '../layout/frame.js';
import type { Ink } from '../press/page.js';
import { mmToPt } from '../units.js';
import { colourOperator } from './colour.js';
import { Content } from './content.js';
import { nameOf, number, type PdfObjects, type Ref, refer, textString, type Value } from './objects.js';
import type { FontShelf } from './shelf.js';

/** The name of the font in which viewers set what is typed. */
const typed = 'Typed';
/** Flags of a field (12.7.4.3) and of an annotation (12.5.3). */
const multiline = 1 << 12;
const printed = 1 << 2;

/** A widget as it stands on its page. */
export interface Widget {
  field: FieldFrame<Ink>;
  /** What people are told that it is for. */
  label: string;
  /** What stands in it already, as text and as it is painted, mm from the top left corner of the field. */
  value: string;
  paint(appearance: Content): void;
  page: Ref;
  /** Left, bottom, right and top, pt from the bottom left corner of the page. */
  place: readonly [number, number, number, number];
  /** Its key in the parent tree. */
  key: number;
}

/** Writes a text field; @returns its annotation, which is the field as well. */
export function embedField(
  { field, label, value, paint, page, place, key }: Widget,
  objects: PdfObjects,
): Ref {
  const [left, bottom, right, top] = place;
  const [width, height] = [right - left, top - bottom];
  const appearance = new Content();
  appearance.add('/Tx BMC');
  appearance.apart(() => {
    appearance.transform(mmToPt(1), 0, 0, -mmToPt(1), 0, height);
    paint(appearance);
  });
  appearance.add('EMC');
  const look = objects.stream(
    { Type: '/XObject', Subtype: '/Form', BBox: [0, 0, width, height], Resources: appearance.resources },
    appearance.end(),
  );
  return objects.add({
    Type: '/Annot',
    Subtype: '/Widget',
    FT: '/Tx',
    T: textString(field.name),
    TU: textString(label),
    ...(value && { V: textString(value), DV: textString(value) }),
    ...(field.lines && { Ff: multiline }),
    F: printed,
    Rect: [left, bottom, right, top],
    P: refer(page),
    DA: `(/${typed} ${number(field.size)} Tf ${colourOperator(field.colour)})`,
    // What is typed begins at the start of the line.
    ...(field.direction === 'rtl' && { Q: 2 }),
    MK: {},
    AP: { N: refer(look) },
    StructParent: key,
  });
}

/**
 * The form of a document. Viewers know composite fonts badly: what is typed is set in the whole of one font by the codes of
 * Windows-1252, which is all that a simple font can say; for other letters viewers take a font of their own.
 */
export function formOf(fields: readonly Ref[], face: string, shelf: FontShelf, objects: PdfObjects): Value {
  const { postscriptName, descriptor: about } = shelf.facts(face);
  const name = nameOf(postscriptName);
  const program = shelf.bytes(face);
  const descriptor = objects.add({
    Type: '/FontDescriptor',
    FontName: name,
    ...about,
    Flags: 32,
    FontFile2: refer(objects.stream({ Length1: program.length }, program)),
  });
  const own = objects.add({
    Type: '/Font',
    Subtype: '/TrueType',
    BaseFont: name,
    Encoding: '/WinAnsiEncoding',
    FirstChar: 32,
    LastChar: 255,
    Widths: shelf.typedWidths(face),
    FontDescriptor: refer(descriptor),
  });
  return {
    Fields: fields.map(refer),
    DR: { Font: { [typed]: refer(own) } },
    DA: `(/${typed} 12 Tf 0 g)`,
  };
}
