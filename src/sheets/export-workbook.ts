/** The files of offices as a workbook to be filled in. */
import type { BaseRow } from './base.ts';
import { writeCell } from './codecs.ts';
import type { Column, Table } from './columns.ts';
import { recordsOf } from './import-office.ts';
import { introLines } from './intro.ts';
import { keysOf, valueOf, valuesOf } from './keys.ts';
import { ACTION, ACTIONS, BASE_SHEET, INTRO_SHEET, OFFICE, OFFICE_ID, ROW_KEY } from './marks.ts';
import type { Context, Fields, OfficeRecords, Records } from './model.ts';
import { noticesTable } from './tables/notices.ts';
import { TABLES } from './tables/index.ts';
import { writeBook, type BookOut, type ColumnOut, type SheetOut } from './workbook/write.ts';

interface Known {
  readonly office: OfficeRecords;
  readonly name: string;
  readonly records: Records;
  readonly context: Context;
}

function knownOf(office: OfficeRecords): Known {
  const records = recordsOf(office);
  const people = ((records.staff?.['people'] ?? []) as readonly { id: string; name: string }[]).map(
    ({ id, name }) => ({ id, name }),
  );
  return { office, records, name: String(records.office?.['name'] ?? office.id), context: { people } };
}

const HIDDEN = { width: 4, hidden: true } as const;

/** Names of people as a list only where all people are of one office. */
const choicesOf = (column: Column, all: readonly Known[]) =>
  column.codec.choices?.(all.length === 1 && all[0] ? all[0].context : { people: [] }) ?? [];

function columnsOut(columns: readonly Column[], all: readonly Known[], single: boolean): ColumnOut[] {
  const names = all.map(({ name }) => name);
  return [
    { heading: OFFICE_ID, ...HIDDEN },
    ...(single
      ? []
      : [
          { heading: ROW_KEY, ...HIDDEN },
          {
            heading: ACTION,
            width: 8,
            choices: [ACTIONS.remove[0] ?? ''],
            note: '要去掉这一行就选“删除”，否则空着',
          },
        ]),
    { heading: OFFICE, width: 26, choices: names, note: single ? '不要改' : '新的一行从下拉中选' },
    ...columns.map((column) => ({
      heading: column.title,
      width: column.width,
      note: column.note,
      choices: choicesOf(column, all),
    })),
  ];
}

const SPARE_ROWS = 40;

/** The context of examples: the person whom they name. */
const EXAMPLE_CONTEXT: Context = { people: [{ id: '示例甲', name: '示例甲' }] };

function exampleRow(columns: readonly Column[], example: Fields): string[] {
  const cells = columns.map((column) => writeCell(column.codec, valueOf(column, example), EXAMPLE_CONTEXT));
  return ['', '', ACTIONS.example[0] ?? '', '示例', ...cells];
}

function sheetOut(table: Table, all: readonly Known[]): SheetOut {
  const rows = all.flatMap(({ office, name, records, context }) => {
    const own = table.rowsOf(records);
    const keys = keysOf(table, own);
    return own.map((row, at) => [
      office.id,
      ...(table.single ? [] : [keys[at] ?? '', '']),
      name,
      ...table.columns.map((column) => writeCell(column.codec, valueOf(column, row), context)),
    ]);
  });
  return {
    name: table.name,
    title: table.title,
    columns: columnsOut(table.columns, all, table.single),
    rows: table.single ? rows : [exampleRow(table.columns, table.example), ...rows],
    examples: table.single ? 0 : 1,
    frozen: table.single ? 2 : 4,
    spare: table.single ? 0 : SPARE_ROWS,
  };
}

const noticesOut = (all: readonly Known[]): SheetOut => ({
  name: noticesTable.name,
  title: noticesTable.title,
  columns: columnsOut(noticesTable.columns, all, false),
  rows: [exampleRow(noticesTable.columns, noticesTable.example)],
  examples: 1,
  frozen: 4,
  spare: SPARE_ROWS,
});

function baseRows(all: readonly Known[]): BaseRow[] {
  return TABLES.flatMap((table) =>
    all.flatMap(({ office, records }) => {
      const rows = table.rowsOf(records);
      const keys = keysOf(table, rows);
      return rows.map((row, at): BaseRow => [
        table.name,
        office.id,
        keys[at] ?? '',
        JSON.stringify(valuesOf(table, row)),
      ]);
    }),
  );
}

/** The workbook of some offices, before it becomes bytes. */
export function workbookOf(offices: readonly OfficeRecords[], today: string): BookOut {
  const all = offices.map(knownOf);
  return {
    intro: {
      name: INTRO_SHEET,
      lines: introLines(
        all.map(({ name }) => name),
        today,
      ),
    },
    sheets: [...TABLES.map((table) => sheetOut(table, all)), noticesOut(all)],
    hidden: { name: BASE_SHEET, rows: baseRows(all) },
  };
}

/**
 * The bytes of a workbook (.xlsx) with everything that offices can fill in: one sheet for each table, Chinese
 * headings, dropdowns, notes and examples. `today` is told on the first page.
 */
export const exportWorkbook = (offices: readonly OfficeRecords[], today: string): Promise<Uint8Array> =>
  writeBook(workbookOf(offices, today));
