import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** Git's name of some content: what the form page read when it read a file. `like` tells SHA-1 from SHA-256. */
export function blobName(bytes: Uint8Array, like = ''): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

export const bytesAt = (file: string): Uint8Array | undefined =>
  existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined;
