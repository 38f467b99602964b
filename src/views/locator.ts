import { placeIn } from '../domain/area.ts';
import type { Catalogue, County, Office } from '../catalogue/types.ts';
import type { LonLat } from '../domain/geo.ts';
import { layLocator } from '../domain/locator.ts';

const pointOf = ({ record }: Office) => record.place?.point;

const seatOf = ({ record: { seat, shortName } }: County) =>
  seat ? [{ lon: seat.lon, lat: seat.lat, name: shortName, own: true }] : [];

/** The small picture of where an office is within its county; undefined where no point of its own is known. */
export function locatorView(office: Office, { site }: Catalogue) {
  const point = pointOf(office);
  if (!point || point.precision === 'county') return undefined;
  const known = office.county.offices.map(pointOf).filter((one): one is typeof point => one !== undefined);
  const surveyed = point.precision === 'office';
  return {
    picture: layLocator({ here: point satisfies LonLat, known, seats: seatOf(office.county) }),
    surveyed,
    title: `${office.record.shortName}的位置示意图`,
    text: wordsFor(office, surveyed, site.city.name),
  };
}

export type LocatorView = NonNullable<ReturnType<typeof locatorView>>;

function wordsFor({ record, county, sample }: Office, surveyed: boolean, city: string): string {
  const where = sample ? county.record.name : placeIn(city, county.record.name);
  const how = surveyed ? '实测的位置' : '乡镇驻地的大致位置，不是司法所门口';
  return `${record.shortName}在${where}，标出的是${how}。上北下南，只画点，不表示行政区域界线。`;
}
