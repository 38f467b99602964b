/** Git, run on a folder: everything that others wrote goes in as an argument of its own or on standard input. */
import { spawnSync } from 'node:child_process';
import { Failure, UsageError } from './command.ts';
import { reasonIn } from './git-reasons.ts';
import { hasCode } from './told.ts';

const MAX_OUTPUT = 1024 * 1024 * 1024;

interface GitOptions {
  readonly input?: string | Uint8Array | undefined;
  /** Exit codes that are no failure. */
  readonly accepted?: readonly number[] | undefined;
  /** Beside the variables of this process, such as an index of its own. */
  readonly env?: NodeJS.ProcessEnv | undefined;
}

function run(folder: string, args: readonly string[], { input, env }: GitOptions) {
  const result = spawnSync('git', args, {
    cwd: folder,
    input,
    maxBuffer: MAX_OUTPUT,
    env: { ...process.env, ...env },
  });
  if (result.error)
    throw new Failure(
      hasCode(result.error, 'ENOENT')
        ? '这台电脑没有装 git，或者找不到它。装好 git，重新打开窗口再运行。'
        : `git 没有运行成：${result.error.message}`,
    );
  return result;
}

/** What git prints; undefined where it says no. */
export function git(folder: string, args: readonly string[], options: GitOptions = {}): Buffer | undefined {
  const { status, stdout } = run(folder, args, options);
  return (options.accepted ?? [0]).includes(status ?? -1) ? stdout : undefined;
}

/** What git prints as a text without the line break at its end. Throws a Failure with git's reason. */
export function mustGit(folder: string, args: readonly string[], options: GitOptions = {}): string {
  const { status, stdout, stderr } = run(folder, args, options);
  if ((options.accepted ?? [0]).includes(status ?? -1)) return stdout.toString('utf8').replace(/\n$/, '');
  const said = stderr.toString('utf8').trim();
  const reason = reasonIn(said);
  const name = args.find((arg) => !arg.startsWith('-')) ?? '';
  throw new Failure(`git ${name} 没有成功：${reason ? `${reason}。\ngit 的原话：${said}` : said}`);
}

/** What to tell where git knows nothing of a folder: that it lies in no repository, or why git will not look. */
export function noRepository(folder: string, otherwise: string): Error {
  const reason = reasonIn(run(folder, ['rev-parse', '--git-dir'], {}).stderr.toString('utf8'));
  return reason === undefined ? new UsageError(otherwise) : new Failure(`${folder}：${reason}。`);
}

/** A text that git prints; undefined where it says no. */
export const gitText = (folder: string, ...args: readonly string[]): string | undefined =>
  git(folder, args)?.toString('utf8').replace(/\n$/, '');

/** The first line of what git prints; undefined where there is none. */
export const gitLine = (folder: string, ...args: readonly string[]): string | undefined =>
  gitText(folder, ...args)
    ?.split('\n')[0]
    ?.trim() || undefined;

/** The full name of a commit. Throws a UsageError for a revision that is not there, or that git would take for an option. */
export function commitOf(folder: string, revision: string): string {
  const name = `${revision}^{commit}`;
  const commit = /^[^-]/.test(revision) && gitLine(folder, 'rev-parse', '--verify', '--quiet', name);
  if (!commit) throw new UsageError(`没有这个版本：${revision}`);
  return commit;
}

/** What git prints between zero bytes. */
export const gitFields = (folder: string, ...args: readonly string[]): string[] =>
  git(folder, args)?.toString('utf8').split('\0') ?? [];
