/** Paints layers and frames on a page: one function for each kind of frame. */
import type { ShapeFrame, TextFrame } from '../layout/frame.js';
import { pictureBox } from '../press/boxes.js';
import { dotPitch } from '../press/coverage.js';
import type { Ink, InkedFrame, InkedPicture, Layer } from '../press/page.js';
import { ptToMm } from '../units.js';
import type { PdfDocument } from './document.js';

/** @param shared frames that the document shows more than once: they are written once */
export function paintLayer(layer: Layer, document: PdfDocument, shared: ReadonlySet<object>): void {
  const { frames, size } = layer;
  if (frames.length === 0) return;
  const paintAll = () => {
    for (const frame of frames) paint(frame, document, shared);
  };
  document.placed(layer, () => {
    if (shared.has(frames)) document.show(frames, size, paintAll);
    else paintAll();
  });
}

function paint(frame: InkedFrame, document: PdfDocument, shared: ReadonlySet<object>): void {
  if (frame.kind === 'text') return paintText(frame, document);
  if (frame.kind === 'picture') return paintPicture(frame, document, shared);
  return paintShape(frame, document);
}

function paintText(frame: TextFrame<Ink>, document: PdfDocument): void {
  const em = ptToMm(frame.size);
  for (const line of frame.lines) document.runs(line.runs, line.x, line.baseline, em, frame.colour);
}

function paintShape({ box, shape, fill, stroke, radius }: ShapeFrame<Ink>, document: PdfDocument): void {
  const pdf = document.drawing;
  const trace = () => {
    if (shape === 'line') pdf.moveTo(box.x, box.y).lineTo(box.x + box.width, box.y + box.height);
    else if (radius > 0) pdf.roundedRect(box.x, box.y, box.width, box.height, radius);
    else pdf.rect(box.x, box.y, box.width, box.height);
  };
  pdf.save();
  if (fill) {
    document.fillWith(fill);
    trace();
    pdf.fill();
  }
  if (stroke) {
    document.strokeWith(stroke.colour);
    pdf.lineWidth(stroke.weight);
    if (stroke.dotted) pdf.lineCap('round').dash(0.001, { space: stroke.weight * dotPitch });
    trace();
    pdf.stroke();
  }
  pdf.restore();
}

/** A picture keeps its proportions: it covers its box and is clipped to it, or stands whole at the foot of it. */
function paintPicture(
  { box, picture, crop }: InkedPicture,
  document: PdfDocument,
  shared: ReadonlySet<object>,
): void {
  const place = pictureBox(box, picture, crop);
  const pdf = document.drawing;
  pdf.save();
  pdf.rect(box.x, box.y, box.width, box.height).clip();
  if (picture.kind === 'photo') {
    document.photo(picture, place);
  } else {
    pdf.translate(place.x, place.y).scale(place.width / picture.width, place.height / picture.height);
    if (picture.kind === 'art') document.art(picture);
    else for (const layer of picture.layers) paintLayer(layer, document, shared);
  }
  pdf.restore();
}
