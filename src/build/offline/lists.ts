/** The list of what a phone keeps of each county (`data/offline/<county>.json`): its offices, and the guides. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type CountyList, countyListPath, NO_COUNTY } from '../../domain/offline.ts';
import { FINDER_FILES } from '../../domain/finder/files.ts';
import { ASKED_FILES } from '../../domain/search/asked.ts';
import { FIRST_FILE } from '../../domain/search/first.ts';
import { URGENT_FILE } from '../../domain/search/urgent-file.ts';
import { paths } from '../../domain/urls.ts';
import type { SiteFacts } from '../facts.ts';
import { markOf } from './mark.ts';
import { loadsOf } from './loads.ts';

const ANSWERS = [
  URGENT_FILE,
  FIRST_FILE,
  ...['more', ...ASKED_FILES.map((file) => `asked/${file}`)].map((name) => `/data/search/${name}.json`),
];

/** The file of a page. */
export const pageFile = (path: string): string => `${path.slice(1)}index.html`;

/** The site as it lies in a folder. */
interface Site {
  readonly folder: string;
  readonly facts: SiteFacts;
  /** The pages directly below a path, itself first. */
  readonly below: (path: string) => readonly string[];
}

/** A site whose pages are known by what they lie below. */
function siteIn(folder: string, facts: SiteFacts): Site {
  const children = new Map<string, string[]>();
  for (const page of facts.keys()) {
    const path = `/${page.replace(/index\.html$/, '')}`;
    const above = path.replace(/[^/]*\/$/, '');
    const known = children.get(above);
    if (known) known.push(path);
    else children.set(above, [path]);
  }
  const below = (path: string) => [
    ...(facts.has(pageFile(path)) ? [path] : []),
    ...(children.get(path) ?? []).filter((one) => one !== path && one.endsWith('/')).sort(),
  ];
  return { folder, facts, below };
}

function listOf({ folder, facts, below }: Site, county: string | undefined): CountyList {
  const offices = county ? below(paths.county(county)) : [];
  const general = [paths.home, paths.offices, paths.search].filter((one) => facts.has(pageFile(one)));
  const pages = [...offices, ...general, ...below(paths.services)];
  const known = pages.flatMap((path) => facts.get(pageFile(path)) ?? []);
  const data = [...Object.values(FINDER_FILES), ...ANSWERS].filter((one) => existsSync(join(folder, one)));
  const files = [...loadsOf(folder, known), ...data];
  return {
    keep: [
      ...files.map((path) => [path, markOf(readFileSync(join(folder, path), 'latin1'))] as const),
      ...pages.map((path, at) => [path, known[at]?.mark ?? ''] as const),
    ],
  };
}

/** Writes a list for each county of a built site, and one for readers who have none yet. */
export function writeCountyLists(folder: string, facts: SiteFacts): void {
  const site = siteIn(folder, facts);
  const counties = readdirSync(join(folder, paths.offices), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  for (const county of [undefined, ...counties]) {
    const file = join(folder, countyListPath(county ?? NO_COUNTY));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(listOf(site, county))}\n`);
  }
}
