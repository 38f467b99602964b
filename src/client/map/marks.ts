import type { LonLat } from '../../domain/geo.ts';
import type { MapEntry } from './entries.ts';

/** A point to draw: an office where it is known, or a county's seat with the offices whose place is not. */
export interface MapMark {
  readonly kind: 'office' | 'seat';
  readonly at: LonLat;
  readonly entries: readonly MapEntry[];
}

/** The points for some offices: seats first, so that what is close joins them. */
export function marksOf(entries: readonly MapEntry[]): MapMark[] {
  const seats = new Map<string, { at: LonLat; entries: MapEntry[] }>();
  for (const entry of entries) {
    if (entry.at || !entry.seat) continue;
    const seat = seats.get(entry.office.county) ?? { at: entry.seat, entries: [] };
    seat.entries.push(entry);
    seats.set(entry.office.county, seat);
  }
  const located = entries.flatMap((entry): MapMark[] =>
    entry.at ? [{ kind: 'office', at: entry.at, entries: [entry] }] : [],
  );
  return [...[...seats.values()].map((seat): MapMark => ({ kind: 'seat', ...seat })), ...located];
}

export const precisionWord = ({ office }: MapEntry): string =>
  office.placed === 'office' ? '实测位置' : '大致位置';

/** What a screen reader says of a group of points. */
export function sayMarks(marks: readonly MapMark[]): string {
  const entries = marks.flatMap((mark) => mark.entries);
  const [first] = marks;
  const [entry] = entries;
  if (!first || !entry) return '';
  if (marks.length > 1) {
    const counties = [...new Set(entries.map(({ countyName }) => countyName))];
    return `${counties.join('、')}：${entries.length}个司法所，合在一起`;
  }
  return first.kind === 'office'
    ? `${entry.name}，${entry.countyName}，${precisionWord(entry)}`
    : `${entry.countyName}：${entries.length}个司法所位置未公开，先列在县城`;
}

/** True when no enlarging can part the points. */
export const inOnePlace = (marks: readonly MapMark[]): boolean =>
  marks.every(({ at }) => at.lon === marks[0]?.at.lon && at.lat === marks[0]?.at.lat);
