import { isDate, dayInWords } from '../../domain/dates.ts';
import type { Problem } from '../../domain/problems.ts';
import { parseSession } from '../../domain/times.ts';
import { auditYear, type DateSpan } from '../../domain/year.ts';
import type { Path } from '../../schemas/walk.ts';
import { problemAt, type Entry } from '../entry.ts';
import type { Contents } from '../contents.ts';
import { listAt, textAt } from '../loose.ts';

interface Place {
  readonly entry: Entry;
  /** Where the hours stand in the file. */
  readonly path: Path;
}

/** Every place where hours are written: offices and county bureaus, samples too. */
function places({ real, samples }: Contents): Place[] {
  return [real, samples].flatMap(({ offices, counties }) => [
    ...offices.flatMap(({ office }) => (office ? [{ entry: office, path: ['hours'] }] : [])),
    ...counties.flatMap(({ county }) => (county ? [{ entry: county, path: ['bureau', 'hours'] }] : [])),
  ]);
}

/** Every day of the year belongs to exactly one season. */
export const checkSeasons = (contents: Contents): Problem[] => places(contents).flatMap(seasonProblems);

function seasonProblems({ entry, path }: Place): Problem[] {
  const where = [...path, 'seasons'];
  const seasons = listAt(entry.raw, where);
  const spans = seasons.map((season) => ({
    from: textAt(season, ['from']) ?? '',
    to: textAt(season, ['to']) ?? '',
  }));
  if (spans.length === 0 || spans.some(({ from, to }) => !isDate(`2024-${from}`) || !isDate(`2024-${to}`)))
    return [];
  const { gaps, overlaps } = auditYear(spans);
  const report = (days: readonly DateSpan[], words: string, remedy: string) =>
    days.length
      ? [
          problemAt(entry, {
            kind: 'hours',
            path: where,
            message: `${days.map(spanInWords).join('、')}${words}`,
            remedy,
          }),
        ]
      : [];
  return [
    ...report(
      gaps,
      '没有写在任何一季里',
      '各季首尾相接，例如 "from": "05-01", "to": "09-30" 和 "from": "10-01", "to": "04-30"',
    ),
    ...report(overlaps, '同时写在两季里', '改其中一季的起止日，每一天只属于一季'),
  ];
}

const spanInWords = ({ from, to }: DateSpan) =>
  from === to ? dayInWords(from) : `${dayInWords(from)}至${dayInWords(to)}`;

/** Within a season each weekday is written once. */
export const checkWeekdays = (contents: Contents): Problem[] => places(contents).flatMap(weekdayProblems);

function weekdayProblems({ entry, path }: Place): Problem[] {
  return listAt(entry.raw, [...path, 'seasons']).flatMap((season, at) => {
    const seen = new Set<unknown>();
    return listAt(season, ['week']).flatMap((part, index) =>
      listAt(part, ['days']).flatMap((day, position) => {
        const twice = seen.has(day);
        seen.add(day);
        const where = [...path, 'seasons', at, 'week', index, 'days', position];
        const message = `星期 ${String(day)} 写了两次`;
        return twice ? [problemAt(entry, { kind: 'hours', path: where, message, remedy: '只保留一处' })] : [];
      }),
    );
  });
}

/** The sessions of one day follow each other without overlap. */
export const checkSessions = (contents: Contents): Problem[] =>
  places(contents).flatMap(({ entry, path }) =>
    sessionLists(entry.raw, path).flatMap((list) => sessionProblems(entry, list)),
  );

function sessionLists(raw: unknown, path: Path): Path[] {
  const weeks = listAt(raw, [...path, 'seasons']).flatMap((season, at) =>
    listAt(season, ['week']).map((_, index) => [...path, 'seasons', at, 'week', index, 'sessions']),
  );
  const exceptions = listAt(raw, [...path, 'exceptions']).map((_, at) => [
    ...path,
    'exceptions',
    at,
    'sessions',
  ]);
  return [...weeks, ...exceptions, [...path, 'marketDays', 'sessions']];
}

function sessionProblems(entry: Entry, list: Path): Problem[] {
  const sessions = listAt(entry.raw, list).map((text) => parseSession(typeof text === 'string' ? text : ''));
  return sessions.flatMap((session, at) => {
    const before = at > 0 ? sessions[at - 1] : undefined;
    if (typeof session === 'string' || before === undefined || typeof before === 'string') return [];
    if (before.to <= session.from) return [];
    const message = before.from < session.to ? '与前一个时段重叠' : '早于前一个时段';
    const remedy = '按先后写，后一段不早于前一段结束，例如 ["08:30-12:00", "14:00-18:00"]';
    return [problemAt(entry, { kind: 'hours', path: [...list, at], message, remedy })];
  });
}
