import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { Root, Text } from 'mdast';
import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import { externalHost, type Within } from '../domain/urls.ts';
import { headingIds } from './headings.ts';

const SAFE: Schema = {
  ...defaultSchema,
  clobberPrefix: '',
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['http', 'https'] },
};

/** Lines stay lines: a clerk who begins a new one means a new one. */
const inLines = (_: unknown, { value }: Text): ElementContent[] =>
  value.split(/[ \t]*\n[ \t]*/).flatMap((line, at): ElementContent[] => {
    const text = { type: 'text', value: line } as const;
    return at === 0 ? [text] : [{ type: 'element', tagName: 'br', properties: {}, children: [] }, text];
  });

const ASKED = { footnoteLabel: '注释', footnoteBackLabel: '回到正文', handlers: { text: inLines } };

/** A body as HTML that can do no harm: no raw HTML, no scripts, ids on headings, tables that scroll by keyboard. */
export function renderProse(tree: Root, within: Within): string {
  const hast = toHast(tree, ASKED);
  const safe = sanitize(hast, SAFE) as HtmlRoot;
  const ids = headingIds(tree);
  let heading = 0;
  visitElements(safe, (element) => {
    if (/^h[2-6]$/.test(element.tagName) && element.properties['id'] === undefined && heading < ids.length)
      element.properties['id'] = ids[heading++];
    if (element.tagName === 'a') fixLink(element, within);
  });
  return toHtml(wrapTables(safe));
}

function visitElements(parent: HtmlRoot | Element, act: (element: Element) => void): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    act(child);
    visitElements(child, act);
  }
}

function fixLink(link: Element, within: Within): void {
  const href = link.properties['href'];
  if (typeof href !== 'string') return;
  if (!/^https?:/i.test(href)) {
    link.properties['href'] = within(href);
    return;
  }
  link.properties['rel'] = ['noopener', 'noreferrer'];
  const warning = externalHost(href);
  if (warning) link.children.push({ type: 'text', value: `（将离开本站，前往${warning}）` });
}

/** Wide tables scroll inside a region that the keyboard reaches; it is named after the heading above it. */
function wrapTables<T extends HtmlRoot | Element>(parent: T): T {
  let title = '表格';
  parent.children = (parent.children as ElementContent[]).map((child) => {
    if (child.type !== 'element') return child;
    if (/^h[2-6]$/.test(child.tagName)) title = textOf(child);
    return child.tagName === 'table' ? region(child, title) : wrapTables(child);
  });
  return parent;
}

const region = (table: Element, title: string): Element => ({
  type: 'element',
  tagName: 'section',
  properties: { className: ['table'], tabIndex: 0, ariaLabel: title },
  children: [table],
});

const textOf = (element: Element): string =>
  element.children
    .map((child) => (child.type === 'element' ? textOf(child) : 'value' in child ? child.value : ''))
    .join('');
