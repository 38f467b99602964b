/** Changing content as one: all files, or none. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../command/command.ts';
import { workFolder } from '../command/leftovers.ts';
import { replaceFile } from '../whereabouts/atomic.ts';

/** A change of files: absolute paths with their new bytes, or undefined for those that go. */
export type Changes = ReadonlyMap<string, string | undefined>;

function put(file: string, text: string | undefined): void {
  if (text === undefined) rmSync(file, { force: true });
  else replaceFile(file, text);
}

function restore(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

/** Makes every change; when one fails, those already made are taken back. */
export function applyAll(changes: Changes): void {
  const before = new Map(
    [...changes.keys()].map((file) => [file, existsSync(file) ? readFileSync(file) : undefined]),
  );
  const done: string[] = [];
  try {
    for (const [file, text] of changes) {
      done.push(file);
      put(file, text);
    }
  } catch (error) {
    for (const file of done) {
      const bytes = before.get(file);
      if (bytes !== undefined) restore(file, bytes);
      else if (existsSync(file)) rmSync(file);
    }
    throw new Failure(`没有写成，内容已恢复原样：${error instanceof Error ? error.message : error}`);
  }
}

/** Lends a copy of a folder to one call, with the changes made in it. */
export async function withCopy<T>(
  folder: string,
  changes: ReadonlyMap<string, string | undefined>,
  act: (copy: string) => Promise<T>,
): Promise<T> {
  const temporary = workFolder('withdraw');
  try {
    const copy = join(temporary, 'content');
    cpSync(folder, copy, { recursive: true });
    for (const [file, text] of changes) put(join(copy, file), text);
    return await act(copy);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
