/** The guard over a change: what it adds, not what was there before. For `npm run privacy` and for the gate on proposals. */
import { readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { knownOf, scanOne } from '../../../src/catalogue/privacy/scan-folder.ts';
import { scanPlain } from '../../../src/catalogue/privacy/scan-file.ts';
import { readFolder, isFolder } from '../../../src/catalogue/read-folder.ts';
import { allowancesOf } from '../../../src/domain/privacy/allow.ts';
import type { Found } from '../../../src/domain/privacy/found.ts';
import { isTestVector } from '../../../src/domain/privacy/vectors.ts';
import {
  bytesOf,
  changedInFolder,
  commitOf,
  filesIn,
  messagesAfter,
  topOf,
  versionsAfter,
} from './repository.ts';

/** How a finding in a text that is no file is placed. */
const inText = (place: string, text: string): Found[] => scanPlain(place, text);

type Exempt = (found: Found) => boolean;

/** Exceptions of the content that still hold, and test numbers outside the content. */
function exemptionsOf(content: string, today: string) {
  const { addresses, allowed } = isFolder(content) ? knownOf(content) : { addresses: [], allowed: [] };
  const allowances = allowancesOf(allowed, today);
  const exempt: Exempt = (found) => {
    const allowance = allowances.covering(found);
    return (
      (allowance && !allowances.isOver(allowance)) ||
      (found.file.startsWith('../') && isTestVector(found.value))
    );
  };
  return { addresses, exempt };
}

/** Everything in a folder that looks like personal data. */
export function scanFolder(content: string, today: string): { found: Found[]; looked: number } {
  const { addresses, exempt } = exemptionsOf(content, today);
  const { files } = readFolder(content);
  const found = files.flatMap((file) => scanOne(file, addresses)).filter((one) => !exempt(one));
  return { found, looked: files.length };
}

export interface Change {
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

/** A function of a text that works out each answer once. */
function memo<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const answer = known.get(text) ?? work(text);
    known.set(text, answer);
    return answer;
  };
}

const keyOf = ({ kind, value }: Found) => `${kind}\0${value}`;

/**
 * What the commits after `base` would publish for good: new findings in every version of every file they bring,
 * also in one that a later commit takes away again, and in their messages.
 */
export function scanChange({ content, base, head, today }: Change): { found: Found[]; looked: number } {
  const top = topOf(content);
  const [from, to] = [commitOf(top, base), commitOf(top, head ?? 'HEAD')];
  const { addresses, exempt } = exemptionsOf(content, today);
  const versions = versionsAfter(top, from, to);
  const loose = head === undefined ? looseIn(top, to) : [];
  const [old, now] = [filesIn(top, from), filesIn(top, to)];
  const touched = [...versions.map(({ path }) => path), ...loose];
  const blobs = bytesOf(top, [
    ...versions.map(({ id }) => id),
    ...touched.flatMap((path) => old.get(path) ?? []),
  ]);
  const named = (path: string) => relative(resolve(content), join(top, path)).split(sep).join('/');
  const scan = (path: string, bytes: Uint8Array = new Uint8Array()) =>
    scanOne({ file: named(path), size: bytes.length, read: () => bytes }, addresses);
  const before = memo((path: string) => {
    const id = old.get(path);
    return new Set(id === undefined ? [] : scan(path, blobs.get(id)).map(keyOf));
  });
  const added = (path: string, bytes: Uint8Array | undefined) =>
    scan(path, bytes).filter((one) => !exempt(one) && !before(path).has(keyOf(one)));
  const committed = versions.flatMap(({ path, id }) =>
    added(path, blobs.get(id)).map((one) =>
      now.get(path) === id ? one : { ...one, part: `这次提交的旧版本里${one.part ?? ''}` },
    ),
  );
  const uncommitted = loose.flatMap((path) => added(path, readFileSync(join(top, path))));
  const messages = messagesAfter(top, from, to).flatMap(({ commit, text }) =>
    inText(`提交说明 ${commit}`, text),
  );
  return { found: [...committed, ...uncommitted, ...messages], looked: versions.length + loose.length };
}

/** The guard over a message that is about to be committed; lines that git drops are left out. */
export const scanMessage = (text: string): Found[] =>
  inText('提交说明', text.replace(/^# -+ >8 -+[^]*$/m, '').replace(/^#.*$/gm, ''));

/** The guard over the name of a branch. */
export const scanBranch = (name: string): Found[] =>
  inText('分支名', name.replaceAll('/', ' ')).map(({ line: _, column: __, ...one }) => one);
