/** Makes of a built site what is put on a server: its files, compressed copies, configurations, and a list of all. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { filesForServers, hostingFor } from './hosting/for-release.ts';
import { type Hosting, USUAL_ROOT } from './hosting/table.ts';
import { dateInShanghai } from '../domain/dates.ts';
import type { Withdrawn } from '../schemas/withdrawn.ts';
import { filesBelow } from '../build/stamp.ts';
import { readRelease, type Release } from './about.ts';
import { compressedCopies } from './compress.ts';

/** Files by name, with forward slashes, in the order of their names. */
export type ReleaseFiles = ReadonlyMap<string, Uint8Array>;

export interface ReleaseManifest extends Omit<Release, 'redirects' | 'withdrawn'> {
  /** Names the release: its day, and the beginning of the hash over all files. */
  readonly id: string;
  readonly bytes: number;
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
}

export interface Assembled {
  readonly manifest: ReleaseManifest;
  readonly hosting: Hosting;
  readonly withdrawn: Withdrawn;
  /** Everything that lies in the site's folder on a server. */
  readonly files: ReleaseFiles;
}

const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Files in one fixed order, whatever the machine. */
export const inOrder = (files: Iterable<readonly [string, Uint8Array]>): ReleaseFiles =>
  new Map([...files].sort(([a], [b]) => text(a, b)));

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

const nameIn = (folder: string, file: string) => relative(folder, file).split(sep).join('/');

function withCopies(folder: string, file: string): [string, Uint8Array][] {
  const [name, bytes] = [nameIn(folder, file), readFileSync(file)];
  return [[name, bytes], ...compressedCopies(name, bytes)];
}

function listAll(release: Release, all: ReleaseFiles): ReleaseManifest {
  const files = [...all].map(([name, bytes]) => ({ name, size: bytes.length, sha256: sha256(bytes) }));
  const hash = sha256(files.map(({ name, sha256: own }) => `${own}  ${name}\n`).join(''));
  const { redirects: _, withdrawn: __, ...about } = release;
  const day = dateInShanghai(new Date(release.builtFor)).replaceAll('-', '');
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return { id: `${day}-${hash.slice(0, 12)}`, ...about, bytes, files };
}

/** Assembles the site in a folder. The same folder gives the same bytes. */
export function assemble(folder: string, root = USUAL_ROOT): Assembled {
  const release = readRelease(folder);
  const built = filesBelow(folder);
  const hosting = hostingFor(
    release,
    built.map((file) => nameIn(folder, file)),
    root,
  );
  const added = [...filesForServers(hosting)].map(([name, text]) => [name, Buffer.from(text)] as const);
  const files = inOrder([...added, ...built.flatMap((file) => withCopies(folder, file))]);
  return { manifest: listAll(release, files), hosting, withdrawn: release.withdrawn, files };
}
