/** A copy of the content in which a take-down is rehearsed. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { workFolder } from '../command/leftovers.ts';
import { replaceFile } from '../command/aside.ts';

function put(file: string, text: string | undefined): void {
  if (text === undefined) rmSync(file, { force: true });
  else replaceFile(file, text);
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
