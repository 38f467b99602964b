import type { Catalogue, Office } from '../catalogue/types.ts';
import { isInBox, kilometresBetween, swapAxes } from '../domain/geo.ts';
import type { Point } from '../schemas/place.ts';
import { matchOffice } from './match.ts';
import { errorAt, warningAt, type RowFinding, type PlaceRow } from './rows.ts';
import { isEmpty, understand, type Defaults, type LocatedRow } from './understand.ts';

/** One office whose point the list sets. */
export interface PointChange {
  readonly line: number;
  readonly office: Office;
  readonly before: Point | undefined;
  readonly after: Point;
  readonly verifiedOn: string | undefined;
  readonly movedKm: number | undefined;
}

export interface PointsPlan {
  readonly changes: readonly PointChange[];
  /** Offices that the list leaves as they are. */
  readonly same: number;
  /** Rows without coordinates. */
  readonly empty: number;
  readonly findings: readonly RowFinding[];
}

const DEFAULT_MAX_KM = 120;

/** A point outside the city: the content check would refuse it. */
function boxFault({ row, point, written }: LocatedRow, { site }: Catalogue): RowFinding[] {
  const { box } = site.city;
  if (!box || isInBox(point, box)) return [];
  const said = `（${written.lon}, ${written.lat}）`;
  if (isInBox(swapAxes(written), box)) return [errorAt(row.line, `经度、纬度写反了：${said}`)];
  const range = `东经 ${box.west}—${box.east}、北纬 ${box.south}—${box.north}`;
  return [errorAt(row.line, `${said}不在本市范围内（${range}）`)];
}

/** Far from the county's seat is told from half of what the content check allows, and refused beyond it. */
function farFinding(
  { row, point }: LocatedRow,
  { county, record }: Office,
  { site }: Catalogue,
): RowFinding[] {
  const seat = county.record.seat;
  const most = site.city.maxKmFromSeat ?? DEFAULT_MAX_KM;
  const far = seat ? Math.round(kilometresBetween(point, seat)) : 0;
  if (far <= most / 2) return [];
  const message = `${record.name}离${county.record.name}县城 ${far} 公里，请核对`;
  return [far > most ? errorAt(row.line, message) : warningAt(row.line, message)];
}

/** The date of checking a point does not vouch for an address that somebody else has checked. */
const hasCheckedAddress = ({ record }: Office) =>
  record.place?.address !== undefined && record.provenance.place !== undefined;

function noticesOf(change: PointChange, { row, verifiedOn }: LocatedRow): RowFinding[] {
  const { before, after, office } = change;
  return [
    before?.precision === 'office' &&
      after.precision === 'township' &&
      `${office.record.name}原来是实测位置，将换成乡镇驻地的大致位置`,
    verifiedOn !== undefined &&
      hasCheckedAddress(office) &&
      `${office.record.name}已有地址的核实记录，核实日期不自动改，请人工核对`,
  ]
    .filter((one) => one !== false)
    .map((message) => warningAt(row.line, message));
}

function changeOf(place: LocatedRow, office: Office): PointChange {
  const before = office.record.place?.point;
  const { lon, lat } = place.point;
  return {
    line: place.row.line,
    office,
    before,
    after: { lon, lat, crs: 'WGS84', precision: place.precision, source: place.source },
    verifiedOn: hasCheckedAddress(office) ? undefined : place.verifiedOn,
    movedKm: before && kilometresBetween(before, place.point),
  };
}

function planRow(row: PlaceRow, catalogue: Catalogue, defaults: Defaults) {
  const match = matchOffice(row, catalogue);
  const { place, findings } = understand(row, defaults);
  const faults = 'fault' in match ? [errorAt(row.line, match.fault), ...findings] : findings;
  if ('fault' in match || !place) return { findings: faults };
  const change = changeOf(place, match.office);
  const outside = boxFault(place, catalogue);
  const far = outside.length > 0 ? [] : farFinding(place, match.office, catalogue);
  return { change, findings: [...faults, ...outside, ...far, ...noticesOf(change, place)] };
}

const isSame = ({ before, after, office, verifiedOn }: PointChange) =>
  before !== undefined &&
  (['lon', 'lat', 'precision', 'source'] as const).every((key) => before[key] === after[key]) &&
  (verifiedOn === undefined || office.record.provenance.place?.verifiedOn === verifiedOn);

/** Two rows for one office: nobody could say which is right. */
function repeated(changes: readonly PointChange[]): RowFinding[] {
  return changes.flatMap(({ line, office }, at) => {
    const first = changes.findIndex((other) => other.office === office);
    return first < at ? [errorAt(line, `${office.record.name}在第 ${changes[first]?.line} 行已经写过`)] : [];
  });
}

/** Everything that a list would change, and everything to say about it. Nothing is written. */
export function planPlaces(rows: readonly PlaceRow[], catalogue: Catalogue, defaults: Defaults): PointsPlan {
  const filled = rows.filter((row) => !isEmpty(row));
  const planned = filled.map((row) => planRow(row, catalogue, defaults));
  const all = planned.flatMap(({ change }) => (change ? [change] : []));
  return {
    changes: all.filter((change) => !isSame(change)),
    same: all.filter(isSame).length,
    empty: rows.length - filled.length,
    findings: [...planned.flatMap(({ findings }) => findings), ...repeated(all)],
  };
}
