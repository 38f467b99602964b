/** Whether whereabouts may be written without anybody looking: only the plainest change of an office's own days may. */
import { addDays } from '../domain/dates.ts';
import { isWorse, type DisclosureComparison } from '../domain/disclosure/compare.ts';
import { ownerOf } from '../domain/ownership.ts';
import { rowsOn } from '../domain/whereabouts.ts';
import type { Owner } from '../schemas/owners.ts';
import { PLAN_DAYS, type Whereabouts } from '../schemas/whereabouts.ts';
import type { Touched } from './ownership.ts';
import type { Refusal } from './refuse.ts';
import type { Side } from './sides.ts';

interface Question {
  /** What the gate has found so far. */
  readonly report: {
    readonly problems: readonly unknown[];
    readonly privacy: readonly unknown[];
    readonly overlaps: readonly unknown[];
    readonly comparison: DisclosureComparison;
  };
  readonly touched: readonly Touched[];
  readonly owners: readonly Owner[];
  readonly accounts: readonly string[];
  readonly before: Side;
  readonly after: Side;
  readonly today: string;
}

const FAR = PLAN_DAYS;
const NONE: Whereabouts = { entries: [] };

const officeIn = ({ catalogue }: Side, id: string | undefined) =>
  catalogue?.offices.find((office) => office.id === id);

/** Days on which somebody of the office was written down and is no longer. */
function emptiedDays(before: Side, after: Side, id: string | undefined, today: string): string[] {
  const people = new Set(officeIn(after, id)?.staff?.people.map((person) => person.id));
  const [was, is] = [before, after].map((side) => officeIn(side, id)?.whereabouts ?? NONE);
  const personsOn = (file: Whereabouts = NONE, date: string) =>
    rowsOn(file, date).flatMap(({ person }) => (people.has(person) ? [person] : []));
  return Array.from({ length: FAR + 1 }, (_, ahead) => addDays(today, ahead)).filter((date) => {
    const still = new Set(personsOn(is, date));
    return personsOn(was, date).some((person) => !still.has(person));
  });
}

function ofFile({ path, status, need }: Touched, { before, after, today, ...question }: Question): Refusal[] {
  const { owners, accounts } = question;
  const isRegistered = accounts.every(
    (account) => need.office !== undefined && ownerOf(owners, account)?.offices?.includes(need.office),
  );
  const [emptied] = emptiedDays(before, after, need.office, today);
  const { entries, plan } = officeIn(after, need.office)?.whereabouts ?? NONE;
  const horizon = addDays(today, FAR);
  const isFar = entries.some(({ date }) => date > horizon) || (plan !== undefined && plan.from > horizon);
  return [
    ...(isRegistered ? [] : ['账号不是登记给这个所的']),
    ...(status === 'added' || status === 'changed' ? [] : ['文件删掉或改名了']),
    ...(emptied === undefined ? [] : [`有人在 ${emptied} 原来有安排，现在没有了`]),
    ...(isFar ? [`写到了 ${horizon} 以后，日期可能写错了`] : []),
  ].map((message) => ({ path, message }));
}

/** Why somebody must look at a proposal to the branch of whereabouts; empty where nobody must. */
export function reasonsToLook(question: Question): Refusal[] {
  const { report, touched } = question;
  const { problems, privacy, comparison, overlaps } = report;
  const whole = [
    ...(touched.length > 0 ? [] : ['没有改动']),
    ...(touched.some(({ kind }) => kind !== 'whereabouts') ? ['改的不只是去向'] : []),
    ...(problems.length + privacy.length + overlaps.length > 0 || isWorse(comparison) ? ['有提醒'] : []),
  ].map((message) => ({ path: '', message }));
  const { catalogue } = question.before;
  const unknown = catalogue ? [] : [{ path: '', message: '改之前的内容有错误，比较不了' }];
  return [...whole, ...unknown, ...touched.flatMap((one) => ofFile(one, question))];
}
