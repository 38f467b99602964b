/** Texts made comparable (facts F2), each character knowing where it stood before. */

export interface Normalised {
  readonly text: string;
  /** Where the character at a place of `text` began in the original; one entry more than characters. */
  readonly at: Uint32Array;
}

const HIDDEN = /[\u00AD\u034F\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE00-\uFE0F\uFEFF]/;
/** Numbers in circles and brackets mark points of a list; they are no digits of the number behind them. */
const LIST_MARK = /[\u2460-\u24FF\u2776-\u2793\u3200-\u33FF]/;

const isPlain = (code: number) =>
  (code >= 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff) || code === 0x0a;

function formOf(char: string): string {
  if (HIDDEN.test(char)) return '';
  return LIST_MARK.test(char) ? char : char.normalize('NFKC');
}

/** NFKC character by character, without those that nobody sees. */
export function normalise(text: string): Normalised {
  const parts: string[] = [];
  const at: number[] = [];
  for (let offset = 0; offset < text.length;) {
    const code = text.codePointAt(offset) ?? 0;
    const char = String.fromCodePoint(code);
    const form = isPlain(code) ? char : formOf(char);
    parts.push(form);
    for (let unit = 0; unit < form.length; unit += 1) at.push(offset);
    offset += char.length;
  }
  at.push(text.length);
  return { text: parts.join(''), at: Uint32Array.from(at) };
}

const NUMERALS = '〇零○一壹二贰两三叁四肆五伍六陆七柒八捌九玖幺';
const DIGITS = '00011222334455667788991';
const NUMERAL = new RegExp(`[${NUMERALS}]`, 'g');
const MANY_NUMERALS = new RegExp(`(?:[${NUMERALS}][ \\-·.、]{0,2}){8}`);

/** The text with Chinese numerals as digits, place for place; undefined where no long number is written so. */
export const withDigits = (text: string): string | undefined =>
  MANY_NUMERALS.test(text) ? text.replace(NUMERAL, (one) => DIGITS[NUMERALS.indexOf(one)] ?? one) : undefined;
