import type { Catalogue, County, Office } from '../catalogue/types.ts';
import type { Box } from '../domain/geo.ts';
import type { PlanTable } from '../domain/plan-table.ts';
import { paths } from '../domain/urls.ts';
import type { Access } from '../schemas/place.ts';
import type { Site } from '../schemas/site.ts';
import { openOffices } from './open-now.ts';
import { countPlaced, isOpen, placedBy, type PointPrecision } from './placed.ts';

/** What can be asked of a building, by the key that offices publish it under (facts A6-1). */
const ACCESS_NEEDS = {
  stepFree: '无台阶入口',
  lowCounter: '低位服务台',
  toilet: '无障碍卫生间',
  parking: '无障碍停车位',
  hearing: '听障服务',
} as const satisfies Partial<Record<keyof Access, string>>;

export type AccessNeed = keyof typeof ACCESS_NEEDS;

/** One office for the map's script; its words stand in the list. */
export interface MapOffice {
  readonly id: string;
  readonly county: string;
  readonly placed: PointPrecision;
  readonly at?: readonly [lon: number, lat: number];
  /** Guides by number in `services`; absent when it offers the usual ones. */
  readonly services?: readonly number[];
  readonly access: readonly AccessNeed[];
  /** Its opening hours by number in `plans`; absent when it has published none. */
  readonly plan?: number;
}

/** What the page carries for its script. */
export interface MapData {
  readonly box?: Box;
  readonly counties: readonly {
    readonly slug: string;
    readonly name: string;
    readonly shortName: string;
    readonly seat?: readonly [lon: number, lat: number];
  }[];
  readonly offices: readonly MapOffice[];
  /** Guides offered by an office that says nothing of its own, by number. */
  readonly usualServices: readonly number[];
  /** The opening hours of the coming days, each kind once: most offices of a county keep the same. */
  readonly plans: readonly PlanTable[];
  readonly tianditu?: { readonly token: string; readonly approvalNumber: string };
  readonly boundaries?: { readonly url: string; readonly approvalNumber: string; readonly source: string };
}

function mapOffice(office: Office, { services }: Catalogue, plan: number | undefined): MapOffice {
  const { record, county } = office;
  const point = record.place?.point;
  const placed = placedBy(office);
  const needs = Object.keys(ACCESS_NEEDS) as AccessNeed[];
  return {
    id: office.id,
    county: county.slug,
    placed,
    ...(point && placed !== 'none' ? { at: [point.lon, point.lat] as const } : {}),
    ...(record.services
      ? { services: services.flatMap((doc, at) => (record.services?.includes(doc.slug) ? [at] : [])) }
      : {}),
    access: needs.filter((need) => Boolean(record.place?.access?.[need])),
    ...(plan === undefined ? {} : { plan }),
  };
}

/** An office in the list beside the map. */
const listed = (office: Office) => ({
  id: office.id,
  name: office.record.shortName,
  path: paths.office(office.id),
  county: office.county.record.name,
  placed: placedBy(office),
  phone: office.record.phones?.find((phone) => phone.use === 'consult')?.number,
  address: office.record.place?.address,
});

/** The hosts that a configured ground of tiles is loaded from; none by default. */
export const tileHosts = ({ map }: Site): string[] =>
  map?.tianditu ? Array.from({ length: 8 }, (_, at) => `https://t${at}.tianditu.gov.cn`) : [];

/** Everything that a map of some counties shows: the list that says it all, the choices, and the data of the drawing. */
export function mapView(
  catalogue: Catalogue,
  boundaryUrl: string,
  counties: readonly County[] = catalogue.counties,
) {
  const offices = counties.flatMap((county) => county.offices.filter(isOpen));
  const data = mapData(catalogue, { counties, offices }, boundaryUrl);
  const counting = (fits: (office: MapOffice) => boolean) => data.offices.filter(fits).length;
  const offering = (at: number) => counting(({ services }) => (services ?? data.usualServices).includes(at));
  const { surveyed, approximate } = countPlaced(offices);
  return {
    offices: offices.map(listed),
    surveyed,
    approximate,
    listLeads: (surveyed + approximate) * 3 < offices.length,
    // A choice that leaves none, or all, is no choice.
    counties: counties.length > 1 ? counties.map(({ slug, record }) => ({ slug, name: record.name })) : [],
    services: catalogue.services
      .map((doc, at) => ({ at, title: doc.data.title, count: offering(at) }))
      .filter(({ count }) => count > 0 && count < offices.length),
    withHours: counting(({ plan }) => plan !== undefined),
    needs: Object.entries(ACCESS_NEEDS)
      .map(([need, title]) => ({
        need,
        title,
        count: counting(({ access }) => access.includes(need as AccessNeed)),
      }))
      .filter(({ count }) => count > 0),
    data,
  };
}

export type MapView = ReturnType<typeof mapView>;

function mapData(
  catalogue: Catalogue,
  { counties, offices }: Pick<Catalogue, 'counties' | 'offices'>,
  boundaryUrl: string,
): MapData {
  const { site, services } = catalogue;
  const { tianditu, boundaries } = site.map ?? {};
  const { tables, byOffice } = openOffices(offices, catalogue);
  return {
    ...(site.city.box ? { box: site.city.box } : {}),
    counties: counties.map(({ slug, record: { name, shortName, seat } }) => ({
      slug,
      name,
      shortName,
      ...(seat ? { seat: [seat.lon, seat.lat] as const } : {}),
    })),
    offices: offices.map((office) => mapOffice(office, catalogue, byOffice.get(office.id))),
    plans: tables,
    usualServices: services.flatMap((doc, at) => (doc.data.defaultOffered ? [at] : [])),
    ...(tianditu ? { tianditu } : {}),
    ...(boundaries
      ? {
          boundaries: {
            url: boundaryUrl,
            approvalNumber: boundaries.approvalNumber,
            source: boundaries.source,
          },
        }
      : {}),
  };
}
