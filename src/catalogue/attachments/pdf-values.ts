/** What a PDF is made of (ISO 32000-1, 7.3). */

export class PdfName {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** The bytes of a string, one character each. */
export class PdfString {
  readonly bytes: string;

  constructor(bytes: string) {
    this.bytes = bytes;
  }
}

export class PdfRef {
  readonly id: number;

  constructor(id: number) {
    this.id = id;
  }
}

/** An operator of a page, or a word of the file's own grammar. */
export class PdfWord {
  readonly word: string;

  constructor(word: string) {
    this.word = word;
  }
}

export type PdfDict = ReadonlyMap<string, PdfValue>;
export type PdfValue =
  number | boolean | null | PdfName | PdfString | PdfRef | PdfWord | PdfValue[] | PdfDict;

export const isDict = (value: PdfValue | undefined): value is PdfDict => value instanceof Map;
export const nameIn = (value: PdfValue | undefined): string => (value instanceof PdfName ? value.name : '');
export const numberIn = (value: PdfValue | undefined): number =>
  typeof value === 'number' ? value : Number.NaN;

/** A text string: UTF-16 or UTF-8 when marked so, else one byte a character. */
export function textOf({ bytes }: PdfString): string {
  const decode = (encoding: string, from: number) =>
    new TextDecoder(encoding).decode(Buffer.from(bytes.slice(from), 'latin1'));
  if (bytes.startsWith('\xfe\xff')) return decode('utf-16be', 2);
  if (bytes.startsWith('\xff\xfe')) return decode('utf-16le', 2);
  return bytes.startsWith('\xef\xbb\xbf') ? decode('utf-8', 3) : bytes;
}

/** Every value within a value, itself first. */
export function* valuesIn(value: PdfValue): Generator<PdfValue> {
  const waiting = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    if (Array.isArray(next)) for (const one of next) waiting.push(one);
    else if (isDict(next)) for (const one of next.values()) waiting.push(one);
  }
}
