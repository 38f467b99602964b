import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../command/command.ts';
import { workFolder } from '../command/leftovers.ts';
import { requireProgram } from '../command/programs.ts';
import { foldersAbove } from './hosting/for-release.ts';
import { filesIn } from './place-folder.ts';
import { archivesOf, asLinked, CURRENT, damagedState, LOCK_FILE, parseState } from './place.ts';
import {
  type Amendments,
  RELEASES,
  type ReleasePlace,
  type ReleaseState,
  STATE_FILE,
  stateText,
} from './place.ts';

/** What rsync answers when the far file is not there. */
const NOTHING_THERE = 23;

/** Runs some work with a folder of its own. */
function within<T>(work: (folder: string) => T): T {
  const folder = workFolder('publish');
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rsync(args: readonly string[], mayLack = false): { readonly found: boolean; readonly out: string } {
  const result = spawnSync(requireProgram('rsync'), args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (result.status === 0) return { found: true, out: result.stdout };
  if (mayLack && result.status === NOTHING_THERE) return { found: false, out: '' };
  const why = result.stderr.trim().split('\n').slice(-5).join('\n');
  throw new Failure(
    `rsync 没有成功（退出码 ${result.status}）：\n${why}\n请检查网址、登录和对方文件夹的写权限。`,
  );
}

/** A far file as text; undefined where there is none. */
const textAt = (address: string): string | undefined =>
  within((folder) => {
    const { found } = rsync(['-a', address, `${folder}/file`], true);
    return found ? readFileSync(join(folder, 'file'), 'utf8') : undefined;
  });

/** The names directly in a far folder, each with where it leads if it is a link. */
const namedIn = (target: string): ReadonlyMap<string, string | undefined> =>
  new Map(
    rsync(['-l', '--list-only', '--no-motd', `${target}/`], true)
      .out.split('\n')
      .flatMap((line) => {
        const [, name, to] = /^\S+\s+[\d,.]+ \S+ \S+ (.+?)(?: -> (.*))?$/.exec(line) ?? [];
        return name === undefined || name === '.' || name === LOCK_FILE ? [] : [[name, to] as const];
      }),
  );

const namesIn = (target: string): readonly string[] => [...namedIn(target).keys()];

function stateAt(target: string): ReleaseState | undefined {
  const names = namedIn(target);
  if (names.size === 0) return undefined;
  const state = parseState(textAt(`${target}/${STATE_FILE}`) ?? '');
  const linked = names.get(CURRENT)?.slice(`${RELEASES}/`.length);
  if (!state && names.has(STATE_FILE)) throw damagedState(target, namesIn(`${target}/${RELEASES}`), linked);
  if (!state)
    throw new Failure(`${target} 里有别的文件，不是本程序发布的文件夹，不能发布到这里。请另选一个空文件夹。`);
  return asLinked(state, linked);
}

const LISTED = ['-r', '-8', '--list-only', '--no-motd'] as const;

/** The names of all files below a far folder. */
const namesBelow = (target: string): string[] =>
  rsync([...LISTED, `${target}/`], true)
    .out.split('\n')
    .flatMap((line) => /^-\S+\s+[\d,.]+ \S+ \S+ (.+)$/.exec(line)?.[1] ?? []);

/** Puts a few files into a far folder and takes others out; all the rest stays as it is. */
function amend(target: string, files: Amendments): void {
  const folders = [...new Set([...files.keys()].flatMap(foldersAbove))];
  within((folder) => {
    folders.forEach((name) => mkdirSync(join(folder, name), { recursive: true }));
    for (const [name, text] of files) if (text !== undefined) writeFileSync(join(folder, name), text);
    rsync([
      ...['-r', '--delete', '--ignore-times', '--chmod=D755,F644'],
      ...[...folders, ...files.keys()].map((name) => `--include=/${name}`),
      ...['--exclude=*', `${folder}/`, `${target}/`],
    ]);
  });
}

const markAt = (target: string) => textAt(`${target}/${LOCK_FILE}`);

/** Sends the mark where there is none, and reads who holds the place: rsync tells not which of two came first. */
function hold(target: string, mark: string): string | undefined {
  within((folder) => {
    writeFileSync(join(folder, LOCK_FILE), mark);
    rsync(['-r', '--ignore-existing', '--chmod=D755,F644', `${folder}/`, `${target}/`]);
  });
  const there = markAt(target) ?? '';
  return there === mark ? undefined : there;
}

function letGo(target: string, mark: string): void {
  if (markAt(target) === mark) amend(target, new Map([[LOCK_FILE, undefined]]));
}

/** rsync puts a file or a link in place in one step. */
const send = (target: string, make: (folder: string) => void) =>
  within((folder) => {
    make(folder);
    // Always: what is remembered changes within a second, and not in size.
    rsync(['-rl', '--ignore-times', '--chmod=D755,F644', `${folder}/`, `${target}/`]);
  });

const remember = (target: string, state: ReleaseState) =>
  send(target, (folder) => writeFileSync(join(folder, STATE_FILE), stateText(state)));

/** A folder that rsync reaches: `host:/path`, `user@host:/path`, `rsync://host/module`, or a path of this machine. */
export function rsyncPlace(address: string): ReleasePlace {
  const target = address.replace(/\/+$/, '');
  return {
    state: () => stateAt(target),
    hold: (mark) => hold(target, mark),
    holder: () => markAt(target),
    letGo: (mark) => letGo(target, mark),
    put: (id, from) => {
      const state = stateAt(target);
      if (!state)
        send(target, (folder) => {
          mkdirSync(join(folder, RELEASES));
          writeFileSync(join(folder, STATE_FILE), stateText({ releases: [] }));
        });
      const same = state?.shown === undefined ? [] : [`--link-dest=../${state.shown}`];
      rsync([
        '-rt',
        '--checksum',
        '--delete',
        '--chmod=D755,F644',
        ...same,
        `${from}/`,
        `${target}/${RELEASES}/${id}/`,
      ]);
    },
    names: (id) => namesBelow(`${target}/${RELEASES}/${id}`),
    read: (id, name) => textAt(`${target}/${RELEASES}/${id}/${name}`),
    below: (id, below) =>
      within((folder) => {
        rsync(['-r', `${target}/${RELEASES}/${id}/${below}`, `${folder}/`], true);
        return filesIn(folder);
      }),
    amend: (id, files) => amend(`${target}/${RELEASES}/${id}`, files),
    show: (state) => {
      send(target, (folder) => symlinkSync(`${RELEASES}/${state.shown}`, join(folder, CURRENT)));
      remember(target, state);
    },
    keepOnly: (ids) =>
      within((empty) =>
        rsync([
          '-r',
          '--delete',
          ...ids.map((id) => `--exclude=/${id}`),
          `${empty}/`,
          `${target}/${RELEASES}/`,
        ]),
      ),
    dropArchives: (ids) => {
      const there = namesIn(target);
      const archives = ids.flatMap(archivesOf).filter((name) => there.includes(name));
      if (archives.length > 0) amend(target, new Map(archives.map((name) => [name, undefined])));
    },
  };
}
