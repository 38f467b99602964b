/** What whoever filled in the workbook did not see: hidden sheets, last year's people are in them; texts below merged cells. */
import { columnLetter } from './cell-text.ts';
import { OWN_SHEETS } from './marks.ts';
import type { SheetFinding } from './model.ts';
import type { SheetRows } from './workbook/read.ts';

const isHidden = ({ name, rows, hidden }: SheetRows) =>
  hidden === true && rows.length > 0 && !OWN_SHEETS.includes(name);

/** What is told of a sheet that is hidden, or of its cells that are. */
function unseenIn(sheet: SheetRows): SheetFinding[] {
  const message = '这张表是隐藏的，没有导入；要导入，先在表格里取消隐藏';
  if (isHidden(sheet)) return [{ sheet: sheet.name, severity: 'warning', message }];
  return (sheet.buried ?? []).map(({ row, column }) => ({
    sheet: sheet.name,
    row: row + 1,
    column: `${columnLetter(column)} 列`,
    severity: 'warning',
    message: '这一格合并在别的格子里，下面压着的字看不见，没有导入；要导入，先取消合并',
  }));
}

/** The sheets that are seen, and what of all of them is not read. */
export const withoutHidden = (sheets: readonly SheetRows[]) => ({
  shown: sheets.filter((sheet) => !isHidden(sheet)),
  findings: sheets.flatMap(unseenIn),
});
