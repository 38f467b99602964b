/** A real bare git repository, as a forge keeps it behind its interface. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Blob, type Change, isFolder, Objects } from './objects.ts';

const PERSON = 'forge <forge@example.com>';

export class Repository {
  readonly folder = mkdtempSync(join(tmpdir(), 'forge-'));
  readonly #objects = new Objects(this.folder);

  constructor() {
    for (const name of ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags'])
      mkdirSync(join(this.folder, name), { recursive: true });
    writeFileSync(join(this.folder, 'HEAD'), 'ref: refs/heads/main\n');
    writeFileSync(
      join(this.folder, 'config'),
      '[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n',
    );
  }

  #line(args: readonly string[]): string {
    const env = { ...process.env, GIT_DIR: this.folder };
    return execFileSync('git', args, { env, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 })
      .toString()
      .trim();
  }

  #try<T>(act: () => T): T | undefined {
    try {
      return act();
    } catch {
      return undefined;
    }
  }

  /** The commit that a full name of a branch, or another name, stands for. */
  #named(name: string): string | undefined {
    const loose = this.#try(() => readFileSync(join(this.folder, name), 'utf8').trim());
    if (loose !== undefined || !existsSync(join(this.folder, 'packed-refs'))) return loose;
    return this.#try(() => this.#line(['rev-parse', '--verify', '--quiet', name]));
  }

  #name(name: string, commit: string): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), `${commit}\n`);
  }

  head(branch: string): string | undefined {
    return this.#named(`refs/heads/${branch}`);
  }

  /** A commit by its own name, by a branch or by a full name. Throws where there is none. */
  #commit(ref: string): string {
    const found = /^[0-9a-f]{40}$/.test(ref) ? ref : (this.head(ref) ?? this.#named(ref));
    if (found === undefined) throw new Error(`no commit: ${ref}`);
    return found;
  }

  #at(ref: string, path: string) {
    const commit = this.#try(() => this.#commit(ref));
    return commit === undefined ? undefined : this.#objects.at(this.#objects.commit(commit).tree, path);
  }

  read(ref: string, path: string): Blob | undefined {
    const entry = this.#at(ref, path);
    if (!entry || isFolder(entry)) return undefined;
    return { sha: entry.sha, bytes: this.#objects.read(entry.sha, 'blob') };
  }

  /** What stands in a folder; undefined where there is none. */
  list(ref: string, folder: string): { name: string; type: string }[] | undefined {
    const entry = this.#at(ref, folder);
    if (!entry || !isFolder(entry)) return undefined;
    return [...this.#objects.folder(entry.sha)].map(([name, one]) => ({
      name,
      type: isFolder(one) ? 'tree' : 'blob',
    }));
  }

  /** The last commit that touched a path; empty where none did. */
  lastCommit(ref: string, path: string): string {
    let commit: string | undefined = this.#commit(ref);
    while (commit !== undefined) {
      const { parents } = this.#objects.commit(commit);
      const here: string | undefined = this.#at(commit, path)?.sha;
      const same: string | undefined = parents.find((one) => this.#at(one, path)?.sha === here);
      if (same === undefined && (parents.length > 0 || here !== undefined)) return commit;
      commit = same;
    }
    return '';
  }

  branches(): string[] {
    if (existsSync(join(this.folder, 'packed-refs')))
      return this.#line(['for-each-ref', '--format=%(refname:short)', 'refs/heads']).split('\n');
    const root = join(this.folder, 'refs/heads');
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .flatMap((one) => (one.isFile() ? [join(one.parentPath, one.name).slice(root.length + 1)] : []))
      .sort();
  }

  drop(branch: string): void {
    this.#line(['update-ref', '-d', `refs/heads/${branch}`]);
  }

  branch(name: string, at: string): void {
    if (this.head(name)) throw new Error(`the branch is there: ${name}`);
    const commit = this.#commit(at);
    // Throws where the repository knows no such commit.
    this.#objects.commit(commit);
    this.#name(`refs/heads/${name}`, commit);
  }

  #record(tree: string, parents: readonly string[], message: string): string {
    const now = `${PERSON} ${Math.floor(Date.now() / 1000)} +0000`;
    const lines = [
      `tree ${tree}`,
      ...parents.map((one) => `parent ${one}`),
      `author ${now}`,
      `committer ${now}`,
    ];
    return this.#objects.write('commit', Buffer.from(`${lines.join('\n')}\n\n${message}\n`));
  }

  /** Writes files in one commit on a branch, which is made where it is not there yet. */
  commit(branch: string, from: string | undefined, message: string, changes: readonly Change[]): string {
    const parent = from ? this.#commit(from) : undefined;
    const old = parent === undefined ? undefined : this.#objects.commit(parent).tree;
    const tree = this.#objects.changed(old, changes) ?? this.#objects.write('tree', Buffer.of());
    const made = this.#record(tree, parent === undefined ? [] : [parent], message);
    this.#name(`refs/heads/${branch}`, made);
    return made;
  }

  /** Takes what a branch of another repository holds, under a name of its own. */
  take(from: Repository, branch: string, ref: string): string {
    const commit = from.#commit(`refs/heads/${branch}`);
    this.#objects.borrow(from.folder);
    this.#name(ref, commit);
    return commit;
  }

  merge(base: string, head: string): void {
    const tree = this.#line(['merge-tree', '--write-tree', base, head]).split('\n')[0] ?? '';
    const parents = [base, head].map((one) => this.#commit(one));
    this.#name(`refs/heads/${base}`, this.#record(tree, parents, `Merge ${head}`));
  }

  #before(commits: readonly string[]): Set<string> {
    const found = new Set(commits);
    for (const one of found) for (const parent of this.#objects.commit(one).parents) found.add(parent);
    return found;
  }

  /** The commit at which a branch left another. */
  fork(base: string, head: string): string {
    const known = this.#before([this.#commit(base)]);
    const shared = [...this.#before([this.#commit(head)])].find((one) => known.has(one));
    if (shared === undefined) throw new Error(`${base} and ${head} have nothing in common`);
    return shared;
  }

  /** The paths that a branch changes against where it began. */
  changed(base: string, head: string): string[] {
    return this.#line(['-c', 'core.quotepath=off', 'diff', '--name-only', `${base}...${head}`])
      .split('\n')
      .filter(Boolean);
  }

  /** The lines that a branch takes out and puts in. */
  diff(base: string, head: string): string[] {
    const lines = this.#line(['diff', '-U0', `${base}...${head}`]).split('\n');
    return lines.filter((line) => /^[+-](?![+-]{2} )/.test(line));
  }

  /** Puts the files of a branch into a folder. */
  checkOut(ref: string, folder: string): void {
    this.#unfold(this.#objects.commit(this.#commit(ref)).tree, folder);
  }

  #unfold(tree: string, folder: string): void {
    for (const [name, entry] of this.#objects.folder(tree)) {
      const { mode, sha } = entry;
      const path = join(folder, name);
      if (isFolder(entry)) {
        mkdirSync(path, { recursive: true });
        this.#unfold(sha, path);
      } else if (mode === '120000') symlinkSync(this.#objects.read(sha, 'blob'), path);
      else {
        writeFileSync(path, this.#objects.read(sha, 'blob'));
        if (mode === '100755') chmodSync(path, 0o755);
      }
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
