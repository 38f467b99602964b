import { placeIn } from '../domain/area.ts';
import type { Catalogue, County, Office } from '../catalogue/types.ts';
import type { LonLat } from '../domain/geo.ts';
import { layLocator, type Locator } from '../domain/locator.ts';

export interface LocatorView {
  readonly picture: Locator;
  readonly surveyed: boolean;
  readonly title: string;
  readonly text: string;
}

const pointOf = ({ record }: Office) => record.place?.point;

/** The offices and counties among which an office is shown: samples stay among samples (design §2.2). */
function realmOf(office: Office, { counties, offices, samples }: Catalogue) {
  return office.sample ? { counties: [office.county], offices: samples } : { counties, offices };
}

const seatOf = (county: County, own: County) =>
  county.record.seat
    ? [
        {
          lon: county.record.seat.lon,
          lat: county.record.seat.lat,
          name: county.record.shortName,
          own: county === own,
        },
      ]
    : [];

/** The small picture of where an office is; undefined where no point of its own is known. */
export function locatorView(office: Office, catalogue: Catalogue): LocatorView | undefined {
  const point = pointOf(office);
  if (!point || point.precision === 'county') return undefined;
  const realm = realmOf(office, catalogue);
  const known = realm.offices.map(pointOf).filter((one): one is typeof point => one !== undefined);
  const seats = realm.counties.flatMap((county) => seatOf(county, office.county));
  const surveyed = point.precision === 'office';
  return {
    picture: layLocator({ here: point satisfies LonLat, known, seats }),
    surveyed,
    title: `${office.record.shortName}的位置示意图`,
    text: wordsFor(office, surveyed, catalogue.site.city.name),
  };
}

function wordsFor({ record, county, sample }: Office, surveyed: boolean, city: string): string {
  const where = sample ? county.record.name : placeIn(city, county.record.name);
  const how = surveyed ? '实测的位置' : '乡镇驻地的大致位置，不是司法所门口';
  return `${record.shortName}在${where}，标出的是${how}。上北下南，只画点，不表示行政区域界线。`;
}
