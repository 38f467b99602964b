import { graded, reported, UNKNOWN, type Graded, type Measure } from './find.ts';

/** Training in a year: either is enough (seed 二（二）3: 12天或90学时). */
const LEAST_TRAINING = { days: 12, hours: 90, sessions: 1 } as const;

const yearOf = (today: string) => Number(today.slice(0, 4));

/** What the plan asks of every year says nothing of this one when it was reported for an earlier one. */
const past = (value: string): Graded => ({ grade: 'unknown', value: `${value}，不是最近的` });

/** Enough days or enough hours, and one course or more, in the last year or this (seed 二（二）3; facts E13, E14). */
export const training = reported(({ training: year }, today) => {
  if (!year || (year.days === undefined && year.hours === undefined)) return UNKNOWN;
  const { days = 0, hours = 0, sessions } = year;
  const long = days >= LEAST_TRAINING.days || hours >= LEAST_TRAINING.hours;
  const told = [
    ...(year.days === undefined ? [] : [`${days}天`]),
    ...(year.hours === undefined ? [] : [`${hours}学时`]),
  ];
  const said = `${year.year}年${sessions}次、${told.join('、')}`;
  if (year.year < yearOf(today) - 1) return past(said);
  return graded(long && sessions >= LEAST_TRAINING.sessions, said);
});

/** A plan for this year, or for one to come. */
const planned = (year: number | undefined, today: string): Graded => {
  if (year === undefined) return UNKNOWN;
  return year < yearOf(today) ? past(`${year}年`) : graded(true, `${year}年`);
};

/** The plan of legal education (seed 二（五）5; facts E29). */
export const lawPlan = reported(({ legalEducationPlanYear: year }, today) => planned(year, today));

/** What the bureau provides for all its offices: the budget and the plan of equipment (seed 二（三）; facts E16, E17). */
export const provided =
  (key: 'budgetYear' | 'equipmentPlanYear'): Measure['find'] =>
  ({ office, today }) =>
    planned(office.county.record.standards?.[key], today);
