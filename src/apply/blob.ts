import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** Git's name of some content: what the form page read when it read a file. `like` tells SHA-1 from SHA-256. */
export function blobName(bytes: Uint8Array, like = ''): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** Text as git keeps it where it gives out lines that end as on Windows. */
const asKept = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1');

/** What a file may be in git, by what it is in the folder. */
export const keptAs = (bytes: Uint8Array | undefined): readonly (Uint8Array | undefined)[] =>
  bytes ? [bytes, asKept(bytes)] : [bytes];

export const bytesAt = (file: string): Uint8Array | undefined =>
  existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined;
