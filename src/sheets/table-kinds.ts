/** The two kinds of tables: one row for each office, and lists. */
import { valueAt, type Path } from '../schemas/walk.ts';
import { schemaOf, type Table } from './columns.ts';
import { withValue, type Fields, type FileName, type Records } from './model.ts';

/** A table with one row for each office; its columns are named from the file on: `office.place.address`. */
export function officeTable(table: Pick<Table, 'name' | 'title' | 'columns' | 'example'>): Table {
  const files = [...new Set(table.columns.map(({ path }) => path[0] as FileName))];
  return {
    ...table,
    files,
    single: true,
    keys: [],
    match: [],
    rowsOf: (records) => [records],
    withRows: (records, [row = {}]) => ({ ...records, ...started(records, row) }),
    locate: (path) =>
      table.columns.some((one) => path.every((step, at) => one.path[at] === step))
        ? { row: 0, rest: path }
        : undefined,
  };
}

/** What a file must hold beside a list, so that it can be started by adding a row. */
const EMPTY_FILES: Readonly<Record<FileName, Fields>> = {
  office: {},
  staff: { people: [] },
  statistics: { months: [] },
  whereabouts: { entries: [] },
};

/** A row of records in which files that were not there hold what they must. */
const started = (records: Records, row: Fields): Records =>
  Object.fromEntries(
    (Object.entries(row) as [FileName, Fields][]).map(([name, record]) => [
      name,
      records[name] === undefined ? { ...EMPTY_FILES[name], ...record } : record,
    ]),
  );

/** The records with a value somewhere in a file; a file that was not there is started. */
export function withFileValue(records: Records, path: Path, value: unknown): Records {
  const [file, ...rest] = path;
  const name = file as FileName;
  const record = records[name];
  if (record === undefined && value === undefined) return records;
  return { ...records, [name]: withValue(record ?? EMPTY_FILES[name], rest, value) };
}

/** A table of the list at a path (`staff.people`); columns are named from the list's element on. */
export function listTable(
  at: string,
  table: Omit<Table, 'files' | 'single' | 'rowsOf' | 'withRows' | 'locate'>,
): Table {
  const path = at.split('.');
  const rowsOf = (records: Records) => (valueAt(records, path) ?? []) as readonly Fields[];
  return {
    ...table,
    files: [path[0] as FileName],
    single: false,
    rowsOf,
    withRows: (records, rows) => {
      // An empty list is left out, unless that is how it was written or it must be there.
      const bare = rows.length === 0 && rowsOf(records).length > 0;
      const nothing = rows.length === 0 && valueAt(records, path) === undefined;
      return nothing ? records : withFileValue(records, path, bare && !isRequired(path) ? undefined : rows);
    },
    locate: (where) => {
      const row = where[path.length];
      const inside = path.every((step, index) => where[index] === step);
      return inside && typeof row === 'number' ? { row, rest: where.slice(path.length + 1) } : undefined;
    },
  };
}

const isRequired = (path: Path) => !schemaOf(path).safeParse(undefined).success;
