/** A real bare git repository, used by its plumbing: what a forge keeps behind its interface. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Blob {
  readonly bytes: Buffer;
  readonly sha: string;
}

export interface Change {
  readonly path: string;
  /** Undefined where the file goes. */
  readonly bytes: Uint8Array | undefined;
}

const PERSON = {
  GIT_AUTHOR_NAME: 'forge',
  GIT_AUTHOR_EMAIL: 'forge@example.com',
  GIT_COMMITTER_NAME: 'forge',
  GIT_COMMITTER_EMAIL: 'forge@example.com',
};

export class Repository {
  readonly folder = mkdtempSync(join(tmpdir(), 'forge-'));

  constructor() {
    this.#git(['init', '--bare', '--quiet', '--initial-branch=main']);
  }

  #git(args: readonly string[], input?: Uint8Array): Buffer {
    return execFileSync('git', args, {
      env: { ...process.env, ...PERSON, GIT_DIR: this.folder },
      input,
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    });
  }

  #line(args: readonly string[], input?: Uint8Array): string {
    return this.#git(args, input).toString().trim();
  }

  #try<T>(act: () => T): T | undefined {
    try {
      return act();
    } catch {
      return undefined;
    }
  }

  head(branch: string): string | undefined {
    const ref = `refs/heads/${branch}`;
    const loose = this.#try(() => readFileSync(join(this.folder, ref), 'utf8').trim());
    if (loose !== undefined || !existsSync(join(this.folder, 'packed-refs'))) return loose;
    return this.#try(() => this.#line(['rev-parse', '--verify', '--quiet', ref]));
  }

  read(ref: string, path: string): Blob | undefined {
    const told = this.#git(['cat-file', '--batch'], Buffer.from(`${ref}:${path}\n`));
    const start = told.indexOf('\n') + 1;
    const [sha = '', type, size] = told.subarray(0, start).toString().trim().split(' ');
    if (type !== 'blob') return undefined;
    return { sha, bytes: told.subarray(start, start + Number(size)) };
  }

  /** What stands in a folder; undefined where there is none. */
  list(ref: string, folder: string): { name: string; type: string }[] | undefined {
    const lines = this.#try(() => this.#line(['-c', 'core.quotepath=off', 'ls-tree', `${ref}:${folder}`]));
    return lines
      ?.split('\n')
      .filter(Boolean)
      .map((line) => ({ name: line.split('\t')[1] ?? '', type: line.split(' ')[1] ?? '' }));
  }

  /** The last commit that touched a path. */
  lastCommit(ref: string, path: string): string {
    return this.#line(['log', '-1', '--format=%H', ref, '--', path]);
  }

  branches(): string[] {
    return this.#line(['for-each-ref', '--format=%(refname:short)', 'refs/heads']).split('\n');
  }

  drop(branch: string): void {
    this.#git(['update-ref', '-d', `refs/heads/${branch}`]);
  }

  branch(name: string, at: string): void {
    this.#git(['update-ref', `refs/heads/${name}`, at, '0'.repeat(40)]);
  }

  /** Writes files in one commit on a branch, which is made where it is not there yet. */
  commit(branch: string, from: string | undefined, message: string, changes: readonly Change[]): string {
    const data = (bytes: Uint8Array) => [Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')];
    const stream = [
      Buffer.from(`commit refs/heads/${branch}\nmark :1\ncommitter forge <forge@example.com> now\n`),
      ...data(Buffer.from(`${message}\n`)),
      Buffer.from(from ? `from ${from}\n` : ''),
      ...changes.flatMap(({ path, bytes }) =>
        bytes ? [Buffer.from(`M 100644 inline ${path}\n`), ...data(bytes)] : [Buffer.from(`D ${path}\n`)],
      ),
      Buffer.from('get-mark :1\n'),
    ];
    return this.#line(['fast-import', '--quiet', '--force', '--date-format=now'], Buffer.concat(stream));
  }

  /** Takes what a branch of another repository holds, under a name of its own. */
  take(from: Repository, branch: string, ref: string): string {
    this.#git(['fetch', '--quiet', '--no-tags', from.folder, `+refs/heads/${branch}:${ref}`]);
    return this.#line(['rev-parse', ref]);
  }

  merge(base: string, head: string): void {
    const tree = this.#line(['merge-tree', '--write-tree', base, head]).split('\n')[0] ?? '';
    const parents = ['-p', this.head(base) ?? '', '-p', this.#line(['rev-parse', head])];
    const commit = this.#line(['commit-tree', tree, ...parents, '-m', `Merge ${head}`]);
    this.#git(['update-ref', `refs/heads/${base}`, commit]);
  }

  /** The commit at which a branch left another. */
  fork(base: string, head: string): string {
    return this.#line(['merge-base', base, head]);
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
    const tar = this.#git(['archive', '--format=tar', ref]);
    execFileSync('tar', ['-x', '-C', folder], { input: tar });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
