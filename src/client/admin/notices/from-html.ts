/** A document from the clipboard as Markdown: headings, lists, tables, paragraphs; no styles, links, scripts or pictures. */

interface Taken {
  readonly text: string;
  /** Pictures that were left out. */
  readonly images: number;
}

const LEFT_OUT = 'head, script, style, template, iframe, object, noscript, title, meta, link, xml';
const PICTURES = 'img, svg, picture, video, canvas, v\\:imagedata';
const BLOCKS =
  'address, article, aside, blockquote, dd, div, dl, dt, footer, h1, h2, h3, h4, h5, h6, header, hr, li, main, ol, p, pre, section, table, ul';

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;
const isBlock = (node: Node) =>
  isElement(node) && (node.matches(BLOCKS) || node.querySelector(BLOCKS) !== null);

/** Marks of Markdown in a text that means none. */
const plain = (text: string) => text.replace(/[\\*_`<[\]]/g, '\\$&');

/** Letters as they are read: lines only where a line was broken. */
function inlineText(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE)
    return plain(node.nodeValue ?? '').replace(/[ \t\r\n\f\u00a0]+/g, ' ');
  if (!isElement(node)) return '';
  return node.localName === 'br' ? '\n' : [...node.childNodes].map(inlineText).join('');
}

const trimmed = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');

const lineOf = (node: Node) => trimmed(inlineText(node)).replace(/\n/g, ' ');

const styleOf = (one: Element) => one.getAttribute('style') ?? '';

/** 1 for the uppermost; Word and WPS say it of paragraphs too. */
function levelOf(one: Element): number | undefined {
  const said = /^h([1-6])$/.exec(one.localName) ?? /mso-outline-level:\s*([1-6])/.exec(styleOf(one));
  return said ? Number(said[1]) : undefined;
}

function tableText(table: Element): string {
  const rows = [...table.querySelectorAll('tr')].map((row) =>
    [...row.children].flatMap((cell) => {
      const text = lineOf(cell).replaceAll('|', '\\|');
      const more = Math.min(Number(cell.getAttribute('colspan') ?? 1), 50) - 1;
      return [text, ...Array.from({ length: more }, () => '')];
    }),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width < 2) return rows.flat().join('\n\n');
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), line(Array.from({ length: width }, () => '---')), ...rest.map(line)].join('\n');
}

/** The entries of a list, those below indented. */
function listText(list: Element, indent = ''): string {
  let number = Number(list.getAttribute('start') ?? 1);
  return [...list.children]
    .flatMap((item) => {
      if (item.matches('ol, ul')) return [listText(item, `${indent}   `)];
      const own = [...item.childNodes].filter((node) => !(isElement(node) && node.matches('ol, ul')));
      const mark = list.localName === 'ol' ? `${number++}. ` : '- ';
      const below = [...item.children].filter((one) => one.matches('ol, ul'));
      const text = own.map(lineOf).filter(Boolean).join(' ');
      return [`${indent}${mark}${text}`, ...below.map((one) => listText(one, `${indent}   `))];
    })
    .join('\n');
}

/** A paragraph that Word means as an entry of a list: its sign stands in front as text. */
function wordItem(paragraph: Element): string | undefined {
  const level = /mso-list:[^;]*level(\d)/.exec(styleOf(paragraph))?.[1];
  if (level === undefined) return undefined;
  const sign = [...paragraph.querySelectorAll('*')].find((one) => /mso-list:\s*ignore/i.test(styleOf(one)));
  const mark = sign ? lineOf(sign).trim() : '';
  sign?.remove();
  const number = /^[（(]?(\d+)[.)、．）]$/.exec(mark)?.[1];
  const isCounted = number === undefined && /[\p{L}\p{N}]/u.test(mark) && mark !== 'o';
  if (isCounted) return `${mark}${lineOf(paragraph)}`;
  return `${'   '.repeat(Number(level) - 1)}${number === undefined ? '-' : `${number}.`} ${lineOf(paragraph)}`;
}

interface Block {
  readonly text: string;
  /** Stands right below the one before it. */
  readonly item?: boolean;
}

function* blocksOf(parent: Node, top: number): Generator<Block> {
  let loose = '';
  for (const node of parent.childNodes) {
    if (!isBlock(node)) {
      loose += inlineText(node);
      continue;
    }
    yield { text: trimmed(loose) };
    loose = '';
    const one = node as Element;
    const level = levelOf(one);
    const item = wordItem(one);
    if (level !== undefined) yield { text: `${'#'.repeat(Math.min(level - top + 2, 4))} ${lineOf(one)}` };
    else if (item !== undefined) yield { text: item, item: true };
    else if (one.matches('ul, ol')) yield { text: listText(one) };
    else if (one.matches('table')) yield { text: tableText(one) };
    else yield* blocksOf(one, top);
  }
  yield { text: trimmed(loose) };
}

/** Reads what Word, WPS or a page put on the clipboard. */
export function fromHtml(html: string): Taken {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const pictures = body.querySelectorAll(PICTURES);
  for (const one of [...pictures, ...body.querySelectorAll(LEFT_OUT)]) one.remove();
  const levels = [...body.querySelectorAll('*')].flatMap((one) => levelOf(one) ?? []);
  const blocks = [...blocksOf(body, Math.min(6, ...levels))].filter(({ text }) => /[^#\s]/.test(text));
  const text = blocks
    .map((one, at) => (at === 0 ? '' : one.item && blocks[at - 1]?.item ? '\n' : '\n\n') + one.text)
    .join('');
  return { text, images: pictures.length };
}
