/** Sites that several files of tests look at, two of them at once: made once, and again when what they are made of changes. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { holdLock } from '../../src/build/lock.ts';
import { filesBelow, programHash } from '../../src/build/stamp.ts';
import { ROOT } from '../../src/command/command.ts';
import { dateInShanghai } from '../../src/domain/dates.ts';
import { started } from './started.ts';

/** The tests' own settings must not reach the command: it is run as from a fresh prompt. */
const FOREIGN = /^(?:SITE_URL|BASE_PATH)$/;

/** Tells whether a site would come out the same. */
function stampOf(content: string, env: NodeJS.ProcessEnv): string {
  const day = env['SOURCE_DATE_EPOCH'] ?? dateInShanghai(new Date());
  const hash = createHash('sha256')
    .update(programHash())
    .update(JSON.stringify([env, day]));
  for (const file of filesBelow(content)) hash.update(relative(content, file)).update(readFileSync(file));
  return hash.digest('hex');
}

/**
 * The site of the content that `fill` writes into a folder, built by the build command with the given settings. It
 * lies in a folder of its own below `.cache`, which is returned: for reading alone.
 */
export async function builtOnce(
  name: string,
  fill: (content: string) => void,
  settings: NodeJS.ProcessEnv,
): Promise<string> {
  const out = join(ROOT, '.cache', name);
  const [content, stamped] = [`${out}-content`, `${out}.stamp`];
  const release = await holdLock(ROOT, () => undefined, name);
  try {
    rmSync(content, { recursive: true, force: true });
    mkdirSync(content, { recursive: true });
    fill(content);
    const own = Object.entries(process.env).filter(([key]) => !FOREIGN.test(key));
    const env = { ...Object.fromEntries(own), ...settings };
    const stamp = stampOf(content, { SOURCE_DATE_EPOCH: env['SOURCE_DATE_EPOCH'], ...settings });
    if (existsSync(out) && existsSync(stamped) && readFileSync(stamped, 'utf8') === stamp) return out;
    const args = started('build', '--content', content, '--out', out);
    execFileSync(process.execPath, args, { env, stdio: 'pipe' });
    writeFileSync(stamped, stamp);
    return out;
  } finally {
    release();
  }
}
