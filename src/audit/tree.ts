/** The elements of a page of anybody's making, and the text that is read of them. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { attributeOf, isElement, type HtmlElement, type Node } from '../build/twins/tree.ts';

/** A line of a page as it is read. */
export interface PageLine {
  readonly text: string;
  /** The term that it explains: of a list of terms, a cell's column. */
  readonly label?: string | undefined;
  /** The headings above it, outermost first; a heading's own is not among them. */
  readonly under: readonly string[];
  readonly kind: 'heading' | 'line' | 'row';
  /** Of a row of a table: its cells by their columns. */
  readonly cells?: ReadonlyMap<string, string>;
}

const UNREAD =
  /^(?:script|style|template|svg|noscript|nav|footer|button|select|option|iframe|object|canvas|dialog)$/;
/** What frames every page of a site: it belongs to no office. */
const FRAME = /(?:^|[\s_-])(?:foot(?:er)?|bottom|copyright|nav|navbar|menu|breadcrumb|crumbs?)(?:$|[\s_-])/i;

/** Folds white space. */
export const fold = (text: string): string => text.replace(/[\s\u00a0\u3000\u200b\ufeff]+/g, ' ').trim();

/** Whether nobody reads an element, or it only frames the page. */
export function isSkipped(element: HtmlElement): boolean {
  if (UNREAD.test(element.tagName) || attributeOf(element, 'hidden') !== undefined) return true;
  if (/display\s*:\s*none/i.test(attributeOf(element, 'style') ?? '')) return true;
  if (attributeOf(element, 'aria-hidden') === 'true') return true;
  return ['class', 'id'].some((name) => FRAME.test(attributeOf(element, name) ?? ''));
}

/** The text of a node as it is read; elements that follow each other are kept apart. */
export function textOf(node: Node): string {
  if (!isElement(node)) return 'value' in node && node.nodeName === '#text' ? node.value : '';
  if (isSkipped(node)) return '';
  return node.tagName === 'br' ? ' ' : node.childNodes.map((one) => ` ${textOf(one)}`).join('');
}

/** Every element below a node, in document order. */
export function* below(node: DefaultTreeAdapterTypes.Document | HtmlElement): Generator<HtmlElement> {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue;
    yield child;
    yield* below(child);
  }
}
