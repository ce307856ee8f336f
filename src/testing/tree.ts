/** The structure tree of a PDF page, as pdf.js has it for screen readers. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** An element with the text that is marked as its own, and what it says besides. */
export interface TreeNode {
  role: string;
  alt?: string;
  lang?: string;
  text?: string;
  kids: TreeNode[];
}

interface PdfJsNode {
  role?: string;
  alt?: string;
  lang?: string;
  type?: string;
  id?: string;
  children?: PdfJsNode[];
}

/** @param page from 1 on */
export async function treeOf(bytes: Uint8Array, page: number): Promise<TreeNode> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const own = await document.getPage(page);
  const { items } = await own.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast(one => one !== undefined);
      if (id !== undefined) texts.set(id, `${texts.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id);
  }
  const node = ({ role = '', alt, lang, children = [] }: PdfJsNode): TreeNode => {
    const text = children.flatMap(({ type, id = '' }) => (type === 'content' ? [texts.get(id) ?? ''] : []));
    return {
      role,
      ...(alt !== undefined && { alt }),
      ...(lang !== undefined && { lang }),
      ...(text.length > 0 && { text: text.join('').replace(/\s+/g, ' ').trim() }),
      kids: children.filter(child => child.role !== undefined).map(node),
    };
  };
  const tree = node((await own.getStructTree()) as PdfJsNode);
  await document.destroy();
  return tree;
}

/** A tree as lines, each with its depth: `  H1 Under the new …`. */
export const outlineOf = ({ role, text, alt, lang, kids }: TreeNode, depth = 0): string[] => [
  [`${'  '.repeat(depth)}${role}`, lang && `(${lang})`, alt && `[${alt}]`, text].filter(Boolean).join(' '),
  ...kids.flatMap(kid => outlineOf(kid, depth + 1)),
];
