/** Texts made comparable (facts F2), each character knowing where it stood before. */
import { hasInvisible } from '../text.ts';

export interface Normalised {
  readonly text: string;
  /** Where the character at a place of `text` began in the original; one entry more than characters. */
  readonly at: Uint32Array;
}

/** Numbers in circles and brackets mark points of a list; they are no digits of the number behind them. */
const LIST_MARK = /[\u2460-\u24FF\u2776-\u2793\u3200-\u33FF]/;
/** Drawn around the digit before: 1️⃣. */
const AROUND = /\p{Me}/u;

const isPlain = (code: number) =>
  (code >= 0x20 && code < 0x7f && code !== 0x25 && code !== 0x26) ||
  (code >= 0x4e00 && code <= 0x9fff) ||
  code === 0x0a;

/** Digits of scripts whose zeros NFKC leaves alone: Arabic, Persian, Indian, Thai, Tibetan, Mongolian. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xf20, 0x1810];

function formOf(char: string): string {
  if (hasInvisible(char) || AROUND.test(char)) return '';
  if (LIST_MARK.test(char)) return char;
  const code = char.codePointAt(0) ?? 0;
  const zero = ZEROS.find((one) => code >= one && code <= one + 9);
  return zero === undefined ? char.normalize('NFKC') : String(code - zero);
}

/** Characters written by their numbers or names: `&#49;`, `&#x31;`, `&nbsp;`, `%31`. */
const SPELT = /&#(\d{1,7});|&#x([0-9a-f]{1,6});|&(nbsp|ensp|emsp|thinsp|shy|zwnj|zwj);|(?:%[0-9a-f]{2})+/iy;
const NAMED: Readonly<Record<string, string>> = { shy: '', zwnj: '', zwj: '' };

/** What the bytes of an address say; undefined where they are no text. */
function decoded(bytes: string): string | undefined {
  try {
    return decodeURIComponent(bytes);
  } catch {
    return undefined;
  }
}

function speltAt(
  text: string,
  offset: number,
): { readonly form: string; readonly length: number } | undefined {
  SPELT.lastIndex = offset;
  const match = SPELT.exec(text);
  if (!match) return undefined;
  const [all, decimal, hex, name] = match;
  if (name !== undefined) return { form: NAMED[name.toLowerCase()] ?? ' ', length: all.length };
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const said = all.startsWith('%') ? decoded(all) : code > 0x10ffff ? undefined : String.fromCodePoint(code);
  return said === undefined ? undefined : { form: [...said].map(formOf).join(''), length: all.length };
}

/** NFKC character by character, without those that nobody sees; what is written by its number as itself. */
export function normalise(text: string): Normalised {
  const parts: string[] = [];
  const at: number[] = [];
  for (let offset = 0; offset < text.length;) {
    const code = text.codePointAt(offset) ?? 0;
    const spelt = code === 0x25 || code === 0x26 ? speltAt(text, offset) : undefined;
    const char = String.fromCodePoint(code);
    const form = spelt?.form ?? (isPlain(code) ? char : formOf(char));
    parts.push(form);
    for (let unit = 0; unit < form.length; unit += 1) at.push(offset);
    offset += spelt?.length ?? char.length;
  }
  at.push(text.length);
  return { text: parts.join(''), at: Uint32Array.from(at) };
}

/** Marks of Markdown, tags and remarks of HTML, and lines broken within Chinese: a reader sees none of them. */
export const MARKUP =
  /[*`]+|~~|\\(?=[^A-Za-z])|<\/?[a-z][a-z0-9]{0,9}\s?\/?>|<!--[^<>]{0,40}-->|\{\/\*[^{}]{0,40}\*\/\}|(?<=[\u4e00-\u9fa5：]) {0,4}\r?\n {0,4}(?=[\u4e00-\u9fa5])/gi;

/** The text as a reader sees it, without marks. */
export function withoutMarkup({ text, at }: Normalised): Normalised {
  let rest = 0;
  const parts: string[] = [];
  const places: number[] = [];
  const keep = (end: number) => {
    parts.push(text.slice(rest, end));
    for (let one = rest; one < end; one += 1) places.push(at[one] ?? 0);
  };
  for (const { 0: mark, index } of text.matchAll(MARKUP)) {
    keep(index);
    rest = index + mark.length;
  }
  if (rest === 0) return { text, at };
  keep(text.length);
  places.push(at[text.length] ?? 0);
  return { text: parts.join(''), at: Uint32Array.from(places) };
}
