/** The list of what a phone keeps of each county (`data/offline/<county>.json`): its offices, and the guides. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type CountyList, countyListPath, NO_COUNTY } from '../../domain/offline.ts';
import { FINDER_FILES } from '../../domain/finder/files.ts';
import { paths } from '../../domain/urls.ts';
import { loadsOf } from './loads.ts';

/** The instant of the build stands in every office's page: by itself it is no news. */
const INSTANT = /"asOf":"[^"]*"/g;

const ANSWERS = ['/data/search/urgent.json', '/data/search/instant.json', '/data/search/asked.json'];

const fileOf = (folder: string, path: string) =>
  join(folder, path.endsWith('/') ? `${path}index.html` : path);

/** A mark that changes with what a file says. */
export function markOf(file: string): string {
  const text = readFileSync(file, 'utf8').replace(INSTANT, '');
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** The pages directly below a path, itself first. */
function pagesBelow(folder: string, path: string): string[] {
  const names = existsSync(join(folder, path)) ? readdirSync(join(folder, path)).sort() : [];
  return [path, ...names.map((name) => `${path}${name}/`)].filter((one) => existsSync(fileOf(folder, one)));
}

function listOf(folder: string, county: string | undefined): CountyList {
  const offices = county ? pagesBelow(folder, paths.county(county)) : [];
  const general = [paths.home, paths.offices, paths.search].filter((one) => existsSync(fileOf(folder, one)));
  const pages = [...offices, ...general, ...pagesBelow(folder, paths.services)];
  const loads = loadsOf(
    folder,
    pages.map((path) => fileOf(folder, path)),
  );
  const data = [...Object.values(FINDER_FILES), ...ANSWERS].filter((one) => existsSync(join(folder, one)));
  return { keep: [...loads, ...data, ...pages].map((path) => [path, markOf(fileOf(folder, path))]) };
}

/** Writes a list for each county of a built site, and one for readers who have none yet. */
export function writeCountyLists(folder: string): void {
  const counties = readdirSync(join(folder, paths.offices), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  for (const county of [undefined, ...counties]) {
    const file = join(folder, countyListPath(county ?? NO_COUNTY));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(listOf(folder, county))}\n`);
  }
}
