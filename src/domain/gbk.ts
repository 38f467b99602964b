/** GBK, which every browser reads: two bytes a Chinese character instead of three; compressed, a list is a tenth smaller. */
const ENCODING = 'gbk';

/** The two bytes of every cell in which a character may stand. */
const FIRST = 0x81;
const SECOND = 0x40;
const ROWS = 0xff - FIRST;
const COLUMNS = 0xff - SECOND;
const bytesAt = (cell: number) => [FIRST + Math.floor(cell / COLUMNS), SECOND + (cell % COLUMNS)] as const;

/** The cell of each character, once it was asked for. */
let cells: ReadonlyMap<string, number> | undefined;

/** The cells, by what a browser reads there. */
function readCells(): ReadonlyMap<string, number> {
  const all = new Uint8Array(ROWS * COLUMNS * 3).fill(10);
  for (let cell = 0; cell < ROWS * COLUMNS; cell += 1) all.set(bytesAt(cell), cell * 3);
  const known = new Map<string, number>();
  for (const [cell, one] of new TextDecoder(ENCODING).decode(all).split('\n').entries())
    if (one.length === 1 && one !== '\uFFFD') known.set(one, cell);
  return known;
}

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A text in GBK; what GBK lacks is written as JSON escapes it. */
export function toGbk(text: string): Uint8Array<ArrayBuffer> {
  cells ??= readCells();
  const bytes: number[] = [];
  for (const unit of text.split('')) {
    const cell = cells.get(unit);
    if (unit < '\x80') bytes.push(unit.charCodeAt(0));
    else if (cell === undefined) bytes.push(...Array.from(escaped(unit), (one) => one.charCodeAt(0)));
    else bytes.push(...bytesAt(cell));
  }
  return Uint8Array.from(bytes);
}

/** A text from its GBK. */
export const fromGbk = (bytes: ArrayBuffer | Uint8Array): string => new TextDecoder(ENCODING).decode(bytes);
