/** A small PDF/UA-1 file that has one of everything: tests of the check of access break it in one place each. */
import { trueType } from './fontfiles.js';
import { type Objects, stream } from './objects.js';

/** A structure element; what hangs on the document says its language itself. */
const element = (type: string, parent: string, kids: string, more = ''): string =>
  `<</Type/StructElem/S/${type}/P @${parent}/Pg @page/K[${kids}]${parent === 'document' ? '/Lang(en)' : ''}${more}>>`;

const object = (name: string): string => `<</Type/OBJR/Obj @${name}/Pg @page>>`;

/** The text of marked content: the codes 1 and 2, "AB". */
const text = '<00010002> Tj';
const marked = (tag: string, mcid: number): string =>
  `/${tag} <</MCID ${mcid}>> BDC BT /F1 9 Tf ${text} ET EMC`;

/** Marked content, in the order of its numbers: the element of each. */
const owners = 'h1 h2 p figure label body th1 th2 td1 td2 formula note1 note2 link'.split(' ');

export const tagged = (): Objects => ({
  catalogue:
    '<</Type/Catalog/Pages @pages/Lang(en-GB)/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>' +
    '/Metadata @xmp/StructTreeRoot @root/AcroForm<</Fields[@field]>>>>',
  pages: '<</Type/Pages/Kids[@page]/Count 1>>',
  page:
    '<</Type/Page/Parent @pages/MediaBox[0 0 300 300]/Contents @content/StructParents 0/Tabs/S' +
    '/Resources<</Font<</F1 @font>>/XObject<</Fm1 @form>>>>/Annots[@where @field @remark @crosses]>>',
  xmp: stream(
    `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Title</rdf:li><rdf:li xml:lang="en-GB">Title</rdf:li></rdf:Alt></dc:title>
<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`,
    '/Type/Metadata/Subtype/XML',
  ),
  content: stream(
    [
      marked('H1', 0),
      marked('H2', 1),
      '/P <</MCID 2>> BDC BT /F1 9 Tf /Span <</ActualText (A)/Lang (cy)>> BDC <0001> Tj EMC ET EMC',
      '/Figure <</MCID 3>> BDC 0 0 9 9 re f EMC',
      ...['Lbl', 'LBody', 'TH', 'TH', 'TD', 'TD'].map((tag, index) => marked(tag, index + 4)),
      '/Formula <</MCID 10>> BDC BT /F1 9 Tf <0001> Tj ET EMC',
      marked('Note', 11),
      marked('Note', 12),
      marked('Link', 13),
      `/Artifact <</Type/Pagination>> BDC BT ${text} ET EMC`,
      '/Artifact BMC /Fm1 Do /Fm1 Do EMC',
    ].join('\n'),
  ),
  form: stream('0 0 9 9 re S', '/Type/XObject/Subtype/Form/BBox[0 0 9 9]'),
  where:
    '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Contents(To the other page)/StructParent 1/A<</S/URI/URI(https://example.org)>>>>',
  field: '<</Type/Annot/Subtype/Widget/Rect[9 9 20 20]/F 4/FT/Tx/T(name)/TU(Your name)/StructParent 2>>',
  remark: '<</Type/Annot/Subtype/Text/Rect[20 20 30 30]/Contents(A remark)/StructParent 3>>',
  crosses:
    '<</Type/Annot/Subtype/PrinterMark/Rect[30 30 40 40]/Contents(Cut here)/Lang(en)/AP<</N @cross>>>>',
  cross: stream('/Artifact BMC 0 0 9 9 re S EMC', '/Type/XObject/Subtype/Form/BBox[0 0 9 9]'),
  root: '<</Type/StructTreeRoot/K @document/ParentTree @parents/RoleMap<</Chapter/Sect>>>>',
  parents: `<</Nums[0[${owners.map(name => `@${name}`).join(' ')}] 1 @link 2 @entry 3 @aside]>>`,
  document:
    '<</Type/StructElem/S/Document/P @root/K[@h1 @h2 @chapter @figure @list @table @formula @note1 @note2 @link @entry @aside @toc @ruby @warichu]>>',
  h1: element('H1', 'document', '0'),
  h2: element('H2', 'document', '1'),
  chapter: element('Chapter', 'document', '@p'),
  p: element('P', 'chapter', '2'),
  figure: element('Figure', 'document', '3', '/Alt(A square)'),
  list: element('L', 'document', '@item'),
  item: element('LI', 'list', '@label @body'),
  label: element('Lbl', 'item', '4'),
  body: element('LBody', 'item', '5'),
  table: element('Table', 'document', '@thead @tbody'),
  thead: element('THead', 'table', '@tr1'),
  tbody: element('TBody', 'table', '@tr2'),
  tr1: element('TR', 'thead', '@th1 @th2'),
  th1: element('TH', 'tr1', '6', '/A<</O/Table/Scope/Column>>'),
  th2: element('TH', 'tr1', '7', '/A<</O/Table/Scope/Column>>'),
  tr2: element('TR', 'tbody', '@td1 @td2'),
  td1: element('TD', 'tr2', '8'),
  td2: element('TD', 'tr2', '9'),
  formula: element('Formula', 'document', '10', '/Alt(A)'),
  note1: element('Note', 'document', '11', '/ID(one)'),
  note2: element('Note', 'document', '12', '/ID(two)'),
  link: element('Link', 'document', `13 ${object('where')}`),
  entry: element('Form', 'document', object('field')),
  aside: element('Annot', 'document', object('remark')),
  toc: element('TOC', 'document', '@toci'),
  toci: element('TOCI', 'toc', ''),
  ruby: element('Ruby', 'document', '@rb @rt'),
  rb: element('RB', 'ruby', ''),
  rt: element('RT', 'ruby', ''),
  warichu: element('Warichu', 'document', '@wp1 @wt @wp2'),
  wp1: element('WP', 'warichu', ''),
  wt: element('WT', 'warichu', ''),
  wp2: element('WP', 'warichu', ''),
  font: '<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Test/Encoding/Identity-H/DescendantFonts[@cid]/ToUnicode @unicode>>',
  cid: '<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Test/CIDSystemInfo<</Registry(Adobe)/Ordering(Test)/Supplement 0>>/FontDescriptor @descriptor/DW 500/W[1[500] 2 2 600]/CIDToGIDMap/Identity>>',
  descriptor:
    '<</Type/FontDescriptor/FontName/ABCDEF+Test/Flags 32/FontBBox[0 0 999 999]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80/FontFile2 @file>>',
  file: stream(trueType(undefined)),
  unicode: stream(
    '1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfchar <0001> <0041> endbfchar 1 beginbfrange <0002> <0009> <0042> endbfrange',
  ),
});
