/** Just enough of XML to read a document to its last word: tags, attributes, text, remarks. Goes over each character once. */
import { refuse, type Budget } from './budget.ts';

export interface XmlEvent {
  readonly type: 'open' | 'close' | 'text' | 'remark';
  /** Of a tag: its name without prefix. */
  readonly name: string;
  readonly text: string;
  /** Of an opening tag: its attributes, with prefixes; a tag that closes itself is followed by a close. */
  readonly attributes: ReadonlyMap<string, string>;
}

const NONE: ReadonlyMap<string, string> = new Map();
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{1,8}));/gi;

const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(REFERENCE, (whole, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return ENTITIES[name] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
      })
    : text;

const word = (type: XmlEvent['type'], text: string): XmlEvent => ({ type, name: '', text, attributes: NONE });

/** What stands in a text without an end is hidden from nobody who looks at the bytes. */
const unfinished = (): never => refuse('这个文件里面有写坏的内容（XML 不完整）');

/** Sections that are no tags: how they begin, how they end, and what their text is. */
const SECTIONS = [
  ['<!--', '-->', 'remark'],
  ['<![CDATA[', ']]>', 'text'],
  ['<?', '?>', 'remark'],
] as const;

/** The pieces of an XML text in order. Declarations of types are refused: no office program writes them. */
export function* xmlEvents(xml: string, budget: Budget): Generator<XmlEvent> {
  let at = 0;
  while (at < xml.length) {
    const tag = budget.find(xml, '<', at);
    const end = tag < 0 ? xml.length : tag;
    if (end > at) yield word('text', decoded(xml.slice(at, end)));
    if (tag < 0) return;
    const section = SECTIONS.find(([begin]) => xml.startsWith(begin, tag));
    if (section) {
      const [begin, close, type] = section;
      const stop = budget.find(xml, close, tag + begin.length);
      if (stop < 0) unfinished();
      yield word(type, xml.slice(tag + begin.length, stop));
      at = stop + close.length;
      continue;
    }
    if (xml[tag + 1] === '!') refuse('这个文件里面有类型声明（DOCTYPE）');
    const { end: after, events } = tagAt(xml, tag, budget);
    yield* events;
    at = after;
  }
}

/** A tag from its bracket on; brackets within quotes do not end it. */
function tagAt(xml: string, from: number, budget: Budget): { end: number; events: readonly XmlEvent[] } {
  const mark = /[>"']/g;
  const attributes = new Map<string, string>();
  let at = from + 1;
  let head: string | undefined;
  for (;;) {
    mark.lastIndex = at;
    const next = mark.exec(xml) ?? unfinished();
    const piece = xml.slice(at, next.index);
    budget.spend(piece.length + 1);
    head ??= piece;
    if (next[0] === '>') return { end: next.index + 1, events: eventsOf(head, piece, attributes) };
    const close = budget.find(xml, next[0], next.index + 1);
    if (close < 0) unfinished();
    attributes.set(keyIn(piece), decoded(xml.slice(next.index + 1, close)));
    at = close + 1;
  }
}

/** The name of an attribute, which stands before the sign of equality at the end of a piece of a tag. */
function keyIn(piece: string): string {
  const bare = piece.trimEnd();
  if (!bare.endsWith('=')) unfinished();
  const key = bare.slice(0, -1).trimEnd();
  return key.slice(Math.max(...[' ', '\n', '\t', '\r'].map((blank) => key.lastIndexOf(blank))) + 1);
}

const NAME = /^\/?\s*(?:[^\s/>:]+:)?([^\s/>:=]*)/;

function eventsOf(head: string, last: string, attributes: ReadonlyMap<string, string>): XmlEvent[] {
  const name = NAME.exec(head)?.[1] ?? '';
  const close: XmlEvent = { type: 'close', name, text: '', attributes: NONE };
  if (head.startsWith('/')) return [close];
  const open: XmlEvent = { type: 'open', name, text: '', attributes };
  return last.trimEnd().endsWith('/') ? [open, close] : [open];
}

/** Bytes as the text of an XML file: UTF-8, or UTF-16 that says so; anything else is refused. */
export function xmlText(bytes: Uint8Array): string {
  const mark = `${bytes[0]} ${bytes[1]}`;
  const encoding = mark === '255 254' ? 'utf-16le' : mark === '254 255' ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    const said = /^\s{0,9}<\?xml[^>]{0,80}encoding\s?=\s?["']([\w-]+)/i.exec(text.slice(0, 200))?.[1];
    if (!text.includes('\0') && (said === undefined || /^utf-?(?:8|16)$/i.test(said))) return text;
  } catch {
    // Told below.
  }
  return refuse('这个文件里面有认不出编码的内容');
}
