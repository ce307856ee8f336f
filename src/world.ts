/** All that the rooms may know of the world outside: three folders and a decoder of photographs. */

import type { Kept } from './kept.js';

/** Bytes of the largest file that is read from the folder of a session: a picture or a font is smaller. */
export const largestFile = 40_000_000;

/** The bytes of a file, or why there are none. */
export type FileRead =
  | { bytes: Uint8Array }
  | { problem: 'missing' | 'folder' | 'outside' | 'unreadable' | 'large' };

/** A folder that can be read but never left. Paths are relative, with `/` between their parts. */
export interface Folder {
  read(path: string): FileRead;
  /** Names (not paths) of the files in a sub-folder, sorted; empty when there is no such folder. */
  list(path: string): string[];
}

/** The folder that comes with padpress. */
export interface Bundle extends Folder {
  /** What the document at a path says, where it was read and checked when padpress was built. */
  compiled?(path: string): unknown;
}

/** A picture cut up into `side` × `side` cells, row by row: the share of each, 0 to 1, that is covered with colour and with opaque white. */
export interface InkMap {
  side: number;
  ink: readonly number[];
  white: readonly number[];
  /** The relative luminance (WCAG 2.2) of the darkest and of the lightest of each cell; nothing where all is transparent. */
  shades: readonly (readonly [darkest: number, lightest: number] | undefined)[];
}

/** A picture made of pixels that is known to be whole. */
export interface Photo {
  /** As they are in the file, in any format that {@link World.photo} reads. */
  bytes: Uint8Array;
  /** Pixels, of the upright picture. */
  width: number;
  height: number;
  /** Whether anything shows through it. */
  transparent: boolean;
  ink: InkMap;
}

/** How a picture made of pixels is to be printed. */
export interface PhotoOrder {
  space: 'rgb' | 'cmyk' | 'grey';
  transparent: boolean;
  /** Pixels that it needs at most; all that it has when left out. */
  size?: { width: number; height: number };
}

/** A JPEG, or a PNG with eight bits a channel, upright and in the inks that were asked for. */
export interface Developed {
  bytes: Uint8Array;
  width: number;
  height: number;
  /** A byte for each pixel where parts of it are transparent: how much it hides. */
  alpha?: Uint8Array;
}

export interface World {
  /** What an earlier build of the same session has made, where it may be used again; then the same bytes come as the same object. */
  kept?: Kept;
  /** Makes bytes smaller (zlib, RFC 1950). */
  deflate(bytes: Uint8Array): Uint8Array;
  /** The sum of bytes (SHA-256), as hexadecimal digits. */
  sha256(bytes: Uint8Array): string;
  /** The folder of the session file: pictures, own layouts, own fonts. */
  session: Folder;
  /** What comes with padpress: `fonts/`, `layouts/`, `themes/`, `languages/`. */
  bundled: Bundle;
  /** Fonts that are npm packages of their own: `@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf`. */
  packages: Folder;
  /** Looks through a JPEG, PNG, WebP, AVIF, GIF or TIFF; the problem ends with a full stop. */
  photo(bytes: Uint8Array): Promise<Photo | { problem: string }>;
  /** Cuts a drawing out of a photo or scan of the paper that it is on: a PNG of its lines, all else transparent. */
  lines(bytes: Uint8Array): Promise<Photo | { problem: string }>;
  /** A picture that {@link World.photo} has looked through, as it is printed. */
  develop(bytes: Uint8Array, order: PhotoOrder): Promise<Developed>;
  /** Cyan, magenta, yellow and black (0 to 255) of a cube of `side`³ sRGB colours, blue fastest. */
  separation(side: number): Promise<Uint8Array>;
  /** Where a drawing (SVG) has colour, and where it is opaque white. */
  inkMap(svg: Uint8Array): Promise<InkMap>;
}
