import { totalsOf, type Total } from '../domain/suppression.ts';
import { addUpTold, toldOf, toldPart, totalsOfPart, type Told } from '../domain/suppression-part.ts';
import { addMonths, dayInWords } from '../domain/dates.ts';
import { FIGURES, type Figure, type Statistics } from '../schemas/statistics.ts';

type Month = Statistics['months'][number];

export const FIGURE_KEYS = Object.keys(FIGURES) as Figure[];

/** How many months are shown; earlier years stand with their totals. */
const SHOWN = 12;

/** `2026-11` as `2026年11月`. */
export const monthInWords = (month: string): string =>
  `${month.slice(0, 4)}年${dayInWords(`${month.slice(5)}-01`).replace(/1日$/, '')}`;

export const totalInWords = (total: Total): string =>
  total === undefined ? '待公开' : `${total.exact ? '' : '不少于'}${total.value}`;

/** The months up to the last one reported, at most twelve, oldest first; those left out are gaps. */
export function shownMonths(months: readonly Month[]): { month: string; entry: Month | undefined }[] {
  const sorted = months.map(({ month }) => month).sort();
  const [first = ''] = sorted;
  const last = sorted.at(-1) ?? '';
  const shown: { month: string; entry: Month | undefined }[] = [];
  for (let back = SHOWN - 1; back >= 0 && last; back -= 1) {
    const month = addMonths(`${last}-01`, -back).slice(0, 7);
    if (month >= first) shown.push({ month, entry: months.find((one) => one.month === month) });
  }
  return shown;
}

/** Figures that are part of another. */
const WHOLE: Partial<Record<Figure, Figure>> = { mediationsSettled: 'mediations' };

/** A figure of a month as it is told, beside the one that it is part of. */
export function toldFigure(entry: Month | undefined, figure: Figure): Told {
  const whole = WHOLE[figure];
  return whole ? toldPart(entry?.[figure], entry?.[whole]) : toldOf(entry?.[figure]);
}

/**
 * The totals of a year. Exact ones are told only of figures reported for all twelve months: a running total that
 * grows by a month would tell that month to whoever kept the earlier page.
 */
function totalsOfYear(months: readonly Month[]): Map<Figure, Total> {
  const line = (figure: Figure) => months.map((month) => month[figure]);
  const isWhole = (figure: Figure) => line(figure).filter((count) => count !== undefined).length === 12;
  const running = (figure: Figure) => addUpTold(months.map((month) => toldFigure(month, figure)));
  const totals = new Map<Figure, Total>(
    FIGURE_KEYS.map((figure) => [
      figure,
      isWhole(figure) && !WHOLE[figure] ? totalsOf([line(figure)])[0] : running(figure),
    ]),
  );
  for (const [part, whole] of Object.entries(WHOLE) as [Figure, Figure][]) {
    if (!isWhole(part) || !isWhole(whole)) continue;
    const [first, second] = totalsOfPart(line(whole), line(part));
    totals.set(whole, first).set(part, second);
  }
  return totals;
}

/** Years with at least two months, newest first, with their totals. */
function yearRows(months: readonly Month[]) {
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))].sort().reverse();
  return years
    .map((year) => ({ year, own: months.filter(({ month }) => month.startsWith(year)) }))
    .filter(({ own }) => own.length > 1)
    .map(({ year, own }) => {
      const totals = totalsOfYear(own);
      return {
        name: `${year}年合计${own.length === 12 ? '' : `（${own.length}个月）`}`,
        cells: FIGURE_KEYS.map((key) => totalInWords(totals.get(key))),
      };
    });
}

/** True where a figure of a month is not told as it is. */
export const hidesSome = (month: Month): boolean =>
  FIGURE_KEYS.some((key) => toldFigure(month, key)?.exact === false);

/** Monthly figures as a table, newest month first, gaps left as gaps; small counts hidden (facts F1-3). */
export function figuresView(statistics: Statistics) {
  const months = shownMonths(statistics.months);
  return {
    columns: FIGURE_KEYS.map((key) => FIGURES[key]),
    rows: months.toReversed().map(({ month, entry }) => ({
      name: monthInWords(month),
      cells: FIGURE_KEYS.map((key) => toldFigure(entry, key)?.said ?? '待公开'),
    })),
    totals: yearRows(statistics.months),
    hides: statistics.months.some(hidesSome),
  };
}

export type FiguresView = ReturnType<typeof figuresView>;
