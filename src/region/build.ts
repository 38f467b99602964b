/** Builds the site of a region: its cities' manifests, the pages, and the files that the box and the search ask for. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { build } from 'astro';
import { astroConfig } from '../build/astro-config.ts';
import { holdLock } from '../build/lock.ts';
import { finishPages } from '../build/pages.ts';
import { type Settings, settingsOf } from '../build/settings.ts';
import { writeForSearchEngines } from '../build/sitemap.ts';
import { replaceFolder } from '../build/swap.ts';
import { dropUnused } from '../build/unused.ts';
import { writeWorker } from '../build/offline/worker.ts';
import { NATIONAL } from '../catalogue/national.ts';
import { PROGRAM, ROOT } from '../command/command.ts';
import { CONTENT_VERSION } from '../domain/content-version.ts';
import { dateInShanghai } from '../domain/dates.ts';
import type { CityState } from '../domain/region.ts';
import type { UrgentIndex } from '../domain/search/urgent.ts';
import { packUrgent, URGENT_FILE } from '../domain/search/urgent-file.ts';
import { placeShards, type CityPlaces } from '../exports/region-places.ts';
import { regionGuides, type RegionGuide } from '../exports/region-search.ts';
import { urgentIndex } from '../exports/urgent.ts';
import { PROGRAM_VERSION, RELEASE_FILE, releaseText } from '../release/about.ts';
import { sha256 } from '../release/manifest.ts';
import { siteOfRegion, type Region } from '../schemas/region.ts';
import { elsewhere } from '../schemas/elsewhere.ts';
import { synonyms } from '../schemas/synonyms.ts';
import { shardPath } from '../domain/finder/shards.ts';
import { showRegion } from './current.ts';
import type { CityRead } from './read-city.ts';

/** A finished site of a region. */
interface BuiltRegion {
  readonly pages: number;
  readonly base: string;
}

const put = (folder: string, path: string, value: object | string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), typeof value === 'string' ? value : JSON.stringify(value));
};

const placesOf = (cities: readonly CityRead[]): CityPlaces[] =>
  cities.flatMap(({ code, name, url, names, manifest }) =>
    names && manifest
      ? [{ code, name, root: url, names, notices: manifest.counts.notices, terms: manifest.terms }]
      : [],
  );

/** What the site of a region is made of. */
interface RegionParts extends ReturnType<typeof regionGuides> {
  readonly cities: readonly CityState[];
  /** The files of the places, as they are written. */
  readonly shards: readonly string[];
}

/** Joins what was read of the cities; what each said of its own places is not needed any more. */
export const partsOf = (cities: readonly CityRead[]): RegionParts => ({
  ...regionGuides(cities.map(({ instant }) => instant)),
  shards: Array.from(placeShards(placesOf(cities)), (shard) => JSON.stringify(shard)),
  cities: cities.map(({ names: _, instant: __, ...state }) => state),
});

/** Dangers come from the program alone: no city decides whom people in danger call. */
function dangers(guides: readonly RegionGuide[]): UrgentIndex {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(NATIONAL, file), 'utf8'));
  const { urgent = [], calm = [], asked = [], words } = synonyms.parse(read('words.json'));
  const services = guides.flatMap(({ guide: { path, title } }) =>
    path.includes('#') ? [] : [{ slug: path.split('/')[2] ?? '', data: { title } }],
  );
  return urgentIndex({
    urgent,
    calm,
    asked,
    words,
    elsewhere: elsewhere.parse(read('elsewhere.json')),
    offices: [],
    services,
    functions: [],
    rules: [],
  });
}

/** What a program may take of the cities in one file. */
const citiesFile = (region: Region, cities: readonly CityState[], now: Date) => ({
  name: `${region.name}各市`,
  licence: region.contentLicence,
  asOf: now.toISOString(),
  items: cities.map(({ code, name, state, why, url, manifest }) => ({
    code,
    name,
    url,
    state,
    why: state === 'failed' ? undefined : why,
    builtFor: manifest?.builtFor,
    checksum: manifest?.checksum,
    counts: manifest?.counts,
    fresh: manifest?.fresh,
    disclosure: manifest?.disclosure,
    counties: manifest?.counties,
  })),
});

/** Has Astro render the pages of a region into a folder. */
async function render(folder: string, settings: Settings): Promise<void> {
  const release = await holdLock(ROOT, console.log);
  process.env['BASE_URL'] = settings.base;
  process.env['BUILD_DAY'] = dateInShanghai(settings.now);
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // A root of its own, within the project so that packages are found: Astro writes types of collections into its root.
  const root = join(ROOT, '.cache', 'astro-region');
  mkdirSync(root, { recursive: true });
  const config = astroConfig({ root, settings });
  const from = process.cwd();
  // Astro begins in the folder it is started from; the packages that pages need lie in the project's.
  process.chdir(ROOT);
  try {
    await build({
      ...config,
      configFile: false,
      root,
      cacheDir: join(root, 'astro') + sep,
      publicDir: join(ROOT, 'public'),
      srcDir: join(PROGRAM, 'src/region') + sep,
      outDir: folder + sep,
      vite: { ...config.vite, ssr: { noExternal: ['open-office'] } },
      logLevel: 'error',
      mode: 'production',
    });
  } finally {
    process.chdir(from);
    release();
  }
}

/** Makes the site of a region in `out`, in place of the one that is there. */
export async function buildRegion(
  region: Region,
  { cities, guides, index, shards }: RegionParts,
  out: string,
  env: NodeJS.ProcessEnv,
): Promise<BuiltRegion> {
  const settings = settingsOf(region, env);
  showRegion({ site: siteOfRegion(region), now: settings.now, cities, guides, shards: shards.length });
  const workshop = join(ROOT, '.cache', `building-region-${process.pid}`);
  const pages = await replaceFolder(out, workshop, async () => {
    await render(workshop, settings);
    cpSync(join(PROGRAM, 'public'), workshop, { recursive: true, force: false });
    put(workshop, 'data/search/instant.json', index);
    writeFileSync(join(workshop, URGENT_FILE), packUrgent(dangers(guides)));
    const told = citiesFile(region, cities, settings.now);
    put(workshop, 'data/cities.json', told);
    shards.forEach((shard, number) => put(workshop, shardPath(number), shard));
    const facts = finishPages(workshop, settings);
    dropUnused(workshop, facts);
    writeForSearchEngines(workshop, settings.site && settings.site + settings.base, facts);
    await writeWorker(workshop, settings.base, undefined);
    const made = facts.size;
    const { site, base, now } = settings;
    const release = {
      program: PROGRAM_VERSION,
      contentVersion: CONTENT_VERSION,
      generatedFrom: sha256(JSON.stringify(told)).slice(0, 'sha256:'.length + 16),
      builtFor: now.toISOString(),
      base,
      site,
      pages: made,
      quarantined: [],
      redirects: [],
      dated: [],
      withdrawn: [],
    };
    writeFileSync(join(workshop, RELEASE_FILE), releaseText(release));
    return made;
  });
  return { pages, base: settings.base };
}
