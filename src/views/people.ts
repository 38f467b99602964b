import type { Staff } from '../schemas/staff.ts';
import { inWords } from '../domain/dates.ts';

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
