import type { Catalogue, Office } from '../catalogue/types.ts';
import { paths } from '../domain/urls.ts';
import type { ExportContext } from './context.ts';

type Settings = Pick<ExportContext, 'address' | 'digest'>;

const NOTE =
  '坐标为 WGS-84。precision：office 实测；township 乡镇驻地的大致位置，不是司法所门口；none 位置未公开，geometry 为 null。';

/**
 * `data/offices.geojson`: every real office, one feature each. An office whose place nobody has published has no
 * geometry (RFC 7946, 3.2: an unlocated feature): the county's seat is not its place.
 */
export function officesGeoJson({ site, offices }: Catalogue, settings: Settings) {
  const features = offices.map((office) => feature(office, settings));
  return {
    type: 'FeatureCollection',
    name: site.title,
    inputsDigest: settings.digest(JSON.stringify(features)),
    licence: site.contentLicence,
    note: NOTE,
    features,
  } as const;
}

function feature(office: Office, { address }: Settings) {
  const { record, county } = office;
  const point = record.place?.point;
  const located = point && point.precision !== 'county' ? point : undefined;
  return {
    type: 'Feature',
    id: office.id,
    geometry: located ? { type: 'Point', coordinates: [located.lon, located.lat] } : null,
    properties: {
      name: record.name,
      county: county.record.name,
      countyCode: county.record.code,
      status: record.status.state,
      serves: record.serves,
      address: record.place?.address ?? null,
      precision: located?.precision ?? 'none',
      source: located?.source ?? null,
      verifiedOn: (located && record.provenance.place?.verifiedOn) ?? null,
      url: address(paths.office(office.id)),
    },
  } as const;
}
