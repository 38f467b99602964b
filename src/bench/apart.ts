/** Tools that are installed apart, each by a lock file of its own: who builds the site needs none of them. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, ROOT } from '../command/command.ts';

/** Where a tool lies once it is installed; `name` is that of the folder below `tests/` with its lock file. */
export const homeOf = (name: string): string => join(ROOT, '.cache', name);

/** Installs what a lock file names, unless it is there. `what` is the tool in words. Throws a `Failure`. */
export function installApart(name: string, what: string): void {
  const [from, home] = [join(ROOT, 'tests', name), homeOf(name)];
  mkdirSync(home, { recursive: true });
  const lock = join(home, 'package-lock.json');
  const wanted = readFileSync(join(from, 'package-lock.json'), 'utf8');
  // npm writes this file last.
  const whole = existsSync(join(home, 'node_modules', '.package-lock.json'));
  if (whole && existsSync(lock) && readFileSync(lock, 'utf8') === wanted) return;
  for (const file of ['package.json', 'package-lock.json', '.npmrc'])
    copyFileSync(join(from, file), join(home, file));
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], {
    cwd: home,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Failure(`装不上${what}。请检查网络，再运行一次。`);
}
