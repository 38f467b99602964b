/** The parts of a page that its twin is written from. */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

export const isElement = (node: Node): node is HtmlElement => 'tagName' in node;

export const attributeOf = (element: HtmlElement, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

/** What is done on a page rather than read: forms, tools, pictures, scripts. */
const DEEDS = new Set([
  'script',
  'style',
  'template',
  'svg',
  'button',
  'form',
  'dialog',
  'select',
  'link',
  'meta',
]);
/** Holds for a day, and is renewed on the page alone. */
const OF_THE_DAY = 'whereabouts-today';

/** Whether a reader of the page reads an element. */
export function isRead(element: HtmlElement): boolean {
  const { tagName } = element;
  if (DEEDS.has(tagName) || tagName === OF_THE_DAY) return false;
  if (attributeOf(element, 'hidden') !== undefined || attributeOf(element, 'aria-hidden') === 'true')
    return false;
  return !/(?:^| )no-print(?: |$)/.test(attributeOf(element, 'class') ?? '');
}

/** The children that are read. */
export const childrenOf = (element: { readonly childNodes: readonly Node[] }): Node[] =>
  element.childNodes.filter((node) => (isElement(node) ? isRead(node) : 'value' in node));

const MAIN = /<main\b[^>]*>([^]*)<\/main>/;
/** What nobody reads and is long: not worth being parsed. A comment keeps what stands around it apart. */
const UNREAD = /<(svg|script|style|template)\b[^>]*>[^]*?<\/\1>/g;

/** What stands in the main part of a page; empty where it has none. */
export const mainOf = (html: string): Node[] =>
  childrenOf(parseFragment((MAIN.exec(html)?.[1] ?? '').replace(UNREAD, '<!---->')));
