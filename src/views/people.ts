import type { Staff } from '../schemas/staff.ts';
import type { Whereabouts } from '../schemas/whereabouts.ts';
import { inWords, weekday } from '../domain/dates.ts';
import { sessionInWords } from '../domain/times.ts';

/** People in the order of the file, with the names of their deputies, and vacancies with who stands in. */
export function peopleView(staff: Staff) {
  const names = new Map(staff.people.map((person) => [person.id, person.name]));
  return {
    people: staff.people.map((person) => ({
      ...person,
      deputyName: person.deputy && names.get(person.deputy),
    })),
    vacancies: (staff.vacancies ?? []).map((vacancy) => ({
      post: vacancy.post,
      since: inWords(vacancy.since),
      until: vacancy.until && inWords(vacancy.until),
      actingName: vacancy.acting && names.get(vacancy.acting),
    })),
  };
}

const DAYS = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** Whereabouts as a table: a row per date, a cell per person; dates are written out, never "today" (design §3). */
export function whereaboutsView(whereabouts: Whereabouts, staff: Staff) {
  const names = new Map(staff.people.map((person) => [person.id, person.name]));
  const alone = staff.people.length === 1;
  const dates = [...new Set(whereabouts.entries.map((entry) => entry.date))].sort();
  return {
    people: staff.people.map((person) => person.name),
    alone,
    rows: dates.map((date) => ({
      date,
      label: `${inWords(date)} ${DAYS[weekday(date)]}`,
      cells: staff.people.map((person) =>
        whereabouts.entries
          .filter((entry) => entry.date === date && entry.person === person.id)
          .map((entry) => ({
            state: entry.state,
            session: sessionInWords(entry.session),
            back: alone ? undefined : entry.back,
            substitute: entry.substitute && names.get(entry.substitute),
          })),
      ),
    })),
  };
}
