import { addUp, isRange, toldInWords } from '../domain/suppression.ts';
import type { ToldCount, ToldMonth, ToldStatistics } from '../domain/suppression.ts';
import { addMonths, monthInWords } from '../domain/dates.ts';
import { FIGURES, type Figure } from '../schemas/statistics.ts';

export const FIGURE_KEYS = Object.keys(FIGURES) as Figure[];

/** How many months are shown; earlier years stand with their totals. */
const SHOWN = 12;

/** The months up to the last one reported, at most twelve, oldest first; those left out are gaps. */
export function shownMonths(
  months: readonly ToldMonth[],
): { month: string; figures: ToldMonth['figures'] }[] {
  const figures = new Map(months.map((one) => [one.month, one.figures]));
  const sorted = [...figures.keys()].sort();
  const [first = ''] = sorted;
  const last = sorted.at(-1) ?? '';
  const shown: { month: string; figures: ToldMonth['figures'] }[] = [];
  for (let back = SHOWN - 1; back >= 0 && last; back -= 1) {
    const month = addMonths(`${last}-01`, -back).slice(0, 7);
    if (month >= first) shown.push({ month, figures: figures.get(month) ?? {} });
  }
  return shown;
}

const cellsOf = (told: (figure: Figure) => ToldCount): string[] =>
  FIGURE_KEYS.map((figure) => toldInWords(told(figure)));

/** Years with at least two months, newest first, with their totals. */
function yearRows(months: readonly ToldMonth[]) {
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))].sort().reverse();
  return years
    .map((year) => ({ year, own: months.filter(({ month }) => month.startsWith(year)) }))
    .filter(({ own }) => own.length > 1)
    .map(({ year, own }) => ({
      name: `${year}年合计${own.length === 12 ? '' : `（${own.length}个月）`}`,
      cells: cellsOf((figure) => addUp(own.map(({ figures }) => figures[figure]))),
    }));
}

/** True where a figure of a month is not told as it is. */
export const hidesSome = ({ figures }: ToldMonth): boolean => Object.values(figures).some(isRange);

/** Monthly figures as a table, newest month first, gaps left as gaps. */
export function figuresView({ months }: ToldStatistics) {
  return {
    columns: FIGURE_KEYS.map((key) => FIGURES[key]),
    rows: shownMonths(months)
      .toReversed()
      .map(({ month, figures }) => ({
        name: monthInWords(month),
        cells: cellsOf((figure) => figures[figure]),
      })),
    totals: yearRows(months),
    hides: months.some(hidesSome),
  };
}

export type FiguresView = ReturnType<typeof figuresView>;
