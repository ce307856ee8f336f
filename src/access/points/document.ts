/** The points on the document, its languages, annotations and forms. */
import type { PointRow } from './points.js';

const xmp = 'the XMP metadata of the catalogue, read as XML';
const catalogue = 'the catalogue';
const languages = 'Lang of the mark, its element, the elements around it and the catalogue';
const annotations = 'the annotations of each page that can be seen, and the elements that hold them';
const layers = 'the optional content of the catalogue';
const language = 'Give the file a language (Lang in the catalogue).';
const tag = 'Tag the annotation, and name its element in StructParent and the parent tree.';
const showTitle = 'Set DisplayDocTitle in its ViewerPreferences to true.';
const order = 'Set Tabs of the page to S (by structure).';
const bothNames = 'Give its file specification F and UF.';
const actions = 'the rendition actions of the file';
const encryption = 'the encryption dictionary';

export const documentPoints: readonly PointRow[] = [
  ['06-001', 'there are no XMP metadata', 'Save it with metadata, as PDF/UA.', xmp],
  ['06-002', 'the metadata do not say that this is PDF/UA-1', 'Save it as PDF/UA-1 (pdfuaid:part 1).', xmp],
  ['06-003', 'the metadata have no title', 'Give the document a title (dc:title).', xmp],
  ['07-001', 'the file does not say whether viewers shall show its title', showTitle, catalogue],
  ['07-002', 'viewers shall show the name of the file instead of its title', showTitle, catalogue],
  [
    '10-001',
    'a character cannot be read as text',
    'Embed the font with a ToUnicode map of all characters that are used.',
    'each code that text shows, by the ToUnicode map of its font or its encoding',
  ],
  ['11-001', 'the language of a text is not known', language, languages],
  ['11-002', 'the language of an alternative or replacement text is not known', language, languages],
  ['11-003', 'the language of the bookmarks is not known', language, catalogue],
  ['11-004', 'the language of a note on an annotation (Contents) is not known', language, languages],
  ['11-005', 'the language of the description of a field (TU) is not known', language, languages],
  ['11-006', 'the language of the title is not known', language, 'xml:lang of dc:title, and the catalogue'],
  [
    '20-001',
    'a configuration of layers has no name',
    'Give each configuration of optional content a Name.',
    layers,
  ],
  [
    '20-002',
    'the default configuration of layers has no name',
    'Give the configuration D of the optional content a Name.',
    layers,
  ],
  ['20-003', 'layers switch by themselves (AS)', 'Take AS out of the configuration.', layers],
  [
    '21-001',
    'a file that is enclosed has no name in both F and UF',
    bothNames,
    'the file specifications of the catalogue, pages, annotations and elements',
  ],
  ['25-001', 'the form is a dynamic XFA form', 'Save it as a plain form (AcroForm).', 'the XFA of the form'],
  [
    '26-001',
    'the file is encrypted and does not say what is allowed (P)',
    'Save it without encryption.',
    encryption,
  ],
  [
    '26-002',
    'the file is encrypted and keeps its text from screen readers',
    'Allow access for screen readers (bit 10 of P), or save it without encryption.',
    encryption,
  ],
  ['28-002', 'an annotation is not the child of an Annot element', tag, annotations],
  [
    '28-004',
    'an annotation has no text that says what it is',
    'Give it Contents, or its element an Alt.',
    annotations,
  ],
  [
    '28-005',
    'a field has no description',
    'Give the field a TU (tooltip), or its element an Alt.',
    `${annotations}; TU is looked for in the fields above, too`,
  ],
  [
    '28-006',
    'an annotation of a kind that ISO 32000 does not know is not tagged and described',
    `${tag} Give it Contents.`,
    `${annotations}: 28-002 and 28-004 on unknown kinds`,
  ],
  ['28-007', 'there is a TrapNet annotation', 'Take it out.', annotations],
  ['28-008', 'a page with annotations has no tab order', order, 'the pages'],
  ['28-009', 'a page with annotations has a tab order that is not that of the structure', order, 'the pages'],
  ['28-010', 'a field is not the child of a Form element', tag, annotations],
  ['28-011', 'a link is not the child of a Link element', tag, annotations],
  ['28-012', 'a link does not say where it leads', 'Say it in Contents of the link annotation.', annotations],
  ['28-014', 'a sound or film does not say of what type it is', 'Give the media clip its CT.', actions],
  ['28-015', 'a sound or film has no alternative text', 'Give the media clip an Alt.', actions],
  ['28-016', 'the file of an attachment has no name in both F and UF', bothNames, annotations],
  ['28-017', 'a printer’s mark is tagged', 'Take the annotation out of the structure.', annotations],
  [
    '28-018',
    'a printer’s mark is not drawn as an artifact',
    'Mark all content of its appearance as an artifact.',
    'its appearance is followed with its marks',
  ],
  [
    '30-001',
    'a form takes its content from another file',
    'Put the content into this file.',
    'the forms that are painted',
  ],
  [
    '30-002',
    'a form that is painted several times holds tags of its own',
    'Tag each place where it is painted, and not the inside of the form; or make a form for each place.',
    'the forms that are painted, with their marks',
  ],
  [
    'UA1:6.1',
    'the file is no sound PDF 1.7',
    'Make it anew, or save it with a program that repairs it.',
    'its first line, its table of objects, and whether all that is checked can be read',
  ],
  [
    'UA1:7.2',
    'a language is not a language tag',
    'Write languages as in "en-GB" (BCP 47).',
    'each Lang, by the form that RFC 3066 gives',
  ],
  [
    'UA1:7.18.4',
    'a Form element holds more than its field',
    'Give each field a Form element that holds nothing else, or the element the attribute Role (PrintField).',
    'the Form elements that have a field',
  ],
];
