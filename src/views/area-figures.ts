import type { Office } from '../catalogue/types.ts';
import { addUpTold } from '../domain/suppression-part.ts';
import { FIGURES } from '../schemas/statistics.ts';
import {
  FIGURE_KEYS,
  hidesSome,
  monthInWords,
  shownMonths,
  toldFigure,
  totalInWords,
  type FiguresView,
} from './figures.ts';

/** A sum over fewer offices than this would stand for single ones. */
const LEAST_OFFICES = 5;

/**
 * Monthly figures of a county or of the city, for months and figures that enough offices report; undefined without
 * any. They are added up from what each office tells, so that nothing can be found out that its own page hides.
 */
export function areaFigures(offices: readonly Office[]): FiguresView | undefined {
  const reports = offices.flatMap(({ statistics }) => statistics?.months ?? []);
  const of = (month: string) => reports.filter((one) => one.month === month);
  const enough = reports.filter(({ month }) => of(month).length >= LEAST_OFFICES);
  const months = shownMonths(enough).filter(({ entry }) => entry);
  if (months.length === 0) return undefined;
  return {
    columns: FIGURE_KEYS.map((key) => FIGURES[key]),
    rows: months.toReversed().map(({ month }) => ({
      name: `${monthInWords(month)}（${of(month).length}个所）`,
      cells: FIGURE_KEYS.map((key) => {
        const counts = of(month).flatMap((one) => toldFigure(one, key) ?? []);
        return counts.length < LEAST_OFFICES ? '待公开' : totalInWords(addUpTold(counts));
      }),
    })),
    totals: [],
    hides: enough.some(hidesSome),
  };
}
