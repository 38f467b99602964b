/** The files that a reorganisation within a county looks at, as they stand. */
import { toText } from '../../../forges/base64.ts';
import type { Stored } from '../../../forges/types.ts';
import type { Files } from '../../../editing/files.ts';
import { placed, readFile, type Room } from './room.ts';

/** What an office has beside its records. */
const FOLDERS = ['', 'affairs', 'photos', 'services'] as const;
const CITY = ['owners.json', 'privacy-allow.json', 'redirects.json'] as const;

export interface Read {
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

/**
 * The records of a county's offices and divisions, everything of some of its offices, the city's registers. What other
 * files say of them is not read: the check of the proposal does. Throws a `ForgeError`.
 */
export async function filesFor(room: Room, county: string, whole: readonly string[]): Promise<Read> {
  const offices = room.data.counties.find(({ slug }) => slug === county)?.offices ?? [];
  const own = await Promise.all(whole.map((id) => pathsOf(room, id)));
  const paths = new Set([
    ...CITY,
    `counties/${county}.json`,
    `divisions/${county}.json`,
    ...offices.map(({ id }) => `offices/${id}/office.json`),
    ...own.flat(),
  ]);
  const read = await Promise.all([...paths].map(async (path) => [path, await readFile(room, path)] as const));
  const stored = new Map(read.flatMap(([path, one]) => (one ? [[path, one] as const] : [])));
  const bodies = [...stored].map(
    ([path, { bytes }]) => [path, /\.(?:json|md)$/.test(path) ? toText(bytes) : bytes] as const,
  );
  return { files: new Map(bodies), stored };
}
