/** The files of a branch of whereabouts: read out of a commit, put into a new one that has no past. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../catalogue/read-json.ts';
import { gitFields, mustGit } from '../command/git.ts';
import { alike } from '../domain/changes.ts';
import { asWhereabouts, currentOf, type WhereaboutsFile } from '../domain/whereabouts-file.ts';
import { bytesOf } from '../gate/privacy/repository.ts';
import { asText } from './prune.ts';

const FILE = /^offices\/[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*\/whereabouts\.json$/;
/** What a forge looks for in every branch, and a word to whoever comes upon it. */
const KEPT = /^(?:README\.md|\.gitlab-ci\.yml|\.(?:forgejo|gitea|github)\/workflows\/[\w.-]+\.ya?ml)$/;
const MAX_BYTES = 256 * 1024;

/** Whether a path, below the folder of whereabouts, is the file of an office. */
export const isOfficeFile = (path: string): boolean => FILE.test(path);

export interface BranchFiles {
  /** The folder of whereabouts within the branch; empty for its top. */
  readonly folder: string;
  /** Texts of the offices' files, by path below that folder. */
  readonly offices: ReadonlyMap<string, string>;
  /** Ids of those, and of what is kept beside them, by path from the top. */
  readonly ids: ReadonlyMap<string, string>;
  readonly kept: readonly string[];
  /** Paths of all the rest. */
  readonly stray: readonly string[];
}

/** The path below a folder; undefined outside of it. */
const below = (folder: string, path: string): string | undefined =>
  folder === '' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;

/** The plain files of a commit, by path, without asking for their sizes: they may not have been fetched. */
const plainFiles = (repository: string, commit: string) =>
  gitFields(repository, 'ls-tree', '-r', '-z', '--full-tree', commit).flatMap((line) => {
    const [, mode, id, path] = /^(\d+) \w+ ([0-9a-f]+)\t([^]+)$/.exec(line) ?? [];
    return id !== undefined && path !== undefined ? [{ path, id, isPlain: mode === '100644' }] : [];
  });

/** What a commit holds. */
export function filesOf(repository: string, commit: string, folder: string): BranchFiles {
  const files = plainFiles(repository, commit);
  const isOffice = ({ path, isPlain }: (typeof files)[number]) =>
    isPlain && isOfficeFile(below(folder, path) ?? '');
  const bytes = bytesOf(
    repository,
    files.filter(isOffice).map(({ id }) => id),
  );
  const fits = (id: string) => (bytes.get(id)?.length ?? Infinity) <= MAX_BYTES;
  const own = files.filter((one) => isOffice(one) && fits(one.id));
  const kept = files.filter(({ path, isPlain }) => isPlain && KEPT.test(path));
  const known = new Set([...own, ...kept]);
  return {
    folder,
    offices: new Map(
      own.map(({ path, id }) => [below(folder, path) ?? '', new TextDecoder().decode(bytes.get(id))]),
    ),
    ids: new Map([...known].map(({ path, id }) => [path, id])),
    kept: kept.map(({ path }) => path),
    stray: files.filter((one) => !known.has(one)).map(({ path }) => path),
  };
}

/** A text as whereabouts; undefined where it cannot be read as such. */
export function readWhereabouts(text: string): { file: WhereaboutsFile; isPlain: boolean } | undefined {
  const { value, faults } = readJson(text);
  const file = asWhereabouts(value);
  return file && { file, isPlain: faults.length === 0 && alike(value, file) };
}

/** What of a text is current: the very text where all of it is, empty where nothing is, undefined where it cannot be read. */
export function currentText(text: string, today: string): string | undefined {
  const read = readWhereabouts(text);
  if (!read) return undefined;
  const current = currentOf(read.file, today);
  if (current.entries.length === 0 && !current.plan) return '';
  return read.isPlain && alike(current, read.file) ? text : asText(current);
}

interface NewCommit {
  /** The files that it replaces: those of the same text need not be written again. */
  readonly from: BranchFiles;
  readonly offices: ReadonlyMap<string, string>;
  readonly parent?: string | undefined;
  /** The commit's day: its minute would be one more trace. */
  readonly today: string;
}

/** A commit of nobody and of no minute: who changed what and when is not kept. */
const nobody = (today: string): NodeJS.ProcessEnv => {
  const date = `${today}T00:00:00+08:00`;
  const [name, email] = ['open-office', 'open-office@localhost'];
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  };
};

/** Writes files as a commit and returns its name: the same for the same files of the same day. */
export function commitFiles(repository: string, { from, offices, parent, today }: NewCommit): string {
  const { folder, ids, kept } = from;
  const line = (path: string, id = '') => `100644 ${id}\t${path}`;
  const blob = (text: string) => mustGit(repository, ['hash-object', '-w', '--stdin'], { input: text });
  const lines = [...offices].map(([own, text]) => {
    const path = [folder, own].filter(Boolean).join('/');
    return line(path, from.offices.get(own) === text ? ids.get(path) : blob(text));
  });
  const index = join(repository, 'index-of-whereabouts');
  rmSync(index, { force: true });
  const env = { GIT_INDEX_FILE: index };
  const input = [...kept.map((path) => line(path, ids.get(path))), ...lines, ''].join('\n');
  mustGit(repository, ['update-index', '--add', '--index-info'], { env, input });
  const tree = mustGit(repository, ['write-tree'], { env });
  const parents = parent === undefined ? [] : ['-p', parent];
  return mustGit(repository, ['commit-tree', tree, ...parents, '-m', '去向'], { env: nobody(today) });
}
