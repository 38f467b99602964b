/** What the library does not tell of old workbooks (.xls). */
import { streamNamed } from './compound-file.ts';

/** The kinds of records that are looked at. */
const END = 0x0a;
const SHEET = 0x85;

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

/** For each sheet in its order whether it is hidden. */
export function hiddenInXls(bytes: Uint8Array): boolean[] {
  const stream = streamNamed(bytes, ['Workbook', 'Book']);
  return [...piecesFrom(stream, 0)].flatMap(({ kind, data }) =>
    kind === SHEET ? [(data.getUint8(4) & 3) > 0] : [],
  );
}
