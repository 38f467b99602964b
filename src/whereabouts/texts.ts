import { readFileSync } from 'node:fs';
import { Failure, toType, type FolderOptions } from '../command/command.ts';

/** The text of a file; undefined when there is none. */
export function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** What a JSON file of the site built of these folders says; undefined when there is none. Throws a Failure where it is damaged. */
export function saidBy<T extends object>(file: string, of: FolderOptions = {}): T | undefined {
  const text = textOf(file);
  if (text === undefined) return undefined;
  const damaged = new Failure(
    `${file} 坏了，读不出来，什么都没有写。请运行 ${toType('build', of)} 重新生成网站，再发布去向。`,
  );
  try {
    const value = JSON.parse(text) as T | null;
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    throw damaged;
  }
  throw damaged;
}
