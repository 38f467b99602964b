/** What somebody pastes: the text of the notice as it was published, or a table. */
import { HEAD, type TableLine } from './notice.ts';

/** `二、春节：2月15日（周日）至23日（周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。` */
const ITEM = /^\s*[一二三四五六七八九十]+、\s*([^：:。]{2,20})[：:](.+)$/;
const DAY = '(?:(\\d{1,2})月)?(\\d{1,2})日(（[^）]*）|\\([^)]*\\))?';
const SPAN = new RegExp(`(?:\\d{4}年)?${DAY}(?:\\s*(?:至|—+|-|~)\\s*(?:\\d{4}年)?${DAY})?[^。；]*?放假`);

const dayOf = (month: string | undefined, day: string | undefined, weekday = '') =>
  `${month ?? ''}月${day ?? ''}日${weekday}`;

/** The make-up days that a sentence names; a month stands for those after it. */
function workIn(sentence: string): string[] {
  let month: string | undefined;
  return [...sentence.matchAll(new RegExp(DAY, 'g'))].map(([, own, day, weekday]) => {
    month = own ?? month;
    return dayOf(month, day, weekday);
  });
}

function cellsOf(name: string, said: string): string[] {
  const [, month, day, weekday, toMonth, toDay, toWeekday] = SPAN.exec(said) ?? [];
  const from = day === undefined ? said.slice(0, 30) : dayOf(month, day, weekday);
  const to = toDay === undefined ? '' : dayOf(toMonth ?? month, toDay, toWeekday);
  const work = said.split(/[。；;]/).filter((one) => one.includes('上班'));
  return [name.trim(), from, to, work.flatMap((one) => workIn(one.split('放假').at(-1) ?? '')).join('、')];
}

/** The lines of a pasted notice as those of its table, under the table's heading. */
export function linesOf(pasted: string): TableLine[] {
  const lines = pasted.split(/\r?\n/).map((text, at) => ({ line: at + 1, text }));
  const items = lines.flatMap(({ line, text }) => {
    const [, name, said] = ITEM.exec(text) ?? [];
    return name !== undefined && said !== undefined ? [{ line, cells: cellsOf(name, said) }] : [];
  });
  if (items.length > 0) return [{ line: 0, cells: HEAD }, ...items];
  return lines.flatMap(({ line, text }) =>
    text.trim() === '' ? [] : [{ line, cells: text.split(/\t|[,，]/).map((cell) => cell.trim()) }],
  );
}
