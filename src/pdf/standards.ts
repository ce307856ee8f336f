/** What standards ask of a PDF besides its pages: PDF/UA-1 of every file, PDF/A-2u in light and grey, keys of PDF/X-4 in CMYK. */
import type { Inks } from '../press/inks.js';
import { type PdfObjects, type Ref, refer } from './objects.js';
import { srgbProfile } from './profile.js';

/**
 * The printing condition of the output intent, by its name in the registry of the ICC: offset and digital print on coated paper
 * after ISO 12647-2, which print shops take for CMYK that says nothing else.
 */
const condition = 'FOGRA39';

/**
 * The colours that the file is meant in. In CMYK these are keys of PDF/X-4 (ISO 15930-7): the profile of the condition is not
 * embedded, since none may be given away under a licence of ours; so such a file calls itself neither PDF/X-4 nor PDF/A.
 */
export function outputIntent(space: Inks['space'], objects: PdfObjects): Ref {
  if (space === 'cmyk')
    return objects.add({
      Type: '/OutputIntent',
      S: '/GTS_PDFX',
      OutputConditionIdentifier: `(${condition})`,
      RegistryName: '(http://www.color.org)',
      Info: '(Coated FOGRA39 \\(ISO 12647-2:2004\\))',
    });
  return objects.add({
    Type: '/OutputIntent',
    S: '/GTS_PDFA1',
    OutputConditionIdentifier: '(sRGB)',
    Info: '(sRGB IEC61966-2.1)',
    DestOutputProfile: refer(objects.stream({ N: 3 }, srgbProfile())),
  });
}

/** The metadata (XMP, ISO 16684-1), which names the standards that the file keeps. */
export function xmp(
  { title, created, language }: { title: string; created: Date; language: string },
  space: Inks['space'],
): string {
  const date = created.toISOString().replace('.000', '');
  const archived = space !== 'cmyk';
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escaped(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate><xmp:MetadataDate>${date}</xmp:MetadataDate>
<xmp:CreatorTool>padpress</xmp:CreatorTool><pdf:Producer>padpress</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
${archived ? archive : prepress}
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

/** PDF/A-2u (ISO 19005-2), which wants to be told of every property that it does not know itself. */
const archive = `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

const prepress = `<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<pdf:Trapped>False</pdf:Trapped><xmpMM:RenditionClass>default</xmpMM:RenditionClass><xmpMM:VersionID>1</xmpMM:VersionID>
</rdf:Description>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
