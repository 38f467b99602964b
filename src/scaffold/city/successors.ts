import { countyBase, townshipBase } from './names.ts';
import type { City, CountyDivision, TownshipDivision, Village } from './tree.ts';

const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

/** The present counties that an old county's places may be in: its own by code or name, or any when it is gone. */
function scopeOf(old: CountyDivision, now: City): readonly CountyDivision[] {
  const same =
    now.counties.find((county) => county.code === old.code) ??
    only(now.counties.filter((county) => countyBase(county.name) === countyBase(old.name)));
  return same ? [same] : now.counties;
}

/** The same place in either list: the older one often says 居委会 where the present one says 社区. */
export const keyOf = ({ name }: Village): string => name.replace(/居委会$/, '社区');

/** Villages whose name occurs once among the townships given, with the township each is in. */
function uniqueVillages(townships: readonly TownshipDivision[]): Map<string, TownshipDivision> {
  const found = new Map<string, TownshipDivision | undefined>();
  for (const township of townships)
    for (const key of township.villages.map(keyOf)) found.set(key, found.has(key) ? undefined : township);
  return new Map([...found].filter((entry): entry is [string, TownshipDivision] => entry[1] !== undefined));
}

/**
 * The township that most of the votes name. A township that was divided evenly lives on in each of the parts;
 * one vote against one is chance and names none.
 */
function winners(votes: readonly TownshipDivision[]): TownshipDivision[] {
  const parties = [...Map.groupBy(votes, (township) => township)];
  const most = Math.max(...parties.map(([, ballots]) => ballots.length));
  const first = parties.filter(([, ballots]) => ballots.length === most).map(([township]) => township);
  return first.length === 1 || most >= 2 ? first : [];
}

/** Everything known about one old county's places while their fate is decided. */
export interface DivisionComparison {
  readonly old: CountyDivision;
  readonly oldNames: ReadonlySet<string>;
  readonly now: readonly TownshipDivision[];
  /** Where each old village is today, for names unique both then and now: its vote. */
  readonly moved: ReadonlyMap<string, TownshipDivision>;
}

export function compare(old: CountyDivision, now: City): DivisionComparison {
  const townships = scopeOf(old, now).flatMap((county) => county.townships);
  const before = uniqueVillages(old.townships);
  const moved = [...uniqueVillages(townships)].filter(([name]) => before.has(name));
  return {
    old,
    oldNames: new Set(old.townships.map(({ name }) => name)),
    now: townships,
    moved: new Map(moved),
  };
}

/**
 * The township that continues an old one. In this order: the same name; the same place name under a name that is
 * new (悦来乡 → 悦来镇); where most of its villages are now; the same code under another name.
 */
export function successors(
  old: TownshipDivision,
  { now, oldNames, moved }: DivisionComparison,
): TownshipDivision[] {
  const sameName = now.filter(({ name }) => name === old.name);
  const fresh = now.filter(({ name }) => !oldNames.has(name));
  const sameBase = fresh.filter(({ name }) => townshipBase(name) === townshipBase(old.name));
  const one = sameName.find(({ code }) => code === old.code) ?? only(sameName) ?? only(sameBase);
  if (one) return [one];
  const votes = old.villages.flatMap((village) => moved.get(keyOf(village)) ?? []);
  return votes.length > 0 ? winners(votes) : fresh.filter(({ code }) => code === old.code);
}
