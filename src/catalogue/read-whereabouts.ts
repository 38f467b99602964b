import { posix, relative, resolve } from 'node:path';
import type { Problem } from '../domain/problems.ts';
import type { Entry } from './entry.ts';
import { isWhereabouts, placeFile } from './file-kind.ts';
import { readFile, type ReadContent } from './read-content.ts';
import { isFolder, readFolder, type FoundFile } from './read-folder.ts';

/**
 * A folder of whereabouts only: `offices/<county>/<office>/whereabouts.json`, beside whatever a data branch brings
 * along (its README, its `.git`). Files are named from the content folder, so that a report finds them.
 */
export function readWhereaboutsFolder(folder: string, content: string): ReadContent {
  if (!isFolder(folder)) throw new Error(`没有去向文件夹：${folder}`);
  const offices = resolve(folder, 'offices');
  const found = isFolder(offices) ? readFolder(offices) : { files: [], problems: [] };
  const from = relative(content, resolve(folder)).replaceAll('\\', '/') || '.';
  const read = found.files.map((one) => readOne({ ...one, file: `offices/${one.file}` }));
  const problems = [
    ...found.problems.map((one) => ({ ...one, file: `offices/${one.file}` })),
    ...read.flatMap((one) => one.problems),
  ];
  const named = <T extends { readonly file: string }>(one: T): T => ({
    ...one,
    file: posix.join(from, one.file),
  });
  return {
    entries: read.flatMap(({ entry }) => (entry ? [named(entry)] : [])),
    problems: problems.map(named),
    files: found.files.length,
  };
}

function readOne(found: FoundFile): { entry?: Entry; problems: readonly Problem[] } {
  const { placed } = placeFile(found.file);
  return !placed || isWhereabouts(placed) ? readFile(found) : { problems: [stray(found)] };
}

const stray = ({ file }: FoundFile): Problem => ({
  kind: 'path',
  severity: 'warning',
  file,
  message: '去向文件夹里只用 whereabouts.json，这个文件没有用',
  remedy: '放到内容文件夹里，或删除它',
});
