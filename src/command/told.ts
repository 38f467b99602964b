/** How a failure is told on a terminal. */

/** A failure that is explained by its message alone; no stack is shown. */
export class Failure extends Error {}

/** What the machine complains of, in the words of whoever must put it right. */
const COMPLAINTS: Readonly<Record<string, string>> = {
  EACCES: '没有权限。换一个有权限的账号运行，或者换一个文件夹',
  EPERM: '没有权限。换一个有权限的账号运行，或者换一个文件夹',
  EROFS: '这个磁盘只能读，不能写。换一个文件夹',
  ENOSPC: '磁盘满了。腾出空间以后再运行一次',
  EDQUOT: '这个账号的磁盘限额用完了。腾出空间以后再运行一次',
  EBUSY: '正被别的程序占用（例如在 WPS、Excel 里开着）。关掉它再运行一次',
  ENOENT: '没有这个文件或文件夹。看看名称是不是写错了',
  EEXIST: '已经有同名的文件，这里要的是文件夹。换一个名称',
  ENOTDIR: '这是文件，不是文件夹，或者路径当中有一段是文件。请写一个文件夹',
  EISDIR: '这是文件夹，不是文件。请写一个文件',
  ELOOP: '这里的链接一圈一圈指着自己。换成真正的文件夹',
  ENAMETOOLONG: '名称太长。改短一些',
  EMFILE: '同时打开的文件太多。关掉别的程序再运行一次',
};

/** A failure as it is told: what explains itself in its own words, the machine's complaints in Chinese; a mistake of the program whole. */
export function told(error: unknown): unknown {
  if (error instanceof Failure) return error.message;
  if (!(error instanceof Error)) return error;
  const { code = '', path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const complaint = COMPLAINTS[code];
  const place = [path, dest].filter(Boolean).join(' → ');
  return complaint && place ? `${place}：${complaint}。` : error;
}

/** Whether something failed for this reason of the system’s, such as `EXDEV`. */
export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
