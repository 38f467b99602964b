/** What the codes in a PDF's strings stand for: each font says so itself, or names a well-known set. */
import type { PdfObject } from './pdf-objects.ts';

/** The bytes of a shown string as text. */
export type Decoder = (bytes: string) => string;

const WELL_KNOWN: readonly (readonly [RegExp, string])[] = [
  [/\/Encoding\s*\/(?:GBK-EUC|GBKp-EUC|GB-EUC|GBK2K)-[HV]/, 'gb18030'],
  [/\/Encoding\s*\/UniGB-(?:UCS2|UTF16)-[HV]/, 'utf-16be'],
];

const utf16 = (hex: string) =>
  new TextDecoder('utf-16be').decode(Buffer.from(hex.replace(/\s+/g, ''), 'hex'));
const HEX = '<([0-9A-Fa-f\\s]*)>';

/** The table of a font from codes to text (ToUnicode, PDF 32000-1, 9.10.3). */
function tableOf(map: string): { width: number; table: ReadonlyMap<number, string> } {
  const table = new Map<number, string>();
  for (const [, block = ''] of map.matchAll(/beginbfchar([^]*?)endbfchar/g))
    for (const [, code = '', text = ''] of block.matchAll(new RegExp(`${HEX}\\s*${HEX}`, 'g')))
      table.set(Number.parseInt(code, 16), utf16(text));
  for (const [, block = ''] of map.matchAll(/beginbfrange([^]*?)endbfrange/g))
    for (const range of block.matchAll(new RegExp(`${HEX}\\s*${HEX}\\s*(?:${HEX}|\\[([^\\]]*)\\])`, 'g')))
      for (const [code, text] of rangeOf(range)) table.set(code, text);
  const width = /begincodespacerange\s*<([0-9A-Fa-f]+)>/.exec(map)?.[1]?.length ?? 4;
  return { width: Math.max(1, width / 2), table };
}

function* rangeOf([, from = '', to = '', first, list]: RegExpMatchArray): Generator<[number, string]> {
  const [start, end] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  const each = [...(list ?? '').matchAll(new RegExp(HEX, 'g'))].map(([, hex = '']) => utf16(hex));
  const text = first === undefined ? '' : utf16(first);
  const last = text.length - 1;
  for (let code = start; code <= Math.min(end, start + 0xffff); code += 1)
    yield [
      code,
      each[code - start] ??
        text.slice(0, last) + String.fromCharCode((text.charCodeAt(last) || 0) + code - start),
    ];
}

function byTable(map: string): Decoder {
  const { width, table } = tableOf(map);
  return (bytes) => {
    let text = '';
    for (let at = 0; at + width <= bytes.length; at += width) {
      const code = [...bytes.slice(at, at + width)].reduce((sum, char) => sum * 256 + char.charCodeAt(0), 0);
      text += table.get(code) ?? (width === 1 ? (bytes[at] ?? '') : '');
    }
    return text;
  };
}

function decoderOf({ dictionary }: PdfObject, objects: ReadonlyMap<number, PdfObject>): Decoder {
  const map = objects.get(Number(/\/ToUnicode\s+(\d+)\s+\d+\s+R/.exec(dictionary)?.[1]))?.stream;
  if (map !== undefined) return byTable(map);
  const known = WELL_KNOWN.find(([encoding]) => encoding.test(dictionary))?.[1];
  if (known === undefined) return (bytes) => bytes;
  return (bytes) => new TextDecoder(known).decode(Buffer.from(bytes, 'latin1'));
}

const PAIR = /\/([^\s/<>[\]()]+)\s+(\d+)\s+\d+\s+R/g;

/** The fonts by the names that pages call them; pages may call several the same. */
export function fontsOf(objects: ReadonlyMap<number, PdfObject>): ReadonlyMap<string, readonly Decoder[]> {
  const decoders = new Map<number, Decoder>();
  const named = new Map<string, Set<number>>();
  for (const { dictionary } of objects.values())
    for (const [, inside, ref] of dictionary.matchAll(/\/Font\s*(?:<<([^>]*)>>|(\d+)\s+\d+\s+R)/g))
      for (const [, name = '', id] of (inside ?? objects.get(Number(ref))?.dictionary ?? '').matchAll(PAIR))
        named.set(name, (named.get(name) ?? new Set()).add(Number(id)));
  const decoder = (id: number) => {
    const made = decoders.get(id) ?? decoderOf(objects.get(id) ?? { dictionary: '' }, objects);
    decoders.set(id, made);
    return made;
  };
  return new Map([...named].map(([name, ids]) => [name, [...ids].map(decoder)]));
}
