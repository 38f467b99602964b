import { mkdirSync } from 'node:fs';
import { dirname, posix, relative } from 'node:path';
import { isFolder } from '../catalogue/read-folder.ts';
import type { Problem } from '../domain/problems.ts';
import { Failure, UsageError } from './command.ts';
import { hasCode } from './told.ts';

/** Where content comes from, as absolute paths. */
export interface ContentFolders {
  readonly content: string;
  /** The folder of whereabouts, where they do not stand in the content (design §3). */
  readonly whereabouts?: string | undefined;
  /** Where these are copies: the folders that people know, whose history is told. */
  readonly copyOf?: Pick<ContentFolders, 'content' | 'whereabouts'> | undefined;
  /** Sets offices with errors aside instead of stopping at them. */
  readonly quarantine?: boolean | undefined;
  /** Links name the file of a folder too, for hosts that do not look for it. */
  readonly explicitIndex?: boolean | undefined;
  /** Tells the errors of the content, with its folder as typed; `printProblems` by default. */
  readonly tell?: ((problems: readonly Problem[], folder: string) => void) | undefined;
}

/** The folders that a person may be told to name: copies are gone by then. */
export const ownOf = ({ content, whereabouts, copyOf = { content, whereabouts } }: ContentFolders) => copyOf;

/** Problems with their files named from the content as in the folders that a person knows. */
export function inOwn(problems: readonly Problem[], folders: ContentFolders): readonly Problem[] {
  const [from = '', to = ''] = [folders, ownOf(folders)].map(({ content, whereabouts = content }) =>
    relative(content, whereabouts).replaceAll('\\', '/'),
  );
  const moved = (file: string) =>
    file.startsWith(`${from}/`) ? posix.join(to, file.slice(from.length + 1)) : file;
  return problems.map((one) => ({ ...one, file: moved(one.file) }));
}

/** Refuses a folder that is not there. */
export function requireFolder(folder: string): void {
  if (!isFolder(folder)) throw new UsageError(`没有这个文件夹：${folder}`);
}

/** Refuses folders of content that are not there. */
export const requireFolders = ({ content, whereabouts = content }: ContentFolders): void =>
  [content, whereabouts].forEach(requireFolder);

/** Makes a folder that somebody named, with those above it. Node’s own way has no end where the system makes none, as in `/proc`. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (isFolder(folder)) return;
    if (!hasCode(error, 'ENOENT')) throw error;
    const above = dirname(folder);
    if (above === folder || isFolder(above)) throw new Failure(`${folder}：这里不能建文件夹。换一个文件夹。`);
    makeFolder(above);
    makeFolder(folder);
  }
}
