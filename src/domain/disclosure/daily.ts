import { addDays, inWords } from '../dates.ts';
import { dayKind, type WorkDays } from '../day-kind.ts';
import { lastDate, resolve } from '../whereabouts.ts';
import { countWorkdays } from '../workdays.ts';
import { MISSING, type Evidence, type ItemFinding, type Validity } from './evidence.ts';
import type { OfficeFacts } from './facts.ts';
import { CLOSED, assessFreshness } from './fresh.ts';

const LINK = '#whereabouts';

/** As much of an office as its whereabouts are assessed by. */
type DayFacts = Pick<OfficeFacts, 'whereabouts' | 'staff' | 'work'>;

/**
 * Whereabouts hold for their day only (seed 二（四）3; design §3). On a workday, or in a year without a calendar, the
 * day itself must be told. On a rest day nothing is owed: those of the last workday hold until the next begins.
 */
export function findWhereabouts(facts: DayFacts, today: string): ItemFinding {
  const { whereabouts, staff, work } = facts;
  const last = whereabouts && lastDate(whereabouts);
  if (!last || !staff?.people.length) return MISSING;
  const kind = dayKind(today, work);
  const day = kind.kind === 'rest' ? countWorkdays(today, 1, -1, work, 'most').date : today;
  const until = kind.kind === 'rest' ? restEnds(today, work) : today;
  const on = toldOn(facts, day) ? day : undefined;
  return {
    state: 'found',
    link: LINK,
    on,
    daily: verdictOf(facts, { day, until, last, told: on !== undefined }),
  };
}

/** True when the file tells something of somebody who works here on a day. */
function toldOn({ whereabouts, staff, work }: DayFacts, day: string): boolean {
  const known = new Set(staff?.people.map(({ id }) => id));
  return (
    whereabouts !== undefined && resolve(whereabouts, day, 1, work).some(({ person }) => known.has(person))
  );
}

/** The last of the rest days that a day belongs to. */
function restEnds(today: string, work: WorkDays): string {
  let end = today;
  while (dayKind(addDays(end, 1), work).kind === 'rest') end = addDays(end, 1);
  return end;
}

interface Day {
  readonly day: string;
  readonly until: string;
  readonly last: string;
  readonly told: boolean;
}

function verdictOf({ work }: DayFacts, { day, until, last, told }: Day): Validity {
  // On a rest day the next workday may be told already, the last one be pruned.
  if (told || (until > day && last > until)) return { state: 'holds', until };
  const kind = dayKind(day, work);
  const unsure = kind.kind === 'unknown' ? `；没有${kind.year}年的放假安排，不知道这天上不上班` : '';
  const since = last < day ? addDays(last, 1) : day;
  return { state: 'lapsed', reason: 'update', since, note: `没有${inWords(day)}的去向${unsure}` };
}

/** The item of the day by itself, for whoever renews whereabouts without the rest of the catalogue. */
export function assessDay(
  facts: DayFacts & { readonly record: Pick<OfficeFacts['record'], 'status'> },
  today: string,
): Evidence {
  if (facts.record.status.state === 'closed') return CLOSED;
  const found = findWhereabouts(facts, today);
  return found.state === 'found' ? assessFreshness(found, 'daily', today, facts.work) : found;
}
