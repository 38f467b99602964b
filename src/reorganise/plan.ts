/** What every reorganisation is made of: files in, files out, and what a person must still look at. */
import { edit, editEach, recordAt, removed, type Files } from '../editing/files.ts';
import type { CountyRecord } from '../schemas/county.ts';
import type { Divisions, TownshipRecord } from '../schemas/divisions.ts';
import type { OfficeRecord } from '../schemas/office.ts';
import type { Owners } from '../schemas/owners.ts';
import type { PrivacyAllow } from '../schemas/privacy-allow.ts';

/** The content after a reorganisation, and what it leaves to people. */
export interface Outcome {
  readonly files: Files;
  readonly notes: readonly string[];
}

/** Why a reorganisation cannot be done as it was asked for; all reasons at once. */
export class Refusal extends Error {
  readonly reasons: readonly string[];
  constructor(reasons: readonly string[]) {
    super(reasons.join('\n'));
    this.reasons = reasons;
  }
}

/** Stops where there is a reason to. */
export function refuseIf(reasons: readonly (string | false | undefined)[]): void {
  const real = reasons.filter((one) => typeof one === 'string');
  if (real.length > 0) throw new Refusal(real);
}

export const officeFile = (id: string): string => `offices/${id}/office.json`;
export const divisionsFile = (county: string): string => `divisions/${county}.json`;
export const countyFile = (county: string): string => `counties/${county}.json`;

/** The files of all real offices, and the id of one. */
export const OFFICE_FILES = /^offices\/[^/]+\/[^/]+\/office\.json$/;
const idOf = (path: string): string => path.split('/').slice(1, 3).join('/');
export const countyOf = (id: string): string => id.split('/')[0] ?? '';

/** All real offices with their records. */
export const officesIn = (files: Files): { id: string; record: OfficeRecord }[] =>
  [...files.keys()]
    .filter((path) => OFFICE_FILES.test(path))
    .flatMap((path) => {
      const record = recordAt<OfficeRecord>(files, path);
      return record ? [{ id: idOf(path), record }] : [];
    });

/** A township named on the command line as `<county>/<slug>`. */
export interface Named {
  readonly county: string;
  readonly record: TownshipRecord;
}

/** The township of that name; refuses where there is none. */
export function townshipOf(files: Files, name: string): Named {
  const [county = '', slug = ''] = name.split('/');
  const townships = recordAt<Divisions>(files, divisionsFile(county))?.townships;
  const record = townships?.find((one) => one.slug === slug);
  if (record) return { county, record };
  const known = townships?.map((one) => `${county}/${one.slug}（${one.name}）`).join('、');
  throw new Refusal([`没有“${name}”这个乡镇、街道；${known ? `可以写：${known}` : `没有“${county}”这个县`}`]);
}

/** The county of that slug; refuses where there is none. */
export function countyRecord(files: Files, slug: string): CountyRecord {
  const record = recordAt<CountyRecord>(files, countyFile(slug));
  if (!record) throw new Refusal([`没有“${slug}”这个县（${countyFile(slug)}）`]);
  return record;
}

/** The office of that id; refuses where there is none. */
export function officeRecord(files: Files, id: string): OfficeRecord {
  const record = /^[a-z0-9-]+\/[a-z0-9-]+$/.test(id) && recordAt<OfficeRecord>(files, officeFile(id));
  if (!record) throw new Refusal([`没有“${id}”这个司法所；写法例如 qianwei/luocheng`]);
  return record;
}

export const editOffices = (
  files: Files,
  change: (record: OfficeRecord, id: string) => OfficeRecord,
): Files => editEach<OfficeRecord>(files, OFFICE_FILES, (record, path) => change(record, idOf(path)));

/** An area office without a member; without any it is an office like others. */
export function withMembers(record: OfficeRecord, members: readonly string[]): OfficeRecord {
  const { area, ...rest } = record;
  if (!area) return record;
  return members.length > 0
    ? { ...record, area: { ...area, members: [...members] } }
    : { ...rest, kind: 'township' };
}

/** Takes offices away from the accounts that answer for them; an account with nothing left goes. */
export const withoutOwned = (files: Files, ids: readonly string[]): Files =>
  edit<Owners>(files, 'owners.json', ({ accounts }) => ({
    accounts: accounts.flatMap(({ offices, ...rest }) => {
      const left = offices?.filter((id) => !ids.includes(id));
      if (left && left.length > 0) return [{ ...rest, offices: left }];
      return offices && !rest.counties && !rest.city && !rest.maintainer ? [] : [rest];
    }),
  }));

/** Takes files away, with what was allowed in them. */
export function withoutFiles(files: Files, goes: (path: string) => boolean): Files {
  return edit<PrivacyAllow>(removed(files, goes), 'privacy-allow.json', ({ allow }) => ({
    allow: allow.filter(({ file }) => !goes(file)),
  }));
}

/** Files, other than those named, in which words still stand that hold no longer. */
export function mentioning(files: Files, words: readonly string[], but: (path: string) => boolean): string[] {
  return [...files].flatMap(([path, body]) =>
    typeof body === 'string' && !but(path) && words.some((word) => body.includes(word)) ? [path] : [],
  );
}

/** A note of the files that somebody must look at; none where there are none. */
export const noteOf = (what: string, paths: readonly string[]): string[] =>
  paths.length === 0 ? [] : [`${what}：\n${paths.map((path) => `    ${path}`).join('\n')}`];
