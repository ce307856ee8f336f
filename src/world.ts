/** All that the rooms may know of the world outside: three folders and a decoder of photographs. */

/** The bytes of a file, or why there are none. */
export type FileRead = { bytes: Uint8Array } | { problem: 'missing' | 'folder' | 'outside' | 'unreadable' };

/** A folder that can be read but never left. Paths are relative, with `/` between their parts. */
export interface Folder {
  read(path: string): FileRead;
  /** Names (not paths) of the files in a sub-folder, sorted; empty when there is no such folder. */
  list(path: string): string[];
}

/** A photograph that is whole, upright and of a size that paper can use. */
export interface Photo {
  bytes: Uint8Array;
  /** Pixels. */
  width: number;
  height: number;
}

/** A picture cut up into `side` × `side` cells, row by row: the share of each, 0 to 1, that is covered with colour and with opaque white. */
export interface InkMap {
  side: number;
  ink: readonly number[];
  white: readonly number[];
}

export interface World {
  /** The folder of the session file: pictures, own layouts, own fonts. */
  session: Folder;
  /** What comes with padpress: `fonts/`, `layouts/`, `themes/`, `languages/`. */
  bundled: Folder;
  /** Fonts that are npm packages of their own: `@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf`. */
  packages: Folder;
  /** Decodes a JPEG or PNG, turns it upright; the problem ends with a full stop. */
  photo(bytes: Uint8Array): Promise<Photo | { problem: string }>;
  /** The same photograph in other inks, as a JPEG; `alpha` has a byte for each pixel where parts of it are transparent. */
  recolour(bytes: Uint8Array, space: 'cmyk' | 'grey'): Promise<{ bytes: Uint8Array; alpha?: Uint8Array }>;
  /** Cyan, magenta, yellow and black (0 to 255) of a cube of `side`³ sRGB colours, blue fastest. */
  separation(side: number): Promise<Uint8Array>;
  /** Where a picture (JPEG, PNG or SVG) has colour, and where it is opaque white. */
  inkMap(bytes: Uint8Array): Promise<InkMap>;
}
