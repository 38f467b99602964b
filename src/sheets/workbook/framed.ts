/** Sheets of workbooks (.xlsx) that go on below what is written in them: rows by the ten thousand with frames alone. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const LARGEST_PART = 256 * 1024 * 1024;

/** Cells and rows that say where they stand, and nothing else: what follows them is in its place without them. */
const EMPTY_CELL = /<(?:\w+:)?c\s+r="[A-Z]+\d+"[^<>]*\/>/g;
const EMPTY_ROW = /<((?:\w+:)?row)\s+r="\d+"[^<>]*>\s*<\/\1>/g;

/** The same workbook without cells and rows in which nothing is written: the library takes long for each. */
export function withoutFrames(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes, { filter: ({ originalSize }) => originalSize < LARGEST_PART });
  const slim = Object.entries(parts).map(([name, part]) => [
    name,
    SHEET.test(name) ? strToU8(strFromU8(part).replace(EMPTY_CELL, '').replace(EMPTY_ROW, '')) : part,
  ]);
  return zipSync(Object.fromEntries(slim) as typeof parts, { level: 0 });
}
