/** Rows of figures that say none. */
import { ACTIONS } from './marks.ts';
import type { Context, Fields, SheetFinding } from './model.ts';
import { cellPlace, type TableRow } from './read-tables.ts';
import { nameOf } from './row-words.ts';

/** A new row without a figure is not taken, a row of the file may not lose its last one. */
const WHAT_TO_DO = {
  warning: '没有导入；写上各项的数，真的是零就写 0',
  error: `要去掉这一行，“操作”选“${ACTIONS.remove[0]}”`,
};

/** What to say of a row, as it is to be, where it should say a figure at least and says none: told at what names it. */
export function figureless(
  row: TableRow,
  fields: Fields,
  severity: keyof typeof WHAT_TO_DO,
  context: Context,
): SheetFinding[] {
  const { figures, columns } = row.table;
  const [first] = columns;
  if (!figures || !first || figures.some((key) => fields[key] !== undefined)) return [];
  const message = `${nameOf(row.table, fields, context)} 一个数也没有，${WHAT_TO_DO[severity]}`;
  return [{ ...cellPlace(row, first), severity, message }];
}
