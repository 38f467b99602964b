import {
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { ASIDE } from '../catalogue/read-folder.ts';
import { replaceFile, sweep } from '../command/aside.ts';
import { makeFolder } from '../command/folders.ts';
import { Failure } from '../command/command.ts';
import { hasCode } from '../command/told.ts';
import { archivesOf, CURRENT, damagedState, LOCK_FILE, parseState, RELEASES, STATE_FILE } from './place.ts';
import { type Amendments, type ReleasePlace, stateText } from './place.ts';

const remove = (path: string) => rmSync(path, { recursive: true, force: true });

/** Windows lets everybody make junctions, but puts nothing in the place of one: there it is gone for a moment. */
function pointTo(link: string, target: string): void {
  const windows = process.platform === 'win32';
  remove(`${link}.new`);
  symlinkSync(target, `${link}.new`, windows ? 'junction' : 'dir');
  if (windows) remove(link);
  renameSync(`${link}.new`, link);
}

function stateIn(folder: string) {
  const ours = (name: string) => name === LOCK_FILE || ASIDE.test(name);
  if (!existsSync(folder) || readdirSync(folder).every(ours)) return undefined;
  const file = join(folder, STATE_FILE);
  const state = existsSync(file) ? parseState(readFileSync(file, 'utf8')) : undefined;
  const link = lstatSync(join(folder, CURRENT), { throwIfNoEntry: false });
  if (!state && link?.isSymbolicLink() && existsSync(join(folder, RELEASES)))
    throw damagedState(
      folder,
      readdirSync(join(folder, RELEASES)),
      basename(readlinkSync(join(folder, CURRENT))),
    );
  if (!state || (link && !link.isSymbolicLink()))
    throw new Failure(`${folder} 里有别的文件，不是本程序发布的文件夹，不能发布到这里。请另选一个空文件夹。`);
  return state;
}

const namesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));

function amend(folder: string, files: Amendments): void {
  for (const [name, text] of files) {
    const file = join(folder, name);
    if (text === undefined) remove(file);
    else replaceFile(file, text);
  }
}

/** One step: of two who come at once, one finds the mark of the other. */
function hold(folder: string, mark: string): string | undefined {
  const file = join(folder, LOCK_FILE);
  makeFolder(folder);
  try {
    writeFileSync(file, mark, { flag: 'wx' });
    return undefined;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return readFileSync(file, 'utf8');
    remove(file);
    throw error;
  }
}

/** The files below a folder by their names in it; none where there is no such folder. */
export const filesIn = (folder: string): ReadonlyMap<string, Uint8Array> =>
  existsSync(folder)
    ? new Map(namesBelow(folder).map((name) => [name, readFileSync(join(folder, name))]))
    : new Map();

/** A folder of this machine. */
export function folderPlace(folder: string): ReleasePlace {
  const releases = join(folder, RELEASES);
  return {
    state: () => stateIn(folder),
    hold: (mark) => hold(folder, mark),
    letGo: () => remove(join(folder, LOCK_FILE)),
    put: (id, from) => {
      // The mark first: a folder without it is not ours, also where the run is cut off here.
      if (!existsSync(join(folder, STATE_FILE)))
        replaceFile(join(folder, STATE_FILE), stateText({ releases: [] }));
      makeFolder(releases);
      remove(join(releases, `${id}.part`));
      cpSync(from, join(releases, `${id}.part`), { recursive: true });
      remove(join(releases, id));
      renameSync(join(releases, `${id}.part`), join(releases, id));
    },
    names: (id) => (existsSync(join(releases, id)) ? namesBelow(join(releases, id)) : []),
    read: (id, name) => {
      const file = join(releases, id, name);
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    },
    below: (id, below) => filesIn(join(releases, id, below)),
    amend: (id, files) => amend(join(releases, id), files),
    show: (state) => {
      pointTo(
        join(folder, CURRENT),
        process.platform === 'win32' ? join(releases, state.shown ?? '') : `${RELEASES}/${state.shown}`,
      );
      replaceFile(join(folder, STATE_FILE), stateText(state));
    },
    keepOnly: (ids) => {
      for (const name of readdirSync(releases)) if (!ids.includes(name)) remove(join(releases, name));
      sweep(folder);
      sweep(releases, { below: true });
    },
    dropArchives: (ids) => ids.flatMap(archivesOf).forEach((name) => remove(join(folder, name))),
  };
}
