/** Paints layers and frames into a content stream: one function for each kind of frame. */
import type { PlacedLine, ShapeFrame, TextFrame } from '../layout/frame.js';
import { pictureBox } from '../press/boxes.js';
import type { Ink, InkedFrame, InkedPicture, Layer } from '../press/page.js';
import { dotPitch } from '../press/sprays.js';
import { ptToMm } from '../units.js';
import type { Content } from './content.js';
import type { EmbeddedFont } from './fonts.js';
import type { Ref } from './objects.js';

/** What a document has that content streams refer to: each is written when it is first asked for. */
export interface Stock {
  font(face: string): EmbeddedFont;
  /** A photograph or drawing as an object, and its name. */
  picture(picture: Exclude<InkedPicture['picture'], { kind: 'plate' }>): { name: string; ref: Ref };
  /** The form of frames that are shown more than once; undefined when they are not. */
  form(layer: Layer): { name: string; ref: Ref } | undefined;
}

/** Paints with the origin of a layer at its place, and only inside its clip. */
export function placed({ x, y, scale, turned, clip }: Layer, content: Content, paint: () => void): void {
  if (x === 0 && y === 0 && scale === 1 && !turned && !clip) return paint();
  content.apart(() => {
    if (clip) content.clip(clip);
    if (turned) content.transform(0, -scale, scale, 0, x, y);
    else content.transform(scale, 0, 0, scale, x, y);
    paint();
  });
}

/** The frames of a layer, or the form that holds them. */
export function paintFrames(layer: Layer, content: Content, stock: Stock): void {
  const form = stock.form(layer);
  if (form) return content.show(form.name, form.ref);
  for (const frame of layer.frames) paintFrame(frame, content, stock);
}

/** @param goesOn true when it is a text, and more follows in the same element */
export function paintFrame(frame: InkedFrame, content: Content, stock: Stock, goesOn = false): void {
  if (frame.kind === 'text') return paintText(frame, content, stock, goesOn);
  if (frame.kind === 'picture') return paintPicture(frame, content, stock);
  // A place to type in is not seen on paper.
  if (frame.kind === 'shape') return paintShape(frame, content);
}

/** @param goesOn true when more text follows in the same element */
function paintText(
  { size, lines, colour }: TextFrame<Ink>,
  content: Content,
  stock: Stock,
  goesOn: boolean,
): void {
  const em = ptToMm(size);
  const fontOf = (face: string) => stock.font(face);
  content.fillWith(colour);
  for (let index = 0; index < lines.length; index++) {
    const { runs, x, baseline, reads } = lines[index] as PlacedLine;
    const spaced = index < lines.length - 1 ? /\s$/.test(reads) : goesOn;
    content.runs(runs, { x, y: baseline, em, spaced }, fontOf);
  }
}

function paintShape({ box, shape, fill, stroke, radius }: ShapeFrame<Ink>, content: Content): void {
  const trace = () => {
    if (shape === 'line') content.line(box);
    else if (radius > 0) content.rounded(box, radius);
    else content.rectangle(box);
  };
  content.apart(() => {
    if (fill) content.fillWith(fill);
    if (stroke) {
      content.strokeWith(stroke.colour);
      content.stroke(stroke.weight, stroke.dotted ? dotPitch : undefined);
    }
    trace();
    content.add(fill && stroke ? 'B' : fill ? 'f' : stroke ? 'S' : 'n');
  });
}

/** A picture keeps its proportions: it covers its box and is clipped to it, or stands whole at the foot of it. */
function paintPicture({ box, picture, crop }: InkedPicture, content: Content, stock: Stock): void {
  const { x, y, width, height } = pictureBox(box, picture, crop);
  content.apart(() => {
    content.clip(box);
    if (picture.kind === 'photo') {
      // Images are a unit high, and stand on their feet.
      content.transform(width, 0, 0, -height, x, y + height);
    } else {
      content.transform(width / picture.width, 0, 0, height / picture.height, x, y);
    }
    if (picture.kind === 'plate') {
      for (const layer of picture.layers) placed(layer, content, () => paintFrames(layer, content, stock));
      return;
    }
    const { name, ref } = stock.picture(picture);
    content.show(name, ref);
  });
}
