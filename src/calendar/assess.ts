import { LunarDay, SolarDay, SolarTerm } from 'tyme4ts';
import { inWordsWithWeekday, weekday } from '../domain/dates.ts';
import type { HolidayNotice } from './notice.ts';

/** The holidays that every notice arranges (全国年节及纪念日放假办法 第二条). */
const HOLIDAYS = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'] as const;

/** What a person should look at again: it is possible, but unlike every notice so far. */
export function doubtsOf({ off, work }: HolidayNotice, year: number): string[] {
  const named = off.map((span) => span.name).join('、');
  const isOff = (day: string) => off.some(({ from, to }) => from <= day && day <= to);
  return [
    ...HOLIDAYS.filter((name) => !named.includes(name)).map(
      (name) => `没有${name}（与别的节日合并的，名称写成“中秋节、国庆节”）`,
    ),
    ...statutoryDays(year)
      .filter(({ name, day }) => named.includes(name) && !isOff(day))
      .map(({ name, day, what }) => `${name}没有包括${what}（${inWordsWithWeekday(day)}）`),
    ...work.filter((day) => weekday(day) <= 5).map((day) => `调休上班日${inWordsWithWeekday(day)}不是周末`),
  ];
}

const dateOf = (day: SolarDay): string =>
  [day.getYear(), day.getMonth(), day.getDay()].map((part) => String(part).padStart(2, '0')).join('-');

/** The days that are off by law each year (全国年节及纪念日放假办法 第二条, from 2025 on), before any are shifted. */
function statutoryDays(year: number): { name: string; day: string; what: string }[] {
  const lunar = (month: number, day: number) => LunarDay.fromYmd(year, month, day).getSolarDay();
  const newYear = lunar(1, 1);
  const fixed = (name: string, days: readonly string[]) =>
    days.map((day) => ({ name, day: `${year}-${day}`, what: '法定放假日' }));
  return [
    ...fixed('元旦', ['01-01']),
    ...[-1, 0, 1, 2].map((days) => ({
      name: '春节',
      day: dateOf(newYear.next(days)),
      what: '除夕至正月初三',
    })),
    { name: '清明节', day: dateOf(SolarTerm.fromName(year, '清明').getSolarDay()), what: '清明当日' },
    ...fixed('劳动节', ['05-01', '05-02']),
    { name: '端午节', day: dateOf(lunar(5, 5)), what: '农历五月初五' },
    { name: '中秋节', day: dateOf(lunar(8, 15)), what: '农历八月十五' },
    ...fixed('国庆节', ['10-01', '10-02', '10-03']),
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
    firsts.push(dateOf(first));
    month = month.next(1);
    first = month.getFirstJulianDay().getSolarDay();
  }
  return firsts;
}
