import { describe, expect, it } from 'vitest';
import { outdatedDays } from '../../src/domain/verified.ts';

const TODAY = '2026-11-29';
const office = (verifiedOn: string | undefined, number: string) => ({
  provenance: { contact: { source: '示例', ...(verifiedOn && { verifiedOn }) } },
  phones: [{ number }],
});
const told = (
  before: unknown,
  after: unknown,
  kind: 'office' | 'staff' | 'statistics' | 'whereabouts' = 'office',
) => outdatedDays(kind, before, after, TODAY);

describe('a day of verification', () => {
  const stale = [{ path: ['provenance', 'contact', 'verifiedOn'], title: '联系方式' }];

  it('is older than the facts where they changed and it did not, or went', () => {
    expect(told(office('2026-01-01', '1'), office('2026-01-01', '2'))).toEqual(stale);
    expect(told(office('2026-01-01', '1'), office(undefined, '2'))).toEqual(stale);
  });

  it('holds where the facts are the same, where it changed too, where it is today’s, where none was', () => {
    expect(told(office('2026-01-01', '1'), office('2026-01-01', '1'))).toEqual([]);
    expect(told(office('2026-01-01', '1'), office('2026-11-28', '2'))).toEqual([]);
    expect(told(office(TODAY, '1'), office(TODAY, '2'))).toEqual([]);
    expect(told(office(undefined, '1'), office(undefined, '2'))).toEqual([]);
    expect(told(office(undefined, '1'), office('2026-01-01', '2'))).toEqual([]);
    expect(told(undefined, office('2026-01-01', '2'))).toEqual([]);
  });

  it('is looked at for each group of facts, and for what an office has beside its record', () => {
    const day = { verifiedOn: '2026-01-01' };
    const provenance = { contact: day, place: day, hours: day, standards: day };
    const titles = (facts: Record<string, unknown>) =>
      told({ provenance }, { provenance, ...facts }).map(({ title }) => title);
    expect(titles({ email: 'a' })).toEqual(['联系方式']);
    expect(titles({ place: 1, premises: 1, hours: 1, standards: 1 })).toEqual([
      '地点',
      '办公时间',
      '规范化建设',
    ]);
    expect(titles({ premises: 1 })).toEqual(['地点']);
    const of = (kind: 'staff' | 'statistics' | 'whereabouts', fact: string) =>
      told({ provenance: day }, { provenance: day, [fact]: [1] }, kind).map(({ path, title }) =>
        [...path, title].join(' '),
      );
    expect(of('staff', 'people')).toEqual(['provenance verifiedOn 人员']);
    expect(of('staff', 'vacancies')).toEqual(['provenance verifiedOn 人员']);
    expect(of('statistics', 'months')).toEqual(['provenance verifiedOn 月度数据']);
    expect(of('whereabouts', 'entries')).toEqual([]);
  });
});
