/** Many objects of git at once: a process for all of them, not one for each. */
import { git } from '../../command/git.ts';

/** A file that differs between two trees; without a name of its bytes it is gone. */
export interface Differing {
  readonly path: string;
  readonly blob: string | undefined;
}

const lines = (list: readonly string[]) => list.map((one) => `${one}\n`).join('');

/** What git calls each of these (`<commit>:<path>`), in their order; undefined where there is nothing. */
export function namesOf(folder: string, objects: readonly string[]): (string | undefined)[] {
  const told = git(folder, ['cat-file', '--batch-check=%(objectname)'], { input: lines(objects) });
  return (told?.toString('utf8').split('\n') ?? [])
    .slice(0, objects.length)
    .map((line) => (/^[0-9a-f]{40,64}$/.test(line) ? line : undefined));
}

/** The texts of blobs by their names. */
export function textsOf(folder: string, blobs: ReadonlySet<string>): Map<string, string> {
  const told = blobs.size > 0 && git(folder, ['cat-file', '--batch'], { input: lines([...blobs]) });
  const texts = new Map<string, string>();
  for (let at = 0; told && at < told.length;) {
    const end = told.indexOf(10, at);
    const [name = '', , size] = told.toString('utf8', at, end).split(' ');
    at = end + 1;
    if (size === undefined || !/^\d+$/.test(size)) continue;
    texts.set(name, told.toString('utf8', at, at + Number(size)));
    at += Number(size) + 1;
  }
  return texts;
}

const ENTRY = /^(?:[^]*\n)?:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) \w+$/;
const PAIR = /(?:^|\n)([0-9a-f]{40,64} [0-9a-f]{40,64})\n:/;

/** What differs below some folders between trees, by the pair of their names (`<before> <after>`). */
export function differencesOf(
  folder: string,
  pairs: readonly string[],
  below: readonly string[],
): Map<string, readonly Differing[]> {
  const input = lines([...new Set(pairs)]);
  const command = [
    'diff-tree',
    '-r',
    '-z',
    '--no-renames',
    '--stdin',
    '--',
    ...below.map((one) => `:(top)${one}`),
  ];
  const told = git(folder, command, { input });
  const fields = told?.toString('utf8').split('\0') ?? [];
  const found = new Map<string, Differing[]>();
  let list: Differing[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [meta = '', path = ''] = [fields[at], fields[at + 1]];
    const pair = PAIR.exec(meta)?.[1];
    if (pair !== undefined) found.set(pair, (list = []));
    const blob = ENTRY.exec(meta)?.[1] ?? '';
    list.push({ path, blob: /^0+$/.test(blob) ? undefined : blob });
  }
  return found;
}
