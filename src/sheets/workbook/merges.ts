/** Merged cells: what is seen in them holds for each, what lies below is seen by nobody. */

interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** Counted from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Fills a merge and takes out the other texts below it; their places. Its text is seen where its columns are not hidden. */
export function fillMerge(
  rows: readonly string[][],
  { startRow, startCol, endRow, endCol }: Merge,
  hidden: ReadonlySet<number>,
): CellPlace[] {
  const text = rows[startRow]?.[startCol] ?? '';
  const buried: CellPlace[] = [];
  let seenAt = startCol;
  while (hidden.has(seenAt) && seenAt < endCol) seenAt += 1;
  rows.slice(startRow, endRow + 1).forEach((row, below) => {
    for (let column = startCol; column <= Math.min(endCol, row.length - 1); column += 1) {
      const own = row[column]?.trim() ?? '';
      if (own === '' || own === text.trim()) continue;
      row[column] = '';
      buried.push({ row: startRow + below, column });
    }
    // Downwards only: a title over the whole width must not become a heading of every column.
    row[startCol] = '';
    row[seenAt] = text;
  });
  return buried;
}
