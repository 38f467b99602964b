/** The offices at a moment, made of what stood there. */
import { listAt, textAt } from '../../catalogue/loose.ts';
import { type Inherited, inheritedFrom, type OfficeSnapshot } from '../../domain/history.ts';
import { tell } from '../../domain/suppression.ts';
import { county, type CountyRecord } from '../../schemas/county.ts';
import { divisions, type Divisions } from '../../schemas/divisions.ts';
import { office, type OfficeRecord } from '../../schemas/office.ts';
import { statistics, type Statistics } from '../../schemas/statistics.ts';
import type { StandingFiles } from './standing.ts';

/** Reads files by the names of their bytes. */
export interface Reader {
  readonly data: (blob: string | undefined) => unknown;
  readonly office: (blob: string | undefined) => OfficeRecord | undefined;
  readonly county: (blob: string | undefined) => CountyRecord | undefined;
  readonly divisions: (blob: string | undefined) => Divisions | undefined;
  readonly statistics: (blob: string | undefined) => Statistics | undefined;
}

function each<T>(read: (blob: string) => T): (blob: string | undefined) => T | undefined {
  const known = new Map<string, T>();
  return (blob) => {
    if (blob === undefined) return undefined;
    const found = known.has(blob) ? known.get(blob) : read(blob);
    known.set(blob, found as T);
    return found;
  };
}

/** Reads each file once. */
export function readerOf(texts: ReadonlyMap<string, string>): Reader {
  const data = each((blob) => parse(texts.get(blob) ?? ''));
  return {
    data,
    office: each((blob) => office.safeParse(data(blob)).data),
    county: each((blob) => county.safeParse(data(blob)).data),
    divisions: each((blob) => divisions.safeParse(data(blob)).data),
    statistics: each((blob) => statistics.safeParse(data(blob)).data),
  };
}

/** The data of a JSON text; undefined where it is none. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An office at a moment: `key` is the same while all its files are. */
interface Own {
  readonly key: string;
  readonly files: () => OfficeSnapshot;
}

type Files = readonly (readonly [path: string, blob: string])[];

const PLACE =
  /^(?:offices\/(?<office>[^/]+\/[^/]+)\/|(?:counties|divisions)\/(?<county>[^/]+?)(?:\/|\.json$))/;

/** Every office that has a record, by id. */
export function officesIn(standing: StandingFiles, reader: Reader): Map<string, Own> {
  const groups = new Map<string, [string, string][]>();
  for (const [path, blob] of [...standing].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { office: id, county: slug = '' } = PLACE.exec(path)?.groups ?? {};
    const name = id ?? slug;
    groups.set(name, [...(groups.get(name) ?? []), [path, blob]]);
  }
  return new Map(
    [...groups].flatMap(([id, own]): [string, Own][] => {
      if (!id.includes('/') || !own.some(([path]) => path.endsWith('/office.json'))) return [];
      const shared = groups.get(id.split('/')[0] ?? '') ?? [];
      const key = [...own, ...shared].flat().join('\n');
      return [[id, { key, files: () => filesOf(id, own, shared, reader) }]];
    }),
  );
}

/** What stands in a folder, by its path from `from`. */
const below = (files: Files, from: string, folder: string) =>
  files.flatMap(([path, blob]) =>
    path.startsWith(`${from}${folder}/`) ? [[path.slice(from.length), blob] as const] : [],
  );

const at = (files: Files, name: RegExp) => files.find(([path]) => name.test(path))?.[1];

function filesOf(id: string, own: Files, shared: Files, reader: Reader): OfficeSnapshot {
  const record = reader.office(at(own, /\/office\.json$/));
  const counts = reader.statistics(at(own, /\/statistics\.json$/));
  const inherited = record && inheritedBy(record, shared, reader);
  const from = `offices/${id}/`;
  const ofCounty = (folder: string) =>
    below(shared, `counties/${id.split('/')[0] ?? ''}/`, folder).map(
      ([file, blob]) => [`county/${file}`, blob] as const,
    );
  return {
    record: inherited && record,
    inherited,
    statistics: counts && tell(counts),
    people: namesIn(reader.data(at(own, /\/staff\.json$/))),
    texts: [...below(own, from, 'affairs'), ...ofCounty('services'), ...below(own, from, 'services')],
    documents: [...ofCounty('files'), ...below(own, from, 'files')],
  };
}

/** The names in a file of staff, however it was written. */
const namesIn = (staff: unknown): string[] =>
  listAt(staff, ['people']).flatMap((one) => textAt(one, ['name']) || []);

/** What an office takes from its county's files; undefined where these cannot be read. */
function inheritedBy({ serves }: OfficeRecord, shared: Files, reader: Reader): Inherited | undefined {
  const record = reader.county(at(shared, /^counties\/[^/]+\.json$/));
  const places = reader.divisions(at(shared, /^divisions\//));
  return record && places && inheritedFrom(record, places.townships, serves);
}
