import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addUp, type Count, FEW, isFew, tell, totalsOf } from '../../src/domain/suppression.ts';

/** Everything that a reader gets to see of some lines. */
const shown = (lines: readonly (readonly Count[])[]) =>
  JSON.stringify([lines.map((line) => line.map((count) => tell(count) ?? null)), totalsOf(lines)]);

/** All lines of a length with each small count, and one that is told. */
function linesOf(length: number): number[][] {
  if (length === 0) return [[]];
  return linesOf(length - 1).flatMap((line) => [1, 2, 3, 4, 5].map((count) => [...line, count]));
}

/** Small counts that a reader who knows the method, and every line that looks alike, could tell for certain. */
function givenAway(tables: readonly (readonly (readonly number[])[])[]): string[] {
  const alike = new Map<string, (typeof tables)[number][]>();
  for (const table of tables) {
    const looks = shown(table);
    const group = alike.get(looks);
    if (group) group.push(table);
    else alike.set(looks, [table]);
  }
  return [...alike.values()].flatMap((group) => {
    const [one = []] = group;
    return one.flatMap((line, row) =>
      line.flatMap((count, at) => {
        const possible = new Set(group.map((table) => table[row]?.[at]));
        return isFew(count) && possible.size < 2 ? [`${JSON.stringify(one)} [${row}][${at}]`] : [];
      }),
    );
  });
}

describe('a small count', () => {
  it('is told as few; zero and five are told', () => {
    expect([0, 1, 4, 5, undefined, FEW].map((count) => tell(count as Count))).toEqual([
      0,
      FEW,
      FEW,
      5,
      undefined,
      FEW,
    ]);
  });

  it('cannot be found out from the total of its line, even knowing the method: every line of up to five months', () => {
    for (const length of [1, 2, 3, 4, 5])
      expect(givenAway(linesOf(length).map((line) => [line]))).toEqual([]);
  });

  it('cannot be found out from two totals of which one is part of the other: every pair up to three months', () => {
    const pairs = (length: number) =>
      linesOf(length).flatMap((first) => linesOf(length).map((second) => [first, second]));
    const isPart = ([whole = [], part = []]: number[][]) =>
      part.every((count, at) => count <= (whole[at] ?? 0));
    for (const length of [1, 2]) expect(givenAway(pairs(length))).toEqual([]);
    for (const length of [1, 2, 3]) expect(givenAway(pairs(length).filter(isPart))).toEqual([]);
  });

  const year = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 12, maxLength: 12 });

  it('keeps at least three possible values within a year whose total is exact', () => {
    fc.assert(
      fc.property(year, (line) => {
        const [total] = totalsOf([line]);
        const few = line.filter(isFew);
        if (!total?.exact || few.length === 0) return;
        const secret = few.reduce((sum, count) => sum + count, 0);
        const others = few.length - 1;
        const lowest = Math.max(1, secret - 4 * others);
        const highest = Math.min(4, secret - others);
        expect(highest - lowest).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it('is not needed for a total that is not exact', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined })), (line) => {
        const total = addUp(line);
        expect(total).toEqual(addUp(line.map(tell)));
        const sum = line.reduce<number>((all, count) => all + (count ?? 0), 0);
        if (total) expect(total.exact ? total.value === sum : total.value <= sum).toBe(true);
      }),
    );
  });
});

describe('a total', () => {
  it('is exact when no count is small', () => {
    expect(totalsOf([[5, 0, 12, undefined]])).toEqual([{ value: 17, exact: true }]);
  });

  it('is exact over many small counts, as of lectures', () => {
    expect(totalsOf([[1, 1, 4, 1, 1, 2, 3, 2, 1, 4, 2, 2]])).toEqual([{ value: 24, exact: true }]);
  });

  it('is withheld when one month would follow from it', () => {
    expect(totalsOf([[9, 9, 3]])).toEqual([{ value: 19, exact: false }]);
    expect(totalsOf([[9, 1, 1]])).toEqual([{ value: 11, exact: false }]);
    expect(totalsOf([[9, 4, 4]])).toEqual([{ value: 11, exact: false }]);
  });

  it('is withheld when the author gave no number', () => {
    expect(totalsOf([[9, FEW, 3, 2, 3]])).toEqual([{ value: 13, exact: false }]);
  });

  it('of nothing reported is nothing', () => {
    expect(totalsOf([[undefined, undefined]])).toEqual([undefined]);
  });
});
