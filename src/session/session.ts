/** A session as the later rooms get it: complete and right, so that nobody checks it again. */
import type { Path, Place } from '../diagnostic.js';
import type { Photo } from '../world.js';
import type { SessionFile } from './schema.js';

/** What of a picture must be seen: shares of its width from the left and of its height from the top, 0 to 1. */
export type Focus = readonly [across: number, down: number];

/** A drawing whose SVG has been checked; its own units. */
export interface Art {
  kind: 'art';
  svg: string;
  width: number;
  height: number;
}

/** A photograph (pixels), or a drawing. */
export type Picture = (({ kind: 'photo' } & Photo) | Art) & {
  focus?: Focus;
  /** Nothing of it may be cut off, however it is set: it was drawn to its edges. */
  uncut?: true;
};

export type Group = Omit<SessionFile['groups'][number], 'colour'> & { colour: { hex: string } };

/** Every story has a picture: its own, or a portrait that was drawn for it. */
export type Story = Omit<
  SessionFile['stories'][number],
  'picture' | 'drawing' | 'focus' | 'portrait' | 'anonymous'
> & { picture: Picture };

/** An own font of the organisation: `key` stands for its bytes wherever fonts are named. */
export interface OwnFont {
  key: string;
  bytes: Uint8Array;
}

export interface Session extends Omit<SessionFile, 'groups' | 'stories' | 'fonts' | 'language' | 'design'> {
  /** BCP 47, canonical. */
  language: string;
  groups: Group[];
  stories: Story[];
  design: Omit<SessionFile['design'], 'logo'> & { logo?: Picture };
  fonts: { text?: OwnFont; display?: OwnFont };
}

/** A session and the way back to its file. */
export interface SessionRead {
  session: Session;
  /** The session in each of its languages; the first is `session`. */
  versions: readonly Session[];
  /** Where a value stands in the file. */
  where(path: Path): Place;
}
