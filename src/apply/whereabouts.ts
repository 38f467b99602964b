/** Whereabouts among changes: never into the content, which is remembered for good, but to the branch of their own. */
import { relative, resolve } from 'node:path';
import { writeAll } from '../build/write-all.ts';
import { Failure } from '../command/command.ts';
import type { ContentFolders } from '../command/folders.ts';
import type { FileChange } from '../editing/files.ts';
import { draftsOf } from '../gate/working-copy.ts';
import { bringUp, editsIn, sourceOf } from '../whereabouts/checkout.ts';
import { clean } from '../whereabouts/clean.ts';
import { folderOf, isWhereaboutsPath } from './sheets/offices.ts';

const isWithin = (folder: string, other: string) =>
  !relative(resolve(folder), resolve(other)).startsWith('..');

/** Refuses whereabouts that have nowhere to go but the content. */
export function requireDataFolder(
  changes: readonly FileChange[],
  { content, whereabouts }: ContentFolders,
): void {
  const own = changes.filter(({ path }) => isWhereaboutsPath(path));
  if (own.length === 0 || (whereabouts !== undefined && !isWithin(content, whereabouts))) return;
  throw new Failure(
    [
      '里面有去向，不能写进内容文件夹：Git 会永远记住每一天。什么都没有写。',
      ...own.map(({ path }) => `  ${path}`),
      '去向放在数据分支里。先取一份副本，再用 --whereabouts 指定它，写好就送到数据分支：',
      '  git clone --branch quxiang --single-branch <仓库地址> ../quxiang',
      '  同一条命令后面加 --whereabouts ../quxiang',
    ].join('\n'),
  );
}

/** Sends what was written into a checkout of the branch; a plain folder keeps it. */
async function sendFrom(folder: string, today: string): Promise<void> {
  const source = sourceOf(folder);
  if (!source) return;
  const { left } = await clean({
    ...source,
    folder: '',
    today,
    edits: editsIn(folder, source.branch, ''),
  });
  bringUp(folder, source.branch);
  for (const { path, why } of left) console.error(`! ${path}：${why}`);
  console.log(`\n去向已写进数据分支 ${source.branch}。`);
}

/** Writes changes where they belong; whereabouts go on to the branch that they were checked out from. */
export async function writeChanges(
  from: ContentFolders,
  changes: readonly FileChange[],
  today: string,
): Promise<void> {
  requireDataFolder(changes, from);
  writeAll(draftsOf(from, changes));
  console.log(`\n已写入 ${changes.length} 个文件，内容检查没有错误。`);
  const own = changes.find(({ path }) => isWhereaboutsPath(path));
  if (own) await sendFrom(folderOf(own.path, from), today);
}
