/** The points on tags and what they hold. */
import type { PointRow } from './points.js';

const content = 'content streams, forms and appearances are followed with their marks';
const tree = 'the structure tree, after the role map';
const again = 'Tag it anew with the program that made it.';

export const structurePoints: readonly PointRow[] = [
  [
    '01-003',
    'an artifact stands inside tagged content',
    'End the tagged content before the artifact, or tag what is in it.',
    content,
  ],
  [
    '01-004',
    'tagged content stands inside an artifact',
    'Take the mark of the artifact away, or the tag inside it.',
    content,
  ],
  [
    '01-005',
    'content is neither tagged nor marked as an artifact',
    'Tag what says something, and mark the rest as an artifact.',
    `${content}; a tag counts when an element of the structure has it`,
  ],
  [
    '01-007',
    'the file says of itself that its tags are doubtful (Suspects is true)',
    'Look through the tags, then take the entry Suspects out.',
    'the MarkInfo of the catalogue',
  ],
  ['02-001', 'a structure type is neither standard nor mapped to one', 'Add it to the role map.', tree],
  [
    '02-003',
    'the role map leads in a circle',
    'Map each type, over as many steps as needed, to a standard type.',
    'each entry of the role map is followed',
  ],
  [
    '02-004',
    'the role map gives a standard type another meaning',
    'Take the standard type out of the role map.',
    'the entries of the role map',
  ],
  [
    '09-004',
    'the parts of a table are nested wrongly',
    'A Table holds TR, or THead, TBody and TFoot, and a Caption at either end; these hold TR, which hold TH and TD.',
    `${tree}; Table 337 of ISO 32000-1`,
  ],
  [
    '09-005',
    'the parts of a list are nested wrongly',
    'An L holds a Caption, then LI; an LI holds Lbl and LBody.',
    `${tree}; Table 336 of ISO 32000-1`,
  ],
  [
    '09-006',
    'the parts of a table of contents are nested wrongly',
    'A TOC holds a Caption, then TOCI and further TOC.',
    `${tree}; Table 333 of ISO 32000-1`,
  ],
  [
    '09-007',
    'the parts of a ruby are nested wrongly',
    'A Ruby holds RB and RT, or RB, RP, RT and RP.',
    `${tree}; Table 338 of ISO 32000-1`,
  ],
  [
    '09-008',
    'the parts of a warichu are nested wrongly',
    'A Warichu holds WP, WT and WP.',
    `${tree}; Table 338 of ISO 32000-1`,
  ],
  [
    '13-004',
    'a figure has neither an alternative text nor a replacement text',
    'Say what it shows (Alt), or mark the picture as an artifact when it shows nothing that matters.',
    `${tree}; blank texts count as none`,
  ],
  ['14-002', 'the first heading is not an H1', 'Begin with an H1.', `${tree}, in reading order`],
  [
    '14-003',
    'a heading skips a level',
    'Number headings without gaps on the way down: an H3 comes after an H2.',
    `${tree}, in reading order`,
  ],
  ['14-006', 'an element holds more than one H', 'Put each H into a section of its own.', tree],
  [
    '14-007',
    'the file has both H and numbered headings',
    'Use numbered headings (H1 to H6), or H alone, throughout.',
    tree,
  ],
  [
    '15-003',
    'a header cell does not say what it heads',
    'Give it a Scope (Row, Column or Both), or give the cells Headers that name its ID.',
    `${tree}: each TH of a table without Headers, and each ID in Headers`,
  ],
  ['17-002', 'a formula has no alternative text', 'Say in words what it says (Alt).', tree],
  [
    '17-003',
    'a character of a formula cannot be read as text',
    'Embed the font with a ToUnicode map of all characters that are used.',
    'the text inside Formula elements, as for 10-001',
  ],
  ['19-003', 'a note has no ID', 'Give each Note an ID of its own.', tree],
  ['19-004', 'two notes have the same ID', 'Give each Note an ID of its own.', tree],
  [
    'UA1:6.2',
    'the file does not say that it is tagged (Marked is not true)',
    again,
    'the MarkInfo of the catalogue',
  ],
  [
    'UA1:7.1',
    'the structure is not whole',
    again,
    'the structure tree, its parent tree and the marks in the content are held against each other',
  ],
  [
    'UA1:7.5',
    'the rows or columns of a table are not equally long',
    'Fill the gaps with empty cells, or correct RowSpan and ColSpan.',
    `${tree}: the cells of each table are laid out with their spans`,
  ],
];
