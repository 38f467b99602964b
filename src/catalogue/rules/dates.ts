import { isDate } from '../../domain/dates.ts';
import type { Problem } from '../../domain/problems.ts';
import { problemAt, type Entry } from '../entry.ts';
import type { Contents } from '../contents.ts';
import { listAt, textAt, textsOf } from '../loose.ts';
import { writeField } from '../notation.ts';

/** Fields that record something that has happened. */
const PAST_FIELDS = new Set([
  'verifiedOn',
  'published',
  'updated',
  'checkedOn',
  'looked',
  'recorded',
  'current',
]);

const offices = ({ all }: Contents) => all.offices;

/** What was published, updated or verified was so by today (design §2.4: a forged date is a veto item). */
export const checkFuture = ({ entries, today, finds }: Contents): Problem[] =>
  entries.flatMap((entry) => finds(entry, '日期没有写到将来', today, () => futureDays(entry, today)));

const futureDays = (entry: Entry, today: string): Problem[] =>
  [...textsOf(entry.raw)].flatMap(([path, value]) => {
    const key = path.at(-1);
    if (typeof key !== 'string' || !PAST_FIELDS.has(key) || !isDate(value) || value <= today) return [];
    const remedy = `写实际的日期，不晚于今天，例如 ${writeField(entry.notation, key, entry.notation === 'json' ? `"${today}"` : today)}`;
    return [
      problemAt(entry, { kind: 'date', path, message: `${value} 还没有到（今天是 ${today}）`, remedy }),
    ];
  });

/** The date in a notice's file name is the day it was published. */
export const checkNoticeNames = ({ of }: Contents): Problem[] =>
  [...of('notice'), ...of('officeNotice')].flatMap((entry) => {
    const published = textAt(entry.raw, ['published']);
    const named = entry.names['date'];
    if (published === undefined || !isDate(published) || published === named) return [];
    const message = `发布日期 ${published} 与文件名里的 ${named} 不同`;
    const remedy = `改成 published: ${named}，或把文件改名为 ${published}-${entry.names['slug']}.md`;
    return [problemAt(entry, { kind: 'date', path: ['published'], message, remedy })];
  });

/** A calendar file is named after its year. */
export const checkCalendarNames = ({ of }: Contents): Problem[] =>
  of('calendar').flatMap((entry) => {
    const year = (entry.raw as { year?: unknown } | undefined)?.year;
    const named = Number(entry.names['year']);
    if (typeof year !== 'number' || year === named) return [];
    const message = `年份 ${year} 与文件名 ${named}.json 不同`;
    return [
      problemAt(entry, {
        kind: 'date',
        path: ['year'],
        message,
        remedy: `改成 "year": ${named}，或改文件名`,
      }),
    ];
  });

/** An end is not before its start, where the fields stand in different objects or schemas do not compare them. */
export const checkOrder = ({ of, all }: Contents): Problem[] => [
  ...of('county').flatMap((entry) =>
    listAt(entry.raw, ['localHolidays']).flatMap((_, at) =>
      orderProblems(entry, ['localHolidays', at], 'from', 'to'),
    ),
  ),
  ...all.offices.flatMap(({ staff }) =>
    listAt(staff?.raw, ['vacancies']).flatMap((_, at) =>
      staff ? orderProblems(staff, ['vacancies', at], 'since', 'until') : [],
    ),
  ),
];

function orderProblems(entry: Entry, path: (string | number)[], from: string, to: string): Problem[] {
  const start = textAt(entry.raw, [...path, from]);
  const end = textAt(entry.raw, [...path, to]);
  if (start === undefined || end === undefined || !isDate(start) || !isDate(end) || end >= start) return [];
  const message = `${end} 早于起始的 ${start}`;
  const remedy = `写不早于 ${start} 的日期，例如 ${writeField(entry.notation, to, `"${start}"`)}`;
  return [problemAt(entry, { kind: 'date', path: [...path, to], message, remedy })];
}

/** Reminders of what has run out and should be taken away, which a page never shows as current, and of what is early. */
export const remindExpired = (contents: Contents): Problem[] =>
  offices(contents).flatMap(({ office, staff }) => [
    ...(office
      ? [
          ...remindEarly(office, contents.today),
          ...expiredStatus(office, contents.today),
          ...expiredExceptions(office, contents.today),
        ]
      : []),
    ...(staff ? expiredVacancies(staff, contents.today) : []),
  ]);

const isPast = (day: string | undefined, today: string): day is string =>
  day !== undefined && isDate(day) && day < today;

/** What is told of an office that closes on a day to come, as its page does not wait for the day. */
export const earlyClosing = (since: string | undefined, today: string) =>
  since !== undefined && isDate(since) && since > today
    ? {
        message: `${since} 还没有到，一发布网站就显示已关闭，电话也没有了`,
        remedy: '到那天再合并、发布；日期写错了的，改日期',
      }
    : undefined;

function remindEarly(office: Entry, today: string): Problem[] {
  const path = ['status', 'since'];
  const early = earlyClosing(textAt(office.raw, path), today);
  return early ? [problemAt(office, { kind: 'date', severity: 'warning', path, ...early })] : [];
}

function expiredStatus(office: Entry, today: string): Problem[] {
  const until = textAt(office.raw, ['status', 'until']);
  if (textAt(office.raw, ['status', 'state']) !== 'limited' || !isPast(until, today)) return [];
  const message = `限制办理到 ${until} 为止，已经过去`;
  const remedy = '恢复正常的，改成 "status": { "state": "normal" }；还没恢复的，改截止日';
  return [
    problemAt(office, { kind: 'date', severity: 'warning', path: ['status', 'until'], message, remedy }),
  ];
}

function expiredExceptions(office: Entry, today: string): Problem[] {
  const path = ['hours', 'exceptions'];
  const all = listAt(office.raw, path);
  if (all.length === 0 || !all.every((one) => isPast(textAt(one, ['to']), today))) return [];
  const message = `${all.length} 个特殊日期都已经过去`;
  return [problemAt(office, { kind: 'date', severity: 'warning', path, message, remedy: '删掉已经过去的' })];
}

function expiredVacancies(staff: Entry, today: string): Problem[] {
  return listAt(staff.raw, ['vacancies']).flatMap((vacancy, at) => {
    const until = textAt(vacancy, ['until']);
    if (!isPast(until, today)) return [];
    const path = ['vacancies', at, 'until'];
    const message = `预计 ${until} 到岗，已经过去`;
    const remedy = '已到岗的，删掉这个空缺，把人写进 people；没到岗的，改预计日期';
    return [problemAt(staff, { kind: 'date', severity: 'warning', path, message, remedy })];
  });
}
