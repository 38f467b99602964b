/**
 * One at a time: Astro keeps what it has read of the content in folders that builds of a project share, and what is
 * remembered of a site must be of the one that lies there.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { layDown } from '../command/aside.ts';
import { isAlive } from '../command/leftovers.ts';

/** Who holds a lock; undefined when nobody who is still running does. */
function holderOf(file: string): number | undefined {
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : NaN;
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) ? pid : undefined;
}

/** False where another holds the lock. Throws where none can be put there. */
function take(file: string): boolean {
  const own = `${file}-${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    if (layDown(own, file)) return true;
    const holder = holderOf(file);
    if (holder === undefined) rmSync(file, { force: true });
    return holder === process.pid;
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * Waits until no other build of the project, or into the folder that `name` stands for, runs, and keeps others waiting
 * until the returned function is called.
 */
export async function holdLock(
  root: string,
  say: (text: string) => void,
  name = 'building',
): Promise<() => void> {
  const folder = join(root, '.cache');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.lock`);
  const release = () => {
    if (holderOf(file) === process.pid) rmSync(file, { force: true });
  };
  for (let tries = 0; !take(file); tries += 1) {
    if (tries === 10) say('另一次生成正在进行，等它结束……');
    await wait(100);
  }
  process.once('exit', release);
  return () => {
    release();
    process.off('exit', release);
  };
}
