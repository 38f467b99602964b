import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure, toType, type FolderOptions } from '../command/command.ts';

const TEMPORARY = /^\..*\.\d+\.tmp$/;
const MINUTE = 60_000;

/** Puts a text in the place of a file: whoever reads sees the old text or the new one, whole. */
export function replaceFile(file: string, text: string): void {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `.${basename(file)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Takes away what a run that was cut off (power, kill) left behind in a folder. */
export function sweep(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name);
    const age = () => Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (TEMPORARY.test(basename(name)) && age() > MINUTE) rmSync(file, { force: true });
  }
}

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
