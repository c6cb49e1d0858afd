import type { ContentNode, PdfDocument, StructureElement } from './pdfmake-parts.ts';

/** Where what is drawn of a part of the content goes in the structure tree; a head that is repeated on each page goes there once. */
export interface Place {
  element: StructureElement;
  tag: string;
  isHead: boolean;
}
/** The place of each part of the content that is drawn; whatever is in none says nothing of its own. */
export type Places = ReadonlyMap<object, Place>;

const isEmpty = ({ text }: ContentNode): boolean => text === '' || (Array.isArray(text) && text.length === 0);
/** A table's row that is a title over its whole breadth. */
const titleIn = (row: readonly ContentNode[]): ContentNode | undefined =>
  row.find(({ headlineLevel }) => headlineLevel);

/**
 * Grows the structure tree of a paper (ISO 32000-1, 14.8; ISO 14289-1) in the order in which its content was written, which is the
 * order in which it is to be read; what is drawn is added to it page by page.
 */
export function growStructure(document: PdfDocument, root: ContentNode): { places: Places; end: () => void } {
  const places = new Map<object, Place>();
  const whole = document.struct('Document');
  document.addStructure(whole);

  function branch(parent: StructureElement, tag: string, attributes?: object, lang?: string): StructureElement {
    const element = document.struct(tag, lang ? { lang } : {});
    if (attributes) element.dictionary.data.A = attributes;
    parent.add(element);
    return element;
  }
  const put = (node: object, element: StructureElement, tag: string, isHead = false): void =>
    void places.set(node, { element, tag, isHead });

  /** Puts the content of a cell or an item into its element: words alone need no paragraph of their own. */
  function fillIn(element: StructureElement, tag: string, node: ContentNode, isHead = false): void {
    if (node.text === undefined) grow(element, node);
    else if (!isEmpty(node)) put(node, element, tag, isHead);
  }
  function growText(parent: StructureElement, node: ContentNode, isHead = false): void {
    if (isEmpty(node)) return;
    const tag = node.headlineLevel ? `H${node.headlineLevel}` : 'P';
    put(node, branch(parent, tag, undefined, node.lang), tag, isHead);
  }
  function growTable(
    parent: StructureElement,
    { body, headerRows = 0, hasRowHeads }: NonNullable<ContentNode['table']>,
  ): void {
    const title = body[0] && titleIn(body[0]);
    if (title) growText(parent, title, true);
    const table = branch(parent, 'Table');
    for (const [nth, row] of body.entries()) {
      if (nth === 0 && title) continue;
      const line = branch(table, 'TR');
      for (const [column, cell] of row.entries()) {
        if (cell._span) continue;
        const scope = nth < headerRows ? 'Column' : hasRowHeads && column === 0 ? 'Row' : null;
        const tag = scope ? 'TH' : 'TD';
        const says = { ...(scope && { Scope: scope }), ...(cell.colSpan && { ColSpan: cell.colSpan }) };
        const element = branch(line, tag, Object.keys(says).length > 0 ? { O: 'Table', ...says } : undefined);
        fillIn(element, tag, cell, scope === 'Column');
      }
    }
  }
  function growList(parent: StructureElement, items: readonly ContentNode[], numbering: 'Decimal' | 'Disc'): void {
    const list = branch(parent, 'L', { O: 'List', ListNumbering: numbering });
    for (const item of items) {
      const entry = branch(list, 'LI');
      if (item.listMarker) put(item.listMarker, branch(entry, 'Lbl'), 'Lbl');
      fillIn(branch(entry, 'LBody'), 'LBody', item);
    }
  }
  function grow(parent: StructureElement, node: ContentNode): void {
    if (node.table) growTable(parent, node.table);
    if (node.ol) growList(parent, node.ol, 'Decimal');
    if (node.ul) growList(parent, node.ul, 'Disc');
    for (const part of node.stack ?? node.columns ?? []) grow(parent, part);
    if (node.text !== undefined) growText(parent, node);
    if (node.alt) {
      const figure = document.struct('Figure', { alt: node.alt });
      parent.add(figure);
      put(node, figure, 'Figure');
    }
  }

  grow(whole, root);
  return { places, end: () => whole.end() };
}
