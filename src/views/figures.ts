import { FIGURES, type Figure, type Statistics } from '../schemas/statistics.ts';

/** Counts of 1 to 4 are not told, so that nobody can be recognised (facts F1-3). */
const told = (count: number | undefined): string =>
  count === undefined ? '待公开' : count > 0 && count < 5 ? '少于5' : String(count);

/** Monthly figures, newest month first: one row a month, one column a figure, small counts hidden. */
export function figuresView(statistics: Statistics) {
  const keys = Object.keys(FIGURES) as Figure[];
  const months = [...statistics.months].sort((a, b) => b.month.localeCompare(a.month));
  return {
    columns: keys.map((key) => FIGURES[key]),
    rows: months.map((entry) => ({
      month: `${Number(entry.month.slice(0, 4))}年${Number(entry.month.slice(5))}月`,
      cells: keys.map((key) => told(entry[key])),
    })),
  };
}
