import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/domain/disclosure/assess.ts';
import { compareDisclosure, isWorse, newProblems } from '../../src/domain/disclosure/compare.ts';
import { upkeepOf } from '../../src/domain/disclosure/upkeep.ts';
import type { Problem } from '../../src/domain/problems.ts';
import { assessed, type Cells, missing, none, published, stale, TODAY } from '../helpers/assessment.ts';

const problem = (message: string, more: Partial<Problem> = {}): Problem =>
  ({
    kind: 'schema',
    severity: 'error',
    file: 'a.json',
    message,
    ...more,
  }) as Problem;

describe('what a change does to the disclosure', () => {
  const compared = (before: Assessment, after: Assessment) =>
    compareDisclosure({ assessment: before, problems: [] }, { assessment: after, problems: [] }, 'now');
  const effects = (before: Cells, after: Cells) =>
    compared(assessed({ a: before }), assessed({ a: after })).offices.map(({ kind, cells }) => [
      kind,
      ...cells.map(({ item, effect }) => `${item.title} ${effect}`),
    ]);

  it('a reader finds more, less, or something newer', () => {
    expect(effects([missing, stale(), published()], [published(), published(), stale()])).toEqual([
      ['changed', '电话 better', '地址 better', '去向 worse'],
    ]);
    expect(effects([stale(), published(), missing], [missing, published('2027-01-01'), none])).toEqual([
      ['changed', '电话 worse', '地址 other', '去向 other'],
    ]);
    expect(effects([undefined, published()], [published(), undefined])).toEqual([
      ['changed', '电话 better', '地址 worse'],
    ]);
    expect(effects([published(), stale('2026-01-01')], [published(), stale('2026-01-01')])).toEqual([]);
  });

  it('offices come and go; what stays the same is not told', () => {
    const before = assessed({ a: [published()], b: [published()], c: [missing] });
    const after = assessed({ b: [published()], d: [missing] });
    const { offices, problems, asOf } = compared(before, after);
    expect(offices.map(({ id, name, kind }) => [id, name, kind].join(' '))).toEqual([
      'd d所 added',
      'a a所 removed',
      'c c所 removed',
    ]);
    expect([problems, asOf]).toEqual([[], 'now']);
    expect(compared(before, after).broken).toBeUndefined();
    expect(isWorse(compared(before, after))).toBe(true);
    expect(isWorse(compared(assessed({}), after))).toBe(false);
    const [one, other] = [
      [published(), missing],
      [missing, published()],
    ].map((a) => assessed({ a }));
    expect(one && other && isWorse(compared(one, other))).toBe(true);
  });

  it('the score before and after, where offices are scored and it moves', () => {
    const score = (before: Cells, after: Cells, scored = true) =>
      compared(assessed({ a: before }, scored), assessed({ a: after }, scored)).offices[0]?.score;
    expect(score([missing, published()], [published(), published()])).toEqual({ before: 50, after: 100 });
    expect(score([missing, published()], [published(), published()], false)).toBeUndefined();
    expect(score([published('2027-01-01')], [published('2027-02-01')])).toBeUndefined();
  });

  it('nothing is said of offices where the content has errors on either side', () => {
    const whole = { assessment: assessed({ a: [published()] }), problems: [problem('甲')] };
    const broken = { problems: [problem('甲'), problem('乙')] };
    const told = { asOf: 'now', offices: [], broken: true };
    expect(compareDisclosure(whole, broken, 'now')).toEqual({ ...told, problems: [problem('乙')] });
    expect(compareDisclosure(broken, whole, 'now')).toEqual({ ...told, problems: [] });
  });

  it('a problem that only moved is not new; one of another file, field or kind is', () => {
    const before = [problem('甲', { line: 3, field: '电话' })];
    const moved = problem('甲', { line: 9, field: '电话' });
    const others = [
      problem('乙', { field: '电话' }),
      problem('甲'),
      problem('甲', { field: '电话', file: 'b.json' }),
      problem('甲', { field: '电话', kind: 'reference' }),
    ];
    expect(newProblems(before, [moved, ...others])).toEqual(others);
  });

  it('what is said of the texts that come with the program is the same wherever the content lies', () => {
    const [then, now] = ['../../srv/ju/national/laws/a.json', '../national/laws/a.json'].map((file) =>
      problem('甲', { file }),
    );
    const other = problem('甲', { file: '../national/laws/b.json' });
    expect(newProblems([then!], [now!, other])).toEqual([other]);
  });
});

describe('what offices have to renew', () => {
  it('what is stale, the oldest first, and what soon will be, the nearest first; not what ends every day', () => {
    const { offices, counts, until, today } = upkeepOf(
      assessed({
        a: [stale('2026-02-01'), stale('2026-01-01'), published('2026-11-29')],
        b: [stale('2026-02-01'), stale(), missing],
        c: [published('2026-12-12'), published('2026-12-01'), missing],
        d: [published('2026-12-13'), published(), stale('2026-11-28')],
        e: [published('2026-12-13'), published(), published('2026-11-29')],
      }),
      14,
    );
    expect([today, until]).toEqual([TODAY, '2026-12-13']);
    const titles = (list: readonly { readonly item: { readonly title: string } }[]) =>
      list.map(({ item }) => item.title).join();
    expect(
      offices.map(({ id, stale: old, soon, missing: lacks }) => [id, titles(old), titles(soon), lacks]),
    ).toEqual([
      ['a', '地址,电话', '', 0],
      ['b', '地址,电话', '', 1],
      ['c', '', '地址,电话', 1],
      ['d', '去向', '', 0],
    ]);
    expect(counts).toEqual({ stale: 5, soon: 2, missing: 2 });
    expect(offices[0]).toMatchObject({ name: 'a所', county: '示例县' });
    expect(offices[0]).not.toHaveProperty('score');
  });

  it('the score tells by its name what would raise it most', () => {
    const [one, two] = upkeepOf(
      assessed({ a: [stale(), missing], b: [stale('2026-11-29')] }, true),
      14,
    ).offices;
    expect(one?.score).toMatchObject({ value: 13, title: '地址' });
    expect(two?.score).toMatchObject({ value: 50, title: '电话' });
  });
});
