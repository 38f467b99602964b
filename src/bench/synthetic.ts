/** A content of any size for measuring: counties of twelve complete offices, beside the city's own texts. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checked, digits, officeFiles, type Place, signs, townshipName } from './synthetic-office.ts';

const OFFICES_A_COUNTY = 12;
const VILLAGES = 10;

interface County {
  readonly number: number;
  readonly slug: string;
  readonly code: string;
  readonly name: string;
  readonly places: readonly Place[];
}

function countyOf(number: number, offices: number): County {
  const slug = `xian${number + 1}`;
  const code = `51${digits(1101 + number, 4)}`;
  const first = number * OFFICES_A_COUNTY;
  const places = Array.from({ length: Math.min(OFFICES_A_COUNTY, offices - first) }, (_, at) => ({
    county: slug,
    township: `${code}${100 + at}`,
    at: first + at,
  }));
  return { number, slug, code, name: `${signs(number)}水县`, places };
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
function* filesOf(offices: number, day: string): Generator<readonly [string, object | string]> {
  for (let number = 0; number * OFFICES_A_COUNTY < offices; number += 1) {
    const county = countyOf(number, offices);
    yield [`counties/${county.slug}.json`, countyFile(county, day)];
    yield [`divisions/${county.slug}.json`, divisionsFile(county, day)];
    for (const place of county.places)
      for (const [name, content] of Object.entries(officeFiles(place, county.name, day)))
        yield [`offices/${county.slug}/zhen${place.at}/${name}`, content];
  }
}

/** Writes into `folder` the texts of `base` with `offices` complete offices in place of its own, as of `day`. */
export function writeSynthetic(base: string, folder: string, offices: number, day: string): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(base, folder, { recursive: true });
  for (const own of ['offices', 'counties', 'divisions'])
    rmSync(join(folder, own), { recursive: true, force: true });
  writeFileSync(join(folder, 'redirects.json'), JSON.stringify({ redirects: [] }));
  for (const [file, content] of filesOf(offices, day)) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
}
