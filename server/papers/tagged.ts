import {
  type ContentNode,
  type Drawn,
  type LaidOutPage,
  LayoutBuilder,
  type PdfDocument,
  Renderer,
} from './pdfmake-parts.ts';
import type { Place, Places } from './structure.ts';

/** Lays a paper out as pdfmake does, and keeps of every line and stroke which part of the content it belongs to. */
export class TaggedLayout extends LayoutBuilder {
  /** The whole content as it was laid out. */
  root: ContentNode | null = null;

  override processNode(node: ContentNode, isAligned?: boolean): void {
    this.root ??= node;
    super.processNode(node, isAligned);
  }
  override buildNextLine(node: ContentNode): Drawn | null {
    const line = super.buildNextLine(node);
    if (line) line.leaf = node;
    return line;
  }
  override processQr(node: ContentNode): void {
    for (const stroke of node._canvas ?? []) stroke.leaf = node;
    super.processQr(node);
  }
  override processCanvas(node: ContentNode): void {
    for (const stroke of node.canvas ?? []) stroke.leaf = node;
    super.processCanvas(node);
  }
  override processSVG(node: ContentNode & Drawn): void {
    node.leaf = node;
    super.processSVG(node);
  }
  override processList(isOrdered: boolean, node: ContentNode): void {
    for (const { listMarker } of node.ol ?? node.ul ?? [])
      for (const inline of listMarker?._inlines ?? []) inline.leaf = listMarker;
    super.processList(isOrdered, node);
  }
}

/** What says nothing of its own: what stands on every page, and what only lays it out. */
type Artifact = 'Pagination' | 'Layout';
/** The box around a drawing in the page's own measure, which counts from its foot, in points. */
type Box = [left: number, foot: number, right: number, top: number];

/** Draws a laid-out paper so that everything on its pages is marked: as content with its place in the structure tree, or as an artifact. */
export class TaggedRenderer extends Renderer {
  readonly #places: Places;
  /** On which page each head of a table stood first. */
  readonly #headPages = new Map<object, object>();
  /** What is marked now, and on which page. */
  #open: { what: object | Artifact; page: object } | null = null;

  constructor(document: PdfDocument, places: Places) {
    super(document);
    this.#places = places;
  }
  override renderPages(pages: readonly LaidOutPage[]): void {
    super.renderPages(pages);
    this.#close();
  }
  override renderLine(line: Drawn, x: number | undefined, y: number | undefined): void {
    this.#mark(line.leaf ?? line.inlines?.[0]?.leaf, 'Pagination');
    super.renderLine(line, x, y);
  }
  override renderVector(vector: Drawn): void {
    const place = this.#mark(vector.leaf, 'Layout');
    if (place) this.#stretch(place, vector, vector.w, vector.h);
    super.renderVector(vector);
  }
  override renderSVG(svg: Drawn): void {
    const place = this.#mark(svg.leaf, 'Layout');
    if (place) this.#stretch(place, svg, svg._width, svg._height);
    super.renderSVG(svg);
  }
  override renderWatermark(page: LaidOutPage): void {
    this.#mark(undefined, 'Pagination');
    super.renderWatermark(page);
  }

  #close(): void {
    // The marks of an earlier page were closed with it.
    if (this.#open?.page === this.pdfDocument.page) this.pdfDocument.endMarkedContent();
    this.#open = null;
  }
  /** Begins the mark of what is drawn next, unless it is marked so already; its place, or null for an artifact. */
  #mark(leaf: object | undefined, otherwise: Artifact): Place | null {
    const { page } = this.pdfDocument;
    const place = leaf && this.#places.get(leaf);
    const isSaidBefore = Boolean(leaf && place?.isHead && (this.#headPages.get(leaf) ?? page) !== page);
    const what = leaf && place && !isSaidBefore ? leaf : otherwise;
    if (this.#open?.what !== what || this.#open.page !== page) {
      this.#close();
      if (place && !isSaidBefore) place.element.add(this.pdfDocument.markStructureContent(place.tag));
      else this.pdfDocument.markContent('Artifact', { type: otherwise });
      this.#open = { what, page };
    }
    if (!leaf || !place || isSaidBefore) return null;
    if (place.isHead) this.#headPages.set(leaf, page);
    return place;
  }
  /** Says how far a figure reaches, with what of it is drawn now. */
  #stretch({ element }: Place, { x = 0, y = 0 }: Drawn, width = 0, height = 0): void {
    const { data } = element.dictionary;
    const foot = this.pdfDocument.page.height;
    const part: Box = [x, foot - y - height, x + width, foot - y];
    const [left, low, right, top] = (data.A as { BBox: Box } | undefined)?.BBox ?? part;
    const box: Box = [
      Math.min(left, part[0]),
      Math.min(low, part[1]),
      Math.max(right, part[2]),
      Math.max(top, part[3]),
    ];
    data.A = { O: 'Layout', Placement: 'Block', BBox: box };
  }
}
