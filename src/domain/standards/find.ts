import type { Office } from '../../catalogue/types.ts';
import type { Assessed } from '../disclosure/assess.ts';
import type { Standards } from '../../schemas/standards.ts';

/** Whether a measure of the 2018 plan is met; unknown while nobody has reported it. */
type Grade = 'met' | 'unmet' | 'unknown' | 'not-applicable';

export const GRADE_WORDS = {
  met: '达到',
  unmet: '未达到',
  unknown: '待公开',
  'not-applicable': '不适用',
} as const satisfies Record<Grade, string>;

export const GRADE_MARKS = { met: '●', unmet: '✕', unknown: '○', 'not-applicable': '－' } as const;

export interface Graded {
  readonly grade: Grade;
  /** What was reported, as it is said. */
  readonly value?: string | undefined;
  /** The last day it holds when nothing is done; afterwards it is unknown again. */
  readonly until?: string | undefined;
}

/** All that an office is measured by: its record, the day, and what it discloses on that day. */
interface Standing {
  readonly office: Office;
  readonly today: string;
  readonly disclosed: readonly Assessed[];
}

/** One measure of an office: its clause in the plan, its threshold, and how it is found. */
export interface Measure {
  readonly id: string;
  /** Its line in table E of the facts. */
  readonly table: string;
  readonly short: string;
  readonly title: string;
  readonly clause: string;
  readonly find: (standing: Standing) => Graded;
}

/** Business premises of an office (seed 二（一）3). */
const LEAST_AREA_M2 = 100;
/** Categories of rooms that the plan names (facts E6). */
const ROOM_KINDS = 6;

export const UNKNOWN: Graded = { grade: 'unknown' };

export const graded = (met: boolean, value?: string): Graded => ({
  grade: met ? 'met' : 'unmet',
  ...(value !== undefined && { value }),
});

/** The facts that are told by yes or no. */
type YesNo = {
  [K in keyof Standards]-?: NonNullable<Standards[K]> extends boolean ? K : never;
}[keyof Standards];

/** Yes is met; where the plan forbids something, no is. */
export const yesNo = (key: YesNo, wanted = true) =>
  reported((standards) => {
    const value = standards[key];
    return value === undefined ? UNKNOWN : graded(value === wanted);
  });

/** A measure found in what the office reported. */
export function reported(find: (standards: Standards, today: string) => Graded): Measure['find'] {
  return ({ office, today }) => (office.record.standards ? find(office.record.standards, today) : UNKNOWN);
}

/** Nobody on the office's own posts is lent to others (seed 二（二）1). */
export const secondedOut = reported(({ secondedOut: count }) =>
  count === undefined ? UNKNOWN : graded(count === 0, `${count}名`),
);

/** The eleven general and six business systems (seed 二（四）4). */
const SYSTEMS = 17;

export const systems = reported(({ systems: count }) =>
  count === undefined ? UNKNOWN : graded(count >= SYSTEMS, `${count}项`),
);

/** No premises at all: said so, or none measured (facts E30, from E5). */
export function lacksPremises({ record }: Office): boolean | undefined {
  const area = record.standards?.premisesAreaM2;
  if (record.premises === 'none' || area === 0) return true;
  return record.premises !== undefined || area !== undefined ? false : undefined;
}

/** Nobody works there, as the published list of staff says (facts E30, from E8 to E10). */
export const lacksPeople = ({ staff }: Office): boolean | undefined => staff && staff.people.length === 0;

export const absence =
  (lacks: (office: Office) => boolean | undefined, word: string): Measure['find'] =>
  ({ office }) => {
    const is = lacks(office);
    return is === undefined ? UNKNOWN : graded(!is, is ? word : undefined);
  };

export const area = reported(({ premisesAreaM2: m2, independentUse }) => {
  if (m2 === undefined) return UNKNOWN;
  if (m2 < LEAST_AREA_M2 || independentUse === false)
    return graded(false, `${m2}平方米${independentUse === false ? '，不独立使用' : ''}`);
  return independentUse === undefined
    ? { grade: 'unknown', value: `${m2}平方米` }
    : graded(true, `${m2}平方米`);
});

export const rooms = reported((standards) =>
  standards.rooms ? graded(standards.rooms.length === ROOM_KINDS, `${standards.rooms.length}类`) : UNKNOWN,
);

export const signage = reported(({ signage: sign }) =>
  sign ? graded(sign.compliant, `${sign.checkedOn}核查`) : UNKNOWN,
);

export const staffed =
  (role: 'head' | 'assistant' | 'staff', enough: (count: number) => boolean): Measure['find'] =>
  ({ office }) => {
    if (!office.staff) return UNKNOWN;
    const count = office.staff.people.filter((person) => person.role === role).length;
    return graded(enough(count), `${count}名`);
  };
