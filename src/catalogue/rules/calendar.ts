import { daysBetween } from '../../domain/dates.ts';
import type { Problem } from '../../domain/problems.ts';
import type { Contents } from '../contents.ts';
import { problemAt, type Entry } from '../entry.ts';
import { listAt, textAt } from '../loose.ts';

/** Days before the last known day from which the next year's calendar is asked for. */
const ASK_AHEAD = 60;

/** The notice for a year comes out in the November before (facts G4): it is asked for while there is time. */
export function remindCalendar({ of, today }: Contents): Problem[] {
  const calendars = of('calendar').toSorted((a, b) => yearOf(a) - yearOf(b));
  const years = new Set(calendars.map(yearOf));
  let missing = Number(today.slice(0, 4));
  while (years.has(missing)) missing += 1;
  const left = daysBetween(today, `${missing}-01-01`) - 1;
  const place = calendars.find((entry) => yearOf(entry) === missing - 1) ?? calendars.at(-1);
  if (left > ASK_AHEAD || !place) return [];
  const message =
    left < 0
      ? `没有${missing}年（今年）的放假安排，现在不显示是否办公`
      : `离${missing - 1}年结束还有${left}天，还没有${missing}年的放假安排；没有它，${missing}-01-01起不再显示是否办公`;
  const remedy = `国务院办公厅发布通知后，运行 npm run new:calendar -- ${missing} --from 放假表.csv`;
  return [problemAt(place, { kind: 'date', path: ['year'], severity: 'warning', message, remedy })];
}

/** The year of a calendar by its file's name, which is four digits whatever stands in the file. */
const yearOf = (entry: Entry): number => Number(entry.names['year']);

/** Market days that follow the lunar calendar need the first days of its months. */
export function checkLunarMonths({ of, all }: Contents): Problem[] {
  const bare = of('calendar').filter((entry) => listAt(entry.raw, ['lunarMonths']).length === 0);
  if (bare.length === 0) return [];
  return all.offices.flatMap(({ office }) => {
    const path = ['hours', 'marketDays', 'calendar'];
    if (!office || textAt(office.raw, path) !== 'lunar') return [];
    const message = `赶场日按农历算，但 ${bare.map(({ file }) => file).join('、')} 没有写农历各月初一（lunarMonths）`;
    const remedy = '运行 npm run new:calendar 重新生成这一年的日历，或改用公历 "calendar": "solar"';
    return [problemAt(office, { kind: 'date', path, message, remedy })];
  });
}
