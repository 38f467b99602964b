/** Unpacks the streams of a PDF (ISO 32000-1, 7.4), filter after filter; what cannot be unpacked is refused. */
import { inflateSync } from 'node:zlib';
import { refuse, type Budget } from './budget.ts';
import { latin } from './bytes.ts';
import { fromLzw } from './pdf-lzw.ts';
import { notUnderstood, PDF_AGAIN } from './pdf-syntax.ts';
import { isDict, nameIn, numberIn, type PdfDict, type PdfValue } from './pdf-values.ts';

type Filter = (bytes: Uint8Array, budget: Budget, settings: PdfDict | undefined) => Uint8Array;

const MAX_UNPACKED = 64 * 1024 * 1024;

const FILTERS: Readonly<Record<string, Filter>> = {
  FlateDecode: inflate,
  Fl: inflate,
  LZWDecode: fromLzw,
  LZW: fromLzw,
  ASCII85Decode: fromAscii85,
  A85: fromAscii85,
  ASCIIHexDecode: fromHex,
  AHx: fromHex,
  RunLengthDecode: fromRuns,
  RL: fromRuns,
};

/** Filters of pictures: what they hold stays as it is. */
const PICTURES = new Set(['DCTDecode', 'DCT', 'JPXDecode', 'CCITTFaxDecode', 'CCF', 'JBIG2Decode']);

export interface Unpacked {
  readonly bytes: Uint8Array;
  /** The filter of a picture that comes last. */
  readonly picture: string | undefined;
}

const listOf = (value: PdfValue | undefined): readonly PdfValue[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** What a stream holds. `resolve` follows references. */
export function unpackStream(
  raw: Uint8Array,
  dictionary: PdfDict,
  resolve: (value: PdfValue | undefined) => PdfValue | undefined,
  budget: Budget,
): Unpacked {
  const names = listOf(resolve(dictionary.get('Filter') ?? dictionary.get('F'))).map((one) =>
    nameIn(resolve(one)),
  );
  const settings = listOf(resolve(dictionary.get('DecodeParms') ?? dictionary.get('DP'))).map((one) =>
    resolve(one),
  );
  let bytes = raw;
  budget.spend(raw.length);
  for (const [at, name] of names.entries()) {
    if (PICTURES.has(name) && at === names.length - 1) return { bytes, picture: name };
    const filter = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
    const own = settings[at];
    const used = filter ?? refuse('这个 PDF 里面有解不开的内容', PDF_AGAIN);
    bytes = unpredicted(used(bytes, budget, isDict(own) ? own : undefined), isDict(own) ? own : undefined);
    budget.spend(bytes.length);
  }
  return { bytes, picture: undefined };
}

function inflate(bytes: Uint8Array): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: MAX_UNPACKED, finishFlush: 2 });
  } catch {
    return refuse('这个 PDF 里面有解不开的内容', PDF_AGAIN);
  }
}

/** Rows that were stored as differences (PNG's ways; TIFF's is for pictures only). */
function unpredicted(bytes: Uint8Array, settings: PdfDict | undefined): Uint8Array {
  const way = numberIn(settings?.get('Predictor'));
  if (!settings || !(way >= 10)) return way === 2 ? notUnderstood() : bytes;
  const bits = (numberIn(settings.get('Colors')) || 1) * (numberIn(settings.get('BitsPerComponent')) || 8);
  const width = Math.ceil(((numberIn(settings.get('Columns')) || 1) * bits) / 8);
  const left = Math.max(1, bits >> 3);
  if (!(width > 0 && width < 1e6)) notUnderstood();
  const out = new Uint8Array(Math.floor(bytes.length / (width + 1)) * width);
  for (let row = 0; row * width < out.length; row += 1) {
    const kind = bytes[row * (width + 1)] ?? 0;
    for (let at = 0; at < width; at += 1) {
      const to = row * width + at;
      const a = at >= left ? (out[to - left] ?? 0) : 0;
      const b = row > 0 ? (out[to - width] ?? 0) : 0;
      const c = at >= left && row > 0 ? (out[to - width - left] ?? 0) : 0;
      out[to] =
        (bytes[row * (width + 1) + 1 + at] ?? 0) + ([0, a, b, (a + b) >> 1, nearest(a, b, c)][kind] ?? 0);
    }
  }
  return out;
}

function nearest(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

function fromHex(bytes: Uint8Array): Uint8Array {
  const digits = latin(bytes)
    .replace(/>[^]*$/, '')
    .replace(/[^0-9A-Fa-f]/g, '');
  return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex');
}

/** Five printable characters stand for four bytes. */
function fromAscii85(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  let [value, count] = [0, 0];
  const start = bytes[0] === 0x3c && bytes[1] === 0x7e ? 2 : 0;
  for (const byte of bytes.subarray(start)) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && count === 0) out.push(0, 0, 0, 0);
    if (byte < 0x21 || byte > 0x75) continue;
    value = value * 85 + byte - 33;
    count += 1;
    if (count < 5) continue;
    out.push(...[24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256));
    [value, count] = [0, 0];
  }
  for (let at = count; count > 0 && at < 5; at += 1) value = value * 85 + 84;
  if (count > 0)
    out.push(...[24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).slice(0, count - 1));
  return Uint8Array.from(out);
}

/** A length and as many bytes, or a length and one byte so many times. */
function fromRuns(bytes: Uint8Array, budget: Budget): Uint8Array {
  const out: Uint8Array[] = [];
  for (let at = 0; at < bytes.length && bytes[at] !== 128;) {
    const length = bytes[at] ?? 0;
    const run =
      length < 128
        ? bytes.subarray(at + 1, at + 2 + length)
        : new Uint8Array(257 - length).fill(bytes[at + 1] ?? 0);
    budget.spend(run.length);
    out.push(run);
    at += length < 128 ? length + 2 : 2;
  }
  return Buffer.concat(out);
}
