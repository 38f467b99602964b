import { isFolder } from '../catalogue/read-folder.ts';
import { UsageError } from './command.ts';

/** Where content comes from, as absolute paths. */
export interface ContentFolders {
  readonly content: string;
  /** The folder of whereabouts, where they do not stand in the content (design §3). */
  readonly whereabouts?: string | undefined;
  /** The folder whose history is told, where the content is a copy of it. */
  readonly history?: string | undefined;
  /** Sets offices with errors aside instead of stopping at them. */
  readonly quarantine?: boolean | undefined;
  /** Links name the file of a folder too, for hosts that do not look for it. */
  readonly explicitIndex?: boolean | undefined;
}

/** Refuses folders that are not there. */
export function requireFolders({ content, whereabouts = content }: ContentFolders): void {
  for (const folder of [content, whereabouts])
    if (!isFolder(folder)) throw new UsageError(`没有这个文件夹：${folder}`);
}
