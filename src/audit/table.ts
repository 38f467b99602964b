/** Tables of pages: with a row of columns' names, or of names beside values. */
import { isElement, type HtmlElement } from '../build/twins/tree.ts';
import { fold, textOf, type PageLine } from './tree.ts';

function rowsOf(element: HtmlElement): HtmlElement[] {
  return element.childNodes.flatMap((node) => {
    if (!isElement(node) || node.tagName === 'table') return [];
    return node.tagName === 'tr' ? [node] : rowsOf(node);
  });
}

const cellsOf = (row: HtmlElement) =>
  row.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th');

/** Whether a row names columns: headings, or short words without a figure over more rows. */
function isHead(row: HtmlElement, rows: readonly HtmlElement[]): boolean {
  const cells = cellsOf(row);
  if (rows.length < 2 || cells.length < 2) return false;
  if (cells.every(({ tagName }) => tagName === 'th')) return true;
  const words = cells.map((cell) => fold(textOf(cell)));
  return (
    cells.length > 2 && words.every((word) => word.length > 0 && word.length <= 8 && !/[\d：:]/.test(word))
  );
}

/** A row of names beside values. */
function pairs(texts: readonly string[]): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (let at = 0; at + 1 < texts.length; at += 2)
    cells.set((texts[at] ?? '').replace(/[：:]$/, ''), texts[at + 1] ?? '');
  return cells;
}

/** A table's rows as lines, each with the names of its cells before them. */
export function tableLines(table: HtmlElement, under: readonly string[]): PageLine[] {
  const rows = rowsOf(table).filter((row) => cellsOf(row).length > 0);
  const texts = (row: HtmlElement) => cellsOf(row).map((cell) => fold(textOf(cell)));
  const [first] = rows;
  if (!first) return [];
  const head = isHead(first, rows) ? texts(first) : undefined;
  return (head ? rows.slice(1) : rows).flatMap((row): PageLine[] => {
    const own = texts(row);
    const cells = head ? new Map(own.map((text, at) => [head[at] ?? '', text])) : pairs(own);
    if (cells.size === 0) return own.join('') ? [{ text: own.join(' '), under, kind: 'line' }] : [];
    const said = [...cells].map(([name, text]) => (name ? `${name}：${text}` : text));
    return [{ text: said.join('；'), under, kind: 'row', cells }];
  });
}
