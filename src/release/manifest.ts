/** Writes what a built city tells the regions above it, `manifest.json`, from the files that were built. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../build/settings.ts';
import type { Catalogue } from '../catalogue/types.ts';
import { manifestOf } from '../exports/manifest.ts';
import { PROGRAM_VERSION } from './about.ts';

/** Its name below the site's root. */
const MANIFEST_FILE = 'manifest.json';

/** The digest of some bytes as manifests write it. */
export const sha256 = (bytes: string | Uint8Array): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

interface Built {
  readonly pages: number;
  readonly catalogue: Catalogue;
}

/** Writes the file into a finished site. */
export function writeManifest(
  folder: string,
  { site, base, now }: Settings,
  { pages, catalogue }: Built,
): void {
  const made = manifestOf(catalogue, {
    program: PROGRAM_VERSION,
    url: site && site + base,
    pages,
    now,
    shard: (path) => {
      const bytes = readFileSync(join(folder, path));
      return { path, bytes: bytes.length, digest: sha256(bytes) };
    },
    officeDigest: (id) =>
      sha256(readFileSync(join(folder, `data/offices/${id}.json`))).slice(
        'sha256:'.length,
        'sha256:'.length + 16,
      ),
    sha256,
  });
  writeFileSync(join(folder, MANIFEST_FILE), `${JSON.stringify(made)}\n`);
}
