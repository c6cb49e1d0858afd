import { inflateSync } from 'node:zlib';
import { getDocumentProxy } from 'unpdf';

/** An element of a paper's structure with the words drawn for it, as a screen reader would come upon it. */
export interface Said {
  role: string;
  text: string;
  alt?: string;
  parts: Said[];
}
interface TreeNode {
  role?: string;
  alt?: string;
  type?: string;
  id?: string;
  children?: TreeNode[];
}
/** Operators that put something on a page (ISO 32000-1, Annex A). */
const DRAWS = /^(Tj|TJ|'|"|f|F|f\*|B|B\*|b|b\*|S|s|sh|Do)$/;
/** What the pages' content streams draw outside of every mark, and marks that are left open. */
function unmarkedIn(file: Buffer): string[] {
  const found: string[] = [];
  for (const [, stream = ''] of file.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)) {
    const isPacked = stream.startsWith('x');
    const drawing = isPacked ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1') : '';
    // Pages begin by turning their measure upside down; the other streams are fonts.
    if (!drawing.startsWith('1 0 0 -1 0 ')) continue;
    let depth = 0;
    for (const word of drawing.replace(/\((?:\\.|[^)\\])*\)|<[\da-f]*>/gi, '').split(/\s+/)) {
      if (word === 'BDC' || word === 'BMC') depth += 1;
      else if (word === 'EMC') depth -= 1;
      else if (depth === 0 && DRAWS.test(word)) found.push(word);
    }
    if (depth !== 0) found.push(`${depth} marks left open`);
  }
  return found;
}
/** What an independent reader (pdf.js) makes of a paper: its structure in the order of reading, and what is drawn outside of every mark. */
export async function readTagged(file: Buffer) {
  const document = await getDocumentProxy(new Uint8Array(file));
  const pages: Said[] = [];
  const unmarked = unmarkedIn(file);
  const artifacts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const words = new Map<string, string>();
    const open: string[] = [];
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if ('str' in item) {
        const mark = open.at(-1);
        const said = `${item.str}${item.hasEOL ? ' ' : ''}`;
        if (mark) words.set(mark, (words.get(mark) ?? '') + said);
        else if (item.str.trim()) unmarked.push(`${number}: ${item.str}`);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id ?? 'artifact');
    }
    const artifact = words.get('artifact');
    if (artifact) artifacts.push(artifact.replace(/\s+/g, ' ').trim());
    const said = ({ role = '', alt, children = [] }: TreeNode): Said => ({
      role,
      ...(alt && { alt }),
      text: children
        .map(({ id }) => words.get(id ?? '') ?? '')
        .join('')
        .replace(/\s+/g, ' ')
        .trim(),
      parts: children.filter((child) => child.role).map(said),
    });
    const tree: TreeNode | null = await page.getStructTree();
    if (tree) pages.push(said(tree));
  }
  const { info } = await document.getMetadata();
  return {
    pages,
    unmarked,
    artifacts,
    info: info as Record<string, unknown>,
    isMarked: (await document.getMarkInfo())?.Marked === true,
    showsTitle: 'DisplayDocTitle' in Object(await document.getViewerPreferences()),
  };
}
/** Every element with something said of its own, in the order of reading. */
export const inOrder = (elements: readonly Said[]): Said[] =>
  elements.flatMap((element) => [...(element.text || element.alt ? [element] : []), ...inOrder(element.parts)]);
