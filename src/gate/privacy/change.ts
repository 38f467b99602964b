/** The guard over a change: what it adds, not what was there before. For `npm run privacy` and for the gate on proposals. */
import { readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { knownOf, scanOne } from '../../catalogue/privacy/scan-folder.ts';
import { readFolder, isFolder } from '../../catalogue/read-folder.ts';
import { memo } from '../../domain/memo.ts';
import { allowancesOf } from '../../domain/privacy/allow.ts';
import type { PrivacyFinding } from '../../domain/privacy/found.ts';
import { isTestVector } from '../../domain/privacy/vectors.ts';
import type { Allowance } from '../../schemas/privacy-allow.ts';
import { scanPlain } from '../../catalogue/privacy/scan-file.ts';
import { scanPerson } from './texts.ts';
import { commitOf } from '../../command/git.ts';
import {
  bytesOf,
  changedInFolder,
  commitsAfter,
  filesIn,
  topOf,
  type Version,
  versionsAfter,
} from './repository.ts';

type Exempt = (found: PrivacyFinding) => boolean;

interface Known {
  /** Those that offices publish. */
  readonly addresses: readonly string[];
  readonly allowed: readonly Allowance[];
}

const knownIn = (content: string): Known =>
  isFolder(content) ? knownOf(content) : { addresses: [], allowed: [] };

/** Exceptions that still hold, and test numbers outside the content. */
function exemptBy(allowed: readonly Allowance[], today: string): Exempt {
  const allowances = allowancesOf(allowed, today);
  return (found) => {
    const allowance = allowances.covering(found);
    return (
      (allowance && !allowances.isOver(allowance)) ||
      (found.file.startsWith('../') && isTestVector(found.value))
    );
  };
}

/** Everything in a folder that looks like personal data. */
export function scanFolder(content: string, today: string): { found: PrivacyFinding[]; looked: number } {
  const { addresses, allowed } = knownIn(content);
  const exempt = exemptBy(allowed, today);
  const { files } = readFolder(content);
  const found = files.flatMap((file) => scanOne(file, addresses)).filter((one) => !exempt(one));
  return { found, looked: files.length };
}

interface Change {
  /** The content folder, in a repository. */
  readonly content: string;
  /** The revision that the change goes on top of. */
  readonly base: string;
  /** What is proposed; by default the checkout with what is not committed yet. */
  readonly head?: string | undefined;
  readonly today: string;
}

const looseIn = (top: string, commit: string) =>
  changedInFolder(top, commit).filter((path) => statSync(join(top, path)).isFile());

const keyOf = ({ kind, value }: PrivacyFinding) => `${kind}\0${value}`;

/** Commits of a repository, which may be bare. */
interface Commits {
  readonly repository: string;
  /** Full names: what the change goes on top of, and what is proposed. */
  readonly from: string;
  readonly to: string;
  /** Every version of every file that they add. */
  readonly versions: readonly Version[];
  /** A path of the repository as seen from the content folder. */
  readonly named: (path: string) => string;
  readonly known: Known;
  readonly today: string;
  /** Where a file was before it was renamed. */
  readonly formerly?: ReadonlyMap<string, string> | undefined;
  /** Files of the checkout that are not committed yet. */
  readonly loose?: readonly string[] | undefined;
}

/**
 * What the commits after `from` would publish for good: new findings in every version of every file they bring,
 * also in one that a later commit takes away again, and in their messages.
 */
export function scanCommits(commits: Commits): { found: PrivacyFinding[]; looked: number } {
  const { repository, from, to, versions, named, known, today, formerly, loose = [] } = commits;
  const exempt = exemptBy(known.allowed, today);
  const [old, now] = [filesIn(repository, from), filesIn(repository, to)];
  const oldId = (path: string) => old.get(formerly?.get(path) ?? path);
  const touched = [...versions.map(({ path }) => path), ...loose];
  const blobs = bytesOf(repository, [
    ...versions.map(({ id }) => id),
    ...touched.flatMap((path) => oldId(path) ?? []),
  ]);
  const scan = (path: string, bytes: Uint8Array = new Uint8Array()) =>
    scanOne({ file: named(path), size: bytes.length, read: () => bytes }, known.addresses);
  const before = memo((path: string) => {
    const id = oldId(path);
    return new Set(id === undefined ? [] : scan(path, blobs.get(id)).map(keyOf));
  });
  const added = (path: string, bytes: Uint8Array | undefined) =>
    scan(path, bytes).filter((one) => !exempt(one) && !before(path).has(keyOf(one)));
  const committed = versions.flatMap(({ path, id }) =>
    added(path, blobs.get(id)).map((one) =>
      now.get(path) === id ? one : { ...one, part: `这次提交的旧版本里${one.part ?? ''}` },
    ),
  );
  const uncommitted = loose.flatMap((path) => added(path, readFileSync(join(repository, path))));
  const messages = commitsAfter(repository, from, to).flatMap(({ commit, message, people }) => [
    ...scanPlain(`提交说明 ${commit}`, message),
    ...people.flatMap((person) => scanPerson(`提交人 ${commit}`, person)),
  ]);
  return { found: [...committed, ...uncommitted, ...messages], looked: versions.length + loose.length };
}

/** The same for the checkout that a content folder is in; without a `head`, with what is not committed yet. */
export function scanChange({ content, base, head, today }: Change): {
  found: PrivacyFinding[];
  looked: number;
} {
  const top = topOf(content);
  const [from, to] = [commitOf(top, base), commitOf(top, head ?? 'HEAD')];
  return scanCommits({
    repository: top,
    from,
    to,
    versions: versionsAfter(top, from, to),
    named: (path) => relative(resolve(content), join(top, path)).split(sep).join('/'),
    known: knownIn(content),
    today,
    loose: head === undefined ? looseIn(top, to) : [],
  });
}
