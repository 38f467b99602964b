import type { Position } from './entry.ts';

/** How many of some ascending numbers are at most another. */
function countUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Turns offsets of a text into lines and columns; columns count characters, not UTF-16 units. Goes over the text once,
 * however many offsets are asked for and however long its lines are.
 */
export function positionsOf(text: string): (offset: number) => Position {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const wide = [...text.matchAll(/[\u{10000}-\u{10ffff}]/gu)].map(({ index }) => index);
  return (offset) => {
    const line = countUpTo(starts, offset);
    const start = starts[line - 1] ?? 0;
    const pairs = countUpTo(wide, offset - 2) - countUpTo(wide, start - 1);
    return { line, column: offset - start - Math.max(0, pairs) + 1 };
  };
}
