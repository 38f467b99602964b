/** The files that a reorganisation looks at, as they stand. */
import { toText } from '../../../forges/base64.ts';
import type { Stored } from '../../../forges/types.ts';
import { recordAt, type Files } from '../../../editing/files.ts';
import { officesIn, townshipOf } from '../../../reorganise/plan.ts';
import type { Filled, Verb } from './reorganise-verbs.ts';
import { placed, readFile, type Room } from './room.ts';

/** What an office has beside its records; its attachments go where it goes. */
const FOLDERS = ['', 'affairs', 'photos', 'services', 'files'] as const;
const CITY = ['owners.json', 'privacy-allow.json', 'redirects.json'] as const;

export interface ReadFiles {
  readonly files: Files;
  readonly stored: ReadonlyMap<string, Stored>;
}

async function pathsOf({ data, forge }: Room, id: string): Promise<string[]> {
  const listed = await Promise.all(
    FOLDERS.map(async (folder) => {
      const path = ['offices', id, folder].filter(Boolean).join('/');
      const names = await forge.list(placed(data, path), data.editor.branch);
      return names.map((name) => `${path}/${name}`);
    }),
  );
  return listed.flat();
}

/** Reads files beside those that were read. */
async function withFiles(
  room: Room,
  { files, stored }: ReadFiles,
  paths: readonly string[],
): Promise<ReadFiles> {
  const fresh = paths.filter((path) => !stored.has(path));
  const read = await Promise.all(fresh.map(async (path) => [path, await readFile(room, path)] as const));
  const found = read.flatMap(([path, one]) => (one ? [[path, one] as const] : []));
  const bodies = found.map(
    ([path, { bytes }]) => [path, /\.(?:json|md)$/.test(path) ? toText(bytes) : bytes] as const,
  );
  return { files: new Map([...files, ...bodies]), stored: new Map([...stored, ...found]) };
}

/** The offices of which everything is read: those that close, or that serve a township which goes to another county. */
function wholeIn({ files }: ReadFiles, { office, township }: Filled, { asks }: Verb): string[] {
  if (asks.includes('office')) return [office];
  if (!asks.includes('to')) return [];
  const { code } = townshipOf(files, township).record;
  const serving = officesIn(files).filter(({ record }) => record.serves.some((one) => one.startsWith(code)));
  return serving.map(({ id }) => id);
}

/**
 * The records of the offices and divisions of the counties, everything of some of the offices, the city's registers.
 * What other files say of them is not read: the check of the proposal does. Throws a `ForgeError`.
 */
export async function filesFor(room: Room, filled: Filled, verb: Verb): Promise<ReadFiles> {
  const slugs = [filled.county, ...(verb.asks.includes('to') ? [filled.to] : [])];
  const counties = room.data.counties.filter(({ slug }) => slugs.includes(slug));
  const records = await withFiles(room, { files: new Map(), stored: new Map() }, [
    ...CITY,
    ...slugs.flatMap((slug) => [`counties/${slug}.json`, `divisions/${slug}.json`]),
    ...counties.flatMap(({ offices }) => offices.map(({ id }) => `offices/${id}/office.json`)),
  ]);
  const whole = await Promise.all(wholeIn(records, filled, verb).map((id) => pathsOf(room, id)));
  return withRedirects(await withFiles(room, records, whole.flat()), verb);
}

/** A list of redirects to write into, where none was needed so far. */
const withRedirects = ({ files, stored }: ReadFiles, { asks }: Verb): ReadFiles =>
  !asks.includes('to') || recordAt(files, 'redirects.json')
    ? { files, stored }
    : { files: new Map([...files, ['redirects.json', '{ "redirects": [] }\n']]), stored };
