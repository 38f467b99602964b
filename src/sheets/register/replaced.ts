/** What a list takes out of an office: rows of which it gives others. */
import { phone } from '../codecs.ts';
import { recordsOf } from '../import-office.ts';
import { keysOf, valuesOf } from '../keys.ts';
import { findAlike } from '../merge-row.ts';
import type { Fields, OfficeRecords } from '../model.ts';
import type { TableRow } from '../read-tables.ts';
import { hoursSheet } from '../tables/hours.ts';
import { phoneUses } from '../tables/labels.ts';
import { phonesSheet } from '../tables/lists.ts';

/** A row that takes out the row of a table with a key. */
const without = (row: TableRow, rowKey: string): TableRow => ({
  ...row,
  special: { ...row.special, action: '删除', rowKey },
  cells: new Map(),
});

/** Hours are one thing: those of a list take the place of all that stood there; a row for the same days is changed. */
function replacedHours(office: OfficeRecords, rows: readonly TableRow[]): TableRow[] {
  const [first] = rows;
  if (!first) return [];
  const known = hoursSheet.rowsOf(recordsOf(office));
  const keys = keysOf(hoursSheet, known);
  const stays = (one: Fields) => rows.some((row) => findAlike(row, [one], { people: [] }) !== undefined);
  return known.flatMap((one, at) => (stays(one) ? [] : [without(first, keys[at] ?? '')]));
}

/** Numbers of the same use that a list does not name. */
function replacedPhones(office: OfficeRecords, rows: readonly TableRow[]): TableRow[] {
  const [first] = rows;
  if (!first) return [];
  const said = (row: TableRow, key: string) => row.cells.get(key)?.text ?? '';
  const uses = rows.map((row) => said(row, 'use'));
  const given = rows.map((row) => String(phone.read(said(row, 'number'), { people: [] })));
  const known = phonesSheet.rowsOf(recordsOf(office));
  const keys = keysOf(phonesSheet, known);
  const goes = (fields: Fields) => {
    const { number, use } = valuesOf(phonesSheet, fields);
    const isGiven = given.some((one) => String(number).endsWith(one));
    return !isGiven && uses.includes(phoneUses.write(use, { people: [] }));
  };
  return known.flatMap((fields, at) => (goes(fields) ? [without(first, keys[at] ?? '')] : []));
}

/** Rows to be taken out of an office before those of a list are laid over it. */
export function replacedRows(
  office: OfficeRecords,
  rows: readonly TableRow[],
  phonesToo: boolean,
): TableRow[] {
  const of = (table: TableRow['table']) => rows.filter((row) => row.table === table);
  return [
    ...replacedHours(office, of(hoursSheet)),
    ...(phonesToo ? replacedPhones(office, of(phonesSheet)) : []),
  ];
}
