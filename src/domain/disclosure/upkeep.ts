import { addDays, compareDays } from '../dates.ts';
import type { Assessed, Assessment } from './assess.ts';
import type { Evidence } from './evidence.ts';
import { type Score, scoredCells, scoreOf } from './score.ts';

type Published = Extract<Evidence, { state: 'published' }>;
type Stale = Extract<Evidence, { state: 'stale' }>;

interface Upkept<E extends Evidence> {
  readonly item: { readonly id: string; readonly title: string };
  readonly evidence: E;
}

/** What one office has to renew. */
export interface OfficeUpkeep {
  readonly id: string;
  readonly name: string;
  readonly county: string;
  /** Already stale, the oldest first; what was never verified before all. */
  readonly stale: readonly Upkept<Stale>[];
  /** Published, but not after a day within the term; the nearest first. */
  readonly soon: readonly Upkept<Published>[];
  readonly missing: number;
  /** Absent where offices are not scored. */
  readonly score?: Score & { readonly title?: string | undefined };
}

export interface Upkeep {
  readonly asOf: string;
  readonly today: string;
  /** The last day that is looked at. */
  readonly until: string;
  /** Offices with something stale or soon stale. */
  readonly offices: readonly OfficeUpkeep[];
  readonly counts: { readonly stale: number; readonly soon: number; readonly missing: number };
}

const nameOf = ({ id, title }: Assessed['item']) => ({ id, title });

const staleOf = (cells: readonly Assessed[]): Upkept<Stale>[] =>
  cells
    .flatMap(({ item, evidence }) => (evidence.state === 'stale' ? [{ item: nameOf(item), evidence }] : []))
    .toSorted((a, b) => compareDays(a.evidence.since, b.evidence.since));

/** What holds for a day ends every day: that is no news. */
const isLasting = ({ freshness }: Assessed['item']) => freshness !== 'daily';

const soonOf = (cells: readonly Assessed[], until: string): Upkept<Published>[] =>
  cells
    .flatMap(({ item, evidence }) =>
      isLasting(item) &&
      evidence.state === 'published' &&
      evidence.until !== undefined &&
      evidence.until < until
        ? [{ item: nameOf(item), evidence }]
        : [],
    )
    .toSorted((a, b) => compareDays(a.evidence.until, b.evidence.until));

/** The score, and what the item is called that would raise it most. */
function scoreWithTitle(cells: readonly Assessed[], today: string) {
  const score = scoreOf(scoredCells(cells), today);
  return { ...score, title: cells.find(({ item }) => item.id === score.next?.item)?.item.title };
}

/** What is stale already and what becomes stale within so many days, by office. */
export function upkeepOf({ asOf, today, scored, counties }: Assessment, days: number): Upkeep {
  const until = addDays(today, days);
  const all = counties.flatMap(({ county, offices }) =>
    offices.map(({ office, cells }): OfficeUpkeep => ({
      id: office.id,
      name: office.record.name,
      county: county.record.name,
      stale: staleOf(cells),
      soon: soonOf(cells, until),
      missing: cells.filter(({ evidence }) => evidence.state === 'missing').length,
      ...(scored && { score: scoreWithTitle(cells, today) }),
    })),
  );
  const sum = (count: (office: OfficeUpkeep) => number) => all.reduce((total, one) => total + count(one), 0);
  return {
    asOf,
    today,
    until,
    offices: all.filter(({ stale, soon }) => stale.length + soon.length > 0),
    counts: {
      stale: sum(({ stale }) => stale.length),
      soon: sum(({ soon }) => soon.length),
      missing: sum(({ missing }) => missing),
    },
  };
}
