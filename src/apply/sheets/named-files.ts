/** The tables that are meant by what was typed: files, folders, names with a star. */
import { existsSync, globSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isFolder } from '../../catalogue/read-folder.ts';

const TABLE = /\.(?:xlsx|xls|ods|csv)$/i;
/** What Excel, WPS and LibreOffice put beside a file while it is open. */
const LOCK = /^(?:~\$|\.~)/;

/** What a name stands for: the shell of Windows leaves a star as it is. */
function meant(name: string): readonly string[] {
  if (isFolder(name))
    return readdirSync(name, { withFileTypes: true })
      .filter((one) => one.isFile() && (LOCK.test(one.name) || !one.name.startsWith('.')))
      .map((one) => join(name, one.name))
      .sort();
  const found = existsSync(name) ? [] : globSync(name).sort();
  return found.length > 0 ? found : [name];
}

/** Why a file is not read: it is no table that somebody has saved. */
function whyNot(file: string, fromFolder: boolean): string | undefined {
  if (LOCK.test(basename(file)))
    return '是表格程序开着一个文件时留下的，不是表格；那个文件还开着的，先保存、关闭再导入';
  return fromFolder && !TABLE.test(file)
    ? '不是 .xlsx、.xls、.ods、.csv；是表格的，另存为 .xlsx 再导入'
    : undefined;
}

/** The files to read, and what is told of the others. */
export function namedFiles(names: readonly string[]) {
  const all = names.flatMap((name) =>
    meant(name).map((file) => ({ file, not: whyNot(file, isFolder(name)) })),
  );
  return {
    files: all.flatMap(({ file, not }) => (not ? [] : [file])),
    skipped: all.flatMap(({ file, not }) => (not ? [`跳过 ${file}：${not}。`] : [])),
  };
}
