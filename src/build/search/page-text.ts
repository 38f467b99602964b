/** What the full text keeps of a page. */
import { SEARCH_KINDS, type SearchKind } from '../../domain/search/types.ts';
import { attributeOf, childrenOf, type HtmlElement, isElement, mainOf, type Node } from '../twins/tree.ts';

export interface PageText {
  readonly path: string;
  readonly kind: SearchKind;
  readonly county: string | undefined;
  /** What else leads here, divided by spaces. */
  readonly keys: string;
  readonly title: string;
  readonly text: string;
}

const MARK = /<meta name="search-(kind|county|keys)" content="([^"]*)"/g;

/** What every office's page repeats, what draws words beside it, and what is worked out for the day. */
const isLeftOut = (element: HtmlElement): boolean =>
  element.tagName === 'nav' ||
  attributeOf(element, 'aria-labelledby') === 'functions' ||
  ['data-state', 'data-computed', 'data-pagefind-ignore'].some(
    (name) => attributeOf(element, name) !== undefined,
  );

/** Elements that go on within a line: what they hold may be a part of a word. */
const WITHIN = new Set(['a', 'abbr', 'b', 'bdi', 'em', 'mark', 'small', 'span', 'strong', 'time', 'wbr']);

const textOf = (node: Node): string => {
  if (!isElement(node)) return 'value' in node ? node.value : '';
  if (isLeftOut(node)) return ' ';
  const inside = childrenOf(node).map(textOf).join('');
  return WITHIN.has(node.tagName) ? inside : ` ${inside} `;
};

const folded = (text: string) => text.replace(/\s+/g, ' ').trim();

function headingIn(nodes: readonly Node[]): HtmlElement | undefined {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const found = node.tagName === 'h1' ? node : headingIn(childrenOf(node));
    if (found) return found;
  }
  return undefined;
}

/** The text of a finished page by its marks (src/layouts/Base.astro); undefined for one that is not to be found. */
export function pageText(html: string, path: string, main = () => mainOf(html)): PageText | undefined {
  const marks = new Map([...html.matchAll(MARK)].map(([, name = '', value = '']) => [name, value]));
  const kind = SEARCH_KINDS.find((one) => one === marks.get('kind'));
  if (!kind) return undefined;
  const nodes = main();
  const heading = headingIn(nodes);
  return {
    path,
    kind,
    county: marks.get('county'),
    keys: marks.get('keys') ?? '',
    title: heading ? folded(textOf(heading)) : path,
    text: folded(nodes.map(textOf).join('')),
  };
}
