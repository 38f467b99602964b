import type { Office } from '../../catalogue/types.ts';
import type { Standards } from '../../schemas/standards.ts';

/** Whether a measure of the 2018 plan is met; unknown while nobody has reported it. */
export type Grade = 'met' | 'unmet' | 'unknown' | 'not-applicable';

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
}

/** One measure of an office: its clause in the plan, its threshold, and how it is found. */
export interface Measure {
  readonly id: string;
  readonly short: string;
  readonly title: string;
  readonly clause: string;
  readonly find: (office: Office) => Graded;
}

/** Business premises of an office (seed 二（一）3). */
export const LEAST_AREA_M2 = 100;
/** Training in a year: either is enough (seed 二（二）3: 12天或90学时). */
export const LEAST_TRAINING = { days: 12, hours: 90, sessions: 1 } as const;
/** Categories of rooms that the plan names (facts E6). */
const ROOM_KINDS = 6;

const UNKNOWN: Graded = { grade: 'unknown' };

const graded = (met: boolean, value?: string): Graded => ({
  grade: met ? 'met' : 'unmet',
  ...(value !== undefined && { value }),
});

export const yesNo = (
  key: 'registered' | 'egovNet' | 'platform' | 'serviceStation' | 'mediationNetwork' | 'equipmentLedger',
) =>
  reported((standards) => {
    const value = standards[key];
    return value === undefined ? UNKNOWN : graded(value);
  });

/** A measure found in what the office reported. */
function reported(find: (standards: Standards) => Graded): Measure['find'] {
  return ({ record }) => (record.standards ? find(record.standards) : UNKNOWN);
}

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
  (office) => {
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

/** Enough days or enough hours, and one course or more (seed 二（二）3; facts E13, E14). */
export const training = reported(({ training: year }) => {
  if (!year || (year.days === undefined && year.hours === undefined)) return UNKNOWN;
  const { days = 0, hours = 0, sessions } = year;
  const long = days >= LEAST_TRAINING.days || hours >= LEAST_TRAINING.hours;
  const said = [
    ...(year.days === undefined ? [] : [`${days}天`]),
    ...(year.hours === undefined ? [] : [`${hours}学时`]),
  ];
  return graded(
    long && sessions >= LEAST_TRAINING.sessions,
    `${year.year}年${sessions}次、${said.join('、')}`,
  );
});

export const lawPlan = reported(({ legalEducationPlanYear: year }) =>
  year === undefined ? UNKNOWN : graded(true, `${year}年`),
);

export const staffed =
  (role: 'head' | 'assistant' | 'staff', enough: (count: number) => boolean): Measure['find'] =>
  ({ staff }) => {
    if (!staff) return UNKNOWN;
    const count = staff.people.filter((person) => person.role === role).length;
    return graded(enough(count), `${count}名`);
  };
