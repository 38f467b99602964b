/** Sheets that whoever filled in the workbook did not see: last year's people are in them. */
import { OWN_SHEETS } from './marks.ts';
import type { SheetFinding } from './model.ts';
import type { SheetRows } from './workbook/read.ts';

const isHidden = ({ name, rows, hidden }: SheetRows) =>
  hidden === true && rows.length > 0 && !OWN_SHEETS.includes(name);

/** The sheets that are seen, and that the others are not read. */
export const withoutHidden = (sheets: readonly SheetRows[]) => ({
  shown: sheets.filter((sheet) => !isHidden(sheet)),
  findings: sheets.filter(isHidden).map(({ name }): SheetFinding => {
    const message = '这张表是隐藏的，没有导入；要导入，先在表格里取消隐藏';
    return { sheet: name, severity: 'warning', message };
  }),
});
