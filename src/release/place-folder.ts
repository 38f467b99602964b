import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { makeFolder } from '../command/folders.ts';
import { Failure } from '../command/command.ts';
import { archivesOf, CURRENT, damagedState, parseState, RELEASES, STATE_FILE, stateText } from './place.ts';
import type { Amendments, Place } from './place.ts';

const remove = (path: string) => rmSync(path, { recursive: true, force: true });

/** Written aside and put in place: whoever looks sees the old one or the new one. */
function replaceText(file: string, text: string | Uint8Array): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

/** Windows lets everybody make junctions, but puts nothing in the place of one: there it is gone for a moment. */
function pointTo(link: string, target: string): void {
  const windows = process.platform === 'win32';
  remove(`${link}.new`);
  symlinkSync(target, `${link}.new`, windows ? 'junction' : 'dir');
  if (windows) remove(link);
  renameSync(`${link}.new`, link);
}

function stateIn(folder: string) {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return undefined;
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
    else {
      mkdirSync(dirname(file), { recursive: true });
      replaceText(file, text);
    }
  }
}

/** The files below a folder by their names in it; none where there is no such folder. */
export const filesIn = (folder: string): ReadonlyMap<string, Uint8Array> =>
  existsSync(folder)
    ? new Map(namesBelow(folder).map((name) => [name, readFileSync(join(folder, name))]))
    : new Map();

/** A folder of this machine. */
export function folderPlace(folder: string): Place {
  const releases = join(folder, RELEASES);
  return {
    state: () => stateIn(folder),
    put: (id, from) => {
      makeFolder(releases);
      if (!existsSync(join(folder, STATE_FILE)))
        replaceText(join(folder, STATE_FILE), stateText({ releases: [] }));
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
      replaceText(join(folder, STATE_FILE), stateText(state));
    },
    keepOnly: (ids) => {
      for (const name of readdirSync(releases)) if (!ids.includes(name)) remove(join(releases, name));
    },
    dropArchives: (ids) => ids.flatMap(archivesOf).forEach((name) => remove(join(folder, name))),
  };
}
