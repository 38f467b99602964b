import { addDays } from '../../domain/dates.ts';
import type { Hours, Season } from '../../schemas/hours.ts';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const HOLIDAYS = '法定节假日放假和调休按国务院办公厅通知，见 data/calendar.json。';

/** The dates of a season in the known years; one that is the whole year has none. */
function spansOf({ from, to }: Season, years: readonly number[]) {
  if (from === '01-01' && to === '12-31') return [{}];
  // The last of February, whichever it is.
  const end = (year: number) => (to === '02-29' ? addDays(`${year}-03-01`, -1) : `${year}-${to}`);
  return years.map((year) => ({ valid_from: `${year}-${from}`, valid_to: end(to < from ? year + 1 : year) }));
}

/** Weekly hours as schedules (HSDS 3.1, after RFC 5545), a session each; times carry Shanghai's offset. */
export const schedulesOf = (hours: Hours, years: readonly number[], id: (name: string) => string) =>
  hours.seasons.flatMap((season, at) =>
    spansOf(season, years).flatMap((span, in_) =>
      season.week.flatMap(({ days, sessions }) =>
        sessions.map((session) => {
          const [opens = '', closes = ''] = session.split('-');
          const byday = days.map((day) => DAYS[day - 1]).join(',');
          return {
            id: id(`schedule/${at}/${in_}/${byday}/${session}`),
            ...span,
            timezone: 8,
            freq: 'WEEKLY',
            interval: 1,
            byday,
            opens_at: `${opens}+08:00`,
            closes_at: `${closes}+08:00`,
            description: [hours.note, HOLIDAYS].filter(Boolean).join(' '),
          };
        }),
      ),
    ),
  );
