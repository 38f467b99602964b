/** What an operator's list says of one place, as text, with the line it stands on. */
export interface PlaceRow {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  readonly county: string;
  readonly lon: string;
  readonly lat: string;
  readonly crs: string;
  readonly precision: string;
  readonly source: string;
  readonly verifiedOn: string;
}

export type PlaceColumn = Exclude<keyof PlaceRow, 'line'>;

/** Something to tell about a line; an error keeps everything from being written. */
export interface RowFinding {
  readonly line: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

export const errorAt = (line: number, message: string): RowFinding => ({ line, severity: 'error', message });
export const warningAt = (line: number, message: string): RowFinding => ({
  line,
  severity: 'warning',
  message,
});

/** The headings by which a column may go, in Chinese and English, without spaces and in lower case. */
const HEADINGS: Readonly<Record<PlaceColumn, readonly string[]>> = {
  code: ['code', '区划代码', '代码', '统计用区划代码'],
  name: ['name', '名称', '司法所', '司法所名称', '乡镇', '乡镇街道', '乡镇（街道）'],
  county: ['county', '县', '县区', '区县', '县（市、区）', '所属县', '所在县'],
  lon: ['lon', 'lng', 'longitude', 'x', '经度'],
  lat: ['lat', 'latitude', 'y', '纬度'],
  crs: ['crs', '坐标系', '坐标系统'],
  precision: ['precision', '精度', '位置精度'],
  source: ['source', '来源', '坐标来源'],
  verifiedOn: ['verifiedon', 'verified', '核实日期', '量取日期'],
};

/** The column that a heading names. */
export function columnOf(heading: string): PlaceColumn | undefined {
  const plain = heading.replace(/\s/g, '').toLowerCase();
  return (Object.keys(HEADINGS) as PlaceColumn[]).find((column) => HEADINGS[column].includes(plain));
}

/** A row of what is known; the rest is empty. */
export const rowOf = (line: number, cells: Readonly<Partial<Record<PlaceColumn, string>>>): PlaceRow => ({
  code: '',
  name: '',
  county: '',
  lon: '',
  lat: '',
  crs: '',
  precision: '',
  source: '',
  verifiedOn: '',
  ...cells,
  line,
});
