/** What the library does not tell of old workbooks (.xls). */
import { showsPercent } from '../cell-text.ts';
import { streamNamed } from './compound-file.ts';
import { lockedBook } from './locked.ts';

/** The kinds of records that are looked at. */
const END = 0x0a;
const SHEET = 0x85;
const FORMAT = 0x41e;
const STYLE = 0xe0;
const SEVERAL_NUMBERS = 0xbd;
const ROW = 0x208;
const COLUMNS = 0x7d;
const PASSWORD = 0x2f;
/** A number, a short one, a formula: row, column and style stand in front. */
const NUMBERS: readonly number[] = [0x203, 0x27e, 0x06];
/** The formats 0% and 0.00%, which every workbook has. */
const PERCENT: readonly number[] = [9, 10];

interface Piece {
  readonly kind: number;
  readonly data: DataView;
}

/** The records of a part of the workbook, from a place to its end. */
function* piecesFrom(stream: DataView, from: number): Generator<Piece> {
  for (let at = from; at + 4 <= stream.byteLength;) {
    const [kind, length] = [stream.getUint16(at, true), stream.getUint16(at + 2, true)];
    if (kind === END || at + 4 + length > stream.byteLength) return;
    yield { kind, data: new DataView(stream.buffer, stream.byteOffset + at + 4, length) };
    at += 4 + length;
  }
}

/** A format of numbers, in letters of one byte or two. */
const formatIn = ({ buffer, byteOffset, byteLength }: DataView) =>
  new TextDecoder(new Uint8Array(buffer, byteOffset + 4, 1)[0] === 0 ? 'latin1' : 'utf-16le').decode(
    new Uint8Array(buffer, byteOffset + 5, byteLength - 5),
  );

/** The numbers of the styles that show a number as so many of a hundred. */
function percentStyles(head: readonly Piece[]): ReadonlySet<number> {
  const own = head.filter(({ kind, data }) => kind === FORMAT && showsPercent(formatIn(data)));
  const formats = new Set([...PERCENT, ...own.map(({ data }) => data.getUint16(0, true))]);
  const styles = head.filter(({ kind }) => kind === STYLE).map(({ data }) => data.getUint16(2, true));
  return new Set(styles.flatMap((format, at) => (formats.has(format) ? [at] : [])));
}

/** The places of the numbers in a record, `row,column`, with their styles. */
function numbersIn({ kind, data }: Piece): (readonly [place: string, style: number])[] {
  const count =
    kind === SEVERAL_NUMBERS ? Math.floor((data.byteLength - 6) / 6) : NUMBERS.includes(kind) ? 1 : 0;
  return Array.from({ length: count }, (_, at) => [
    `${data.getUint16(0, true)},${data.getUint16(2, true) + at}`,
    data.getUint16(4 + at * 6, true),
  ]);
}

const hiddenRow = ({ kind, data }: Piece): number[] =>
  kind === ROW && (data.getUint16(12, true) & 0x20) > 0 ? [data.getUint16(0, true)] : [];

function hiddenColumns({ kind, data }: Piece): number[] {
  if (kind !== COLUMNS || (data.getUint16(8, true) & 1) === 0) return [];
  const first = data.getUint16(0, true);
  return Array.from({ length: data.getUint16(2, true) - first + 1 }, (_, at) => first + at);
}

/** What of each sheet in its order is hidden, and which of its cells show a number as so many of a hundred. */
export function sheetsInXls(bytes: Uint8Array) {
  const stream = streamNamed(bytes, ['Workbook', 'Book']);
  // With a password a newer workbook comes in the container of the old ones.
  if (!stream && streamNamed(bytes, ['EncryptedPackage'])) throw lockedBook();
  if (!stream) return [];
  const head = [...piecesFrom(stream, 0)];
  if (head.some(({ kind }) => kind === PASSWORD)) throw lockedBook();
  const styles = percentStyles(head);
  return head
    .filter(({ kind }) => kind === SHEET)
    .map(({ data }) => {
      const pieces = [...piecesFrom(stream, data.getUint32(0, true))];
      const numbers = pieces.flatMap(numbersIn);
      return {
        hidden: (data.getUint8(4) & 3) > 0,
        hiddenRows: new Set(pieces.flatMap(hiddenRow)),
        hiddenColumns: new Set(pieces.flatMap(hiddenColumns)),
        percent: new Set(numbers.flatMap(([place, style]) => (styles.has(style) ? [place] : []))),
      };
    });
}
