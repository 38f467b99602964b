/** A new file of the content: never over another, and only when the content check has nothing new against it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../../catalogue/load.ts';
import { isError, type Problem } from '../../domain/problems.ts';
import { asTyped, Failure } from '../../command/command.ts';
import { problemsWith, type Change } from '../../gate/working-copy.ts';
import { problemsAsText } from '../../command/report.ts';
import { writeAll } from '../../build/write-all.ts';

const keyOf = ({ file, field, message }: Problem) => [file, field, message].join('\n');

/**
 * Writes a new file. Faults that the content had before are no obstacle: the file may be their cure.
 * `expected` are faults of the new file that its author is told to fix.
 */
export function addFile(
  content: string,
  file: Change,
  today: string,
  expected: (problem: Problem) => boolean = () => false,
): string {
  const path = join(content, file.path);
  if (existsSync(path)) throw new Failure(`${asTyped(path)} 已经有了，没有改动。`);
  const before = new Set(loadContent(content, { today }).problems.map(keyOf));
  const problems = problemsWith({ content }, [file], today).filter(
    (problem) => isError(problem) && !before.has(keyOf(problem)) && !expected(problem),
  );
  if (problems.length > 0)
    throw new Failure(
      `这样写内容检查通不过，什么都没有写：\n\n${problemsAsText(problems, asTyped(content))}`,
    );
  writeAll([{ path, after: file.after }]);
  return asTyped(path);
}
