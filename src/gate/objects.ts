/** Reads a proposal out of a repository as data: no checkout, no filters, no attributes, no hooks; it may be bare. */
import { linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../command/command.ts';
import { git } from '../command/git.ts';

/** The largest file that is taken out of the repository: more than any attachment may have. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;
const BATCH_BYTES = 128 * 1024 * 1024;

/** An entry of a tree, with its path from the top of that tree. */
export interface TreeFile {
  readonly path: string;
  /** As git writes it: `100644`, `100755` (executable), `120000` (link), `160000` (submodule). */
  readonly mode: string;
  readonly id: string;
  readonly size: number;
}

/** Every file of a tree. */
export function filesOfTree(repository: string, tree: string): TreeFile[] {
  const listed = git(repository, ['ls-tree', '-r', '-z', '-l', '--full-tree', tree]);
  if (!listed) throw new Failure(`取不出 ${tree} 的文件`);
  return listed
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const match = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t([^]+)$/.exec(line);
      if (!match) return [];
      const [, mode = '', id = '', size = '', path = ''] = match;
      return [{ path, mode, id, size: Number(size) || 0 }];
    });
}

/** True for a path that can be written below a folder and nowhere else, on any system. */
export const isSafePath = (path: string): boolean =>
  path
    .split('/')
    .every((part) => part !== '' && !/^\.{1,2}$|^\.git$/i.test(part) && !/[\\:\p{Cc}]/u.test(part));

const isPlain = ({ mode, path, size }: TreeFile) =>
  /^100(?:644|755)$/.test(mode) && isSafePath(path) && size <= MAX_FILE_BYTES;

/** The bytes of many objects, in a few runs of git. */
function* bytesOf(repository: string, files: readonly TreeFile[]): Generator<readonly [TreeFile, Buffer]> {
  for (const batch of batches(files)) {
    const input = batch.map(({ id }) => id).join('\n');
    const output = git(repository, ['cat-file', '--batch'], { input: `${input}\n` });
    if (!output) throw new Failure('取不出文件');
    let at = 0;
    for (const file of batch) {
      const end = output.indexOf('\n', at);
      const size = Number(/ blob (\d+)$/.exec(output.toString('utf8', at, end))?.[1] ?? Number.NaN);
      if (Number.isNaN(size)) throw new Failure(`取不出文件版本 ${file.id}`);
      yield [file, output.subarray(end + 1, end + 1 + size)];
      at = end + size + 2;
    }
  }
}

function batches(files: readonly TreeFile[]): TreeFile[][] {
  const all: TreeFile[][] = [];
  let bytes = Infinity;
  for (const file of files) {
    if (bytes + file.size > BATCH_BYTES) {
      all.push([]);
      bytes = 0;
    }
    all.at(-1)?.push(file);
    bytes += file.size;
  }
  return all;
}

/**
 * Writes the plain files of a tree below a folder. Links, submodules, unfit names and huge files are left out: the
 * gate tells of them. `known` are versions that already lie on this disk, to be linked to instead of written again.
 */
export function layOut(
  repository: string,
  files: readonly TreeFile[],
  folder: string,
  known: Map<string, string> = new Map(),
): void {
  mkdirSync(folder, { recursive: true });
  const plain = files.filter(isPlain);
  const place = (path: string) => {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    return full;
  };
  const isKnown = ({ id }: TreeFile) => known.has(id);
  for (const file of plain.filter(isKnown)) linkSync(known.get(file.id) ?? '', place(file.path));
  const fresh = plain.filter((file) => !isKnown(file));
  for (const [{ path, id }, bytes] of bytesOf(repository, fresh)) {
    const full = place(path);
    writeFileSync(full, bytes);
    known.set(id, full);
  }
}
