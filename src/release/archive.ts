/** Archives whose bytes depend on nothing but what is in them. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { zipSync } from 'fflate';
import { packTar } from 'modern-tar';
import type { ReleaseFiles } from './assemble.ts';

const MODE = 0o644;

/** A `.tar.gz` of files below one folder: owner root, one time for all. */
export async function tarOf(folder: string, files: ReleaseFiles, mtime: Date): Promise<Uint8Array> {
  const owner = { uid: 0, gid: 0, uname: 'root', gname: 'root', mode: MODE, mtime };
  const entries = [...files].map(([name, body]) => ({
    header: { name: `${folder}/${name}`, size: body.length, ...owner },
    body,
  }));
  const zipped = await promisify(gzip)(await packTar(entries), { level: 9 });
  zipped[9] = 255;
  return zipped;
}

/** Zip knows the time of day but no zone: writes that of UTC, wherever this runs. */
const asLocal = (instant: Date) => new Date(instant.getTime() + instant.getTimezoneOffset() * 60_000);

/** A `.zip` of the same; nothing in it is before 1980, as zip cannot say so. */
export function zipOf(folder: string, files: ReleaseFiles, instant: Date): Uint8Array {
  const mtime = asLocal(new Date(Math.max(instant.getTime(), Date.UTC(1980, 0, 2))));
  const entries = [...files].map(([name, bytes]) => [`${folder}/${name}`, bytes] as const);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime, os: 3, attrs: MODE << 16 });
}
