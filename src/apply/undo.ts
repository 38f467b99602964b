/** What a content folder was before a change of all of it, kept beside it until it is wanted back or the next such change. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../command/command.ts';
import type { Body, FileChange, Files } from '../editing/files.ts';

interface Kept {
  readonly from: number;
  readonly to: number;
  /** Every file that the change touched: whether it was there before, and the fingerprint of what it became. */
  readonly files: readonly { readonly path: string; readonly was: boolean; readonly is: string | null }[];
}

/** Among the caches: a take-down looks there too, and git leaves them out. */
const folderFor = (content: string): string => join(dirname(content), '.cache', 'migrated');
const RECORD = 'record.json';

const printOf = (body: Body | undefined): string | null =>
  body === undefined ? null : createHash('sha256').update(body).digest('hex');

/** Keeps what the files were that a change touches, and what they become. */
export function keepBefore(
  content: string,
  changes: readonly FileChange[],
  before: Files,
  versions: { readonly from: number; readonly to: number },
): void {
  const folder = folderFor(content);
  rmSync(folder, { recursive: true, force: true });
  for (const { path } of changes) {
    const body = before.get(path);
    if (body === undefined) continue;
    mkdirSync(dirname(join(folder, 'files', path)), { recursive: true });
    writeFileSync(join(folder, 'files', path), body);
  }
  const files = changes.map(({ path, after }) => ({ path, was: before.has(path), is: printOf(after) }));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, RECORD), JSON.stringify({ ...versions, files } satisfies Kept));
}

/** The changes that lead back; refuses where nothing is kept, or where somebody has changed a file since. */
export function wayBack(
  content: string,
  now: Files,
): { readonly changes: FileChange[]; readonly to: number } {
  const folder = folderFor(content);
  if (!existsSync(join(folder, RECORD)))
    throw new Failure('没有可以撤回的：没有迁移过，或者 .cache/migrated 已经删掉了。用 git 也能退回。');
  const { from, files } = JSON.parse(readFileSync(join(folder, RECORD), 'utf8')) as Kept;
  const touched = files.filter(({ path, is }) => printOf(now.get(path)) !== is);
  if (touched.length > 0)
    throw new Failure(
      `迁移以后又改过这些文件，不能撤回，什么都没有改：\n${touched.map(({ path }) => `  ${path}`).join('\n')}`,
    );
  const changes = files.map(({ path, was }) => ({
    path,
    after: was ? readFileSync(join(folder, 'files', path)) : undefined,
  }));
  return { changes, to: from };
}

/** Forgets what was kept. */
export const forgetBefore = (content: string): void =>
  rmSync(folderFor(content), { recursive: true, force: true });
