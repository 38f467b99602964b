/** A new file of the content: never over another, and only when the content check has nothing new against it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { refuseNewErrors } from '../../apply/content-files.ts';
import { writeAll } from '../../build/write-all.ts';
import { asTyped, Failure } from '../../command/command.ts';
import type { Problem } from '../../domain/problems.ts';
import type { FileChange } from '../../editing/files.ts';

/**
 * Writes a new file. Faults that the content had before are no obstacle: the file may be their cure.
 * `expected` are faults of the new file that its author is told to fix.
 */
export function addFile(
  content: string,
  file: FileChange,
  today: string,
  expected: (problem: Problem) => boolean = () => false,
): string {
  const path = join(content, file.path);
  if (existsSync(path)) throw new Failure(`${asTyped(path)} 已经有了，没有改动。`);
  refuseNewErrors({ content }, [file], today, expected);
  writeAll([{ path, after: file.after }]);
  return asTyped(path);
}
