/** A layout with its values filled in: the tree that the arrangement works on. */
import type { Path } from '../diagnostic.js';
import type { Picture } from '../session/session.js';
import type { Direction } from '../type/direction.js';
import type { ColourRole, Meaning, Plate } from './frame.js';

/** Millimetres, a share of what is left, or as large as the content. */
export type Length = { mm: number } | { fr: number } | 'fit';

/** mm */
export interface Inset {
  top: number;
  bottom: number;
  start: number;
  end: number;
}

/**
 * All nodes have all of these. What is made for every node, frame and line is of one shape, and has its own properties before those
 * that are spread into it: V8 copies an object at once, and adds each further property to the copy slowly.
 */
export interface Common {
  width: Length | undefined;
  height: Length | undefined;
  /** The least size of a share, mm; `fit` is that of its content. */
  least: number | 'fit';
  inset: Inset;
  fill: ColourRole | undefined;
  border: { colour: ColourRole; weight: number; radius: number; dotted: boolean } | undefined;
  /** Lines between its items, or between the columns of a text. */
  parted: { colour: ColourRole; weight: number } | undefined;
  align: 'start' | 'centre' | 'end';
  place: 'top' | 'middle' | 'bottom' | 'baseline' | 'stretch';
  /** Absent: what the kind of node means by itself; `decoration`: nothing. */
  means: Meaning | 'decoration' | undefined;
  keepWithNext: boolean;
  /** In a flowing column: the first on a page. */
  beginsPage: boolean;
  /** The node of the layout file that it was made from. */
  written: object | undefined;
  /** Its beginning stands on an earlier page. */
  continues?: true;
}

/** Words to be set in a style of the theme. */
export interface Words {
  text: string;
  /** BCP 47. */
  language: string;
  direction: Direction;
  /** Where in the session they come from, and the node of the layout that asks for them. */
  from: Path | undefined;
  written: object;
  style: string;
  /** Only some lines of a text that is parted between pages: from one, up to another. */
  part?: { of: Words; from: number; to: number };
}

export type TextNode = Common &
  Words & {
    kind: 'text';
    colour: ColourRole | undefined;
    columns: number;
    /** The name under which it is known all over the document: `chapter`. */
    mark: string | undefined;
  };
export type ColumnNode = Common & {
  kind: 'column';
  gap: number;
  flow: 'fill' | 'even' | undefined;
  items: readonly Node[];
};
export type RowNode = Common & { kind: 'row'; gap: number; items: readonly Node[] };
export type LayersNode = Common & { kind: 'layers'; items: readonly Node[] };
export type WritingNode = Common & { kind: 'writing'; lines: number; starters: readonly Words[] };
/** A frame with words at its top, one under the other. */
export type FrameNode = Common & {
  kind: 'frame';
  gap: number;
  items: readonly Node[];
  /** Of the outline, mm. */
  weight: number;
  radius: number;
};
/** A place to type in, with what it holds already. */
export type FieldNode = Common & {
  kind: 'field';
  gap: number;
  items: readonly Node[];
  name: string;
  style: string;
  language: string;
  direction: Direction;
};
export type PictureNode = Common & {
  kind: 'picture';
  picture: Picture | Plate;
  crop: 'fill' | 'photo' | 'whole';
  mat: ColourRole | undefined;
};
export type RuleNode = Common & { kind: 'rule'; colour: ColourRole; weight: number };
export type BoxNode = Common & { kind: 'box' };

export type Node =
  | ColumnNode
  | RowNode
  | LayersNode
  | TextNode
  | WritingNode
  | FrameNode
  | FieldNode
  | PictureNode
  | RuleNode
  | BoxNode;
