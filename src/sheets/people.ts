/** The names by which rows may refer to people, those who come with the sheet included. */
import { alike } from '../domain/changes.ts';
import { personName, readCell } from './codecs.ts';
import type { Context, Fields, Records } from './model.ts';
import type { TableRow } from './read-tables.ts';
import { peopleSheet } from './tables/lists.ts';

/** Makes the id of a person from the name; `taken` are the ids of the office. */
export type IdFor = (name: string, taken: ReadonlySet<string>) => string;

/** An id without knowing how a name is read. */
export const plainId: IdFor = (_, taken) => {
  let count = taken.size + 1;
  while (taken.has(`ren-${count}`)) count += 1;
  return `ren-${count}`;
};

interface People {
  readonly context: Context;
  /** The ids of people whom a row of the sheet brings. */
  readonly ids: ReadonlyMap<TableRow, string>;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** Everybody by name and id: first as the sheet names them, then as the file does. */
export function peopleIn(
  records: Records,
  rows: readonly TableRow[],
  areaCode: string | undefined,
  idFor: IdFor,
): People {
  const known = (records.staff?.['people'] ?? []) as readonly Fields[];
  const context: Context = { people: [], areaCode };
  const taken = new Set(known.map(({ id }) => text(id)));
  const ids = new Map<TableRow, string>();
  const keyed = new Set<string>();
  const named = rows.flatMap((row) => {
    const cell = row.table === peopleSheet ? row.cells.get('name') : undefined;
    if (!cell) return [];
    const name = text(readCell(personName, cell.text, context));
    const { rowKey } = row.special;
    const byKey = taken.has(rowKey) && !keyed.has(rowKey) ? rowKey : undefined;
    const id = byKey ?? text(known.find((one) => alike(one['name'], name))?.['id']);
    if (byKey) keyed.add(byKey);
    if (id) return [{ id, name }];
    const fresh = idFor(name, taken);
    taken.add(fresh);
    ids.set(row, fresh);
    return [{ id: fresh, name }];
  });
  const before = known.map(({ id, name }) => ({ id: text(id), name: text(name) }));
  return { context: { ...context, people: [...named, ...before] }, ids };
}
