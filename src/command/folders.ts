import { isFolder } from '../catalogue/read-folder.ts';
import { UsageError } from './command.ts';
import type { ContentFolders } from './content.ts';

/** Refuses folders that are not there. */
export function requireFolders({ content, whereabouts = content }: ContentFolders): void {
  for (const folder of [content, whereabouts])
    if (!isFolder(folder)) throw new UsageError(`没有这个文件夹：${folder}`);
}
