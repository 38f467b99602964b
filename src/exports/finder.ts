/**
 * What the box 查找司法所 asks for, made while building: `townships.json` and `villages.json` of `data/finder/`. Their
 * form is told in `domain/finder/files.ts`.
 */
import type { Catalogue, County, Office } from '../catalogue/types.ts';
import { spread } from '../domain/fingerprint.ts';
import { packVillage, type TownshipsFile, type VillagesFile } from '../domain/finder/files.ts';
import { formatSounds, parseSounds, type Sounds, usualSlug } from '../domain/finder/sounds.ts';
import { kept } from '../domain/reads.ts';
import { soundsOfNames } from './pinyin.ts';

const unique = (names: readonly string[]) => [...new Set(names)];

const isOpen = ({ record }: Office) => record.status.state !== 'closed';

/** The offices of the box; a closed one is found as the former name of its successor. */
const officesOf = (county: County) => county.offices.filter(isOpen);

/** The townships in which an office has villages or which it serves as a whole. */
const townshipsOf = ({ townships, communities }: Office) =>
  unique([...townships, ...communities.map(({ township }) => township)].map(({ record }) => record.name));

function formerOf(office: Office): string[] {
  const merged = office.townships.flatMap(({ record }) => record.former?.map(({ name }) => name) ?? []);
  const closed = office.county.offices
    .filter(({ successor }) => successor === office)
    .map(({ record }) => record.shortName.replace(/司法所$/, ''));
  const today = townshipsOf(office);
  return unique([...merged, ...closed]).filter((name) => !today.includes(name));
}

/** So many digits of a township's code are its county's. */
const COUNTY_CODE = 6;

/** The line of an office in `townships.json`. */
function officeRow(office: Office, sounds: Sounds): string {
  const townships = townshipsOf(office);
  const { shortName, phones = [] } = office.record;
  const usual = shortName === `${townships[0]}司法所`;
  const numbers = unique(phones.filter(({ use }) => use !== 'fax').map(({ number }) => number));
  const codes = unique(office.townships.map(({ record }) => record.code.slice(COUNTY_CODE)));
  const post = office.record.place?.postcode ?? '';
  const fields = [townships, formerOf(office), numbers, codes, [post]].map((names) => names.join());
  const slug = office.slug === usualSlug(townships[0] ?? '', sounds) ? '' : office.slug;
  return [`${slug}${usual ? '' : ` ${shortName}`}`, ...fields].join('|').replace(/\|+$/, '');
}

const today = ({ communities }: Office) => unique(communities.map(({ record }) => record.name));

/** Names of villages that are gone: renamed, merged within the township or with a township. */
function gone(office: Office): string[] {
  const renamed = office.communities.flatMap(({ record }) => record.former ?? []);
  const merged = office.townships.flatMap(({ record }) => [
    ...(record.formerVillages ?? []),
    ...(record.former ?? []).flatMap(({ villages }) => villages ?? []),
  ]);
  return unique([...renamed, ...merged]).filter((name) => !today(office).includes(name));
}

/** A short mark that changes when the offices or their order change. */
const stampFor = ({ offices }: Catalogue) =>
  spread(
    offices
      .filter(isOpen)
      .map(({ id }) => id)
      .join(),
  ).toString(36);

/** What people write for a name: slips, and what a county was called before. */
const spellings = ({ counties, readings }: Catalogue): Readonly<Record<string, readonly string[]>> => ({
  ...readings?.misspellings,
  ...Object.fromEntries(
    counties.flatMap(({ record: { name, former } }) =>
      former ? [[name, [...(readings?.misspellings?.[name] ?? []), ...former]]] : [],
    ),
  ),
});

/** How the names of counties and townships are read; kept, since it asks for the names alone, and takes its time. */
export const soundsOfTownships = (catalogue: Catalogue): string =>
  kept('sounds of townships', () => {
    const { site, counties, readings } = catalogue;
    const names = counties.flatMap((county) => [
      county.record.name,
      ...officesOf(county).flatMap((office) => [...townshipsOf(office), ...formerOf(office)]),
    ]);
    const slips = Object.values(spellings(catalogue)).flat();
    return formatSounds(soundsOfNames([site.city.name, ...names, ...slips], readings?.readings ?? {}));
  });

/** How the names of villages are read, where that of townships does not say it. */
export const soundsOfVillages = (catalogue: Catalogue): string =>
  kept('sounds of villages', () => {
    const offices = catalogue.counties.flatMap(officesOf);
    const names = offices.flatMap((office) => [...today(office), ...gone(office)]);
    const known = parseSounds(soundsOfTownships(catalogue));
    const sounds = [...soundsOfNames(names, catalogue.readings?.readings ?? {})].flatMap(
      ([one, readings]) => {
        const more = readings.filter((syllable) => !known.get(one)?.includes(syllable));
        return more.length > 0 ? [[one, more] as const] : [];
      },
    );
    return formatSounds(new Map(sounds));
  });

/** The townships, their former names and the counties. */
export function townshipsFile(catalogue: Catalogue): TownshipsFile {
  const sounds = soundsOfTownships(catalogue);
  const read = parseSounds(sounds);
  const blocks = catalogue.counties.map((county) => {
    const head = `${county.slug} ${county.record.name} ${county.record.code}`;
    return [head, ...officesOf(county).map((office) => officeRow(office, read))].join('\n');
  });
  return {
    stamp: stampFor(catalogue),
    city: catalogue.site.city.name,
    sounds,
    misspelt: spellings(catalogue),
    offices: blocks.join('\n\n'),
  };
}

/** The villages and communities, those that are gone included. */
export function villagesFile(catalogue: Catalogue): VillagesFile {
  const offices = catalogue.counties.flatMap(officesOf);
  const rows = offices.map((office) =>
    [today(office), gone(office)]
      .map((list) => list.map(packVillage).join(' '))
      .join('|')
      .replace(/\|$/, ''),
  );
  return { stamp: stampFor(catalogue), sounds: soundsOfVillages(catalogue), villages: rows.join('\n') };
}
