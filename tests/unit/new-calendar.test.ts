import { year2026 } from '../helpers/calendars.ts';
import { daysBetween } from '../../src/domain/dates.ts';
import { describe, expect, it } from 'vitest';
import { doubtsOf, lunarMonths } from '../../src/calendar/assess.ts';
import { fixDate } from '../../src/calendar/notice.ts';
import { readNotice } from '../../src/calendar/read-notice.ts';

const HEAD = '节日,放假起,放假止,调休上班\n';

describe('the table of a holiday notice', () => {
  it('is read in the ways in which people write dates', () => {
    const notice = readNotice(
      `${HEAD}元旦,2027年1月1日,1月3日,\n春节,2027-02-05,2.12,2月14日、2月27日\n`,
      2027,
    );
    expect(notice).toEqual({
      off: [
        { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
        { name: '春节', from: '2027-02-05', to: '2027-02-12' },
      ],
      work: ['2027-02-14', '2027-02-27'],
    });
  });

  it('is refused with every fault at once, line by line', () => {
    expect(readNotice(`${HEAD}元旦,2027-02-30,后天,\n春节,2月5日,2月12日,2月31日\n`, 2027)).toEqual([
      '第 2 行「放假起」：“2027-02-30”不是日期，应写成 2027-01-01',
      '第 2 行「放假止」：“后天”不是日期，应写成 2027-01-01',
      '第 3 行「调休上班」：“2月31日”不是日期，应写成 2027-01-01',
    ]);
  });

  it('must have its four columns', () => {
    expect(readNotice('节日,放假起\n元旦,1月1日\n', 2027)).toEqual([
      '第 1 行：缺少列 “放假止”、“调休上班”；表头应为 节日,放假起,放假止,调休上班',
    ]);
  });

  it('may carry weekdays in brackets and full-width digits', () => {
    expect(fixDate('１月１日（周五）', 2027)).toBe('2027-01-01');
  });

  it('may come out of WPS or Excel: tabs, semicolons, a mark in front, one day only, empty lines', () => {
    const one = { off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-01' }], work: [] };
    for (const text of [
      '\uFEFF节日,放假起,放假止,调休上班\r\n元旦,1月1日,,\r\n,,,\r\n',
      '节日\t放假起\t放假止\t调休上班\n元旦\t1月1日\t1月1日\t\n',
      '调休上班;放假止;放假起;节日\n;;1月1日;元旦\n',
    ])
      expect(readNotice(text, 2027)).toEqual(one);
  });

  it('is held against the weekdays that the notice prints', () => {
    expect(readNotice(`${HEAD}元旦,1月1日（周六）,1月3日(星期日),\n`, 2027)).toEqual([
      '第 2 行「放假起」：“1月1日（周六）”其实是周五，日期或星期写错了',
    ]);
    expect(readNotice(`${HEAD}元旦,1月1日（周五）,1月3日（星期天）,\n`, 2027)).toMatchObject({ work: [] });
  });

  it('is refused where it contradicts itself', () => {
    expect(
      readNotice(
        `${HEAD}元旦,1月3日,1月1日,2月14日\n春节,2月5日,2月14日,2月14日\n清明节,2月14日,2月15日,2026-02-14\n,1月5日,,\n`,
        2027,
      ),
    ).toEqual(['第 5 行「节日」：没有写节日的名称']);
    expect(
      readNotice(
        `${HEAD}元旦,1月3日,1月1日,2月14日\n春节,2月5日,2月14日,2月14日\n清明节,2月14日,2月15日,2026-02-14\n`,
        2027,
      ),
    ).toEqual([
      '第 2 行：放假止 2027-01-01 早于放假起 2027-01-03',
      '第 2 行「调休上班」：2027-02-14 同时写成春节放假（第 3 行）',
      '第 3 行「调休上班」：2027-02-14 同时写成春节放假（第 3 行）',
      '第 3 行「调休上班」：2027-02-14 写了两次',
      '第 4 行：2026-02-14 不在 2027 年；跨年的假期，属于别的年份的日子写进那一年的日历',
      '第 4 行：与第 3 行的春节放假日期重叠',
    ]);
  });

  it('is refused in words when it is no table at all', () => {
    expect(readNotice('', 2027)[0 as never]).toContain('缺少列');
    expect(readNotice(HEAD, 2027)).toEqual(['表里只有表头，没有一行节日']);
    expect(readNotice(`${HEAD}元旦,"1月1日,1月3日\n`, 2027)).toEqual(['第 2 行读不下去：多半是引号没有成对']);
  });

  it('raises no doubt at the notice of 2026, and one where a holiday misses its own day', () => {
    const { off, work } = year2026;
    expect(doubtsOf({ off: [...off], work: [...work] }, 2026)).toEqual([]);
    const short = off.map((span) => (span.name === '端午节' ? { ...span, from: '2026-06-20' } : span));
    expect(doubtsOf({ off: short, work: [...work] }, 2026)).toEqual([
      '端午节没有包括农历五月初五（2026年6月19日（周五））',
    ]);
  });

  it('raises doubts where it is unlike every notice so far', () => {
    const doubts = doubtsOf(
      {
        off: [{ name: '中秋节、国庆节', from: '2027-09-30', to: '2027-10-07' }],
        work: ['2027-10-13'],
      },
      2027,
    );
    expect(doubts).toEqual([
      '没有元旦（与别的节日合并的，名称写成“中秋节、国庆节”）',
      '没有春节（与别的节日合并的，名称写成“中秋节、国庆节”）',
      '没有清明节（与别的节日合并的，名称写成“中秋节、国庆节”）',
      '没有劳动节（与别的节日合并的，名称写成“中秋节、国庆节”）',
      '没有端午节（与别的节日合并的，名称写成“中秋节、国庆节”）',
      '中秋节没有包括农历八月十五（2027年9月15日（周三））',
      '调休上班日2027年10月13日（周三）不是周末',
    ]);
  });
});

describe('the lunar months of a year', () => {
  it.each([
    [2024, '2024-02-10'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2028, '2028-01-26'],
    [2029, '2029-02-13'],
    [2030, '2030-02-03'],
  ])('of %i begin the new year on %s, as everybody knows', (year, newYear) => {
    expect(lunarMonths(year)).toContain(newYear);
  });

  it.each([2024, 2025, 2026, 2027, 2028])(
    'of %i have 29 or 30 days and reach over the whole year',
    (year) => {
      const months = lunarMonths(year);
      const lengths = months.slice(1).map((first, at) => daysBetween(months[at] ?? '', first));
      expect(lengths.filter((days) => days !== 29 && days !== 30)).toEqual([]);
      expect([(months[0] ?? '') <= `${year}-01-01`, (months[1] ?? '') > `${year}-01-01`]).toEqual([
        true,
        true,
      ]);
    },
  );
});
