/** The lines of a page, each with the label and the headings that it stands under. */
import { isElement, type HtmlElement, type Node } from '../build/twins/tree.ts';
import { tableLines } from './table.ts';
import { fold, isSkipped, textOf, type PageLine } from './tree.ts';

const BLOCK =
  /^(?:address|article|aside|blockquote|body|br|details|div|dl|fieldset|figcaption|figure|form|header|hr|li|main|ol|p|pre|section|summary|ul|center)$/;
const HEADING = /^h[1-6]$/;
/** Walks a page and gathers its lines. */
class Reader {
  readonly lines: PageLine[] = [];
  private buffer = '';
  private label: string | undefined;
  private readonly trail: (string | undefined)[] = [];

  private flush() {
    const text = fold(this.buffer);
    this.buffer = '';
    if (text) this.lines.push({ text, label: this.label, under: this.under(), kind: 'line' });
  }

  private under(above = 7): string[] {
    return this.trail.slice(0, above).filter((one) => one !== undefined);
  }

  private heading(element: HtmlElement) {
    const level = Number(element.tagName.slice(1));
    const text = fold(textOf(element));
    if (!text) return;
    this.lines.push({ text, under: this.under(level), kind: 'heading' });
    this.trail.length = level;
    this.trail.push(text);
  }

  private term(element: HtmlElement) {
    if (element.tagName === 'dt') this.label = fold(textOf(element)) || undefined;
    else this.children(element);
    this.flush();
  }

  private children(element: HtmlElement) {
    let last: Node | undefined;
    for (const node of element.childNodes) {
      if (last && isElement(last) && isElement(node)) this.buffer += ' ';
      this.read(node);
      last = node;
    }
  }

  read(node: Node) {
    if (!isElement(node)) {
      if (node.nodeName === '#text' && 'value' in node) this.buffer += node.value;
      return;
    }
    if (isSkipped(node)) return;
    const { tagName } = node;
    const isBlock = BLOCK.test(tagName);
    if (isBlock || /^(?:h[1-6]|table|d[td])$/.test(tagName)) this.flush();
    if (HEADING.test(tagName)) return this.heading(node);
    if (tagName === 'dt' || tagName === 'dd') return this.term(node);
    if (tagName === 'table') return void this.lines.push(...tableLines(node, this.under()));
    this.children(node);
    if (isBlock) this.flush();
    if (tagName === 'dl') this.label = undefined;
  }
}

/** What a reader of an element reads, line by line. */
export function linesOf(root: HtmlElement): readonly PageLine[] {
  const reader = new Reader();
  reader.read(root);
  return reader.lines;
}
