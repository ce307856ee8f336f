/** What prepress asks of a PDF besides its pages: the condition it is made for, and that nothing is trapped yet. */

/** The parts of PDFKit that hold the catalogue. */
interface Catalogue {
  _root: { data: Record<string, unknown> };
  ref(data: Record<string, unknown>): { end(bytes?: Uint8Array | string): void };
}

/**
 * The printing condition of the output intent, by its name in the registry of the ICC: offset and digital print on coated paper
 * after ISO 12647-2, which print shops take for CMYK that says nothing else.
 */
const condition = 'FOGRA39';

/**
 * The keys of PDF/X-4 (ISO 15930-7) that can be had here: output intent, XMP with dates, title and trapping. The profile of the
 * condition is not embedded, since none may be given away under a licence of ours; so the file does not call itself PDF/X-4.
 */
export function forPrepress(
  pdf: PDFKit.PDFDocument,
  { title, created, language }: { title: string; created: Date; language: string },
): void {
  const catalogue = pdf as unknown as Catalogue;
  const intent = catalogue.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: new String(condition),
    RegistryName: new String('http://www.color.org'),
    Info: new String('Coated FOGRA39 (ISO 12647-2:2004)'),
  });
  intent.end();
  catalogue._root.data.OutputIntents = [intent];
  const metadata = catalogue.ref({ Type: 'Metadata', Subtype: 'XML' });
  metadata.end(new TextEncoder().encode(xmp(title, created, language)));
  catalogue._root.data.Metadata = metadata;
}

function xmp(title: string, created: Date, language: string): string {
  const date = created.toISOString().replace('.000', '');
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escaped(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate><xmp:MetadataDate>${date}</xmp:MetadataDate>
<xmp:CreatorTool>padpress</xmp:CreatorTool><pdf:Producer>padpress</pdf:Producer><pdf:Trapped>False</pdf:Trapped>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass><xmpMM:VersionID>1</xmpMM:VersionID>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
