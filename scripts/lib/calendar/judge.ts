import { SolarDay } from 'tyme4ts';
import { inWordsWithWeekday, weekday } from '../../../src/domain/dates.ts';
import type { Notice } from './read-notice.ts';

/** The holidays that every notice arranges (全国年节及纪念日放假办法 第二条). */
export const HOLIDAYS = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'] as const;

/** What a person should look at again: it is possible, but unlike every notice so far. */
export function doubtsOf({ off, work }: Notice): string[] {
  const named = off.map((span) => span.name).join('、');
  return [
    ...HOLIDAYS.filter((name) => !named.includes(name)).map(
      (name) => `没有${name}（与别的节日合并的，名称写成“中秋节、国庆节”）`,
    ),
    ...work.filter((day) => weekday(day) <= 5).map((day) => `调休上班日${inWordsWithWeekday(day)}不是周末`),
  ];
}

/**
 * First days of the lunar months that touch a year, from the month in which 1 January lies. From an almanac
 * library: the calendar built into Node and browsers puts some of them a day late (2027-02-07, 2030-02-02).
 */
export function lunarMonths(year: number): string[] {
  const firsts: string[] = [];
  const last = SolarDay.fromYmd(year, 12, 31);
  let month = SolarDay.fromYmd(year, 1, 1).getLunarDay().getLunarMonth();
  for (let first = month.getFirstJulianDay().getSolarDay(); !first.isAfter(last);) {
    const [y, m, d] = [first.getYear(), first.getMonth(), first.getDay()];
    firsts.push(`${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
    month = month.next(1);
    first = month.getFirstJulianDay().getSolarDay();
  }
  return firsts;
}
