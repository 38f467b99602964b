/** The files of one release: a salt and a salted hash for each. Without its salt, a hash tells nothing of the file. */
import { createHash } from 'node:crypto';
import type { Withdrawn } from '../../schemas/withdrawn.ts';
import { withoutDays } from '../days.ts';
import { leafHash, rootOf } from './merkle.ts';

interface Row {
  /** The salted hash, in base64. */
  readonly leaf: string;
  /** Absent where the salt was destroyed; the name is gone with it. */
  readonly file?: { readonly salt: string; readonly name: string };
}

export interface FileList {
  /** A fingerprint of what had been taken down when it was made, or last gone over. */
  readonly knows: string;
  readonly rows: readonly Row[];
}

const SALT = 16;
const KIND = 'open-office-files/v1';
/** Compressed copies, what is hidden or only servers read, what changes within the day, and the log itself. */
const LEFT_OUT =
  /\.(?:br|gz|gone)$|(?:^|\/)\.|^web\.config$|^data\/(?:log\/|whereabouts\/|disclosure\.(?:json|csv)$)/;

/** Whether a file of the site is signed. */
export const isSigned = (name: string): boolean => !LEFT_OUT.test(name);

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** What is hashed of a file: where people are is told for its day only and leaves no trace here either. */
const digestOf = (name: string, bytes: Uint8Array): Uint8Array => {
  const told = name.endsWith('.html') ? withoutDays(Buffer.from(bytes).toString('utf8')) : bytes;
  return createHash('sha256').update(told).digest();
};

/** The salted hash of a file. */
export const leafOf = (salt: string, name: string, bytes: Uint8Array): string =>
  base64(leafHash(Buffer.from(salt, 'base64'), digestOf(name, bytes), Buffer.from(name)));

/** Makes as many random bytes as are asked for. */
export type Random = (bytes: number) => Uint8Array;

const rowOf = (name: string, bytes: Uint8Array, random: Random): Row => {
  const salt = base64(random(SALT));
  return { leaf: leafOf(salt, name, bytes), file: { salt, name } };
};

/** Rows by their hashes: their order tells nothing of the names. */
const sorted = (rows: readonly Row[]) =>
  rows.toSorted((a, b) => (a.leaf < b.leaf ? -1 : a.leaf > b.leaf ? 1 : 0));

/** A fingerprint of what has been taken down, whatever its order. */
export function knowledgeOf(withdrawn: Withdrawn): string {
  const lines = withdrawn.map((one) => JSON.stringify([one.url, one.on, one.reason, one.number ?? 0]));
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex').slice(0, 16);
}

/** Lists the files of a release, each with a new salt. */
export function listOf(
  files: ReadonlyMap<string, Uint8Array>,
  withdrawn: Withdrawn,
  random: Random,
): FileList {
  const rows = [...files]
    .filter(([name]) => isSigned(name))
    .map(([name, bytes]) => rowOf(name, bytes, random));
  return { knows: knowledgeOf(withdrawn), rows: sorted(rows) };
}

/** A list in which some files are others now. */
export function listWith(
  list: FileList,
  files: ReadonlyMap<string, Uint8Array>,
  withdrawn: Withdrawn,
  random: Random,
): FileList {
  const rest = list.rows.filter(({ file }) => !file || !files.has(file.name));
  return { knows: knowledgeOf(withdrawn), rows: sorted([...rest, ...listOf(files, withdrawn, random).rows]) };
}

/** Goes over a list after a withdrawal: destroys its salts and names, but of files that stand there unchanged. */
export const blinded = (
  list: FileList,
  knows: string,
  isSame: (file: NonNullable<Row['file']>, leaf: string) => boolean,
): FileList => ({
  knows,
  rows: list.rows.map((row) => (row.file && isSame(row.file, row.leaf) ? row : { leaf: row.leaf })),
});

export const listRoot = ({ rows }: FileList): string =>
  base64(rootOf(rows.map(({ leaf }) => Buffer.from(leaf, 'base64'))));

export const listText = ({ knows, rows }: FileList): string =>
  [
    KIND,
    knows,
    ...rows.map(({ leaf, file }) => (file ? `${leaf} ${file.salt} ${file.name}` : leaf)),
    '',
  ].join('\n');

/** Names of files within the site: nothing that leads out of it, or that a terminal would take for an order. */
const isWithin = (name: string) =>
  !/[\p{Cc}\\]/u.test(name) && name.split('/').every((part) => !/^\.{0,2}$/.test(part));

/** Understands a list; undefined when it is none. */
export function parseList(text: string): FileList | undefined {
  const [kind, knows = '', ...lines] = text.split('\n');
  if (kind !== KIND || lines.pop() !== '') return undefined;
  const rows = lines.map((line): Row => {
    const [, leaf = '', salt = '', name = ''] = /^(\S+)(?: (\S+) (.+))?$/.exec(line) ?? [];
    return name ? { leaf, file: { salt, name } } : { leaf };
  });
  return rows.every(({ leaf, file }) => leaf && (!file || isWithin(file.name))) ? { knows, rows } : undefined;
}
