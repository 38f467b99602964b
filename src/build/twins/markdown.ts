/** The main part of a page as Markdown: headings, texts, lists, tables and links, nothing that is only done on a screen. */
import { attributeOf, childrenOf, type HtmlElement, isElement, type Node } from './tree.ts';

/** Makes an address of the page one that can be followed from elsewhere; undefined for a place on the page itself. */
type Follow = (href: string) => string | undefined;

const BLOCKS = new Set(
  'address article aside blockquote caption details div dl dd dt figure figcaption footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table ul'.split(
    ' ',
  ),
);

const isBlock = (node: Node): node is HtmlElement =>
  isElement(node) &&
  (BLOCKS.has(node.tagName) || (node.tagName !== 'a' && childrenOf(node).some((child) => isBlock(child))));

const folded = (text: string) => text.replace(/\s+/g, ' ');
const escaped = (text: string) => text.replace(/[\\`*_[\]<>|]/g, '\\$&');

/** Marks around words, the white space outside. */
const marked = (text: string, mark: string) =>
  text.trim() ? text.replace(/^(\s*)(.*?)(\s*)$/s, `$1${mark}$2${mark}$3`) : text;

const MARKS: Readonly<Record<string, string>> = { strong: '**', b: '**', em: '*', code: '`' };

function inlineOf(node: Node, follow: Follow): string {
  if (!isElement(node)) return 'value' in node ? escaped(folded(node.value)) : '';
  const inside = inlines(childrenOf(node), follow);
  if (node.tagName === 'br') return ' ';
  if (node.tagName === 'input') return '';
  if (node.tagName === 'a') {
    const href = follow(attributeOf(node, 'href') ?? '');
    const words = inside.trim();
    return href && words ? `[${words}](<${href}>)` : inside;
  }
  const mark = MARKS[node.tagName];
  return mark ? marked(inside, mark) : inside;
}

/** A run of text; elements that only their style keeps apart are kept apart by a space. */
function inlines(nodes: readonly Node[], follow: Follow): string {
  let text = '';
  let after = false;
  for (const node of nodes) {
    const part = inlineOf(node, follow);
    if (!part) continue;
    const element = isElement(node);
    if (element && BLOCKS.has(node.tagName)) text += ' ';
    else if (element && after && !/\s$/.test(text) && !/^\s/.test(part)) text += ' ';
    text += part;
    after = element;
  }
  return text;
}

const indented = (text: string, by: string) => text.replace(/\n(?=.)/g, `\n${by}`);

const cellOf = (cell: HtmlElement, follow: Follow) => inlines(childrenOf(cell), follow).trim() || ' ';

const below = (element: HtmlElement, name: string): HtmlElement[] =>
  childrenOf(element).flatMap((node) =>
    isElement(node) ? (node.tagName === name ? [node] : below(node, name)) : [],
  );

function tableOf(table: HtmlElement, follow: Follow): string {
  const rows = below(table, 'tr').map((row) =>
    childrenOf(row).flatMap((cell) => (isElement(cell) ? [cellOf(cell, follow)] : [])),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => cells[at] ?? ' ').join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), line(Array.from({ length: width }, () => '---')), ...rest.map(line)].join('\n');
}

const itemOf = (mark: string, item: HtmlElement, follow: Follow) =>
  `${mark} ${indented(blocks(childrenOf(item), follow, '\n').trim(), ' '.repeat(mark.length + 1))}`;

/** Names and what is said of each, a line a pair. */
function pairsOf(list: HtmlElement, follow: Follow): string {
  const parts = [...below(list, 'dt'), ...below(list, 'dd')];
  const order = childrenOf(list).flatMap((node) =>
    isElement(node) ? (node.tagName === 'div' ? childrenOf(node) : [node]) : [],
  );
  const lines = order.flatMap((node) => {
    if (!isElement(node) || !parts.includes(node)) return [];
    const text = indented(blocks(childrenOf(node), follow, '\n').trim(), '  ');
    return node.tagName === 'dt' ? [`- **${text}**：`] : [text];
  });
  return lines.join('').replaceAll(/(?<=.)- \*\*/g, '\n- **');
}

function blockOf(element: HtmlElement, follow: Follow): string {
  const { tagName } = element;
  const inside = () => blocks(childrenOf(element), follow);
  const heading = /^h([1-6])$/.exec(tagName)?.[1];
  if (heading) return `${'#'.repeat(Number(heading))} ${inlines(childrenOf(element), follow).trim()}`;
  if (tagName === 'table') return tableOf(element, follow);
  if (tagName === 'dl') return pairsOf(element, follow);
  if (tagName === 'hr') return '---';
  if (tagName === 'summary') return marked(inlines(childrenOf(element), follow).trim(), '**');
  if (tagName === 'ul' || tagName === 'ol') {
    const items = childrenOf(element).filter((node): node is HtmlElement => isElement(node));
    return items.map((item, at) => itemOf(tagName === 'ol' ? `${at + 1}.` : '-', item, follow)).join('\n');
  }
  return inside();
}

/** Blocks with an empty line between, runs of text between them as paragraphs. */
function blocks(nodes: readonly Node[], follow: Follow, between = '\n\n'): string {
  const parts: string[] = [];
  let run: Node[] = [];
  const flush = () => {
    parts.push(inlines(run, follow).trim());
    run = [];
  };
  for (const node of nodes)
    if (isBlock(node)) {
      flush();
      parts.push(blockOf(node, follow));
    } else run.push(node);
  flush();
  return parts.filter(Boolean).join(between);
}

/** The text of a page as Markdown. */
export const markdownOf = (nodes: readonly Node[], follow: Follow): string => blocks(nodes, follow);
