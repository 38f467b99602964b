/** The objects of a PDF file, as far as they can be had without following its tables: in the open and in packed streams. */
import { inflateSync } from 'node:zlib';
import { latin } from './bytes.ts';

export interface PdfObject {
  readonly dictionary: string;
  /** What its stream holds, unpacked, one character a byte; undefined without one that can be unpacked. */
  readonly stream?: string | undefined;
}

/** More than any document of words unpacks to; what is beyond is not read. */
const MAX_TOTAL = 96 * 1024 * 1024;

/** Every object by its number; of several versions of one, the last. */
export function pdfObjects(bytes: Uint8Array): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  let total = 0;
  for (const [number, object] of openObjects(bytes)) {
    total += object.stream?.length ?? 0;
    if (total > MAX_TOTAL) break;
    objects.set(number, object);
    if (/\/ObjStm\b/.test(object.dictionary))
      for (const [id, inner] of packed(object)) objects.set(id, inner);
  }
  return objects;
}

function* openObjects(bytes: Uint8Array): Generator<[number, PdfObject]> {
  const text = latin(bytes);
  const begin = /(\d{1,9})\s+\d{1,5}\s+obj\b/g;
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    const from = begin.lastIndex;
    const end = text.indexOf('endobj', from);
    const body = text.slice(from, end < 0 ? undefined : end);
    const stream = /\bstream\r?\n/.exec(body);
    const dictionary = stream ? body.slice(0, stream.index) : body;
    const start = from + (stream ? stream.index + stream[0].length : 0);
    const stop = stream ? endOfStream(text, start, dictionary) : start;
    const content = stream && unpack(bytes.subarray(start, stop), dictionary);
    yield [Number(match[1]), { dictionary, stream: content || undefined }];
    begin.lastIndex = stream ? Math.max(stop, from) : end < 0 ? text.length : end;
  }
}

/** Where a stream ends: as long as it says, when that is true, else at the word. */
function endOfStream(text: string, start: number, dictionary: string): number {
  const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? -1);
  if (length >= 0 && /^\s*endstream/.test(text.slice(start + length, start + length + 14)))
    return start + length;
  const end = text.indexOf('endstream', start);
  return end < 0 ? text.length : end;
}

type Filter = (bytes: Uint8Array) => Uint8Array | undefined;

const FILTERS: Readonly<Record<string, Filter>> = {
  FlateDecode: inflate,
  Fl: inflate,
  ASCII85Decode: fromAscii85,
  ASCIIHexDecode: (bytes) => Buffer.from(latin(bytes).replace(/[^0-9A-Fa-f]/g, ''), 'hex'),
};

function unpack(bytes: Uint8Array, dictionary: string): string | undefined {
  const list = /\/Filter\s*(?:\[([^\]]*)\]|(\/\w+))/.exec(dictionary);
  const names = (list?.[1] ?? list?.[2] ?? '').match(/\w+/g) ?? [];
  const content = names.reduce<Uint8Array | undefined>((now, name) => now && FILTERS[name]?.(now), bytes);
  return content && latin(content);
}

function inflate(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: MAX_TOTAL, finishFlush: 2 });
  } catch {
    return undefined;
  }
}

/** Five printable characters stand for four bytes (PDF 32000-1, 7.4.3). */
function fromAscii85(bytes: Uint8Array): Uint8Array {
  const text = latin(bytes)
    .replace(/\s+/g, '')
    .replace(/^<~/, '')
    .replace(/~>?.*$/s, '')
    .replaceAll('z', '!!!!!');
  const out: number[] = [];
  for (let at = 0; at < text.length; at += 5) {
    const group = text.slice(at, at + 5);
    const value = [...group.padEnd(5, 'u')].reduce((sum, char) => sum * 85 + char.charCodeAt(0) - 33, 0);
    const four = [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256);
    out.push(...four.slice(0, group.length - 1));
  }
  return Uint8Array.from(out);
}

/** The objects in an object stream: a list of numbers and places, then the objects. */
function* packed({ dictionary, stream = '' }: PdfObject): Generator<[number, PdfObject]> {
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
  const head = (stream.slice(0, first).match(/\d+/g) ?? []).map(Number);
  for (let at = 0; at + 1 < head.length; at += 2) {
    const next = head[at + 3];
    const body = stream.slice(first + (head[at + 1] ?? 0), next === undefined ? undefined : first + next);
    yield [head[at] ?? 0, { dictionary: body }];
  }
}
