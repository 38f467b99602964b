import gcoord from 'gcoord';
import type { Office } from '../catalogue/types.ts';
import { directionLinks } from '../domain/directions.ts';
import type { LonLat } from '../domain/geo.ts';
import type { Site } from '../schemas/site.ts';

/** WGS-84 as the map services of the mainland draw it (facts A10-4). */
export function toGcj02({ lon, lat }: LonLat): LonLat {
  const [east, north] = gcoord.transform([lon, lat], gcoord.WGS84, gcoord.GCJ02);
  return { lon: east, lat: north };
}

/**
 * How to get to an office with a map service; `exact` where the links lead to the door, not to a search for its name.
 * Nothing for a sample, which is nowhere, or a closed office.
 */
export function directionsView({ record, sample }: Office, { city }: Site) {
  if (sample || record.status.state === 'closed') return undefined;
  const point = record.place?.point;
  const wgs84 = point?.precision === 'office' ? { lon: point.lon, lat: point.lat } : undefined;
  const links = directionLinks({
    name: record.name,
    city: city.name,
    address: record.place?.address,
    surveyed: wgs84 && { wgs84, gcj02: toGcj02(wgs84) },
  });
  return { exact: wgs84 !== undefined, links };
}
