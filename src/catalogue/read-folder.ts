import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../domain/problems.ts';
import { spell } from '../domain/spell.ts';
import { hasInvisible } from '../domain/text.ts';

/** A file of the content folder, not yet opened. */
export interface FoundFile {
  /** Relative to the content folder, with forward slashes. */
  readonly file: string;
  /** One of the texts that come with the program. */
  readonly national?: true;
  readonly size: number;
  readonly read: () => Uint8Array;
}

const IGNORED = new Set(['.ds_store', 'thumbs.db', 'desktop.ini', '.gitkeep', 'readme.md']);
/** What this program calls a file until it is whole (`src/command/aside.ts`); a run that was cut off leaves one. */
export const ASIDE = /^\..+\.\d+\.tmp$/;

/** What Office, WPS, LibreOffice, Vim and Emacs lay beside a file that is open in them, and old copies of it. */
const OPEN_IN_AN_EDITOR = /^(?:~\$.*|\.~lock\..*#|\..*\.sw[a-p]|4913|\.#.*|#.*#|.*~)$/i;

/** Left behind by desktops, editors and this program; nobody sees them, so nobody should have to remove them. */
export const isLeftBehind = (name: string): boolean =>
  IGNORED.has(name.toLowerCase()) || OPEN_IN_AN_EDITOR.test(name) || ASIDE.test(name);
const MAX_DEPTH = 6;

/** True when `folder` is a folder that can be read. */
export const isFolder = (folder: string): boolean =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;

/**
 * Every file below a folder in the order of names, or those that are wanted of it; links and odd names are reported,
 * never followed.
 */
export function readFolder(
  root: string,
  wants: (file: string) => boolean = () => true,
): { files: FoundFile[]; problems: Problem[] } {
  const files: FoundFile[] = [];
  const problems: Problem[] = [];
  const refuse = (file: string, message: string, remedy: string) =>
    problems.push({ kind: 'path', severity: 'error', file: spell(file), message, remedy });

  const visit = (item: Dirent, file: string) => {
    const full = join(root, file);
    if (!item.isDirectory() && isLeftBehind(item.name)) return;
    const trick = trickIn(item, file);
    if (trick) refuse(file, ...trick);
    else if (item.isDirectory()) walk(file);
    else
      files.push({
        file,
        // Asked for when somebody wants the file: of a city's most, the day's whereabouts want nothing.
        get size() {
          return statSync(full).size;
        },
        read: () => readFileSync(full),
      });
  };
  const walk = (folder: string) => {
    const items = readdirSync(join(root, folder), { withFileTypes: true });
    for (const item of items.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = folder ? `${folder}/${item.name}` : item.name;
      if (wants(file)) visit(item, file);
    }
  };
  walk('');
  return { files, problems };
}

/** What makes an item unfit to be opened at all: message and remedy. */
function trickIn(item: Dirent, file: string): [string, string] | undefined {
  if (item.isSymbolicLink()) return ['这是一个链接，不是文件', '删除链接，把内容文件本身放在这里'];
  if (!item.isFile() && !item.isDirectory()) return ['这不是普通文件', '删除它'];
  if (/[\\:*?"<>|\t\n\r\uFFFD]/.test(item.name) || hasInvisible(item.name))
    return ['名称里有不能使用的字符', '名称只用小写拼音字母、数字和连字符，例如 luocheng'];
  if (item.isDirectory() && file.split('/').length > MAX_DEPTH)
    return ['文件夹层数太多', '内容最多放在 offices/<县>/<司法所>/affairs/ 这一层'];
  return undefined;
}
