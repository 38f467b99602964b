/** All objects of a PDF file, of every edition kept in it: the file is read from its first byte to its last, not by its tables. */
import { refuse, type Budget } from './budget.ts';
import { latin } from './bytes.ts';
import { unpackStream, type Unpacked } from './pdf-filters.ts';
import { notUnderstood, PDF_AGAIN, PdfReader } from './pdf-syntax.ts';
import { isDict, nameIn, numberIn, PdfRef, PdfWord, type PdfDict, type PdfValue } from './pdf-values.ts';

export interface PdfObject {
  readonly id: number;
  readonly value: PdfValue;
  /** What its stream holds, packed. */
  readonly raw?: Uint8Array | undefined;
}

export class PdfFile {
  /** In the order of the file: of several with one number, the last is in force. */
  readonly objects: PdfObject[] = [];
  readonly trailers: PdfDict[] = [];
  readonly remarks: string[] = [];
  private readonly latest = new Map<number, PdfObject>();
  private readonly contents = new Map<PdfObject, Unpacked>();

  readonly budget: Budget;

  constructor(budget: Budget) {
    this.budget = budget;
  }

  add(object: PdfObject): void {
    this.objects.push(object);
    this.latest.set(object.id, object);
  }

  /** The object in force that a reference names. */
  object(value: PdfValue | undefined): PdfObject | undefined {
    return value instanceof PdfRef ? this.latest.get(value.id) : undefined;
  }

  /** A value with references followed. */
  readonly resolve = (value: PdfValue | undefined): PdfValue | undefined => {
    let found = value;
    for (let steps = 0; found instanceof PdfRef && steps < 20; steps += 1) found = this.object(found)?.value;
    return found instanceof PdfRef ? undefined : found;
  };

  dict(value: PdfValue | undefined): PdfDict | undefined {
    const found = this.resolve(value);
    return isDict(found) ? found : undefined;
  }

  /** What the stream of an object holds, unpacked once. */
  content(object: PdfObject): Unpacked {
    const known = this.contents.get(object);
    if (known) return known;
    const dictionary = isDict(object.value) ? object.value : new Map<string, PdfValue>();
    const made = unpackStream(object.raw ?? new Uint8Array(), dictionary, this.resolve, this.budget);
    this.contents.set(object, made);
    return made;
  }
}

const HEADER = /\d{1,10}[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj(?![A-Za-z0-9])/y;
/** A table of places: digits and two letters, nothing to read. */
const TABLE = /xref[\0\t\n\f\r ][\d\0\t\n\f\r nf]*/y;
const HIDDEN_HEADER = /\d[\0\t\n\f\r ]{1,8}\d{1,5}[\0\t\n\f\r ]{0,8}obj(?![A-Za-z0-9])/;

/** Reads a whole file; refuses what is none, is locked, or holds what no grammar knows. */
export function readPdfFile(bytes: Uint8Array, budget: Budget): PdfFile {
  const reader = new PdfReader(latin(bytes), budget);
  const file = new PdfFile(budget);
  const open: PdfObject[] = [];
  if (!/^%PDF-\d/.test(reader.text)) refuse('内容不是 PDF', PDF_AGAIN);
  if (!reader.text.slice(-2048).includes('%%EOF')) refuse('PDF 不完整，可能没有传完', PDF_AGAIN);
  for (;;) {
    for (const remark of reader.blanks()) file.remarks.push(remark);
    if (reader.at >= reader.text.length) break;
    const header = reader.take(HEADER);
    if (header) open.push(readObject(Number.parseInt(header, 10), reader, bytes));
    else if (!reader.take(TABLE)) readWord(reader, file);
  }
  for (const { value } of open)
    if (isDict(value) && nameIn(value.get('Type')) === 'XRef') file.trailers.push(value);
  if (file.trailers.some((one) => one.has('Encrypt')))
    refuse('这个 PDF 加了密码，无法检查（/Encrypt）', PDF_AGAIN);
  for (const object of open) {
    file.add(object);
    for (const inner of packedIn(object, file)) file.add(inner);
  }
  return file;
}

function readWord(reader: PdfReader, file: PdfFile): void {
  const word = reader.value();
  const next = word instanceof PdfWord ? reader.value() : undefined;
  if (word instanceof PdfWord && word.word === 'trailer' && isDict(next)) file.trailers.push(next);
  else if (!(word instanceof PdfWord && word.word === 'startxref' && typeof next === 'number'))
    notUnderstood();
}

function readObject(id: number, reader: PdfReader, bytes: Uint8Array): PdfObject {
  const value = reader.value();
  // An object may be empty.
  if (value instanceof PdfWord && value.word === 'endobj') return { id, value: null };
  if (value === undefined || value instanceof PdfWord) return notUnderstood();
  reader.blanks();
  const raw =
    isDict(value) && reader.take(/stream(?:\r\n|\n|\r)/y) ? readStream(value, reader, bytes) : undefined;
  reader.blanks();
  if (!reader.take(/endobj(?![A-Za-z0-9])/y)) notUnderstood();
  return { id, value, raw };
}

/** As long as the stream says, when that is true, else up to the word; no object may hide in it. */
function readStream(dictionary: PdfDict, reader: PdfReader, bytes: Uint8Array): Uint8Array {
  const start = reader.at;
  const said = start + numberIn(dictionary.get('Length'));
  const isTrue = said >= start && /^[\0\t\n\f\r ]{0,4}endstream/.test(reader.text.slice(said, said + 13));
  const end = isTrue ? said : reader.find('endstream');
  if (end < 0 || HIDDEN_HEADER.test(reader.text.slice(start, end))) notUnderstood();
  reader.at = end;
  reader.blanks();
  if (!reader.take(/endstream/y)) notUnderstood();
  return bytes.subarray(start, end);
}

/** The objects packed in a stream, whatever it is called: a list of numbers and places, then the objects. */
function* packedIn(object: PdfObject, file: PdfFile): Generator<PdfObject> {
  const { value, raw } = object;
  if (!isDict(value) || !raw) return;
  const count = numberIn(file.resolve(value.get('N')));
  const first = numberIn(file.resolve(value.get('First')));
  if (nameIn(file.resolve(value.get('Type'))) !== 'ObjStm' && !(count >= 0 && first >= 0)) return;
  const text = latin(file.content(object).bytes);
  const list = new PdfReader(text, file.budget);
  const places: [number, number][] = [];
  for (let left = count; left > 0; left -= 1) {
    const [id, place] = [list.value(), list.value()];
    if (typeof id !== 'number' || typeof place !== 'number') notUnderstood();
    else places.push([id, first + place]);
  }
  for (const [id, place] of places) {
    const inner = new PdfReader(text, file.budget, place).value();
    if (inner === undefined || inner instanceof PdfWord) notUnderstood();
    else yield { id, value: inner };
  }
}
