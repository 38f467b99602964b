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
} from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { ASIDE } from '../catalogue/read-folder.ts';
import { replaceFile, sweep } from '../command/aside.ts';
import { makeFolder } from '../command/folders.ts';
import { Failure } from '../command/command.ts';
import { hold, letGo, markIn } from './folder-mark.ts';
import { archivesOf, asLinked, CURRENT, damagedState, LOCK_FILE, parseState } from './place.ts';
import {
  type Amendments,
  RELEASES,
  type ReleasePlace,
  type ReleaseState,
  STATE_FILE,
  stateText,
} from './place.ts';

const remove = (path: string) => rmSync(path, { recursive: true, force: true });

/** The release that readers are shown; undefined where the link leads to none. */
const linkedIn = (folder: string): string | undefined =>
  existsSync(join(folder, CURRENT)) ? basename(readlinkSync(join(folder, CURRENT))) : undefined;

/** Windows lets everybody make junctions, but puts nothing in the place of one: there it is gone for a moment. */
function show(folder: string, id: string): void {
  if (linkedIn(folder) === id) return;
  const [windows, link] = [process.platform === 'win32', join(folder, CURRENT)];
  const target = windows ? join(folder, RELEASES, id) : `${RELEASES}/${id}`;
  remove(`${link}.new`);
  symlinkSync(target, `${link}.new`, windows ? 'junction' : 'dir');
  if (windows) remove(link);
  renameSync(`${link}.new`, link);
}

function stateIn(folder: string): ReleaseState | undefined {
  const ours = (name: string) => name === LOCK_FILE || ASIDE.test(name);
  if (!existsSync(folder) || readdirSync(folder).every(ours)) return undefined;
  const file = join(folder, STATE_FILE);
  const state = existsSync(file) ? parseState(readFileSync(file, 'utf8')) : undefined;
  const link = lstatSync(join(folder, CURRENT), { throwIfNoEntry: false });
  if (!state && link?.isSymbolicLink() && existsSync(join(folder, RELEASES)))
    throw damagedState(folder, readdirSync(join(folder, RELEASES)), linkedIn(folder));
  if (!state || (link && !link.isSymbolicLink()))
    throw new Failure(`${folder} 里有别的文件，不是本程序发布的文件夹，不能发布到这里。请另选一个空文件夹。`);
  const isThere = (id: string) => existsSync(join(folder, RELEASES, id));
  return asLinked({ ...state, releases: state.releases.filter(isThere) }, linkedIn(folder));
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
    holder: () => markIn(folder),
    letGo: (mark) => letGo(folder, mark),
    put: (id, from) => {
      // The mark first: a folder without it is not ours, also where the run is cut off here.
      if (!existsSync(join(folder, STATE_FILE)))
        replaceFile(join(folder, STATE_FILE), stateText({ releases: [] }));
      makeFolder(releases);
      const place = join(releases, id);
      const [part, old] = [`${place}.part`, `${place}.old`];
      [part, old].forEach(remove);
      cpSync(from, part, { recursive: true });
      // Moved before it is removed: whenever the run is cut off, what stands under the name is whole.
      if (existsSync(place)) renameSync(place, old);
      renameSync(part, place);
      remove(old);
    },
    names: (id) => (existsSync(join(releases, id)) ? namesBelow(join(releases, id)) : []),
    read: (id, name) => {
      const file = join(releases, id, name);
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    },
    below: (id, below) => filesIn(join(releases, id, below)),
    amend: (id, files) => amend(join(releases, id), files),
    show: (state) => {
      show(folder, state.shown ?? '');
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
