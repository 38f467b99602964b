/** Reads the values of a PDF one after the other. Goes over each character once, and pays for it. */
import { refuse, type Budget } from './budget.ts';
import { PdfName, PdfRef, PdfString, PdfWord, type PdfValue } from './pdf-values.ts';

/** What a value costs beside its characters. */
const VALUE = 4;
/** Nobody nests deeper. */
const DEEPEST = 100;
const BLANK = /[\0\t\n\f\r ]+/y;
const REMARK = /%[^\r\n]*/y;
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const REFERENCE = /[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const HEX = /[0-9A-Fa-f\0\t\n\f\r ]*>/y;
const NUMBER = /^[+-]*(?:\d+\.?\d*|\.\d+)(?:-\d*)?$/;
const CONSTANTS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

export const notUnderstood = (): never =>
  refuse('这个 PDF 里面有看不懂的内容（写坏了，或者夹带了东西）', PDF_AGAIN);

export const PDF_AGAIN = '用 WPS 或 Word 打开，重新“导出为 PDF”（不加密、不夹带附件），再替换这个文件';

export class PdfReader {
  readonly text: string;
  private readonly budget: Budget;
  at: number;

  constructor(text: string, budget: Budget, at = 0) {
    this.text = text;
    this.budget = budget;
    this.at = at;
  }

  /** What a pattern that begins here matches; empty where it does not. */
  take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.budget.spend(found.length + 1);
    this.at += found.length;
    return found;
  }

  /** Where a word next stands; −1 without. */
  find(word: string): number {
    return this.budget.find(this.text, word, this.at);
  }

  /** Goes over blanks and remarks; the remarks. */
  blanks(): string[] {
    const remarks: string[] = [];
    for (;;) {
      const remark = this.take(BLANK) ? '' : this.take(REMARK);
      if (remark) remarks.push(remark);
      else if (!/[\0\t\n\f\r %]/.test(this.text[this.at] ?? '')) return remarks;
    }
  }

  /** The next value or operator; undefined at the end. */
  value(depth = 0): PdfValue | undefined {
    this.blanks();
    this.budget.spend(VALUE);
    const char = this.text[this.at];
    if (char === undefined) return undefined;
    if (depth > DEEPEST) notUnderstood();
    if (char === '(') return this.bracketed();
    if (char === '/') return this.name();
    if (char === '[') return this.list(depth);
    if (char === '<') return this.text[this.at + 1] === '<' ? this.dictionary(depth) : this.hex();
    if (')>]{}'.includes(char)) {
      this.at += 1;
      return new PdfWord(char);
    }
    return this.word();
  }

  private name(): PdfName {
    this.at += 1;
    const written = this.take(REGULAR);
    return new PdfName(
      written.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      ),
    );
  }

  private word(): PdfValue {
    const written = this.take(REGULAR);
    if (/^\d{1,10}$/.test(written) && this.take(REFERENCE)) return new PdfRef(Number(written));
    if (NUMBER.test(written)) return Number.parseFloat(written.replace(/^[+-]*(?=[+-])/, '')) || 0;
    return Object.hasOwn(CONSTANTS, written) ? (CONSTANTS[written] ?? null) : new PdfWord(written);
  }

  private isWord(value: PdfValue | undefined, word: string): boolean {
    if (value === undefined) notUnderstood();
    return value instanceof PdfWord && value.word === word;
  }

  private list(depth: number): PdfValue[] {
    this.at += 1;
    const list: PdfValue[] = [];
    for (;;) {
      const value = this.value(depth + 1);
      if (this.isWord(value, ']')) return list;
      if (value === undefined || value instanceof PdfWord) return notUnderstood();
      list.push(value);
    }
  }

  private dictionary(depth: number): PdfValue {
    this.at += 2;
    const found = new Map<string, PdfValue>();
    for (;;) {
      const key = this.value(depth + 1) ?? notUnderstood();
      if (this.isWord(key, '>') && this.text[this.at] === '>') break;
      if (!(key instanceof PdfName)) return notUnderstood();
      const value = this.value(depth + 1);
      if (value === undefined || value instanceof PdfWord) return notUnderstood();
      // Of two entries of one name programs take one or the other.
      if (found.has(key.name)) notUnderstood();
      found.set(key.name, value);
    }
    this.at += 1;
    return found;
  }

  private hex(): PdfString {
    this.at += 1;
    const digits = (this.take(HEX) || notUnderstood()).replace(/[^0-9A-Fa-f]/g, '');
    const even = digits.length % 2 ? `${digits}0` : digits;
    return new PdfString(Buffer.from(even, 'hex').toString('latin1'));
  }

  /** Brackets within are balanced; a broken line goes on. */
  private bracketed(): PdfString {
    const pieces: string[] = [];
    let depth = 1;
    for (this.at += 1; depth > 0;) {
      pieces.push(this.take(/[^()\\]*/y));
      const char = this.text[this.at] ?? notUnderstood();
      this.at += 1;
      if (char === '\\') pieces.push(this.escaped());
      else {
        depth += char === '(' ? 1 : -1;
        if (depth > 0) pieces.push(char);
      }
    }
    return new PdfString(pieces.join(''));
  }

  private escaped(): string {
    const octal = this.take(/[0-7]{1,3}/y);
    if (octal) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
    if (this.take(/\r\n?|\n/y)) return '';
    const char = this.text[this.at] ?? '';
    this.at += 1;
    return ESCAPES[char] ?? char;
  }
}
