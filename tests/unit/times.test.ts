import { describe, expect, it } from 'vitest';
import { daysInWords, hoursInWords, marketDaysInWords } from '../../src/domain/hours.ts';
import { minutesOf, parseSession, sessionInWords } from '../../src/domain/times.ts';

describe('a working session', () => {
  it('is two times of one day', () => {
    expect(parseSession('08:30-12:00')).toEqual({ from: 510, to: 720 });
    expect(parseSession('20:00-24:00')).toEqual({ from: 1200, to: 1440 });
  });

  it.each([
    ['12:00-08:30', '结束 08:30 不晚于开始 12:00'],
    ['08:30-08:30', '结束 08:30 不晚于开始 08:30'],
    ['8:30-12:00', '“8:30”不是 24 小时制的时间'],
    ['08:30-24:30', '“24:30”不是 24 小时制的时间'],
    ['08:30', '应写成“起-止”两个时间'],
  ])('%s is refused with the reason', (text, reason) => {
    expect(parseSession(text)).toBe(reason);
  });

  it('is 08:30 wherever it is shown', () => {
    expect(minutesOf('08:30')).toBe(510);
    expect(sessionInWords('08:30-12:00')).toBe('08:30—12:00');
  });
});

describe('office hours in words', () => {
  it.each([
    [[1, 2, 3, 4, 5], '周一至周五'],
    [[1, 4], '周一、周四'],
    [[6, 7], '周六、周日'],
    [[5, 1, 2, 3], '周一至周三、周五'],
  ])('days %s are read as %s', (days, words) => {
    expect(daysInWords(days)).toBe(words);
  });

  it('say the season only when there are several', () => {
    const week = [{ days: [1, 2, 3, 4, 5], sessions: ['09:00-12:00', '13:00-17:00'] }];
    const [whole] = hoursInWords({ seasons: [{ name: '全年', from: '01-01', to: '12-31', week }] });
    expect(whole).toEqual({
      name: '全年',
      span: '全年',
      lines: [{ days: '周一至周五', sessions: '09:00—12:00，13:00—17:00' }],
    });
    const [summer] = hoursInWords({ seasons: [{ name: '夏季', from: '05-01', to: '09-30', week }] });
    expect(summer?.span).toBe('5月1日—9月30日');
  });

  it('say which calendar market days follow', () => {
    const market = { calendar: 'lunar' as const, digits: [1, 4, 7], sessions: ['08:00-11:00'] };
    expect(marketDaysInWords(market)).toBe('赶场日（农历逢1、4、7）加开08:00—11:00');
  });
});
