import type { LonLat } from '../../domain/geo.ts';
import type { MapData, MapOffice } from '../../views/map.ts';

/** One office: its line in the list, which has the words, and its data. */
export interface MapEntry {
  readonly office: MapOffice;
  readonly item: HTMLElement;
  readonly name: string;
  readonly href: string;
  readonly countyName: string;
  /** Where it is known to be, if at all. */
  readonly at: LonLat | undefined;
  /** The seat of its county, if known. */
  readonly seat: LonLat | undefined;
}

const pointOf = (pair: readonly [number, number] | undefined): LonLat | undefined =>
  pair && { lon: pair[0], lat: pair[1] };

/** The lines of the list joined with the data of the page, in the order of the list. */
export function readEntries(list: HTMLElement, data: MapData): MapEntry[] {
  const offices = new Map(data.offices.map((office) => [office.id, office]));
  const counties = new Map(data.counties.map((county) => [county.slug, county]));
  return [...list.querySelectorAll<HTMLElement>('li[data-id]')].flatMap((item) => {
    const office = offices.get(item.dataset['id'] ?? '');
    const county = office && counties.get(office.county);
    const link = item.querySelector('a');
    if (!office || !county || !link) return [];
    return [
      {
        office,
        item,
        name: link.textContent ?? '',
        href: link.href,
        countyName: county.name,
        at: pointOf(office.at),
        seat: pointOf(county.seat),
      },
    ];
  });
}
