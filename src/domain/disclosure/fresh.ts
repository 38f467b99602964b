import type { DisclosureItem } from '../../schemas/disclosure.ts';
import { addDays, addMonths, compareDays, inWords, monthInWords } from '../dates.ts';
import type { WorkDays } from '../day-kind.ts';
import { verify } from '../verification.ts';
import { countWorkdays } from '../workdays.ts';
import type { Evidence, FoundItem, Validity } from './evidence.ts';

/** Information must be public within so many working days of its making or change (政府信息公开条例第二十六条). */
const DISCLOSURE_WORKDAYS = 20;

/** The last day of a term. Where it runs into a year without a calendar, only the earliest and latest are known. */
interface Deadline {
  readonly earliest: string;
  readonly latest: string;
  readonly unknown?: number | undefined;
}

/** The last day on which information that arose on a day may become public. */
export function dueAfter(from: string, work: WorkDays, workdays = DISCLOSURE_WORKDAYS): Deadline {
  const earliest = countWorkdays(from, workdays, 1, work, 'most');
  if (earliest.unknown === undefined) return { earliest: earliest.date, latest: earliest.date };
  const latest = countWorkdays(from, workdays, 1, work, 'fewest').date;
  return { earliest: earliest.date, latest, unknown: earliest.unknown };
}

/** Whether a deadline has passed on a day. While an unknown year leaves it open, nothing is called stale. */
function assessDeadline({ earliest, latest, unknown }: Deadline, what: string, today: string): Validity {
  if (today > latest) {
    const note = `${what}，应不迟于${inWords(latest)}更新`;
    return { state: 'lapsed', reason: 'update', since: addDays(latest, 1), note };
  }
  if (unknown === undefined)
    return { state: 'holds', until: latest, note: `${what}，应不迟于${inWords(latest)}更新` };
  return {
    state: 'holds',
    until: today > earliest ? latest : earliest,
    note: `${what}；没有${unknown}年的放假安排，更新期限最早${inWords(earliest)}、最迟${inWords(latest)}`,
  };
}

/** A closed office owes nothing of its own. */
export const CLOSED = { state: 'not-applicable', why: '司法所已关闭' } as const;

type Freshness = DisclosureItem['freshness'];

/** One rule of freshness: what was found, assessed on a day. */
type Rule = (found: FoundItem, today: string, work: WorkDays) => Validity;

const HOLDS: Validity = { state: 'holds' };

/** True up to and including so many months after the date of the content. */
const within =
  (months: number, term: string): Rule =>
  ({ on }, today) => {
    if (!on) return HOLDS;
    const until = addMonths(on, months);
    if (today <= until) return { state: 'holds', until };
    return { state: 'lapsed', reason: 'update', since: addDays(until, 1), note: `超过${term}没有更新` };
  };

/** Each change must be told within 20 working days (政府信息公开条例第二十六条). */
const afterChanges: Rule = ({ changes = [] }, today, work) =>
  combine(
    changes
      .filter(({ on }) => on <= today)
      .map(({ on, what }) => assessDeadline(dueAfter(on, work), what, today)),
  );

/** The figures of a month arise when it ends; those of the next are due 20 working days after its end (条例第二十六条). */
const monthly: Rule = ({ month }, today, work) => {
  if (!month) return HOLDS;
  const nextEnds = addDays(addMonths(`${month}-01`, 2), -1);
  const verdict = assessDeadline(dueAfter(nextEnds, work), `最近一个月是${monthInWords(month)}`, today);
  return verdict.state === 'holds' && today <= nextEnds ? { ...verdict, note: undefined } : verdict;
};

/** One rule for each kind of freshness that the catalogue may ask for. */
export const FRESHNESS: Record<Freshness, Rule> = {
  daily: ({ daily }) => daily ?? HOLDS,
  '20-working-days': afterChanges,
  monthly,
  'six-months': within(6, '半年'),
  yearly: within(12, '一年'),
  verified: () => HOLDS,
  none: () => HOLDS,
};

/** Facts that a person confirmed hold for their interval; those never confirmed do not hold (design §2.3). */
const verification: Rule = ({ verified }, today) => {
  if (!verified) return HOLDS;
  const result = verify(verified.provenance, verified.days, today);
  if (result.state === 'verified') return { state: 'holds', until: result.until, reason: 'verification' };
  if (result.state === 'unverified') return { state: 'lapsed', reason: 'verification', note: '没有核实日期' };
  const note = `核实已超过${verified.days}天`;
  return { state: 'lapsed', reason: 'verification', since: result.since, note };
};

/** What its author limited ends with that day; where 20 working days are given, they run from then. */
const expiry =
  (freshness: Freshness): Rule =>
  (found, today, work) => {
    const { expires } = found;
    if (!expires) return HOLDS;
    if (today <= expires) return { state: 'holds', until: expires };
    if (freshness === '20-working-days') return assessDeadline(dueAfter(expires, work), '已经失效', today);
    return {
      state: 'lapsed',
      reason: 'update',
      since: addDays(expires, 1),
      note: `${inWords(expires)}已经失效`,
    };
  };

/** What lapsed first decides; else the nearest end. */
function combine(verdicts: readonly Validity[]): Validity {
  const lapsed = verdicts.filter((one) => one.state === 'lapsed');
  const first = lapsed.toSorted((a, b) => compareDays(a.since, b.since))[0];
  if (first) return first;
  const holding = verdicts.filter((one) => one.state === 'holds').filter(({ until }) => until !== undefined);
  return holding.toSorted((a, b) => compareDays(a.until, b.until))[0] ?? HOLDS;
}

const verdictsOf = (found: FoundItem, freshness: Freshness, today: string, work: WorkDays) =>
  [verification, expiry(freshness), FRESHNESS[freshness]].map((rule) => rule(found, today, work));

/** What was found, as evidence: published with its end, or stale with its beginning and reason. */
export function assessFreshness(
  found: FoundItem,
  freshness: Freshness,
  today: string,
  work: WorkDays,
): Evidence {
  const verdict = combine(verdictsOf(found, freshness, today, work));
  const { link, on, inherited } = found;
  const common = { link, ...(on && { on }), ...(inherited && { inherited }) };
  if (verdict.state === 'lapsed') {
    const { reason, since, note } = verdict;
    return { state: 'stale', ...common, reason, ...(since && { since }), note };
  }
  const note = [found.note, verdict.note].filter(Boolean).join('；');
  return {
    state: 'published',
    ...common,
    ...(verdict.until && { until: verdict.until }),
    ...(verdict.reason && { then: verdict.reason }),
    ...(note && { note }),
  };
}
