import type { Catalogue, Office } from '../catalogue/types.ts';
import { inWords } from '../domain/dates.ts';

/** What a person's record names as their photo, where there is one. */
const photoOf = (office: Office, photo: string | undefined, { photos }: Catalogue) =>
  photo === undefined ? undefined : photos.get(`${office.id}/${photo}`);

/** People in the order of the file, with the names of their deputies, and vacancies with who stands in. */
export function peopleView(office: Office, catalogue: Catalogue) {
  const { people = [], vacancies = [] } = office.staff ?? {};
  const common = office.record.phones?.find(({ use }) => use === 'consult')?.number;
  const names = new Map(people.map((person) => [person.id, person.name]));
  return {
    people: people.map((person) => ({
      ...person,
      // Where nobody gave one of their own, the office's is the number to reach them at.
      phone: person.phone ?? common,
      deputyName: person.deputy && names.get(person.deputy),
      picture: photoOf(office, person.photo, catalogue)?.path,
      pictureAlt: person.photoAlt ?? `${person.name}的工作照`,
    })),
    vacancies: vacancies.map((vacancy) => ({
      post: vacancy.post,
      since: inWords(vacancy.since),
      until: vacancy.until && inWords(vacancy.until),
      actingName: vacancy.acting && names.get(vacancy.acting),
    })),
  };
}

/** The photos that pages show, each once. */
export function publishedPhotos(catalogue: Catalogue) {
  const shown = [...catalogue.offices, ...catalogue.samples].flatMap((office) =>
    (office.staff?.people ?? []).flatMap(({ photo }) => photoOf(office, photo, catalogue) ?? []),
  );
  return [...new Map(shown.map((photo) => [photo.path, photo])).values()];
}
