import { createHash } from 'node:crypto';
import { tell } from '../domain/suppression.ts';
import type { Statistics } from '../schemas/statistics.ts';
import type { Contents } from './contents.ts';
import type { Entry } from './entry.ts';
import { isWhereabouts } from './file-kind.ts';

/** A hash over every file of the content by its name: of texts over what `textOf` makes of them, without those it leaves out. */
export function contentHash(
  { entries, assets, photos }: Contents,
  textOf: (entry: Entry) => string | undefined,
): string {
  const hash = createHash('sha256');
  for (const entry of entries) {
    const text = textOf(entry);
    if (text !== undefined) hash.update(`${entry.file}\0${text.length}\0${text}`);
  }
  for (const { file, size, read } of [...assets, ...photos]) hash.update(`${file}\0${size}\0`).update(read());
  return hash.digest('hex');
}

/**
 * What the revision is taken of. Of counts it is what is told of them, nothing where they cannot be read: who knows the
 * rest of a file could try out the few numbers that a small count can be; of whereabouts nothing.
 */
function toldText(entry: Entry): string | undefined {
  if (entry.kind !== 'statistics') return isWhereabouts(entry) ? undefined : entry.text;
  return entry.data ? JSON.stringify(tell(entry.data as Statistics)) : '';
}

/**
 * The revision of the content: a fingerprint of every file, by name and text. The same content has the same one wherever
 * it is built; `release.json` alone carries it (design §5).
 */
export const contentRevision = (contents: Contents): string =>
  `sha256:${contentHash(contents, toldText).slice(0, 16)}`;

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
