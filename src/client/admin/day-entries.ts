/** The entries of whereabouts behind the day's panel. */
import { rowsOn } from '../../domain/whereabouts.ts';
import { whereabouts } from '../../schemas/whereabouts.ts';
import type { Desk } from './controls/desk.ts';
import { setField } from './office-files.ts';

type Entry = Readonly<Record<string, unknown>>;

const entriesOf = ({ paper }: Desk): readonly Entry[] =>
  Array.isArray(paper.value['entries']) ? (paper.value['entries'] as Entry[]) : [];

/** Where the entries of a person for a date stand in the file. */
export const indexesOf = (desk: Desk, person: string, date: string): number[] =>
  entriesOf(desk).flatMap((one, at) => (one['person'] === person && one['date'] === date ? [at] : []));

/** The hours last written for this person, else those of the plan, else those of a colleague that day; empty when none tells. */
function usualSession(desk: Desk, person: string, date: string): string {
  const last = entriesOf(desk).findLast((one) => one['person'] === person && one['date'] !== date);
  const parsed = whereabouts.safeParse(desk.paper.value);
  const planned = parsed.success ? rowsOn(parsed.data, date) : [];
  const colleague = entriesOf(desk).find((one) => one['date'] === date);
  const usual =
    last?.['session'] ?? planned.find((one) => one.person === person)?.session ?? colleague?.['session'];
  return typeof usual === 'string' ? usual : '';
}

/** Adds an entry and takes out those of past days: nothing piles up. */
export function beginEntry(desk: Desk, person: string, date: string, state = ''): void {
  const kept = entriesOf(desk).filter((one) => typeof one['date'] !== 'string' || one['date'] >= desk.today);
  const first = indexesOf(desk, person, date).length === 0;
  const session = first ? usualSession(desk, person, date) : '';
  setField(desk.paper, ['entries'], [...kept, { date, person, session, state }]);
  desk.changed();
}

export function endEntry(desk: Desk, at: number): void {
  const rest = entriesOf(desk).filter((_, index) => index !== at);
  setField(desk.paper, ['entries'], rest);
  desk.changed();
}
