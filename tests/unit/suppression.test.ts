import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addUpTold, toldOf, toldPart, totalsOfPart } from '../../src/domain/suppression-part.ts';
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

describe('a count that is part of another', () => {
  type Month = readonly [whole: number, part: number];
  const wholes = (most: number): Month[] =>
    Array.from({ length: most }, (_, at) => at + 1).flatMap((whole) =>
      Array.from({ length: whole + 1 }, (_, part): Month => [whole, part]),
    );
  const look = (months: readonly Month[]) => {
    const [whole, part] = [months.map(([one]) => one), months.map(([, one]) => one)];
    return JSON.stringify([
      months.map(([one, other]) => [toldOf(one)?.said, toldPart(other, one)?.said]),
      totalsOfPart(whole, part),
    ]);
  };
  /** What a reader who knows the method can tell for certain of a small count, a small part or a small rest. */
  const certain = (years: readonly (readonly Month[])[]) => {
    const alike = new Map<string, (readonly Month[])[]>();
    for (const year of years) {
      const group = alike.get(look(year));
      if (group) group.push(year);
      else alike.set(look(year), [year]);
    }
    return [...alike.values()].flatMap((group) =>
      (group[0] ?? []).flatMap((_, at) => {
        const values = (of: (month: Month) => number) => [
          ...new Set(group.map((year) => of(year[at] ?? [0, 0]))),
        ];
        return [
          values(([whole]) => whole),
          values(([, part]) => part),
          values(([whole, part]) => whole - part),
        ]
          .filter((possible) => possible.length === 1 && isFew(possible[0]))
          .map(() => JSON.stringify(group[0]));
      }),
    );
  };

  it('leaves no small rest to be found by subtraction, even knowing the method: every month up to fifteen cases', () => {
    expect(certain(wholes(15).map((month) => [month]))).toEqual([]);
  });

  it('nor by subtraction of totals: every two months up to nine cases', () => {
    const some = wholes(9);
    expect(certain(some.flatMap((first) => some.map((second) => [first, second])))).toEqual([]);
  });

  it('is told where it leaves nothing, or enough', () => {
    const said = (part: number, whole: number) => toldPart(part, whole)?.said;
    expect([said(9, 9), said(0, 9), said(7, 12), said(8, 12), said(3, 12)]).toEqual([
      '9',
      '0',
      '7',
      '不少于8',
      '少于5',
    ]);
    expect([said(6, 7), said(1, 7), said(3, 5)]).toEqual(['少于7', '少于7', '少于5']);
  });

  it('that is more than its whole is none: it was settled a month later', () => {
    expect(toldPart(9, 7)?.said).toBe('9');
  });

  it('adds up to what anyone can add up', () => {
    expect(addUpTold([toldPart(11, 12), toldPart(9, 9), undefined])).toEqual({ value: 17, exact: false });
    expect(addUpTold([undefined])).toBe(undefined);
  });
});
