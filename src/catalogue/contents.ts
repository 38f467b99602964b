import { SAMPLES } from '../domain/samples.ts';
import type { KindName, RecordOf } from '../kinds.ts';
import type { Site } from '../schemas/site.ts';
import type { NoticeRecord } from '../schemas/notice.ts';
import type { CountyRecord } from '../schemas/county.ts';
import type { Divisions } from '../schemas/divisions.ts';
import type { OfficeRecord } from '../schemas/office.ts';
import type { Staff } from '../schemas/staff.ts';
import type { Statistics } from '../schemas/statistics.ts';
import type { Whereabouts } from '../schemas/whereabouts.ts';
import { isPhoto, type Asset } from './assets.ts';
import type { Entry } from './entry.ts';
import type { Finds } from './keeping.ts';

/** The files of one office, each absent or an entry (whose data may be missing when it was at fault). */
export interface OfficeFiles {
  readonly id: string;
  readonly slug: string;
  readonly county: string;
  readonly office?: Entry<OfficeRecord> | undefined;
  readonly staff?: Entry<Staff> | undefined;
  readonly whereabouts?: Entry<Whereabouts> | undefined;
  readonly statistics?: Entry<Statistics> | undefined;
  readonly notices: readonly Entry<NoticeRecord>[];
}

export interface CountyFiles {
  readonly slug: string;
  readonly county?: Entry<CountyRecord> | undefined;
  readonly divisions?: Entry<Divisions> | undefined;
  readonly offices: readonly OfficeFiles[];
}

/** Counties with their offices: the real ones, or the samples, which never mix (design §2.2). */
export interface Realm {
  readonly counties: readonly CountyFiles[];
  readonly offices: readonly OfficeFiles[];
}

/** All entries, grouped for the rules that look across files. */
export interface Contents {
  readonly entries: readonly Entry[];
  /** Files to be published as they are. */
  readonly assets: readonly Asset[];
  /** Pictures of people. */
  readonly photos: readonly Asset[];
  /** Real ones and samples. */
  readonly all: Realm;
  readonly real: Realm;
  readonly samples: Realm;
  readonly site: Site | undefined;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly today: string;
  readonly of: <K extends KindName>(kind: K) => readonly Entry<RecordOf<K>>[];
  /** Has a rule look at a file, unless it is known what it finds there. */
  readonly finds: Finds;
}

type Of = Contents['of'];

const byKind = (entries: readonly Entry[]): Of => {
  const groups = groupBy(entries, (entry) => entry.kind);
  return <K extends KindName>(kind: K) => (groups.get(kind) ?? []) as readonly Entry<RecordOf<K>>[];
};

/** Groups what was read by county and office. */
export function groupContents(
  entries: readonly Entry[],
  today: string,
  assets: readonly Asset[] = [],
  finds: Finds = (_entry, _rule, _given, look) => look(),
): Contents {
  const of = byKind(entries);
  const counties = countiesIn(entries, of);
  return {
    entries,
    assets: assets.filter((one) => !isPhoto(one)),
    photos: assets.filter(isPhoto),
    of,
    finds,
    today,
    site: of('site')[0]?.data,
    all: realmOf(counties),
    real: realmOf(counties.filter(({ slug }) => slug !== SAMPLES)),
    samples: realmOf(counties.filter(({ slug }) => slug === SAMPLES)),
  };
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const unique = (values: readonly (string | undefined)[]) =>
  [...new Set(values)].filter((value) => value !== undefined);

/** Counties in the order of their files, each with its offices. */
function countiesIn(entries: readonly Entry[], of: Of): CountyFiles[] {
  const slugs = unique(entries.map((entry) => entry.names['county']));
  const groups = groupBy(entries, ({ names }) => `${names['county']}/${names['office']}`);
  const officesOf = groupBy([...groups], ([, own]) => own[0]?.names['county']);
  const countyOf = new Map(of('county').map((entry) => [entry.names['county'], entry]));
  const divisionsOf = new Map(of('divisions').map((entry) => [entry.names['county'], entry]));
  return slugs.map((slug) => ({
    slug,
    county: countyOf.get(slug),
    divisions: divisionsOf.get(slug),
    offices: (officesOf.get(slug) ?? []).flatMap(([id, own]) => {
      const office = own[0]?.names['office'];
      return office === undefined ? [] : [officeFiles(id, office, slug, byKind(own))];
    }),
  }));
}

const realmOf = (counties: readonly CountyFiles[]): Realm => ({
  counties,
  offices: counties.flatMap(({ offices }) => offices),
});

const officeFiles = (id: string, slug: string, county: string, of: Of): OfficeFiles => ({
  id,
  slug,
  county,
  office: of('office')[0],
  staff: of('staff')[0],
  whereabouts: of('whereabouts')[0],
  statistics: of('statistics')[0],
  notices: of('officeNotice'),
});
