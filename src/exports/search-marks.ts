import type { Catalogue, Office } from '../catalogue/types.ts';
import { bareTownship } from '../domain/search/names.ts';
import { termsOf, unique } from '../domain/search/tokens.ts';
import type { SearchKind, SearchMark } from '../domain/search/types.ts';
import { syllables } from './pinyin.ts';

/**
 * How an office is found in the full text: by its names in pairs of characters, in pinyin and by initials, and by its
 * telephone numbers in digits. Its county's name is no name of its own: it would find all of the county's.
 */
export function officeMark(office: Office, { readings }: Catalogue): SearchMark {
  const { record, county, townships } = office;
  const towns = townships.flatMap(({ record: one }) => [
    one.name,
    ...(one.former?.map(({ name }) => name) ?? []),
  ]);
  const names = unique(towns.flatMap((name) => [name, bareTownship(name)]));
  const sounds = names.flatMap((name) => soundsOf(name, readings?.readings));
  const phones = record.phones?.map(({ number }) => number.replace(/\D/g, '')) ?? [];
  const pairs = [record.shortName, ...towns].flatMap(termsOf);
  return {
    kind: '司法所',
    county: county.record.name,
    keys: unique([...pairs, ...sounds, ...phones]).join(' '),
  };
}

/** How a guide, a system or a notice is found: by its title, and by what people call it. */
export const pageMark = (kind: SearchKind, names: readonly string[], office?: Office): SearchMark => ({
  kind,
  county: office?.county.record.name,
  keys: unique(names.flatMap(termsOf)).join(' '),
});

/** A name in pinyin and in initials. */
function soundsOf(name: string, readings: Readonly<Record<string, string>> | undefined): string[] {
  const read = syllables(name, readings).filter(Boolean);
  return [read.join(''), read.map((one) => one.charAt(0)).join('')];
}
