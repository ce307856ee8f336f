/** What readers take the codes of a font for (ISO 32000-1, 9.10.3). */

/** What a glyph without text is read as (word joiner): some readers take a code without any for a sign of its own. */
const silent = '\u2060';

/** What the codes stand for (9.10.3). The codes of a range have the same first byte. */
export function toUnicode(texts: readonly string[]): string {
  const hexOf = (code: number) => code.toString(16).padStart(4, '0');
  const hexText = (text: string) => {
    let hex = '';
    for (let index = 0; index < text.length; index++) hex += hexOf(text.charCodeAt(index));
    return `<${hex}>`;
  };
  const ranges: string[] = [];
  for (let start = 0; start < texts.length; start += 128) {
    const group = Array.from(texts.slice(start, start + 128), text => hexText(text || silent));
    ranges.push(`<${hexOf(start)}> <${hexOf(start + group.length - 1)}> [${group.join(' ')}]`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${ranges.length} beginbfrange
${ranges.join('\n')}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
