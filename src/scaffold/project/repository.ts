/** A new repository: where it may stand, its files, its first commit. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asTyped, Failure, UsageError } from '../../command/command.ts';
import { oneOf } from '../../command/options.ts';
import { git, mustGit } from '../../command/git.ts';
import { npm } from './program.ts';
import { HOMES, type Home } from './workflows.ts';

/** What may lie in the folder already: the program, installed to run this command. */
const MAY_STAND =
  /^(?:package\.json|package-lock\.json|node_modules|vendor|\.cache|\.git|[^/]*\.tgz|[^/]*\.csv)$/;

/** Refuses a folder that holds anything else. */
export function refuseFolder(folder: string): void {
  const there = existsSync(folder) ? readdirSync(folder).filter((name) => !MAY_STAND.test(name)) : [];
  if (there.length > 0)
    throw new Failure(`${folder} 里已经有 ${there.slice(0, 5).join('、')}，不会覆盖。请另选一个文件夹。`);
}

/** The forge that was named. */
export const homeOf = (answer = 'none'): Home => oneOf('forge', Object.keys(HOMES) as Home[], answer);

/** An address that was typed, as a record of a site names it: its host, and its path where it has one. */
export function placeOf(url: string | undefined): { url?: string; base?: string } {
  if (url === undefined) return {};
  if (!URL.canParse(url)) throw new UsageError(`--url 不是网址：${url}`);
  const { origin, pathname } = new URL(url);
  const base = pathname.replace(/\/*$/, '/');
  return { url: origin, ...(base !== '/' && { base }) };
}

/** Writes files by their paths; what pipelines call can be run. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, body] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), body, { mode: path.startsWith('.ci/') ? 0o755 : 0o644 });
  }
}

/** The first commit, in the name that git knows, or else in one that is nobody's. */
export function firstCommit(folder: string, message: string): void {
  if (!existsSync(join(folder, '.git'))) mustGit(folder, ['init', '--quiet', '--initial-branch', 'main']);
  mustGit(folder, ['add', '--all']);
  const known = git(folder, ['config', 'user.email']) !== undefined;
  const name = known ? [] : ['-c', 'user.name=open-office', '-c', 'user.email=open-office@localhost'];
  mustGit(folder, [...name, 'commit', '--quiet', '--message', message]);
}

/** Installs the program where all files are written, and commits them. Where that fails, says how to go on without init. */
export function complete(folder: string, message: string): void {
  console.log('正在安装程序……');
  try {
    npm(['install', '--no-audit', '--no-fund', '--loglevel=error'], folder);
    firstCommit(folder, message);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const steps = [`cd "${asTyped(folder)}"`, 'npm install', 'git init -b main', 'git add --all'];
    const typed = [...steps, `git commit -m "${message}"`].map((line) => `  ${line}`).join('\n');
    throw new Failure(
      `${error.message}\n\n别的都已经写好，不用重来。多半是连不上网络；按上面的提示处理以后，运行：\n${typed}`,
    );
  }
}
