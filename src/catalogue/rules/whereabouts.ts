import { absentSubstitute, overlap, rowsOn } from '../../domain/whereabouts.ts';
import type { Problem } from '../../domain/problems.ts';
import type { Whereabouts } from '../../schemas/whereabouts.ts';
import type { Path } from '../../schemas/walk.ts';
import { problemAt, type Entry } from '../entry.ts';
import type { Contents, OfficeFiles } from '../contents.ts';
import { listAt, textAt } from '../loose.ts';
import { checkPerson, peopleOf } from './person-reference.ts';

const offices = ({ all }: Contents) => all.offices;

const LISTS: readonly Path[] = [['entries'], ['plan', 'week']];

/** Every row of a file, by the day or by the week, with its place. */
const rowsOf = (file: Entry) =>
  LISTS.flatMap((list) => listAt(file.raw, list).map((row, at) => ({ row, path: [...list, at] })));

/** Whereabouts name people of the office, and nobody stands in for himself. */
export const checkWhereaboutsPeople = (contents: Contents): Problem[] =>
  offices(contents).flatMap(({ staff, whereabouts }) => {
    if (!whereabouts || (staff && staff.raw === undefined)) return [];
    const people = peopleOf(staff);
    return rowsOf(whereabouts).flatMap(({ row, path }) => [
      ...checkPerson(whereabouts, [...path, 'person'], people, path),
      ...checkPerson(whereabouts, [...path, 'substitute'], people),
      ...selfSubstitute(whereabouts, row, path),
    ]);
  });

function selfSubstitute(file: Entry, row: unknown, path: Path): Problem[] {
  const substitute = textAt(row, ['substitute']);
  if (substitute === undefined || substitute !== textAt(row, ['person'])) return [];
  const finding = { message: '接替人不能是本人', remedy: '写另一个人的编号' };
  return [problemAt(file, { kind: 'reference', path: [...path, 'substitute'], ...finding })];
}

/** Nobody is in two places at once, on a date or on a weekday of the plan. */
export const checkWhereaboutsOverlaps = (contents: Contents): Problem[] =>
  offices(contents).flatMap(({ whereabouts }) =>
    whereabouts ? LISTS.flatMap((list) => overlapsIn(whereabouts, list)) : [],
  );

/** What two rows must share to be of one person and one day: a date, or a day of the week. */
const daysOf = (row: unknown): readonly unknown[] => [textAt(row, ['date']), ...listAt(row, ['days'])];

function overlapsIn(file: Entry, list: Path): Problem[] {
  const rows = listAt(file.raw, list).map((row, at) => ({
    at,
    days: daysOf(row).filter((day) => day !== undefined),
    person: textAt(row, ['person']) ?? '',
    session: textAt(row, ['session']) ?? '',
  }));
  return rows.flatMap((one, index) => {
    const clashes = (prior: typeof one) =>
      prior.person === one.person && prior.days.some((day) => one.days.includes(day)) && overlap(prior, one);
    const other = rows.slice(0, index).find(clashes);
    if (!other) return [];
    const message = `与第 ${other.at + 1} 条是同一人同一天，时段重叠`;
    const remedy = '改成不重叠的时段，或删掉其中一条';
    return [problemAt(file, { kind: 'duplicate', path: [...list, one.at, 'session'], message, remedy })];
  });
}

/** Reminders of what would not help the reader: a substitute who is away himself, a return time of the only one. */
export const remindWhereabouts = (contents: Contents): Problem[] =>
  offices(contents).flatMap((files) => [...absentSubstitutes(files), ...returnOfTheOnlyOne(files)]);

function absentSubstitutes({ whereabouts }: OfficeFiles): Problem[] {
  const file = whereabouts?.data;
  if (!whereabouts || !file) return [];
  const warn = (path: Path, state: string) => {
    const message = `这段时间接替人自己也不在（${state}）`;
    const remedy = '换一个在岗的人，或删掉接替人';
    return problemAt(whereabouts, { kind: 'value', severity: 'warning', path, message, remedy });
  };
  return [
    ...file.entries.flatMap((row, at) => {
      const away = absentSubstitute(row, rowsOn(file, row.date));
      return away ? [warn(['entries', at, 'substitute'], away.state)] : [];
    }),
    ...plannedAbsences(file).map(({ at, state }) => warn(['plan', 'week', at, 'substitute'], state)),
  ];
}

function plannedAbsences({ plan }: Whereabouts): { at: number; state: string }[] {
  const week = plan?.week ?? [];
  return week.flatMap((row, at) => {
    const sameDay = week.filter((one) => one.days.some((day) => row.days.includes(day)));
    const away = absentSubstitute(row, sameDay);
    return away ? [{ at, state: away.state }] : [];
  });
}

/** Design §3: an office of one person tells no return time, since it would tell when nobody is there. */
function returnOfTheOnlyOne({ staff, whereabouts }: OfficeFiles): Problem[] {
  if (!whereabouts || staff?.data?.people.length !== 1) return [];
  return rowsOf(whereabouts).flatMap(({ row, path }) => {
    if (textAt(row, ['back']) === undefined) return [];
    const message = '只有一名工作人员的所不公布返回时间，页面只写“请先电话联系”';
    const at = [...path, 'back'];
    return [
      problemAt(whereabouts, { kind: 'value', severity: 'warning', path: at, message, remedy: '删掉这一项' }),
    ];
  });
}
