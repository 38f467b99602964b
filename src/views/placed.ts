import type { Catalogue, Office } from '../catalogue/types.ts';

/** How exactly an office is known, as the map tells it; `none` is on the map only under its county's seat. */
export type PointPrecision = 'office' | 'township' | 'none';

/** Only a point of the office itself or of its township's seat is drawn: nothing stands where it is not known. */
export function placedBy({ record }: Office): PointPrecision {
  const precision = record.place?.point?.precision;
  return precision === 'office' || precision === 'township' ? precision : 'none';
}

/** How many of some offices are known to the door, and how many to their township's seat. */
export const countPlaced = (offices: readonly Office[]) => ({
  surveyed: offices.filter((office) => placedBy(office) === 'office').length,
  approximate: offices.filter((office) => placedBy(office) === 'township').length,
});

/** `3个有实测位置，5个知道乡镇驻地的大致位置，4个还没有公开位置`: what is none is left out. */
export function placeWords(
  offices: number,
  { surveyed, approximate }: ReturnType<typeof countPlaced>,
): string {
  const counts: readonly (readonly [number, string])[] = [
    [surveyed, '个有实测位置'],
    [approximate, '个知道乡镇驻地的大致位置'],
    [offices - surveyed - approximate, '个还没有公开位置'],
  ];
  return counts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count}${words}`)
    .join('，');
}

/** A map leaves out what is closed for good. */
export const isOpen = ({ record }: Pick<Office, 'record'>): boolean => record.status.state !== 'closed';

/** How many open offices each county has, and how exactly they are known: for a map that goes by county. */
export const placedByCounty = ({ counties }: Catalogue) =>
  counties.map(({ slug, record, offices }) => {
    const open = offices.filter(isOpen);
    return { slug, name: record.name, offices: open.length, ...countPlaced(open) };
  });

export type PlacedByCounty = ReturnType<typeof placedByCounty>;
