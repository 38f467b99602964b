/** Calendars for the tests of counting: the project's own, those of the past, and a slow count to compare with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/command/command.ts';
import type { WorkCalendar } from '../../src/domain/day-kind.ts';

const read = <T>(file: string): T => JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as T;

export const year2026 = read<WorkCalendar>('national/calendar/2026.json');

/** 2008 to 2025, for what has been arranged so far. */
export const past = read<{ years: WorkCalendar[] }>('tests/fixtures/past-calendars.json').years;

/** Every day of a year, made without the code under test. */
export function daysOf(year: number): string[] {
  const days: string[] = [];
  for (const at = new Date(Date.UTC(year, 0, 1)); at.getUTCFullYear() === year; at.setUTCHours(24))
    days.push(at.toISOString().slice(0, 10));
  return days;
}

/** The working days of a calendar, one by one. */
export function workdaysOf({ year, off, work }: WorkCalendar): string[] {
  const resting = new Set(
    off.flatMap(({ from, to }) => daysOf(year).filter((day) => day >= from && day <= to)),
  );
  return daysOf(year).filter((day) => {
    const weekend = [0, 6].includes(new Date(day).getUTCDay());
    return work.includes(day) || (!weekend && !resting.has(day));
  });
}
