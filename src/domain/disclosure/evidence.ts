import type { EvidenceKey } from '../../schemas/disclosure.ts';
import type { OfficeRecord, PhoneEntry } from '../../schemas/office.ts';
import type { Site } from '../../schemas/site.ts';
import type { Staff } from '../../schemas/staff.ts';
import type { Statistics } from '../../schemas/statistics.ts';
import type { Whereabouts } from '../../schemas/whereabouts.ts';
import { addDays } from '../dates.ts';
import { paths } from '../urls.ts';
import { verify, type Provenance } from '../verification.ts';

/** What one office has put on record, and what it inherits from its bureau and city. */
export interface OfficeFacts {
  readonly record: OfficeRecord;
  readonly bureauPhones: readonly PhoneEntry[];
  readonly staff?: Staff | undefined;
  readonly whereabouts?: Whereabouts | undefined;
  readonly statistics?: Statistics | undefined;
  /** Dates of publication of its own notices, newest first. */
  readonly affairs: readonly string[];
  readonly city: { readonly functions: number; readonly services: number; readonly rules: number };
  readonly intervals: Site['intervals'];
}

/** The state of one item of the catalogue at one office on one day (design §3). */
export type Evidence =
  | { readonly state: 'published'; readonly link: string; readonly on?: string; readonly note?: string }
  | { readonly state: 'stale'; readonly link: string; readonly since?: string; readonly note: string }
  | { readonly state: 'missing' }
  | { readonly state: 'not-applicable'; readonly why: string };

export type EvidenceState = Evidence['state'];

type Finder = (facts: OfficeFacts, today: string) => Evidence;

const MISSING: Evidence = { state: 'missing' };

const inherited = (count: number, link: string): Evidence =>
  count > 0 ? { state: 'published', link, note: '全市统一内容' } : MISSING;

/** Facts with a source: published while verified, stale once the interval is over or when never verified. */
function sourced(provenance: Provenance | undefined, days: number, link: string, today: string): Evidence {
  if (!provenance) return { state: 'stale', link, note: '没有来源' };
  const result = verify(provenance, days, today);
  if (result.state === 'verified') return { state: 'published', link, on: result.on };
  if (result.state === 'unverified') return { state: 'stale', link, note: '待核实：没有核实日期' };
  return { state: 'stale', link, since: result.since, note: '待核实：超过核实期限' };
}

const hasPhone = (facts: OfficeFacts, use: PhoneEntry['use']) =>
  Boolean(facts.record.phones?.some((phone) => phone.use === use));

/** How each kind of evidence is looked for: one function per key of the catalogue. */
export const FINDERS: Record<EvidenceKey, Finder> = {
  cityFunctions: ({ city }) => inherited(city.functions, paths.functions),
  cityServices: ({ city }) => inherited(city.services, paths.services),
  cityRules: ({ city }) => inherited(city.rules, paths.rules),
  place: ({ record, intervals }, today) =>
    record.place?.address ? sourced(record.provenance.place, intervals.placeDays, '#place', today) : MISSING,
  contact: (facts, today) =>
    hasPhone(facts, 'consult')
      ? sourced(facts.record.provenance.contact, facts.intervals.contactDays, '#contact', today)
      : MISSING,
  hours: ({ record, intervals }, today) =>
    record.hours ? sourced(record.provenance.hours, intervals.hoursDays, '#hours', today) : MISSING,
  people: ({ staff, intervals }, today) =>
    staff?.people.length ? sourced(staff.provenance, intervals.staffDays, '#staff', today) : MISSING,
  deputies: ({ staff, intervals }, today) => {
    if (!staff?.people.length) return MISSING;
    if (staff.people.length === 1) return { state: 'not-applicable', why: '只有一名工作人员' };
    return staff.people.every((person) => person.deputy)
      ? sourced(staff.provenance, intervals.staffDays, '#staff', today)
      : MISSING;
  },
  supervision: (facts) =>
    hasPhone(facts, 'supervision') || facts.bureauPhones.some((phone) => phone.use === 'supervision')
      ? { state: 'published', link: '#contact' }
      : MISSING,
  whereabouts: ({ whereabouts }, today) => {
    const last = whereabouts?.entries
      .map((entry) => entry.date)
      .sort()
      .at(-1);
    if (!last) return MISSING;
    return last >= today
      ? { state: 'published', link: '#whereabouts', on: last }
      : { state: 'stale', link: '#whereabouts', since: addDays(last, 1), note: `最后一条是 ${last}` };
  },
  affairs: ({ affairs }) => (affairs[0] ? { state: 'published', link: '#affairs', on: affairs[0] } : MISSING),
  statistics: ({ statistics }, today) => {
    const last = statistics?.months
      .map((entry) => entry.month)
      .sort()
      .at(-1);
    if (!last) return MISSING;
    const due = addDays(`${last}-01`, 31 + 31 + 10);
    return today <= due
      ? { state: 'published', link: '#statistics', on: last }
      : { state: 'stale', link: '#statistics', since: due, note: `最后一个月是 ${last}` };
  },
};
