/** Where a site is looked at: in a folder, or where it is published, within bounds. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchOnce, PRIVATE_REMEDY, reasonOf } from '../audit/fetch.ts';
import { CURRENT } from '../release/place.ts';
import { filesIn } from '../release/place-folder.ts';

/** What is found under a name: bytes, nothing, or what stands in the way of knowing. */
export type SiteFile =
  | { readonly kind: 'there'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknown'; readonly why: string };

export interface SiteSource {
  readonly read: (name: string) => Promise<SiteFile>;
  /** The names of all files, where they can be listed. */
  readonly names?: () => readonly string[];
}

const there = (bytes: Uint8Array): SiteFile => ({ kind: 'there', bytes });
const MISSING: SiteFile = { kind: 'missing' };

/** A folder that holds a site, or into which sites are published. */
export function folderSource(folder: string): SiteSource {
  const published = join(folder, CURRENT);
  const root = existsSync(join(published, 'release.json')) ? published : folder;
  return {
    read: async (name) => {
      const file = join(root, name);
      return existsSync(file) ? there(readFileSync(file)) : MISSING;
    },
    names: () => [...filesIn(root).keys()],
  };
}

interface Limits {
  readonly seconds: number;
  readonly allowPrivate: boolean;
}

const FILE_BYTES = 30 * 1024 * 1024;
const ALL_BYTES = 300 * 1024 * 1024;
const FILE_SECONDS = 30;

/** The address at which readers find a file. */
const addressOf = (name: string, base: URL) =>
  new URL(
    `./${name
      .replace(/(^|\/)index\.html$/, '$1')
      .split('/')
      .map(encodeURIComponent)
      .join('/')}`,
    base,
  );

/** A published site below an address; only that host is asked. */
export function siteSource(base: URL, { seconds, allowPrivate }: Limits): SiteSource {
  const whole = AbortSignal.timeout(seconds * 1000);
  let left = ALL_BYTES;
  const read = async (name: string): Promise<SiteFile> => {
    const signal = AbortSignal.any([whole, AbortSignal.timeout(FILE_SECONDS * 1000)]);
    try {
      const bounds = {
        bytes: Math.min(FILE_BYTES, left),
        signal,
        allowPrivate,
        remedy: PRIVATE_REMEDY,
        types: /^/,
      };
      const { status, bytes, location } = await fetchOnce(addressOf(name, base), bounds);
      left -= bytes.length;
      if (status === 200) return there(bytes);
      if (status === 404 || status === 410) return MISSING;
      return { kind: 'unknown', why: location ? `服务器让它跳转到 ${location}` : `服务器答复 ${status}` };
    } catch (error) {
      return { kind: 'unknown', why: reasonOf(error) };
    }
  };
  return { read };
}
