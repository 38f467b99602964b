import gcoord from 'gcoord';
import { isDate } from '../domain/dates.ts';
import type { LonLat } from '../domain/geo.ts';
import { toHalfWidth } from '../domain/phones.ts';
import { errorAt, type RowFinding, type PlaceRow } from './rows.ts';

type Datum = 'WGS84' | 'GCJ02' | 'BD09';
type Precision = 'office' | 'township';

/** A row as a place on earth, WGS-84. */
export interface LocatedRow {
  readonly row: PlaceRow;
  readonly point: LonLat;
  /** As written, before conversion, for messages. */
  readonly written: LonLat;
  readonly datum: Datum;
  readonly precision: Precision;
  readonly source: string;
  readonly verifiedOn: string | undefined;
}

/** What holds for every row that says nothing of its own. */
export interface Defaults {
  readonly crs?: string | undefined;
  readonly precision?: string | undefined;
  readonly source?: string | undefined;
  readonly verifiedOn?: string | undefined;
  /** `YYYY-MM-DD`: nothing is verified in the future. */
  readonly today: string;
}

/** CGCS2000 differs from WGS-84 by less than matters here (facts A10-4). */
const DATUMS: readonly (readonly [RegExp, Datum])[] = [
  [/^(?:wgs-?84|epsg:?4326|cgcs-?2000|epsg:?4490|国家?2000|天地图|.*crs84)$/i, 'WGS84'],
  [/^(?:gcj-?02|火星坐标?系?|高德(?:地图)?|腾讯(?:地图)?)$/i, 'GCJ02'],
  [/^(?:bd-?09(?:ll)?|百度(?:地图|坐标系?)?)$/i, 'BD09'],
];

export const datumOf = (text: string): Datum | undefined =>
  DATUMS.find(([pattern]) => pattern.test(text.replace(/\s/g, '')))?.[1];

const PRECISIONS: readonly (readonly [RegExp, Precision])[] = [
  [/^(?:office|实测|门口|司法所)/i, 'office'],
  [/^(?:township|approximate|乡镇|驻地|大致)/i, 'township'],
];

export const precisionOf = (text: string): Precision | undefined =>
  PRECISIONS.find(([pattern]) => pattern.test(text.trim()))?.[1];

/** Decimals that a precision deserves: a metre at the door, a kilometre for a township (places of 0.01°). */
const DECIMALS = { office: 6, township: 2 } as const;

function toWgs84(written: LonLat, datum: Datum, precision: Precision): LonLat {
  const pair: [number, number] = [written.lon, written.lat];
  const [lon, lat] = datum === 'WGS84' ? pair : gcoord.transform(pair, gcoord[datum], gcoord.WGS84);
  const round = (value: number) => Number(value.toFixed(DECIMALS[precision]));
  return { lon: round(lon), lat: round(lat) };
}

const asDegrees = (text: string): number | undefined => {
  const plain = toHalfWidth(text).trim();
  return /^-?\d{1,3}(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
};

/** True for a row without a place: an office that the list knows nothing of. */
export const isEmpty = ({ lon, lat }: PlaceRow): boolean => lon === '' && lat === '';

/** A row as a place, or everything that is wrong with it. */
export function understand(
  row: PlaceRow,
  defaults: Defaults,
): { place?: LocatedRow; findings: RowFinding[] } {
  const [lon, lat] = [asDegrees(row.lon), asDegrees(row.lat)];
  const datum = datumOf(row.crs || (defaults.crs ?? ''));
  const precision = precisionOf(row.precision || (defaults.precision ?? ''));
  const source = row.source || defaults.source || '';
  const verifiedOn = row.verifiedOn || defaults.verifiedOn || undefined;
  const findings = faultsOf(row, { lon, lat, datum, precision, source, verifiedOn }, defaults.today);
  if (findings.length > 0 || lon === undefined || lat === undefined || !datum || !precision)
    return { findings };
  const written = { lon, lat };
  const point = toWgs84(written, datum, precision);
  return { place: { row, point, written, datum, precision, source, verifiedOn }, findings };
}

interface Read {
  readonly lon: number | undefined;
  readonly lat: number | undefined;
  readonly datum: Datum | undefined;
  readonly precision: Precision | undefined;
  readonly source: string;
  readonly verifiedOn: string | undefined;
}

function faultsOf(row: PlaceRow, read: Read, today: string): RowFinding[] {
  const { verifiedOn } = read;
  const messages = [
    read.lon === undefined && `经度“${row.lon}”应为十进制度数，例如 103.945（不写度分秒）`,
    read.lat === undefined && `纬度“${row.lat}”应为十进制度数，例如 29.209（不写度分秒）`,
    !read.datum &&
      (row.crs
        ? `不认识坐标系“${row.crs}”，应为 WGS84、GCJ02 或 BD09`
        : '没有写坐标系：加一列 crs，或用 --crs WGS84|GCJ02|BD09 说明'),
    !read.precision &&
      (row.precision
        ? `不认识精度“${row.precision}”，应为 office（在门口实测）或 township（乡镇驻地）`
        : '没有写精度：加一列 precision，或用 --precision office|township 说明'),
    read.source === '' && '没有写来源：加一列 source，或用 --source 说明',
    read.source.length > 200 && '来源超过 200 个字',
    verifiedOn !== undefined && !isDate(verifiedOn) && `核实日期“${verifiedOn}”应写成 2026-11-22 的样子`,
    verifiedOn !== undefined && isDate(verifiedOn) && verifiedOn > today && `核实日期 ${verifiedOn} 还没有到`,
  ];
  return messages.filter((one) => one !== false).map((message) => errorAt(row.line, message));
}
