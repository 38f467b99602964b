import { createHash } from 'node:crypto';
import { tell } from '../domain/suppression.ts';
import type { Statistics } from '../schemas/statistics.ts';
import { runningBuild } from './current.ts';
import { placeFile } from './file-kind.ts';
import { readFile } from './read-content.ts';
import { NATIONAL, readSources } from './national.ts';
import type { FoundFile } from './read-folder.ts';

/**
 * What the fingerprint is taken of. Of counts it is what is told of them, nothing where they cannot be read: who knows
 * the rest of a file could try out the few numbers that a small count can be.
 */
function bytesOf(found: FoundFile): Uint8Array {
  if (placeFile(found.file).placed?.kind !== 'statistics') return found.read();
  const counts = readFile(found).entry?.data as Statistics | undefined;
  return Buffer.from(counts ? JSON.stringify(tell(counts)) : '');
}

/**
 * The revision of the content that is being built: a fingerprint of every file, by name and bytes. The same content
 * has the same one wherever it is built; exports carry it as `generatedFrom` (design §5).
 */
export function contentRevision(content?: string): string {
  const { folder, national } =
    content === undefined ? runningBuild() : { folder: content, national: NATIONAL };
  const hash = createHash('sha256');
  for (const found of readSources(folder, national).files) {
    const bytes = bytesOf(found);
    hash.update(`${found.file}\0${bytes.length}\0`).update(bytes);
  }
  return `sha256:${hash.digest('hex').slice(0, 16)}`;
}

/** A fingerprint of a text; exports carry that of their own inputs as `inputsDigest` (design §5). */
export const fingerprint = (text: string): string =>
  `sha256:${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
