/** A small city in a real repository, and proposals to it as branches. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { assess, type GateReport, type GateRequest } from '../../src/gate/assess.ts';
import { contentFiles, writeFiles, type Overrides } from './content.ts';

export const NOW = new Date('2026-11-22T02:00:00Z');

export const OWNERS = {
  accounts: [
    { account: 'jia-sfs', offices: ['dong/jia'] },
    { account: 'dong-sfj', counties: ['dong'] },
    { account: 'shi-sfj', city: true },
    { account: 'weihu', maintainer: true },
  ],
};

export interface Repository {
  readonly folder: string;
  readonly git: (...args: string[]) => string;
  readonly write: (file: string, text: string, mode?: number) => void;
  readonly link: (file: string, target: string) => void;
  readonly remove: (file: string) => void;
  /** Commits what `act` does as a proposal on a branch of its own, made from `main` unless told. */
  readonly propose: (act: () => void, options?: { message?: string; from?: string }) => string;
  /** The gate's report on a branch. */
  readonly gate: (head: string, account: string, more?: Partial<GateRequest>) => Promise<GateReport>;
  readonly close: () => void;
}

const AUTHOR = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'core.autocrlf=false'];

/** A repository whose main holds a small city below `content/`. */
export function aRepository(overrides: Overrides = {}): Repository {
  const folder = mkdtempSync(join(tmpdir(), 'proposals-'));
  const git = (...args: string[]) =>
    String(execFileSync('git', [...AUTHOR, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }));
  const full = (file: string) => {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    return path;
  };
  const commit = (message: string) => {
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', message);
  };
  git('init', '-q', '-b', 'main');
  writeFiles(join(folder, 'content'), contentFiles({ ...overrides }));
  writeFileSync(full('content/owners.json'), JSON.stringify(OWNERS));
  writeFileSync(full('.github/workflows/ci.yml'), 'name: ci\n');
  commit('开始');
  let count = 0;
  return {
    folder,
    git,
    write: (file, text, mode) => {
      writeFileSync(full(file), text);
      if (mode !== undefined) chmodSync(full(file), mode);
    },
    link: (file, target) => symlinkSync(target, full(file)),
    remove: (file) => rmSync(join(folder, file), { recursive: true }),
    propose: (act, { message = '改', from = 'main' } = {}) => {
      const branch = `p${(count += 1)}`;
      git('switch', '-qc', branch, from);
      try {
        act();
        commit(message);
      } finally {
        git('switch', '-qf', 'main');
        git('clean', '-qffdx');
      }
      return branch;
    },
    gate: (head, account, more = {}) =>
      assess({
        repository: folder,
        base: 'main',
        head,
        accounts: [account],
        place: { prefix: 'content' },
        now: NOW,
        ...more,
      }),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
