import { coverageOf } from '../../domain/coverage.ts';
import type { Problem } from '../../domain/problems.ts';
import type { Contents, CountyFiles } from '../contents.ts';
import { problemAt, type Entry } from '../entry.ts';
import { listAt, textAt } from '../loose.ts';
import { servicesOf, territoryOf, type Service, type Territory } from './territory.ts';

const counties = ({ all }: Contents): readonly CountyFiles[] => all.counties;

type Served = ReadonlyMap<string, readonly string[]>;

function servedIn(territory: Territory, services: readonly Service[]): Served {
  const claims = services.filter(({ open }) => open).map(({ files, codes }) => ({ office: files.id, codes }));
  return coverageOf(territory.villages, claims);
}

/** Every village is served by an office (design §1). Silent where an office's own area cannot be told. */
export const checkUnserved = (contents: Contents): Problem[] =>
  counties(contents).flatMap((files) => {
    const territory = territoryOf(files);
    if (!territory || !files.divisions) return [];
    const services = servicesOf(files, territory);
    const assessed = assessedTownships(territory, services);
    const served = servedIn(territory, services);
    const claimed = new Set(services.filter(({ open }) => open).flatMap(({ codes }) => codes));
    return territory.townships
      .filter(({ code }) => assessed.has(code) && !claimed.has(code))
      .flatMap((township) => unserved(files.divisions as Entry, township, territory, served));
  });

/** An office whose area is unclear most likely serves the township it is named after, or else any. */
function assessedTownships(territory: Territory, services: readonly Service[]): ReadonlySet<string> {
  const unclear = services.filter(({ clear }) => !clear).map(({ files }) => files.slug);
  const slugs = new Set(territory.townships.map(({ slug }) => slug));
  if (unclear.some((slug) => !slugs.has(slug))) return new Set();
  return new Set(
    territory.townships.filter(({ slug }) => !unclear.includes(slug ?? '')).map(({ code }) => code),
  );
}

function unserved(
  entry: Entry,
  township: Territory['townships'][number],
  territory: Territory,
  served: Served,
): Problem[] {
  const villages = territory.villages.filter((one) => one.township === township.code);
  const alone = villages.filter(({ code }) => served.get(code)?.length === 0);
  if (villages.length > 0 && alone.length === 0) return [];
  const remedy = (code: string) => `在服务它的司法所的 office.json 里，把 "${code}" 加进 "serves"`;
  if (alone.length === villages.length) {
    const message = `${township.name}（${township.code}）没有司法所服务`;
    return [
      problemAt(entry, {
        kind: 'coverage',
        path: ['townships', township.at],
        message,
        remedy: remedy(township.code),
      }),
    ];
  }
  return alone.map(({ code, name, at }) => {
    const path = ['townships', at[0], 'communities', at[1]];
    return problemAt(entry, {
      kind: 'coverage',
      path,
      message: `${name}（${code}）没有司法所服务`,
      remedy: remedy(code),
    });
  });
}

/** A village served by several offices has a rule stated by each (`sharedRule`). */
export const checkShared = (contents: Contents): Problem[] =>
  counties(contents).flatMap((files) => {
    const territory = territoryOf(files);
    if (!territory) return [];
    const services = servicesOf(files, territory).filter(({ open }) => open);
    const served = servedIn(territory, services);
    return services.flatMap((service) => sharedProblems(service, territory, served));
  });

function sharedProblems({ files, office, codes }: Service, territory: Territory, served: Served): Problem[] {
  if (!office || textAt(office.raw, ['sharedRule']) !== undefined) return [];
  return [...new Set(codes)].flatMap((code) => {
    const villages = territory.villages.filter((one) => one.code === code || one.township === code);
    // A village that is listed itself is reported there, not again under its township.
    const assessed = villages.filter((one) => one.code === code || !codes.includes(one.code));
    const here = assessed.map((one) => served.get(one.code) ?? []).filter((ids) => ids.includes(files.id));
    const others = new Set(here.flat().filter((id) => id !== files.id));
    if (others.size === 0) return [];
    const path = ['serves', listAt(office.raw, ['serves']).indexOf(code)];
    const message = `${territory.names.get(code)}（${code}）也由 ${[...others].join('、')} 服务`;
    const remedy = '只留一个司法所写它；确实共同服务的，每个所都写 "sharedRule": "按户籍所在村民小组划分"';
    return [problemAt(office, { kind: 'coverage', path, message, remedy })];
  });
}
