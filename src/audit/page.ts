/** A page of anybody's making, read from its HTML. */
import { parse } from 'parse5';
import { linksOf, metaOf, titleOf } from './head.ts';
import { linesOf } from './lines.ts';
import { below, type PageLine } from './tree.ts';

export interface AuditPage {
  readonly address: string;
  /** Its first heading, else its title. */
  readonly title: string;
  readonly meta: ReadonlyMap<string, string>;
  readonly lines: readonly PageLine[];
  /** Where it leads, and in which words; pictures by their `alt`. */
  readonly links: readonly { readonly to: string; readonly words: string; readonly picture?: true }[];
  /** It says of itself that what it tells is made up. */
  readonly sample: boolean;
  /** It shows next to nothing without its scripts or a password, or forwards only. */
  readonly hollow: boolean;
}

/** So little beside the field for a password that the page is a door. */
const LITTLE = 200;

function readDocument(address: string, html: string): AuditPage {
  const elements = [...below(parse(html))];
  const root =
    elements.find(({ tagName }) => tagName === 'main') ?? elements.find(({ tagName }) => tagName === 'body');
  const lines = root ? linesOf(root) : [];
  const meta = metaOf(elements);
  const scripts = elements.some(({ tagName }) => /^(?:script|i?frame)$/.test(tagName));
  const asksIn = elements.some(
    ({ tagName, attrs }) =>
      tagName === 'input' && attrs.some(({ name, value }) => name === 'type' && /^password$/i.test(value)),
  );
  const said = lines.reduce((sum, { text }) => sum + text.length, 0);
  return {
    address,
    title: titleOf(elements, meta, lines),
    meta,
    lines,
    links: linksOf(elements),
    sample: /示例数据[^<]{0,10}非真实/.test(html),
    hollow: (scripts && said < 40 && !meta.has('refresh')) || (asksIn && said < LITTLE),
  };
}

/** Reads a page. One that is nested deeper than any real page counts as one that could not be read. */
export function readPage(address: string, html: string): AuditPage {
  try {
    return readDocument(address, html);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { address, title: '', meta: new Map(), lines: [], links: [], sample: false, hollow: true };
  }
}
