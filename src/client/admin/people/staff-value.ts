/** What stands in the form of staff, with a photo more or a person less. */
import type { OfficeFile } from '../office-files.ts';

interface Person {
  readonly id: string;
  readonly name?: string;
  readonly post?: string;
  readonly photo?: string;
  readonly photoAlt?: string;
  readonly deputy?: string;
}

type Value = OfficeFile['value'];
type Entry = Readonly<Record<string, unknown>>;

const listOf = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as T[]) : []);

/** The people as the form has them. */
export const peopleIn = (value: Value): readonly Person[] => listOf<Person>(value['people']);

/** The photos that are named in staff as read or as edited. */
export const photosIn = (value: unknown): string[] =>
  listOf<Person>((value as Value | undefined)?.['people']).flatMap(({ photo }) => photo ?? []);

function without(entry: Entry, key: string, id: string): Entry {
  const { [key]: named, ...rest } = entry;
  return named === id ? rest : entry;
}

/** Staff without a person and without what points at them. */
export const withoutPerson = (value: Value, id: string): Value => ({
  ...value,
  people: peopleIn(value)
    .filter((one) => one.id !== id)
    .map((one) => without({ ...one }, 'deputy', id)),
  ...(value['vacancies'] !== undefined && {
    vacancies: listOf<Entry>(value['vacancies']).map((one) => without(one, 'acting', id)),
  }),
});

const stays = (list: unknown, id: string): Entry[] =>
  listOf<Entry>(list)
    .filter(({ person }) => person !== id)
    .map((one) => without(one, 'substitute', id));

/** Whereabouts without a person; a plan with nothing left goes too. */
export function withoutWhereabouts(value: Value, id: string): Value {
  const { plan, entries, ...rest } = value;
  const week = stays((plan as Value | undefined)?.['week'], id);
  return {
    ...rest,
    ...(entries !== undefined && { entries: stays(entries, id) }),
    ...(week.length > 0 && { plan: { ...(plan as Value), week } }),
  };
}

/** Staff in which a person has a photo, or has none. */
export const withPhoto = (
  value: Value,
  id: string,
  given: { readonly photo: string; readonly photoAlt?: string } | undefined,
): Value => ({
  ...value,
  people: peopleIn(value).map((one) => {
    if (one.id !== id) return one;
    const { photo: _, photoAlt: __, ...rest } = one;
    return { ...rest, ...given };
  }),
});
