/** Paints frames on a page: one function for each kind of frame. */
import SVGtoPDF from 'svg-to-pdfkit';
import type { PictureFrame, ShapeFrame, TextFrame } from '../layout/frame.js';
import type { Ink, InkedFrame } from '../press/page.js';
import { type Box, ptToMm } from '../units.js';
import { type PdfDocument, toRgb } from './document.js';

/** Distance of the dots of a dotted line, in its thickness: round dots with room between them. */
const dotPitch = 3.2;

export function paint(frame: InkedFrame, document: PdfDocument): void {
  if (frame.kind === 'text') return paintText(frame, document);
  if (frame.kind === 'picture') return paintPicture(frame, document);
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
    trace();
    pdf.fill(toRgb(fill));
  }
  if (stroke) {
    pdf.lineWidth(stroke.weight);
    if (stroke.dotted) pdf.lineCap('round').dash(0.001, { space: stroke.weight * dotPitch });
    trace();
    pdf.stroke(toRgb(stroke.colour));
  }
  pdf.restore();
}

/** A picture keeps its proportions: it covers its box and is clipped to it, or stands whole at the foot of it. */
function paintPicture({ box, picture, crop }: PictureFrame, document: PdfDocument): void {
  const place = pictureBox(box, picture, crop);
  const pdf = document.drawing;
  pdf.save();
  pdf.rect(box.x, box.y, box.width, box.height).clip();
  if (picture.kind === 'photo') {
    pdf.image(picture.bytes as unknown as Buffer, place.x, place.y, {
      width: place.width,
      height: place.height,
    });
  } else {
    pdf.translate(place.x, place.y).scale(place.width / picture.width, place.height / picture.height);
    // The session room has checked the drawing; nothing may be read from outside, whatever it says.
    SVGtoPDF(pdf, picture.svg, 0, 0, {
      width: picture.width,
      height: picture.height,
      assumePt: true,
      imageCallback: link => (link.startsWith('data:') ? link : ''),
      warningCallback: warning => {
        throw new Error(`A drawing could not be painted: ${warning}`);
      },
    });
  }
  pdf.restore();
}

/** Where a picture stands, mm: in the middle, and on the lower edge when it is seen whole (people stand on the ground). */
export function pictureBox(
  box: Box,
  { width, height }: { width: number; height: number },
  crop: 'fill' | 'whole',
): Box {
  const across = box.width / width;
  const down = box.height / height;
  const scale = crop === 'fill' ? Math.max(across, down) : Math.min(across, down);
  const size = { width: width * scale, height: height * scale };
  const left = box.x + (box.width - size.width) / 2;
  const top = crop === 'fill' ? box.y + (box.height - size.height) / 2 : box.y + box.height - size.height;
  return { x: left, y: top, ...size };
}
