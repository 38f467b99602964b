/** The objects of a git repository, written and read as git keeps them: a git started for each would be most of a test. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';

export interface Blob {
  readonly bytes: Buffer;
  readonly sha: string;
}

export interface Change {
  readonly path: string;
  /** Undefined where the file goes. */
  readonly bytes: Uint8Array | undefined;
}

const FILE = '100644';
const FOLDER = '40000';

/** What stands in a folder under a name. */
interface Entry {
  readonly mode: string;
  readonly sha: string;
}

export const isFolder = ({ mode }: Entry): boolean => mode === FOLDER;

type Folder = ReadonlyMap<string, Entry>;
type Type = 'blob' | 'tree' | 'commit';

/** How git orders a folder: by bytes, as if the names of folders ended with a slash. */
const ordered = (folder: Folder) =>
  [...folder]
    .map(([name, entry]) => ({ name, ...entry, key: Buffer.from(isFolder(entry) ? `${name}/` : name) }))
    .sort((one, other) => Buffer.compare(one.key, other.key));

const ALTERNATES = 'objects/info/alternates';

/** The repositories that one borrows from. */
function borrowed(folder: string): string[] {
  const file = join(folder, ALTERNATES);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  return lines.map((line) => dirname(line));
}

export class Objects {
  readonly #folder: string;
  readonly #folders = new Map<string, Folder>();

  /** @param folder a bare repository */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Sees what another repository holds, too. */
  borrow(other: string): void {
    const known = borrowed(this.#folder);
    if (known.includes(other)) return;
    const lines = [...known, other].map((folder) => `${join(folder, 'objects')}\n`);
    writeFileSync(join(this.#folder, ALTERNATES), lines.join(''));
  }

  write(type: Type, content: Uint8Array): string {
    const whole = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content]);
    const sha = createHash('sha1').update(whole).digest('hex');
    const file = join(this.#folder, 'objects', sha.slice(0, 2), sha.slice(2));
    if (existsSync(file)) return sha;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, deflateSync(whole, { level: 1 }));
    return sha;
  }

  /** The file of an object, here or in what was borrowed; undefined where it lies in a pack, or nowhere. */
  #file(sha: string): string | undefined {
    // A repository and a copy of it may borrow from each other.
    const folders = new Set([this.#folder]);
    for (const folder of folders) {
      const file = join(folder, 'objects', sha.slice(0, 2), sha.slice(2));
      if (existsSync(file)) return file;
      for (const other of borrowed(folder)) folders.add(other);
    }
    return undefined;
  }

  /** Throws where there is none of this name. */
  read(sha: string, type: Type): Buffer {
    const file = this.#file(sha);
    if (file === undefined)
      return execFileSync('git', ['cat-file', type, sha], {
        env: { ...process.env, GIT_DIR: this.#folder },
        stdio: ['ignore', 'pipe', 'pipe'],
        maxBuffer: 1 << 28,
      });
    const whole = inflateSync(readFileSync(file));
    return whole.subarray(whole.indexOf(0) + 1);
  }

  folder(sha: string): Folder {
    const known = this.#folders.get(sha);
    if (known) return known;
    const found = new Map<string, Entry>();
    const bytes = this.read(sha, 'tree');
    for (let at = 0; at < bytes.length;) {
      const end = bytes.indexOf(0, at);
      const [mode = '', name = ''] = bytes.subarray(at, end).toString().split(/ (.*)/s);
      found.set(name, { mode, sha: bytes.subarray(end + 1, end + 21).toString('hex') });
      at = end + 21;
    }
    this.#folders.set(sha, found);
    return found;
  }

  /** What a path leads to from a folder; undefined where nothing is there. */
  at(tree: string, path: string): Entry | undefined {
    let entry: Entry | undefined = { mode: FOLDER, sha: tree };
    for (const name of path.split('/').filter(Boolean))
      entry = entry && isFolder(entry) ? this.folder(entry.sha).get(name) : undefined;
    return entry;
  }

  /** A folder after changes: its name, or undefined where nothing is left in it. */
  changed(tree: string | undefined, changes: readonly Change[]): string | undefined {
    const folder = new Map(tree === undefined ? [] : this.folder(tree));
    const below = Map.groupBy(changes, ({ path }) => path.split('/')[0] ?? '');
    for (const [name, all] of below) {
      const inside = all.filter(({ path }) => path !== name);
      const bytes = all.find(({ path }) => path === name)?.bytes;
      const old = folder.get(name);
      const sha =
        inside.length > 0
          ? this.changed(
              old && isFolder(old) ? old.sha : undefined,
              inside.map((one) => ({ ...one, path: one.path.slice(name.length + 1) })),
            )
          : bytes && this.write('blob', bytes);
      if (sha === undefined) folder.delete(name);
      else folder.set(name, { mode: inside.length > 0 ? FOLDER : FILE, sha });
    }
    const lines = ordered(folder).flatMap(({ mode, name, sha }) => [
      Buffer.from(`${mode} ${name}\0`),
      Buffer.from(sha, 'hex'),
    ]);
    return folder.size === 0 ? undefined : this.write('tree', Buffer.concat(lines));
  }

  /** A commit’s folder and what it came from. */
  commit(sha: string): { readonly tree: string; readonly parents: readonly string[] } {
    const [head = ''] = this.read(sha, 'commit').toString().split('\n\n');
    const of = (key: string) =>
      head.split('\n').flatMap((line) => (line.startsWith(`${key} `) ? [line.slice(key.length + 1)] : []));
    return { tree: of('tree')[0] ?? '', parents: of('parent') };
  }
}
