/** Weekdays as columns: whereabouts of a week as people plan them. */
import { isFiller } from '../domain/fillers.ts';
import { toHalfWidth } from '../domain/phones.ts';
import { bare } from './cell-text.ts';
import { date, weekdays } from './codecs-time.ts';
import { titleAbove } from './headings.ts';
import type { SheetFinding } from './model.ts';
import { asEmpty } from './no-value.ts';
import {
  ANY,
  cellsBelow,
  headingOf,
  isOffice,
  strayColumns,
  turned,
  type TurnedCell,
  type TurnedSheet,
} from './turned.ts';
import type { SheetRows } from './workbook/read.ts';

const says = (text: string) => text !== '' && !isFiller(text);
const weekdayIn = (text: string): string | undefined => {
  const day = /^(?:周|星期)([一二三四五六日天])/.exec(text)?.[1];
  return day && `周${day}`;
};

/** Which days a plan is for, as the title says or columns of their own. */
function spanOf(sheet: SheetRows): TurnedCell[] {
  const found = [...toHalfWidth(titleAbove(sheet)).matchAll(/20\d{2}[-年/.]\d{1,2}[-月/.]\d{1,2}日?/g)];
  return found.map(([text]) => {
    const line = sheet.rows.findIndex((cells) => cells.some((cell) => toHalfWidth(cell).includes(text)));
    return { text: String(date.read(text, ANY)), ...(line >= 0 && { from: { row: line + 1 } }) };
  });
}

/** Weekdays as columns, a person and a time a row: the days on which a state is the same stand together. */
export function unfoldWeek(sheet: SheetRows): TurnedSheet | undefined {
  const heading = headingOf(sheet, weekdayIn);
  if (!heading) return undefined;
  const names = (sheet.rows[heading.line] ?? []).map(bare);
  const at = (...words: string[]) => names.findIndex((name) => words.includes(name));
  const [office, person, session] = [names.findIndex(isOffice), at('姓名', '人员'), at('时段', '时间')];
  const [from, until] = [at('安排起始日', '起始日'), at('安排截止日', '截止日')];
  if (person < 0 || session < 0) return undefined;
  const span = spanOf(sheet);
  const findings: SheetFinding[] = [];
  const lines = sheet.rows.slice(heading.line + 1).flatMap((_, below) => {
    const cellAt = cellsBelow(sheet, heading, heading.line + 1 + below);
    const days = heading.heads.map(([one, day]) => ({ day, ...cellAt(one) }));
    for (const { text, from: place } of days.filter(({ text: one }) => isFiller(one)))
      findings.push({ sheet: sheet.name || '表格', ...place, severity: 'warning', message: asEmpty(text) });
    const states = new Set(days.flatMap(({ text }) => (says(text) ? [text] : [])));
    return [...states].map((state) => {
      const same = days.filter(({ text }) => text === state);
      const written = weekdays.write(weekdays.read(same.map(({ day }) => day).join('、'), ANY), ANY);
      const place = { row: heading.line + 2 + below, column: same.map((one) => one.from?.column).join('、') };
      return [
        cellAt(office),
        from < 0 ? span[0] : cellAt(from),
        until < 0 ? span[1] : cellAt(until),
        cellAt(person),
        { text: written, from: place },
        cellAt(session),
        { text: state, from: place },
      ];
    });
  });
  if (lines.length === 0) return undefined;
  const head = ['司法所', '安排起始日', '安排截止日', '人员', '星期', '时段', '去向'];
  const read = new Set([office, person, session, from, until]);
  return turned(sheet, head, lines, [...strayColumns(sheet, heading, read), ...findings]);
}
