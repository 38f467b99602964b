/** Rules that hold for a whole record, told at the row of the workbook that speaks of them. */
import { collectIssues } from '../catalogue/issues.ts';
import { hintOf } from '../schemas/field.ts';
import { RECORDS } from './records.ts';
import { fieldLabel, schemaAt, valueAt, type Path } from '../schemas/walk.ts';
import { issueInWords } from './check-cell.ts';
import type { Table } from './columns.ts';
import type { MergedTable } from './merge-table.ts';
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
    const place = found && result.places[found.row];
    if (!found || !place) continue;
    const exact = table.columns.find((one) => one.path.every((step, at) => found.rest[at] === step));
    const within = table.columns.find((one) => found.rest.every((step, at) => one.path[at] === step));
    const faulty = result.faulty[found.row] === true;
    return { place, column: exact?.title, within: found.rest.length > 0 ? within?.title : undefined, faulty };
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
    const at = placeOf(file, path, records, merged);
    if (at?.faulty) return [];
    const value = valueAt(record, path);
    const field = schemaAt(schema, path, record);
    const name = (field && hintOf(field)?.title) ?? fieldLabel(schema, path, record) ?? title;
    const missing = value === undefined && issue.code !== 'custom';
    const said = missing ? `没有写「${at?.column ?? at?.within ?? name}」` : issueInWords(issue, value);
    const column = missing ? undefined : at?.column;
    if (at) return [{ ...at.place, column, severity: 'error', message: said }];
    return [{ sheet: `${office}（${title}）`, severity: 'error', message: `${said}${homeOf(file, path)}` }];
  });
}
