import { describe, expect, it } from 'vitest';
import { exceptionInWords, marketDaysInWords, restInWords, seasonInWords } from '../../src/domain/hours.ts';

const season = (from: string, to: string, days = [1, 2, 3, 4, 5]) => ({
  name: '示例',
  from,
  to,
  week: [{ days, sessions: ['09:00-12:00'] }],
});

describe('hours in words', () => {
  it('a season is 全年 only where it is the whole year', () => {
    expect(seasonInWords(season('01-01', '12-31'))).toBe('全年');
    expect(seasonInWords(season('01-01', '06-30'))).toBe('1月1日—6月30日');
    expect(seasonInWords(season('07-01', '12-31'))).toBe('7月1日—12月31日');
  });

  it('market days say which calendar they follow', () => {
    const market = { calendar: 'lunar', digits: [1, 4], sessions: ['08:00-09:00', '10:00-11:00'] } as const;
    expect(marketDaysInWords({ ...market, digits: [1, 4], sessions: [...market.sessions] })).toBe(
      '赶场日（农历逢1、4）加开08:00—09:00，10:00—11:00',
    );
    expect(
      marketDaysInWords({ calendar: 'solar', digits: [5], sessions: ['08:00-09:00'], note: '冬季不加开' }),
    ).toBe('赶场日（公历逢5）加开08:00—09:00，冬季不加开');
  });

  it('make-up days are worked where all five weekdays are in every season; else one should call', () => {
    const whole = season('01-01', '06-30');
    const part = season('07-01', '12-31', [1, 4]);
    expect(restInWords({ seasons: [whole] })).toBe('法定节假日不办公，调休上班日照常办公');
    for (const seasons of [[whole, part], [part]])
      expect(restInWords({ seasons })).toBe('法定节假日不办公，调休上班日是否办公请先电话联系');
  });

  it('an exception says its days, its hours or that nobody is there, and why', () => {
    const one = { from: '2026-12-04', to: '2026-12-04', sessions: [], reason: '国家宪法日活动' };
    expect(exceptionInWords(one)).toBe('2026年12月4日不在所内办公：国家宪法日活动');
    expect(exceptionInWords({ ...one, to: '2026-12-05', sessions: ['09:00-10:00', '14:00-15:00'] })).toBe(
      '2026年12月4日至2026年12月5日09:00—10:00，14:00—15:00：国家宪法日活动',
    );
  });
});
