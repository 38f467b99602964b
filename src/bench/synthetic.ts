/** A content of any size for measuring: counties of twelve complete offices or more, beside the city's own texts. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checked, digits, officeFiles, plainOfficeFiles, signs, townshipName } from './synthetic-office.ts';
import type { SyntheticPlace } from './synthetic-office.ts';

/** How many offices a county has: twelve, and more where a city would have more counties than codes. */
const officesACounty = (offices: number) => Math.max(12, Math.ceil(offices / 99));
const VILLAGES = 10;

interface County {
  readonly number: number;
  readonly slug: string;
  readonly code: string;
  readonly name: string;
  readonly places: readonly SyntheticPlace[];
}

/** Which city is made up; by default one of complete offices in the first city's place. */
interface Synthetic {
  /** The number of the city, from 0 on: codes and names differ by it. */
  readonly city: number;
  /** Offices of which nothing but the name is known. */
  readonly plain: boolean;
}

/** The code of a made-up city: of all provinces' codes one after another. */
export const cityCode = (city: number): string =>
  `${11 + Math.floor(city / 60)}${digits(30 + (city % 60), 2)}`;
export const cityName = (city: number): string => `${signs(city)}虚市`;

function countyOf(number: number, offices: number, city: number | undefined): County {
  const slug = `xian${number + 1}`;
  const code =
    city === undefined ? `51${digits(1101 + number, 4)}` : `${cityCode(city)}${digits(1 + number, 2)}`;
  const first = number * officesACounty(offices);
  const places = Array.from({ length: Math.min(officesACounty(offices), offices - first) }, (_, at) => ({
    county: slug,
    township: `${code}${100 + at}`,
    // Townships of other cities have other names.
    at: (city ?? 0) * offices + first + at,
  }));
  return { number, slug, code, name: `${signs((city ?? 0) * 20 + number)}水县`, places };
}

const countyFile = ({ number, code, name }: County, day: string) => ({
  code,
  name,
  shortName: name.slice(0, -1),
  order: number + 1,
  seat: { lon: 103.5, lat: 29.3, crs: 'WGS84', precision: 'county', source: checked(day).source },
  bureau: { name: `${name}司法局`, provenance: checked(day) },
});

const divisionsFile = ({ code, name, places }: County, day: string) => ({
  code,
  name,
  source: checked(day).source,
  townships: places.map((place) => ({
    code: place.township,
    name: townshipName(place),
    slug: `zhen${place.at}`,
    communities: Array.from({ length: VILLAGES }, (_, at) => ({
      code: `${place.township}${digits(200 + at, 3)}`,
      name: `${signs(place.at)}${signs(at)}村`,
      kind: 'village',
    })),
  })),
});

/** Every file of the made-up counties and offices, by its path in the content. */
function* filesOf(
  offices: number,
  day: string,
  { city, plain }: Partial<Synthetic>,
): Generator<readonly [string, object | string]> {
  for (let number = 0; number * officesACounty(offices) < offices; number += 1) {
    const county = countyOf(number, offices, city);
    yield [`counties/${county.slug}.json`, countyFile(county, day)];
    yield [`divisions/${county.slug}.json`, divisionsFile(county, day)];
    for (const place of county.places)
      for (const [name, content] of Object.entries(
        plain ? plainOfficeFiles(place, county.name) : officeFiles(place, county.name, day),
      ))
        yield [`offices/${county.slug}/zhen${place.at}/${name}`, content];
  }
}

/** Writes into `folder` the texts of `base` with `offices` complete offices in place of its own, as of `day`. */
export function writeSynthetic(
  base: string,
  folder: string,
  offices: number,
  day: string,
  kind: Partial<Synthetic> = {},
): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(base, folder, { recursive: true });
  for (const own of ['offices', 'counties', 'divisions'])
    rmSync(join(folder, own), { recursive: true, force: true });
  writeFileSync(join(folder, 'redirects.json'), JSON.stringify({ redirects: [] }));
  for (const [file, content] of filesOf(offices, day, kind)) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
}
