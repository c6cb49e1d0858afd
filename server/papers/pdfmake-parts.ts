import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';

/** What of a page is one piece of an element's content. */
interface MarkedContent {
  refs: { mcid: number }[];
}
/** An element of a paper's structure tree (ISO 32000-1, 14.7.2). */
export interface StructureElement {
  dictionary: { data: Record<string, unknown> };
  add(child: StructureElement | MarkedContent): this;
  end(): void;
}
/** A PDF file in the making; pages count their measure from the head, in points. */
export interface PdfDocument extends Readable {
  page: { width: number; height: number };
  struct(type: string, options?: { alt?: string; lang?: string }): StructureElement;
  addStructure(element: StructureElement): this;
  markStructureContent(tag: string): MarkedContent;
  markContent(tag: 'Artifact', options: { type: 'Pagination' | 'Layout' }): this;
  endMarkedContent(): this;
  end(): void;
}
/** One thing to be drawn at its place; `leaf` is the part of the content that it belongs to. */
export interface Drawn {
  leaf?: object;
  x?: number;
  y?: number;
  w?: number;
  h?: number;
  inlines?: { leaf?: object }[];
  _width?: number;
  _height?: number;
}
/** A page on which everything has its place. */
export interface LaidOutPage {
  pageSize: { width: number; height: number };
  items: { type: string; item: Drawn }[];
  watermark?: object;
}
/** A part of the content after it was measured: every shortcut is an object by then. */
export interface ContentNode {
  text?: unknown;
  stack?: ContentNode[];
  columns?: ContentNode[];
  ol?: ContentNode[];
  ul?: ContentNode[];
  table?: { body: ContentNode[][]; headerRows?: number; hasRowHeads?: boolean };
  canvas?: Drawn[];
  alt?: string;
  headlineLevel?: number;
  /** Where it is not the paper's own. */
  lang?: string;
  colSpan?: number;
  listMarker?: ContentNode & { _inlines?: { leaf?: object | undefined }[] };
  _canvas?: Drawn[];
  _span?: boolean;
}
interface LayoutBuilder {
  layoutDocument(
    content: unknown,
    document: PdfDocument,
    styles: object,
    defaultStyle: object,
    background: undefined,
    header: undefined,
    footer: (page: number, pages: number) => unknown,
    watermark: object | undefined,
  ): LaidOutPage[];
  processNode(node: ContentNode, isAligned?: boolean): void;
  buildNextLine(node: ContentNode): Drawn | null;
  processQr(node: ContentNode): void;
  processCanvas(node: ContentNode): void;
  processSVG(node: ContentNode & Drawn): void;
  processList(isOrdered: boolean, node: ContentNode): void;
}
interface Renderer {
  pdfDocument: PdfDocument;
  renderPages(pages: readonly LaidOutPage[]): void;
  renderLine(line: Drawn, x: number | undefined, y: number | undefined): void;
  renderVector(vector: Drawn): void;
  renderSVG(svg: Drawn): void;
  renderWatermark(page: LaidOutPage): void;
}
/**
 * The parts of pdfmake that lay a paper out and draw it, by the version that the lock file pins: the whole that it publishes cannot tag
 * what it draws.
 */
interface Parts {
  PDFDocument: new (
    fonts: object,
    images: object,
    patterns: object,
    attachments: object,
    options: object,
    files: null,
    mayRead: (path: string) => boolean,
  ) => PdfDocument;
  SVGMeasure: new () => object;
  LayoutBuilder: new (pageSize: object, pageMargins: object, svg: object) => LayoutBuilder;
  Renderer: new (document: PdfDocument) => Renderer;
}

const require = createRequire(import.meta.url);
const part = <Name extends keyof Parts>(name: Name): Parts[Name] => require(`pdfmake/js/${name}.js`).default;
/** A file into which a paper is drawn. */
export const PDFDocument = part('PDFDocument');
/** Says how large a drawing in SVG is. */
export const SVGMeasure = part('SVGMeasure');
/** Gives every line and stroke of a paper its place. */
export const LayoutBuilder = part('LayoutBuilder');
/** Draws pages that were laid out. */
export const Renderer = part('Renderer');
