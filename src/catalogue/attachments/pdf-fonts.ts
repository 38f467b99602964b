/** What the codes in a PDF's strings stand for: each font says so itself, or names a well-known set. */
import type { Budget } from './budget.ts';
import { latin } from './bytes.ts';
import type { PdfFile } from './pdf-objects.ts';
import { PdfReader } from './pdf-syntax.ts';
import { isDict, nameIn, PdfName, PdfString, PdfWord, type PdfDict, type PdfValue } from './pdf-values.ts';

/** The bytes of a shown string as text; what a font does not tell is UNREADABLE, a sign for each code. */
export type Decoder = (bytes: string) => string;
export const UNREADABLE = '\uFFFD';

const WELL_KNOWN: readonly (readonly [RegExp, string])[] = [
  [/^(?:GBK-EUC|GBKp-EUC|GB-EUC|GBK2K)-[HV]$/, 'gb18030'],
  [/^UniGB-(?:UCS2|UTF16)-[HV]$/, 'utf-16be'],
];
/** Fonts of signs, not of letters. */
const SIGNS = /^(?:[A-Z]{6}\+)?(?:Symbol|ZapfDingbats|Wingdings|Webdings)/;

/** Characters that no font shows: a table that leads there tells nothing. */
const HOLLOW = /[\0-\x08\x0e-\x1f\uE000-\uF8FF\uFFFD]/g;

const codeOf = (bytes: string) => [...bytes].reduce((sum, char) => sum * 256 + char.charCodeAt(0), 0);
const utf16 = (bytes: string) => new TextDecoder('utf-16be').decode(Buffer.from(bytes, 'latin1'));

/** The table of a font from codes to text (ToUnicode, ISO 32000-1, 9.10.3), and how many bytes a code has. */
function tableOf(map: string, budget: Budget) {
  const table = new Map<number, string>();
  const reader = new PdfReader(map, budget);
  let [width, held]: [number, PdfValue[]] = [2, []];
  for (let value = reader.value(); value !== undefined; value = reader.value()) {
    if (!(value instanceof PdfWord)) {
      held.push(value);
      continue;
    }
    if (value.word === 'endcodespacerange' && held.at(-1) instanceof PdfString)
      width = Math.max(1, (held.at(-1) as PdfString).bytes.length);
    if (value.word === 'endbfchar') addRanges(table, held, 2, budget);
    if (value.word === 'endbfrange') addRanges(table, held, 3, budget);
    held = [];
  }
  return { width, table };
}

/** Codes with their texts: of one code each (two values), or from one code to another (three). */
function addRanges(table: Map<number, string>, held: readonly PdfValue[], each: 2 | 3, budget: Budget): void {
  const values = held.filter((one) => one instanceof PdfString || Array.isArray(one));
  for (let at = 0; at + each <= values.length; at += each) {
    const [from, to, first] = [values[at], values[at + each - 2], values[at + each - 1]];
    if (!(from instanceof PdfString && to instanceof PdfString)) continue;
    const start = codeOf(from.bytes);
    const end = Math.min(each === 2 ? start : codeOf(to.bytes), start + 0xffff);
    budget.spend(Math.max(0, end - start));
    for (let code = start; code <= end; code += 1) table.set(code, textAt(first, code - start));
  }
}

function textAt(first: PdfValue | undefined, offset: number): string {
  if (Array.isArray(first)) {
    const one = first[offset];
    return one instanceof PdfString ? utf16(one.bytes) : '';
  }
  const text = first instanceof PdfString ? utf16(first.bytes) : '';
  const last = text.length - 1;
  return text.slice(0, last) + String.fromCharCode((text.charCodeAt(last) || 0) + offset);
}

function byTable(map: string, budget: Budget): Decoder {
  const { width, table } = tableOf(map, budget);
  return (bytes) => {
    const text: string[] = [];
    for (let at = 0; at + width <= bytes.length; at += width)
      text.push(table.get(codeOf(bytes.slice(at, at + width))) ?? UNREADABLE);
    return text.join('').replace(HOLLOW, UNREADABLE);
  };
}

const GLYPHS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map((name, at) => [
      name,
      String(at),
    ]),
  ),
  space: ' ',
  hyphen: '-',
  period: '.',
  at: '@',
  colon: ':',
};

/** What a glyph's name stands for; names that only number it say nothing. */
function glyph(name: string): string {
  const code = /^(?:uni|u)([0-9A-F]{4,6})/.exec(name)?.[1];
  if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
  const base = name.replace(/\..*$/, '');
  if (Object.hasOwn(GLYPHS, base)) return GLYPHS[base] ?? '';
  if (base.length === 1) return base;
  return /^[A-Za-z]+$/.test(base) ? ' ' : UNREADABLE;
}

/** Codes of one byte: as in Latin, but for those that the font names. */
function simple(differences: PdfValue | undefined): Decoder {
  const own = new Map<string, string>();
  let code = 0;
  for (const one of Array.isArray(differences) ? differences : [])
    if (typeof one === 'number') code = one;
    else if (one instanceof PdfName) own.set(String.fromCharCode(code++ & 255), glyph(one.name));
  return (bytes) =>
    [...bytes]
      .map((char) => own.get(char) ?? char)
      .join('')
      .replace(HOLLOW, UNREADABLE);
}

/** How the strings of a font are read. */
export function decoderOf(font: PdfDict | undefined, file: PdfFile): Decoder {
  if (!font) return simple(undefined);
  const map = file.object(font.get('ToUnicode'));
  if (map?.raw) return byTable(latin(file.content(map).bytes), file.budget);
  if (SIGNS.test(nameIn(file.resolve(font.get('BaseFont'))))) return (bytes) => ' '.repeat(bytes.length);
  const encoding = file.resolve(font.get('Encoding'));
  const known = WELL_KNOWN.find(([name]) => name.test(nameIn(encoding)))?.[1];
  if (known !== undefined) return (bytes) => new TextDecoder(known).decode(Buffer.from(bytes, 'latin1'));
  if (nameIn(file.resolve(font.get('Subtype'))) === 'Type0')
    return (bytes) => UNREADABLE.repeat(Math.ceil(bytes.length / 2));
  return simple(isDict(encoding) ? file.resolve(encoding.get('Differences')) : undefined);
}
