/** A file of whereabouts as it was found, before anybody held it against a schema: what is current of it, and merging. */
import { alike } from './changes.ts';
import { isDate } from './dates.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface WhereaboutsFile {
  readonly entries: readonly Fields[];
  readonly plan?: Fields | undefined;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The two parts of a file; undefined for what is no file of whereabouts. */
export function asWhereabouts(value: unknown): WhereaboutsFile | undefined {
  if (!isFields(value) || !Array.isArray(value['entries'])) return undefined;
  const { entries, plan } = value as { entries: readonly unknown[]; plan?: unknown };
  return { entries: entries.filter(isFields), ...(isFields(plan) && { plan }) };
}

const isFrom = (today: string, date: unknown) => typeof date === 'string' && isDate(date) && date >= today;

/** What holds today or later. What has no date that can be read is taken for over: nothing may pile up. */
export const currentOf = ({ entries, plan }: WhereaboutsFile, today: string): WhereaboutsFile => ({
  entries: entries.filter(({ date }) => isFrom(today, date)),
  ...(plan && isFrom(today, plan['until']) && { plan }),
});

interface MergedWhereabouts {
  readonly value: WhereaboutsFile;
  /** What both sides changed, each in its way: `2026-11-22 zhang-san 09:00-12:00`, or 每周安排. */
  readonly conflicts: readonly string[];
}

const PLAN = '每周安排';

/** The entries by day, person and session, whatever their order; two of one key are told apart by their number. */
function byKey({ entries, plan }: WhereaboutsFile): Map<string, Fields> {
  const all = new Map<string, Fields>();
  for (const entry of entries) {
    const key = ['date', 'person', 'session'].map((name) => String(entry[name])).join(' ');
    let number = 1;
    while (all.has(number === 1 ? key : `${key} ${number}`)) number += 1;
    all.set(number === 1 ? key : `${key} ${number}`, entry);
  }
  return plan ? all.set(PLAN, plan) : all;
}

/** Takes what led from `before` to mine on what others have made of it; where both changed the same, theirs stands. */
export function mergeWhereabouts(
  before: WhereaboutsFile,
  mine: WhereaboutsFile,
  theirs: WhereaboutsFile,
): MergedWhereabouts {
  const [was, wanted, all] = [byKey(before), byKey(mine), byKey(theirs)];
  const conflicts: string[] = [];
  for (const key of new Set([...was.keys(), ...wanted.keys()])) {
    const next = wanted.get(key);
    if (alike(was.get(key), next) || alike(all.get(key), next)) continue;
    if (!alike(was.get(key), all.get(key))) conflicts.push(key);
    else if (next) all.set(key, next);
    else all.delete(key);
  }
  const plan = all.get(PLAN);
  all.delete(PLAN);
  return { value: { entries: [...all.values()], ...(plan && { plan }) }, conflicts };
}
