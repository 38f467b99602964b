/** Tables that grow sideways, a month or a weekday a column, as rows of our sheets. */
import type { TurnedSheet } from './turned.ts';
import { unfoldMonths } from './unfold-months.ts';
import { unfoldWeek } from './unfold-week.ts';
import type { SheetRows } from './workbook/read.ts';

/** A sheet whose months or weekdays stand side by side, turned; any other as it is. */
export const unfold = (sheet: SheetRows): TurnedSheet =>
  sheet.rows.length === 0 ? sheet : (unfoldMonths(sheet) ?? unfoldWeek(sheet) ?? sheet);
