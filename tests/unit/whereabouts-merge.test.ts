import { describe, expect, it } from 'vitest';
import { asWhereabouts, currentOf, mergeWhereabouts } from '../../src/domain/whereabouts-file.ts';
import { file, row } from '../helpers/rows.ts';

describe('a file of whereabouts as it was found', () => {
  it('is read as far as it can be; what is no such file is none', () => {
    const plan = { until: '2026-12-31' };
    expect(asWhereabouts({ entries: [row('2026-11-22'), 'x', null, []], plan })).toEqual({
      entries: [row('2026-11-22')],
      plan,
    });
    expect(asWhereabouts({ entries: [], plan: 'x' })).toEqual({ entries: [] });
    for (const other of [undefined, null, 'x', [], {}, { entries: 'x' }])
      expect(asWhereabouts(other)).toBeUndefined();
  });

  it('is current from today on; what has no day that can be read is over', () => {
    const today = row('2026-11-22');
    const entries = [row('2026-11-21'), today, { person: 'jia' }, { date: '2026-13-01' }, { date: 20261123 }];
    expect(currentOf({ entries, plan: { until: '2026-11-22' } }, '2026-11-22')).toEqual({
      entries: [today],
      plan: { until: '2026-11-22' },
    });
    expect(currentOf({ entries, plan: { until: '2026-11-21' } }, '2026-11-22')).toEqual({ entries: [today] });
    expect(currentOf({ entries, plan: {} }, '2026-11-22')).toEqual({ entries: [today] });
    expect(currentOf({ entries }, '2026-11-22')).toEqual({ entries: [today] });
  });
});

describe('two people enter whereabouts at once', () => {
  const [a, b, c] = [row('2026-11-22', 'jia'), row('2026-11-22', 'yi'), row('2026-11-23', 'jia')];

  it('both entries stand, whatever their order', () => {
    expect(mergeWhereabouts(file(a), file(b, a), file(a, c))).toEqual({
      value: file(a, c, b),
      conflicts: [],
    });
  });

  it('what I took away goes, what I changed is changed, what others did stays', () => {
    const changed = { ...a, state: '在岗' as const };
    expect(mergeWhereabouts(file(a, b), file(changed), file(a, b, c))).toEqual({
      value: file(changed, c),
      conflicts: [],
    });
  });

  it('what both changed, each in another way, stays as the others have it, and is named', () => {
    const [mine, theirs] = [
      { ...a, back: '10:00' },
      { ...a, back: '11:00' },
    ];
    expect(mergeWhereabouts(file(a), file(mine), file(theirs))).toEqual({
      value: file(theirs),
      conflicts: ['2026-11-22 jia 09:00-12:00'],
    });
    expect(mergeWhereabouts(file(a), file(mine), file(mine)).conflicts).toEqual([]);
  });

  it('two entries of one person and hour are two', () => {
    const again = { ...a, state: '在岗' as const };
    const third = { ...a, back: '11:00' };
    expect(mergeWhereabouts(file(a, again), file(a, again, third), file(a, again)).value).toEqual(
      file(a, again, third),
    );
    expect(mergeWhereabouts(file(a, again), file(a), file(a, { ...again, back: '11:00' })).conflicts).toEqual(
      ['2026-11-22 jia 09:00-12:00 2'],
    );
  });

  it('the weekly plan is one thing: changed by one it holds, by both it is named', () => {
    const [plan, other] = [{ until: '2026-12-31' }, { until: '2027-01-31' }];
    expect(
      mergeWhereabouts({ entries: [], plan }, { entries: [], plan: other }, { entries: [a], plan }),
    ).toEqual({
      value: { entries: [a], plan: other },
      conflicts: [],
    });
    const both = mergeWhereabouts({ entries: [] }, { entries: [], plan }, { entries: [], plan: other });
    expect(both).toEqual({ value: { entries: [], plan: other }, conflicts: ['每周安排'] });
    expect(mergeWhereabouts({ entries: [], plan }, { entries: [] }, { entries: [], plan }).value).toEqual({
      entries: [],
    });
  });
});
