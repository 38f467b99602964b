import { createHash } from 'node:crypto';
import { tell } from '../domain/suppression.ts';
import type { Statistics } from '../schemas/statistics.ts';
import type { Contents } from './contents.ts';
import type { Entry } from './entry.ts';
import { placeFile } from './file-kind.ts';
import { readFile } from './read-content.ts';
import { readSources } from './national.ts';
import type { FoundFile } from './read-folder.ts';

/**
 * What the fingerprint is taken of. Of counts it is what is told of them, nothing where they cannot be read: who knows
 * the rest of a file could try out the few numbers that a small count can be.
 */
function bytesOf(found: FoundFile, known: ReadonlyMap<string, Entry>): Uint8Array {
  if (placeFile(found.file).placed?.kind !== 'statistics') return found.read();
  const entry = known.get(found.file) ?? readFile(found).entry;
  const counts = entry?.data as Statistics | undefined;
  return Buffer.from(counts ? JSON.stringify(tell(counts)) : '');
}

/**
 * The revision of the content, of which some may be read already: a fingerprint of every file, by name and bytes. The same content
 * has the same one wherever it is built; `release.json` alone carries it (design §5).
 */
export function contentRevision(folder: string, contents?: Contents): string {
  const hash = createHash('sha256');
  const known = new Map(contents?.of('statistics').map((entry) => [entry.file, entry]));
  for (const found of readSources(folder).files) {
    const bytes = bytesOf(found, known);
    hash.update(`${found.file}\0${bytes.length}\0`).update(bytes);
  }
  return `sha256:${hash.digest('hex').slice(0, 16)}`;
}

/** A fingerprint of a text; exports carry that of their own inputs as `inputsDigest` (design §5). */
export const fingerprint = (text: string): string =>
  `sha256:${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;

/** The namespace of the names that this program gives: a random UUID, once. */
const NAMESPACE = Buffer.from('5d3f9b0c7e1a4c6e9f0a2b4d6c8e1f35', 'hex');

/** A name as a UUID (RFC 9562, version 5): the same name has the same one wherever it is computed. */
export function namedUuid(name: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
