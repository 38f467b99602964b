/** A bare repository with a branch of whereabouts, and what anybody could still find in it. */
import { execFileSync } from 'node:child_process';
import { addDays } from '../../src/domain/dates.ts';
import { Repository } from './forge/repository.ts';

export const BRANCH = 'quxiang';

export interface EntryOf {
  readonly date: string;
  readonly person?: string;
  readonly session?: string;
  readonly state?: string;
}

export const entry = (one: EntryOf) => ({
  person: 'jia',
  session: '09:00-12:00',
  state: '公出',
  ...one,
});

export const fileOf = (office: string): string => `offices/${office}/whereabouts.json`;

export const textOf = (entries: readonly EntryOf[], plan?: object): string =>
  `${JSON.stringify({ entries: entries.map(entry), ...(plan && { plan }) }, null, 2)}\n`;

/** A repository whose main holds something else, and a branch of whereabouts that has nothing in common with it. */
export function aWhereaboutsRepository(files: Readonly<Record<string, string>>) {
  const repository = new Repository();
  const bytes = (text: string) => Buffer.from(text);
  repository.commit('main', undefined, '开始', [{ path: 'content/site.json', bytes: bytes('{}') }]);
  const changes = (all: Readonly<Record<string, string>>) =>
    Object.entries(all).map(([path, text]) => ({ path, bytes: bytes(text) }));
  repository.commit(BRANCH, undefined, '去向', changes(files));
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: repository.folder, encoding: 'utf8' });
  const blobs = (ids: readonly string[]) =>
    execFileSync('git', ['cat-file', '--batch'], { cwd: repository.folder, input: `${ids.join('\n')}\n` })
      .toString()
      .split(/^[0-9a-f]{40} \w+ \d+$/m);
  return {
    repository,
    git,
    /** One more commit, as the form page makes it. */
    write: (all: Readonly<Record<string, string>>, branch = BRANCH, from = branch) =>
      repository.commit(branch, repository.head(from), '更新去向', changes(all)),
    read: (office: string, branch = BRANCH) => repository.read(branch, fileOf(office))?.bytes.toString(),
    refs: () => git('for-each-ref', '--format=%(refname)').trim().split('\n'),
    /** The texts of all that can be reached from any ref. */
    reachable: () =>
      blobs(
        git('rev-list', '--all', '--objects')
          .trim()
          .split('\n')
          .map((line) => line.split(' ')[0] ?? ''),
      ),
    /** The texts of all objects, whether anything leads to them or not. */
    stored: () =>
      blobs(git('cat-file', '--batch-all-objects', '--batch-check=%(objectname)').trim().split('\n')),
  };
}

/** The days before `today` that any of some texts tells something of. */
export const pastDays = (texts: readonly string[], today: string): string[] => {
  const days = texts.flatMap((text) => [...text.matchAll(/"(?:date|until)": ?"([\d-]+)"/g)]);
  return [...new Set(days.map(([, day = '']) => day).filter((day) => day < today))].sort();
};

/** The day a number of days after the first day of all tests. */
export const dayAfter = (count: number): string => addDays('2026-11-22', count);
