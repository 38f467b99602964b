/** The entries of whereabouts behind the day's panel. */
import { rowsOn } from '../../domain/whereabouts.ts';
import { whereabouts } from '../../schemas/whereabouts.ts';
import type { FormContext } from './controls/context.ts';
import { setField } from './office-files.ts';

type Entry = Readonly<Record<string, unknown>>;

const entriesOf = ({ file }: FormContext): readonly Entry[] =>
  Array.isArray(file.value['entries']) ? (file.value['entries'] as Entry[]) : [];

/** Where the entries of a person for a date stand in the file. */
export const indexesOf = (context: FormContext, person: string, date: string): number[] =>
  entriesOf(context).flatMap((one, at) => (one['person'] === person && one['date'] === date ? [at] : []));

/** The hours last written for this person, else those of the plan, else those of a colleague that day; empty when none tells. */
function usualSession(context: FormContext, person: string, date: string): string {
  const last = entriesOf(context).findLast((one) => one['person'] === person && one['date'] !== date);
  const parsed = whereabouts.safeParse(context.file.value);
  const planned = parsed.success ? rowsOn(parsed.data, date) : [];
  const colleague = entriesOf(context).find((one) => one['date'] === date);
  const usual =
    last?.['session'] ?? planned.find((one) => one.person === person)?.session ?? colleague?.['session'];
  return typeof usual === 'string' ? usual : '';
}

/** Adds an entry and takes out those of past days: nothing piles up. */
export function beginEntry(context: FormContext, person: string, date: string, state = ''): void {
  const kept = entriesOf(context).filter(
    (one) => typeof one['date'] !== 'string' || one['date'] >= context.today,
  );
  const first = indexesOf(context, person, date).length === 0;
  const session = first ? usualSession(context, person, date) : '';
  setField(context.file, ['entries'], [...kept, { date, person, session, state }]);
  context.changed();
}

export function endEntry(context: FormContext, at: number): void {
  const rest = entriesOf(context).filter((_, index) => index !== at);
  setField(context.file, ['entries'], rest);
  context.changed();
}
