/** Rules that hold for a whole record, told at the row of the workbook that speaks of them. */
import { collectIssues } from '../catalogue/issues.ts';
import { hintOf } from '../schemas/field.ts';
import { RECORDS } from './records.ts';
import { fieldLabel, schemaAt, valueAt, type Path } from '../schemas/walk.ts';
import { issueInWords, notWritten } from './check-cell.ts';
import type { Column, Table } from './columns.ts';
import type { MergedTable } from './merge-table.ts';
import { cellPlace } from './read-tables.ts';
import type { FileName, SheetFinding, Records } from './model.ts';
import { TABLES } from './tables/index.ts';

/** A table and what became of it. */
export interface Merged {
  readonly table: Table;
  readonly result: MergedTable;
}

/** Where in the workbook a path of a record stands; undefined when no row of it speaks of that. */
function placeOf(file: FileName, path: Path, records: Records, merged: readonly Merged[]) {
  for (const { table, result } of merged) {
    const found = table.locate([file, ...path], records);
    const by = found && result.by[found.row];
    if (!found || !by) continue;
    const exact = table.columns.find((one) => one.path.every((step, at) => found.rest[at] === step));
    const within = table.columns.find((one) => found.rest.every((step, at) => one.path[at] === step));
    const asked = exact ?? (found.rest.length > 0 ? within : undefined);
    const place = exact ? cellPlace(by, exact) : by.place;
    return { by, place, asked, faulty: result.faulty[found.row] === true };
  }
  return undefined;
}

/** Where in a workbook something belongs that no row of it speaks of. */
function homeOf(file: FileName, path: Path): string {
  for (const { name, columns } of TABLES) {
    const column = columns.find((one) => [file, ...path].every((step, at) => one.path[at] === step));
    if (column) return `；请在「${name}」表写「${column.title}」`;
  }
  return '';
}

/** Said of what must be written and is not. */
const missed = (name: string, column: Column | undefined) =>
  column ? notWritten(column, { people: [] }) : `没有写「${name}」`;

/** Said of a value that only goes with another choice of the row: the text of a closing that is none. */
function unfitting(at: ReturnType<typeof placeOf>): SheetFinding[] {
  const path = at?.asked?.path.slice(0, -1) ?? [];
  const choice = at?.by.table.columns.find(
    (one) =>
      one.codec.choices && one.path.length > path.length && path.every((step, i) => one.path[i] === step),
  );
  if (!at || !choice || at.faulty) return [];
  const message = `和「${choice.title}」写的不相配；请清空，或者改「${choice.title}」`;
  return [{ ...at.place, severity: 'error', message }];
}

/** What the schema of a file says of a record, each thing at its place in the workbook. */
export function faultsOf(
  office: string,
  file: FileName,
  records: Records,
  merged: readonly Merged[],
): SheetFinding[] {
  const { schema, title } = RECORDS[file];
  const record = records[file];
  return collectIssues(schema, record).flatMap((issue): SheetFinding[] => {
    const path = issue.path as Path;
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const told = keys.flatMap((key) => unfitting(placeOf(file, [...path, key], records, merged)));
    if (told.length > 0) return told;
    const at = placeOf(file, path, records, merged);
    if (at?.faulty) return [];
    const value = valueAt(record, path);
    const field = schemaAt(schema, path, record);
    const name = (field && hintOf(field)?.title) ?? fieldLabel(schema, path, record) ?? title;
    const missing = value === undefined && issue.code !== 'custom';
    const said = missing ? missed(name, at?.asked) : issueInWords(issue, value);
    if (at) return [{ ...(missing ? at.by.place : at.place), severity: 'error', message: said }];
    return [{ sheet: `${office}（${title}）`, severity: 'error', message: `${said}${homeOf(file, path)}` }];
  });
}
