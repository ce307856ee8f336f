/** From frames with colour roles to frames with inks. */

import type { Frame, Plate } from '../layout/frame.js';
import { mapped } from '../lists.js';
import type { Picture } from '../session/session.js';
import type { Inks } from './inks.js';
import type { InkedArt, InkedFrame, InkedPhoto, InkedPlate } from './page.js';

/** Gives the frames of a sheet with its colours in inks; the same frames give the same inked ones. */
export type Inking = (frames: readonly Frame[], colours: Colours) => readonly InkedFrame[];
type Colours = Readonly<Record<string, string>>;

/** @param pictures that are not printed as they are, in the inks of the pack */
export function inkingWith(inks: Inks, pictures: ReadonlyMap<Picture, InkedPhoto | InkedArt>): Inking {
  const done = new Map<readonly Frame[], readonly InkedFrame[]>();
  const ink: Inking = (frames, colours) => {
    const inked = done.get(frames) ?? mapped(frames, frame => inkFrame(frame, colours));
    done.set(frames, inked);
    return inked;
  };
  const plate = (picture: Plate): InkedPlate => ({
    ...picture,
    layers: picture.layers.map(({ colours, frames, ...layer }) => ({
      ...layer,
      frames: ink(frames, colours),
    })),
  });
  const inkFrame = (frame: Frame, colours: Colours): InkedFrame => {
    const inkOf = (role: string) => {
      const hex = colours[role];
      // Layouts are checked against the theme: a role that the sheet does not have is a bug of ours.
      if (hex === undefined) throw new Error(`No colour for the role "${role}".`);
      return inks.of(hex);
    };
    if (frame.kind === 'text' || frame.kind === 'field') return { ...frame, colour: inkOf(frame.colour) };
    if (frame.kind === 'picture') {
      const { picture } = frame;
      if (picture.kind === 'plate') return { ...frame, picture: plate(picture) };
      const made = pictures.get(picture) ?? picture;
      // What a session holds may be of any format: what was not developed is a bug of ours.
      if (made === picture && picture.kind === 'photo') throw new Error('A picture was not developed.');
      return { ...frame, picture: made };
    }
    const { fill, stroke } = frame;
    return {
      ...frame,
      fill: fill === undefined ? undefined : inkOf(fill),
      stroke: stroke && { ...stroke, colour: inkOf(stroke.colour) },
    };
  };
  return ink;
}
