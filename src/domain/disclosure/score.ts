import type { DisclosureItem } from '../../schemas/disclosure.ts';
import { daysBetween } from '../dates.ts';
import type { Evidence } from './evidence.ts';

/** What people come for first weighs most; every other item weighs one. */
const WEIGHTS: Partial<Readonly<Record<DisclosureItem['evidence'], number>>> = {
  contact: 3,
  place: 3,
  hours: 3,
  people: 2,
  supervision: 2,
  whereabouts: 2,
};

/** Days after which what has lapsed counts half of what it did. */
const HALF_LIFE = 90;

/** The formula as it is published beside the scores. */
export const FORMULA = `得分＝100×各项（权重×折算）之和÷应公开各项权重之和，四舍五入。权重：电话、地址、办公时间各3，人员、监督电话、去向各2，其他各1；不适用的不算。折算：在期限内的已公开1；过期当天0.5，以后每${HALF_LIFE}天减半；从来没有核实日期的0.25；待公开0。`;

export const weightOf = ({ evidence }: Pick<DisclosureItem, 'evidence'>): number => WEIGHTS[evidence] ?? 1;

/** As much of a cell as is scored. */
export interface ScoredCell {
  readonly id: string;
  readonly weight: number;
  readonly state: Evidence['state'];
  /** Of what has lapsed, since when; unknown for what was never verified. */
  readonly since?: string | undefined;
}

export interface Score {
  /** 0 to 100. */
  readonly value: number;
  /** The item that would raise it most, and by how much; absent where nothing is left to do. */
  readonly next?: { readonly item: string; readonly gain: number };
}

/** How much of an item's weight counts on a day. */
function shareOf({ state, since }: ScoredCell, today: string): number {
  if (state === 'published') return 1;
  if (state !== 'stale') return 0;
  return since === undefined ? 0.25 : 0.5 ** (1 + Math.max(0, daysBetween(since, today)) / HALF_LIFE);
}

/** The score of an office on a day: it falls by itself while nobody confirms what was published. */
export function scoreOf(cells: readonly ScoredCell[], today: string): Score {
  const owed = cells.filter(({ state }) => state !== 'not-applicable');
  const total = owed.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return { value: 0 };
  const lacking = owed.map((cell) => ({ item: cell.id, lost: cell.weight * (1 - shareOf(cell, today)) }));
  const lost = lacking.reduce((sum, one) => sum + one.lost, 0);
  const value = Math.round(100 * (1 - lost / total));
  const [most] = lacking.filter((one) => one.lost > 0).toSorted((a, b) => b.lost - a.lost);
  return most ? { value, next: { item: most.item, gain: Math.round((100 * most.lost) / total) } } : { value };
}

/** The cells of an assessed office as they are scored. */
export const scoredCells = (
  cells: readonly { readonly item: Pick<DisclosureItem, 'id' | 'evidence'>; readonly evidence: Evidence }[],
): ScoredCell[] =>
  cells.map(({ item, evidence }) => ({
    id: item.id,
    weight: weightOf(item),
    state: evidence.state,
    since: evidence.state === 'stale' ? evidence.since : undefined,
  }));
