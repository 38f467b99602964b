/** The list of what a phone keeps of each county (`data/offline/<county>.json`): its offices, and the guides. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type CountyList, countyListPath } from '../../domain/offline.ts';
import { FINDER_FILES } from '../../domain/finder/files.ts';
import { paths } from '../../domain/urls.ts';
import { loadsOf } from './loads.ts';

/** The instant of the build stands in every office's page: by itself it is no news. */
const INSTANT = /"asOf":"[^"]*"/g;

const ANSWERS = ['/data/search/urgent.json', '/data/search/instant.json'];

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

function listOf(folder: string, county: string): CountyList {
  const offices = pagesBelow(folder, paths.county(county));
  const general = [paths.home, paths.offices, paths.search].filter((one) => existsSync(fileOf(folder, one)));
  const pages = [...offices, ...general, ...pagesBelow(folder, paths.services)];
  const loads = loadsOf(
    folder,
    pages.map((path) => fileOf(folder, path)),
  );
  const data = [...Object.values(FINDER_FILES), ...ANSWERS].filter((one) => existsSync(join(folder, one)));
  return { keep: [...loads, ...data, ...pages].map((path) => [path, markOf(fileOf(folder, path))]) };
}

/** Writes a list for each county of a built site. */
export function writeCountyLists(folder: string): void {
  for (const entry of readdirSync(join(folder, paths.offices), { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const file = join(folder, countyListPath(entry.name));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(listOf(folder, entry.name))}\n`);
  }
}
