import type { OfficeRecord } from '../schemas/office.ts';
import type { Staff } from '../schemas/staff.ts';
import type { Whereabouts, WhereaboutsEntry } from '../schemas/whereabouts.ts';
import { dateInShanghai } from './dates.ts';
import { resolve, restDays } from './whereabouts.ts';
import type { WorkDays } from './day-kind.ts';

/** The one state in which somebody is there. */
export const PRESENT = '在岗';

/** How many days are published ahead, the day of publishing included. */
const DAYS_AHEAD = 14;

/** What the whereabouts of an office are worked out from. */
export interface WhereaboutsSource {
  /** `qianwei/luocheng`. */
  readonly id: string;
  readonly record: Pick<OfficeRecord, 'name' | 'phones' | 'status'>;
  readonly staff?: Staff | undefined;
  readonly whereabouts?: Whereabouts | undefined;
  readonly work: WorkDays;
}

/** A row as it is published. Without `session` where it would tell when an office of one person is empty. */
export type PublishedRow = Omit<WhereaboutsEntry, 'session'> & Partial<Pick<WhereaboutsEntry, 'session'>>;

/** The coming days of an office as they are published: a page carries them, the data file has them (design §5). */
export interface ComingWhereabouts {
  readonly office: string;
  /** The instant they were worked out for, ISO 8601. */
  readonly asOf: string;
  /** Only one person works there: neither a return time nor the hours of an absence are told (design §3). */
  readonly alone: boolean;
  readonly people: readonly { readonly id: string; readonly name: string; readonly post: string }[];
  readonly entries: readonly PublishedRow[];
  /** Days of the span known to be rest days. */
  readonly restDays: readonly string[];
}

/** The number to ask: the office's own consultation number; none where it is not published. */
export const phoneToAsk = ({ phones }: Pick<OfficeRecord, 'phones'>): string | undefined =>
  phones?.find((phone) => phone.use === 'consult')?.number;

/** Works out the coming days. A closed office, or one whose people are not published, has no entries. */
export function comingWhereabouts(source: WhereaboutsSource, now: Date): ComingWhereabouts {
  const { id, record, staff, whereabouts, work } = source;
  const today = dateInShanghai(now);
  const people = record.status.state === 'closed' ? [] : (staff?.people ?? []);
  const alone = people.length === 1;
  const known = new Set(people.map((person) => person.id));
  const rows = whereabouts ? resolve(whereabouts, today, DAYS_AHEAD, work) : [];
  return {
    office: id,
    asOf: now.toISOString(),
    alone,
    people: people.map((person) => ({ id: person.id, name: person.name, post: person.post })),
    entries: rows.filter((row) => known.has(row.person)).map((row) => tell(row, alone, known)),
    restDays: restDays(today, DAYS_AHEAD, work),
  };
}

/** A row with its fields in one order, so that the same facts are the same bytes. */
function tell(row: WhereaboutsEntry, alone: boolean, known: ReadonlySet<string>): PublishedRow {
  const { date, person, session, state, back, substitute } = row;
  return {
    date,
    person,
    ...(!(alone && state !== PRESENT) && { session }),
    state,
    ...(back !== undefined && !alone && { back }),
    ...(substitute !== undefined && known.has(substitute) && { substitute }),
  };
}
