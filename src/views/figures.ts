import { addUp, isFew, tell, totalsOf, type Count, type Total } from '../domain/suppression.ts';
import { addMonths, dayInWords } from '../domain/dates.ts';
import { FIGURES, type Figure, type Statistics } from '../schemas/statistics.ts';

type Month = Statistics['months'][number];

export const FIGURE_KEYS = Object.keys(FIGURES) as Figure[];

/** How many months are shown; earlier years stand with their totals. */
const SHOWN = 12;

/** `2026-11` as `2026年11月`. */
export const monthInWords = (month: string): string =>
  `${month.slice(0, 4)}年${dayInWords(`${month.slice(5)}-01`).replace(/1日$/, '')}`;

const countInWords = (count: Count): string => (count === undefined ? '待公开' : String(tell(count)));

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

/** Figures whose totals must be judged together: the second is part of the first. */
const LINKED: readonly (readonly Figure[])[] = [
  ['consultations'],
  ['mediations', 'mediationsSettled'],
  ['legalAidForwarded'],
  ['lectures'],
  ['disputeChecks'],
];

/**
 * The totals of a year. Exact ones are told only of figures reported for all twelve months: a running total that
 * grows by a month would tell that month to whoever kept the earlier page.
 */
function totalsOfYear(months: readonly Month[]): Map<Figure, Total> {
  const line = (figure: Figure) => months.map((month) => month[figure]);
  const isWhole = (figure: Figure) => line(figure).filter((count) => count !== undefined).length === 12;
  return new Map(
    LINKED.flatMap((group): [Figure, Total][] => {
      const whole = group.filter(isWhole);
      const exact = totalsOf(whole.map(line));
      return group.map((figure) => [
        figure,
        whole.includes(figure) ? exact[whole.indexOf(figure)] : addUp(line(figure)),
      ]);
    }),
  );
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

/** Monthly figures as a table, newest month first, gaps left as gaps; small counts hidden (facts F1-3). */
export function figuresView(statistics: Statistics) {
  const months = shownMonths(statistics.months);
  return {
    columns: FIGURE_KEYS.map((key) => FIGURES[key]),
    rows: months.toReversed().map(({ month, entry }) => ({
      name: monthInWords(month),
      cells: FIGURE_KEYS.map((key) => countInWords(entry?.[key])),
    })),
    totals: yearRows(statistics.months),
    hides: statistics.months.some((month) => FIGURE_KEYS.some((key) => isFew(month[key]))),
  };
}

export type FiguresView = ReturnType<typeof figuresView>;
