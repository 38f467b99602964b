/** What was taken of cities before: the last manifest of each, and files by their digest. Safe to delete. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile, sweep } from '../command/aside.ts';
import { sha256 } from '../release/manifest.ts';
import { manifest, type Manifest } from '../schemas/manifest.ts';

export class RegionCache {
  private readonly folder: string;
  private readonly used = new Set<string>();

  constructor(folder: string) {
    this.folder = folder;
  }

  private readonly manifestFile = (code: string) => join(this.folder, 'manifests', `${code}.json`);
  private readonly shardFile = (digest: string) => join(this.folder, 'files', digest.replace(/^sha256:/, ''));

  /** The last manifest of a city that was accepted; undefined where there is none that is understood. */
  manifest(code: string): Manifest | undefined {
    const file = this.manifestFile(code);
    if (!existsSync(file)) return undefined;
    try {
      return manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return undefined;
    }
  }

  keepManifest(one: Manifest): void {
    replaceFile(this.manifestFile(one.city.code), JSON.stringify(one));
  }

  /** A file by its digest, which is held against it; undefined where it is not kept or not whole. */
  file(digest: string): Uint8Array | undefined {
    const file = this.shardFile(digest);
    const bytes = existsSync(file) ? readFileSync(file) : undefined;
    if (!bytes || sha256(bytes) !== digest) return undefined;
    this.used.add(digest);
    return bytes;
  }

  keepFile(digest: string, bytes: Uint8Array): void {
    this.used.add(digest);
    replaceFile(this.shardFile(digest), bytes);
  }

  /** Takes away the files that no city of this run has; what somebody else has put there stays. */
  sweep(): void {
    sweep(this.folder, { below: true });
    const folder = join(this.folder, 'files');
    const names = existsSync(folder) ? readdirSync(folder) : [];
    for (const name of names)
      if (/^[0-9a-f]{64}$/.test(name) && !this.used.has(`sha256:${name}`))
        rmSync(join(folder, name), { force: true });
  }
}
