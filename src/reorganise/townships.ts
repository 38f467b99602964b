/** Townships that get another name, or become part of another one. Addresses stay: they do not follow names. */
import { edit, recordAt, type Files } from '../editing/files.ts';
import type { Divisions, TownshipRecord } from '../schemas/divisions.ts';
import type { OfficeRecord } from '../schemas/office.ts';
import { joinServes } from './close.ts';
import { codesFor, recode, recodedTownship, refuseTaken, type Codes, type Recoding } from './codes.ts';
import { divisionsFile, editOffices, mentioning, noteOf, officesIn, refuseIf, townshipOf } from './plan.ts';
import type { Named, Outcome } from './plan.ts';

interface Renaming {
  /** `<county>/<slug>` */
  readonly township: string;
  readonly name: string;
  /** Its new code, where it got one (a township that became a street). */
  readonly code?: string | undefined;
  readonly recoding: Recoding;
}

const inside = (code: string) => (one: string) => one.startsWith(code);

/** A name in which a place has another name. */
const renamed = (record: OfficeRecord, from: string, to: string): OfficeRecord => ({
  ...record,
  name: record.name.replace(from, to),
  shortName: record.shortName.replace(from, to),
});

const editTownships = (
  files: Files,
  county: string,
  change: (all: TownshipRecord[]) => TownshipRecord[],
): Files =>
  edit<Divisions>(files, divisionsFile(county), (record) => ({
    ...record,
    townships: change(record.townships),
  }));

const townshipsIn = (files: Files, county: string): readonly TownshipRecord[] =>
  recordAt<Divisions>(files, divisionsFile(county))?.townships ?? [];

/** Former names with one more; the name that it has now is none of them. */
const formerOf = (record: TownshipRecord, now: string) => [
  ...(record.former ?? []).filter(({ name }) => name !== now && name !== record.name),
  { name: record.name },
];

const mentionsOf = (files: Files, { county, record }: Named): string[] =>
  noteOf(
    `还写着“${record.name}”，请看一看`,
    mentioning(files, [record.name], (path) => path === divisionsFile(county)),
  );

/** Gives a township another name: the old one stays findable, its offices are called after the new one. */
export function renameTownship(files: Files, { township, name, code, recoding }: Renaming): Outcome {
  const named = townshipOf(files, township);
  const { county, record } = named;
  const others = townshipsIn(files, county).filter((one) => one !== record && one.slug !== record.slug);
  refuseIf([
    name === record.name && code === undefined && `${township} 本来就叫“${name}”`,
    others.some((one) => one.name === name) && `本县已经有“${name}”`,
  ]);
  const codes: Codes =
    code === undefined || code === record.code ? new Map() : codesFor(named, code, recoding);
  refuseTaken(others, codes);
  const divided = editTownships(files, county, (all) =>
    all.map((one) =>
      one.slug === record.slug && name !== record.name ? { ...one, name, former: formerOf(one, name) } : one,
    ),
  );
  const called = editOffices(divided, (office, id) =>
    id.startsWith(`${county}/`) && (office.serves.some(inside(record.code)) || id === township)
      ? renamed(office, record.name, name)
      : office,
  );
  const local = officesIn(called).filter(({ id, record: office }) => id === township && office.localName);
  return {
    files: recode(called, codes),
    notes: [
      ...mentionsOf(called, named),
      ...noteOf(
        '民族文字名称没有改，请核对',
        local.map(({ id }) => `offices/${id}/office.json`),
      ),
    ],
  };
}

interface Joining {
  /** Townships that are no more. */
  readonly townships: readonly string[];
  /** The one of which they are part now. */
  readonly into: string;
  readonly recoding: Recoding;
}

/** A township with the villages and the names of others. */
function joined(target: TownshipRecord, gone: readonly TownshipRecord[], codes: Codes): TownshipRecord {
  const former = [
    ...(target.former ?? []),
    ...gone.flatMap((one) => [...(one.former ?? []), { name: one.name }]),
  ];
  const villages = [target, ...gone].flatMap((one) => one.formerVillages ?? []);
  const { communities, ...rest } = target;
  return {
    ...rest,
    former,
    ...(villages.length > 0 && { formerVillages: villages }),
    communities: [...communities, ...gone.flatMap((one) => recodedTownship(one, codes).communities)],
  };
}

/** What an office serves when townships it served whole are parts of another: that one where it serves it, or their villages. */
function servesAfter(
  serves: readonly string[],
  target: string,
  gone: readonly TownshipRecord[],
  codes: Codes,
): string[] {
  const next = serves.flatMap((code) => {
    const whole = gone.find((one) => one.code === code);
    return whole ? whole.communities.map((one) => codes.get(one.code) ?? '') : [codes.get(code) ?? code];
  });
  return serves.includes(target) ? joinServes(next, [target]) : next;
}

/** Makes townships parts of another: their villages with new codes, their names findable, their offices serving on. */
export function joinTownships(files: Files, { townships, into, recoding }: Joining): Outcome {
  const target = townshipOf(files, into);
  const gone = townships.map((name) => townshipOf(files, name));
  refuseIf([
    gone.length === 0 && '请写并入别处的乡镇',
    ...townships.map((name) => name === into && `${name} 不能并入自己`),
    ...gone.map(
      ({ county, record }) =>
        county !== target.county && `${record.name} 不在${target.record.name}的县，先用 move-township`,
    ),
  ]);
  const villages = gone
    .flatMap((one) => [...codesFor(one, target.record.code, recoding)])
    .filter(([old]) => old.length === 12);
  const codes = new Map(villages);
  refuseTaken(townshipsIn(files, target.county), codes);
  const records = gone.map(({ record }) => record);
  const divided = editTownships(files, target.county, (all) =>
    all
      .filter((one) => !records.some(({ slug }) => slug === one.slug))
      .map((one) => (one.slug === target.record.slug ? joined(one, records, codes) : one)),
  );
  const served = editOffices(divided, (office) => ({
    ...office,
    serves: servesAfter(office.serves, target.record.code, records, codes),
  }));
  return { files: served, notes: notesOf(served, gone, target) };
}

function notesOf(files: Files, gone: readonly Named[], target: Named): string[] {
  const open = officesIn(files).filter(
    ({ id, record }) =>
      record.status.state !== 'closed' &&
      gone.some(({ county, record: one }) => id === `${county}/${one.slug}`),
  );
  return [
    ...open.map(
      ({ id, record }) =>
        `${record.name}（${id}）照旧办公，服务${target.record.name}里原来的村；已经合并的，再用 merge`,
    ),
    ...gone.flatMap((one) => mentionsOf(files, one)),
  ];
}
