import { compare, keyOf, successors, type DivisionComparison } from './successors.ts';
import type { City, TownshipDivision, Village } from './tree.ts';

interface FormerTownship {
  readonly name: string;
  readonly villages: readonly string[];
}

/** What people may still say for places of the present list. Keys are codes of the present list. */
export interface FormerNames {
  readonly townships: ReadonlyMap<string, readonly FormerTownship[]>;
  /** Villages that are gone from a township that is itself unchanged. */
  readonly villages: ReadonlyMap<string, readonly string[]>;
  readonly communities: ReadonlyMap<string, readonly string[]>;
  /** Old townships for which nothing tells a successor. */
  readonly lost: readonly { readonly county: string; readonly name: string }[];
}

/** 严家村 turned 严家社区, or the other way round: the name that the same place had before. */
const otherKind = (name: string): string | undefined =>
  name.endsWith('社区')
    ? name.replace(/社区$/, '村')
    : name.endsWith('村')
      ? name.replace(/村$/, '社区')
      : undefined;

/**
 * The present village that an old one, whose name is gone, has become: the same code now bears a name that no
 * other old place of the township had, or 村 became 社区.
 */
function renamed(
  village: Village,
  from: TownshipDivision,
  to: TownshipDivision,
  { moved }: DivisionComparison,
): Village | undefined {
  const isNew = (one: Village) =>
    !moved.has(keyOf(one)) && !from.villages.some((old) => keyOf(old) === keyOf(one));
  const sameCode = to.villages.find(({ code }) => code === village.code);
  const sameBase = to.villages.find(({ name }) => name === otherKind(village.name));
  return [sameBase, sameCode].find((candidate) => candidate && isNew(candidate));
}

/** Rows of the older list that were a bureau's bookkeeping, not a village anybody speaks of. */
const NO_VILLAGE = /村民小组$|虚拟|直辖村级区划$/;
/** Rows of the older list that were townships; mines, plants and prisons stood beside them. */
const TOWNSHIP = /(?:镇|乡|街道|苏木|地区|办事处)$/;

/** What became of the villages of an old township whose names its successor does not bear. */
function fates(old: TownshipDivision, to: TownshipDivision, comparison: DivisionComparison) {
  const present = new Set(to.villages.map(keyOf));
  const gone: string[] = [];
  const renames: { readonly code: string; readonly name: string }[] = [];
  for (const village of old.villages) {
    if (present.has(keyOf(village)) || comparison.moved.has(keyOf(village))) continue;
    if (NO_VILLAGE.test(village.name)) continue;
    const today = renamed(village, old, to, comparison);
    if (today) renames.push({ code: today.code, name: village.name });
    else gone.push(village.name);
  }
  return { gone: [...new Set(gone)], renames };
}

/** Adds values to the list under a key, each once. */
function add<T>(map: Map<string, T[]>, key: string, ...values: T[]): void {
  if (values.length > 0) map.set(key, [...new Set([...(map.get(key) ?? []), ...values])]);
}

/**
 * Former names by comparing an older list with the present one. A village name that occurs once in its county in
 * both lists votes for the township it is in now. Villages that such a vote finds elsewhere are not counted as
 * gone: they are found under their own name.
 */
export function formerNames(before: City, now: City): FormerNames {
  const townships = new Map<string, FormerTownship[]>();
  const villages = new Map<string, string[]>();
  const communities = new Map<string, string[]>();
  const lost: { county: string; name: string }[] = [];
  for (const county of before.counties) {
    const comparison = compare(county, now);
    for (const old of county.townships) {
      const found = successors(old, comparison);
      if (found.length === 0 && TOWNSHIP.test(old.name)) lost.push({ county: county.name, name: old.name });
      for (const to of found) {
        const { gone, renames } = fates(old, to, comparison);
        for (const { code, name } of renames) add(communities, code, name);
        if (to.name === old.name) add(villages, to.code, ...gone);
        else add(townships, to.code, { name: old.name, villages: gone });
      }
    }
  }
  return { townships, villages, communities, lost };
}
