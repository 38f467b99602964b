/** The rows of all sheets for one office, laid over its files. */
import { written } from '../editing/edit-json.ts';
import { alike } from '../domain/changes.ts';
import { isError } from '../domain/problems.ts';
import { outdatedDays } from '../domain/verified.ts';
import { patchJson } from '../editing/patch-json.ts';
import { RECORDS } from './records.ts';
import { fieldsOf, schemaAt, valueAt } from '../schemas/walk.ts';
import type { Base } from './base.ts';
import { inSchemaOrder } from './field-order.ts';
import { mergeTable } from './merge-table.ts';
import {
  FILE_NAMES,
  type FileEdition,
  type FileName,
  type SheetFinding,
  type OfficeChange,
  type OfficeRecords,
  type Records,
} from './model.ts';
import { pathOf } from './paths.ts';
import { peopleIn, type IdFor } from './people.ts';
import type { TableRow } from './read-tables.ts';
import { faultsOf, type Merged } from './record-faults.ts';
import { withOwnKeys } from './row-keys.ts';
import { withFileValue } from './table-kinds.ts';
import { TABLES } from './tables/index.ts';

interface OfficeSettings {
  readonly base: Base;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly today: string;
  readonly areaCode?: string | undefined;
  readonly idFor: IdFor;
}

/** The records of an office; a file that cannot be read counts as absent (the content check reports it). */
export function recordsOf({ texts }: Pick<OfficeRecords, 'texts'>): Records {
  return Object.fromEntries(
    FILE_NAMES.flatMap((name) => {
      const text = texts[name];
      return text === undefined ? [] : [[name, JSON.parse(text) as unknown]];
    }),
  );
}

/** What belongs to a state only goes with it: the text and dates of a closing that is over. */
function settleState(before: Records, after: Records): Records {
  const [old, now] = [before, after].map(
    (one) => valueAt(one, ['office', 'status']) as Record<string, unknown> | undefined,
  );
  if (!old || !now || old['state'] === now['state'] || !after.office) return after;
  const allowed = fieldsOf(
    schemaAt(RECORDS.office.schema, ['status'], after.office) ?? RECORDS.office.schema,
    now,
  );
  const status = Object.fromEntries(
    Object.entries(now).filter(([key, value]) => Object.hasOwn(allowed, key) || !alike(value, old[key])),
  );
  return { ...after, office: { ...after.office, status } };
}

/** Without days of verification that are older than the facts beside them, and what to say of it. */
function settleDays(before: Records, after: Records, today: string): readonly [Records, readonly string[]] {
  const found = FILE_NAMES.flatMap((file) =>
    before[file] && after[file]
      ? outdatedDays(file, before[file], after[file], today).map((one) => ({ file, ...one }))
      : [],
  );
  const settled = found.reduce<Records>(
    (records, { file, path }) => withFileValue(records, [file, ...path], undefined),
    after,
  );
  return [settled, found.map(({ title }) => title)];
}

const nameOf = (records: Records) => String(records.office?.['name'] ?? '');

function fileChange(office: OfficeRecords, file: FileName, records: Records): FileEdition[] {
  const record = records[file];
  const before = office.texts[file];
  if (record === undefined || (before !== undefined && alike(JSON.parse(before), record))) return [];
  const ordered = inSchemaOrder(RECORDS[file].schema, record);
  const after =
    before === undefined ? `${written(ordered, { indent: '', eol: '\n' })}\n` : patchJson(before, ordered);
  return [{ path: pathOf(office, file), before, after }];
}

interface ImportedOffice {
  readonly change: OfficeChange | undefined;
  readonly findings: readonly SheetFinding[];
}

/** The rows of each table, told apart by their names where their hidden numbers are others'. */
function keyedRows(before: Records, rows: readonly TableRow[], areaCode: string | undefined) {
  const { context } = peopleIn(before, [], areaCode, () => '');
  return TABLES.map((table) =>
    withOwnKeys(
      table,
      rows.filter((row) => row.table === table),
      table.rowsOf(before),
      context,
    ),
  );
}

/** Lays rows over the files of an office: the changed files, what changes in words, and every fault. */
export function importOffice(
  office: OfficeRecords,
  given: readonly TableRow[],
  settings: OfficeSettings,
): ImportedOffice {
  const before = recordsOf(office);
  const keyed = keyedRows(before, given, settings.areaCode);
  const rows = keyed.flatMap((one) => one.rows);
  const people = peopleIn(before, rows, settings.areaCode, settings.idFor);
  let records = before;
  const merged = TABLES.filter((table) => rows.some((row) => row.table === table)).map((table): Merged => {
    const result = mergeTable(
      table,
      table.rowsOf(records),
      rows.filter((row) => row.table === table),
      {
        office: office.id,
        base: settings.base,
        context: people.context,
        fresh: (row) => (people.ids.has(row) ? { id: people.ids.get(row) } : {}),
      },
    );
    if (result.changes.length > 0) records = table.withRows(records, result.rows);
    return { table, result };
  });
  const [after, outdated] = settleDays(before, settleState(before, records), settings.today);
  const files = FILE_NAMES.flatMap((file) => fileChange(office, file, after));
  const changed = FILE_NAMES.filter((file) => files.some(({ path }) => path === pathOf(office, file)));
  const name = nameOf(before);
  const faults = [
    ...keyed.flatMap((one) => one.findings),
    ...merged.flatMap(({ result }) => result.findings),
    ...changed.flatMap((file) => faultsOf(name, file, after, merged)),
  ];
  const hints = outdated.map((title): SheetFinding => ({
    sheet: name,
    severity: 'warning',
    message: `${title}改了，原来的核实日期不再算数，已去掉；核实过的，在「来源与核实」写新的日期`,
  }));
  return {
    change:
      files.length > 0
        ? { id: office.id, name, rows: merged.flatMap(({ result }) => result.changes), files }
        : undefined,
    findings: faults.some(isError) ? faults : [...faults, ...hints],
  };
}
