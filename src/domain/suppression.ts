/**
 * Keeps small counts from being told (facts F1-3; design §3.4). How a count is told depends on that count alone: not on
 * its neighbours, on later months or on corrections. So whoever keeps every edition knows no more of a count than its
 * own words say, and nothing needs to be remembered. Sums are made of what is told, as anyone can make them.
 */
import { FEW } from './count-range.ts';
import type { Figure, Statistics } from '../schemas/statistics.ts';

/** Counts below this, zero aside, are not told. */
export const THRESHOLD = 5;

/** As written: a number, or a range. Undefined: not reported. */
export type Count = number | string | undefined;
/** A count or a sum as it is told: what it is at least and at most. Undefined: not reported. */
export type ToldCount = { readonly least: number; readonly most: number } | undefined;

/**
 * Figures of which one is part of the other. Both are told by range, in the same steps: were they told exactly, what
 * was left of the whole could be a small count as well.
 */
const RANGED: ReadonlySet<Figure> = new Set<Figure>(['mediations', 'mediationsSettled']);

/** A count as it may be told. */
export function toldOf(count: Count, figure: Figure): ToldCount {
  if (count === undefined) return undefined;
  const value = count === FEW ? 1 : Number.parseInt(String(count), 10);
  if (value === 0) return { least: 0, most: 0 };
  const floor = value - (value % THRESHOLD);
  if (floor === 0) return { least: 1, most: THRESHOLD - 1 };
  const exact = typeof count === 'number' && !RANGED.has(figure);
  return exact ? { least: value, most: value } : { least: floor, most: floor + THRESHOLD - 1 };
}

/** In words: 12, 少于5, 10至14. */
export function toldInWords(told: ToldCount): string {
  if (told === undefined) return '待公开';
  const { least, most } = told;
  if (least === most) return String(least);
  return most < THRESHOLD ? FEW : `${least}至${most}`;
}

/** True where a count or a sum is not told as it is. */
export const isRange = (told: ToldCount): boolean => told !== undefined && told.least < told.most;

/** What anyone can add up from what is told; it gives nothing away. */
export function addUp(counts: readonly ToldCount[]): ToldCount {
  const told = counts.filter((count) => count !== undefined);
  if (told.length === 0) return undefined;
  const sum = (end: 'least' | 'most') => told.reduce((all, count) => all + count[end], 0);
  return { least: sum('least'), most: sum('most') };
}

/** A month's figures as they are told; absent ones were not reported. */
export interface ToldMonth {
  readonly month: string;
  readonly figures: Partial<Record<Figure, ToldCount>>;
}

/** The figures of an office as pages, exports and posters get them: none of them sees the counts themselves. */
export interface ToldStatistics {
  readonly months: readonly ToldMonth[];
  readonly provenance: Statistics['provenance'];
}

/** Tells the figures of an office. */
export const tell = ({ months, provenance }: Statistics): ToldStatistics => ({
  provenance,
  months: months.map(({ month, ...counts }) => ({
    month,
    figures: Object.fromEntries(
      Object.entries(counts).map(([key, count]) => [key, toldOf(count, key as Figure)]),
    ),
  })),
});
