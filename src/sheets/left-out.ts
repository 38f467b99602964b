/** Rows that were in a workbook when it was made and are in none of its sheets now: taken out by hand, or by accident. */
import type { Base } from './base.ts';
import type { SeenSheet } from './hidden.ts';
import { recordsOf } from './import-office.ts';
import { keysOf } from './keys.ts';
import { ACTIONS } from './marks.ts';
import { findAlike } from './merge-row.ts';
import type { SheetFinding, OfficeRecords } from './model.ts';
import { peopleIn } from './people.ts';
import type { KnownTable } from './headings.ts';
import type { TableRow } from './read-tables.ts';
import { nameOf } from './row-words.ts';
import { TABLES } from './tables/index.ts';

/** What is told of an office's rows that no row of the workbook speaks of; they stay as they are. */
export function leftOut(
  office: OfficeRecords,
  rows: readonly TableRow<KnownTable>[],
  base: Base,
  sheets: readonly SeenSheet[],
): SheetFinding[] {
  if (!base.known) return [];
  const records = recordsOf(office);
  const { context } = peopleIn(records, [], undefined, () => '');
  const asked = TABLES.filter((table) => !table.single && sheets.some(({ name }) => name === table.name));
  return asked.flatMap((table) => {
    const known = table.rowsOf(records);
    const keys = keysOf(table, known);
    const own = rows.filter((row): row is TableRow => row.table === table);
    const spoken = new Set(
      own.flatMap((row) => [row.special.rowKey, keys[findAlike(row, known, context) ?? -1]]),
    );
    const unseen = sheets.flatMap((sheet) => (sheet.name === table.name ? sheet.unseen : []));
    const isUnseen = (key: string) =>
      unseen.some((cells) => cells.includes(office.id) && cells.includes(key));
    const names = known.flatMap((row, at) => {
      const key = keys[at] ?? '';
      const wasThere = base.valuesOf(table.name, office.id, key) !== undefined;
      return wasThere && !spoken.has(key) && !isUnseen(key) ? [nameOf(table, row, context)] : [];
    });
    const message = `表里没有${String(records.office?.['name'])}的这些行了，网站上的没有动：${names.join('、')}；要去掉，留着这一行，“操作”选“${ACTIONS.remove[0]}”`;
    return names.length > 0 ? [{ sheet: table.name, severity: 'warning' as const, message }] : [];
  });
}
