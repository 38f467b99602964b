/** How a city's repository names the program: a file beside it, or an address that is pinned. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Failure, INSTALLED, PROGRAM, ROOT, UsageError } from '../../command/command.ts';

/** npm as it started this process, or else the one on the PATH. */
export function npm(args: readonly string[], cwd: string): string {
  const own = process.env['npm_execpath'];
  const options = { cwd, encoding: 'utf8' } as const;
  const result = own?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [own, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (result.status === 0) return result.stdout;
  const said = [result.stderr, result.error?.message].filter(Boolean).join('\n').trim();
  throw new Failure(`npm ${args[0]} 没有成功：\n${said.split('\n').slice(-8).join('\n')}`);
}

/** Puts a file of the package into the repository and says how it is named there. */
function kept(file: string, folder: string): string {
  const to = join(folder, 'vendor', basename(file));
  mkdirSync(join(folder, 'vendor'), { recursive: true });
  if (resolve(file) !== to) copyFileSync(file, to);
  return `file:vendor/${basename(file)}`;
}

/** Of an address, what it must be so that nobody can put another program behind it. */
function pinned(address: string): string {
  if (/^https:\/\/\S+\.tgz$/.test(address)) return address;
  if (/^git\+(?:https|ssh):\/\/\S+#[0-9a-f]{40}$/.test(address)) return address;
  throw new UsageError(
    `--from 应为压缩包（.tgz 文件）、https 的 .tgz 网址，或写明提交号的 git+https://…#<40 位提交号>：${address}`,
  );
}

/** The dependency of the project where the command stands, when the program is installed there. */
function installedAs(): string | undefined {
  const file = join(ROOT, 'package.json');
  if (!INSTALLED || !existsSync(file)) return undefined;
  const { dependencies } = JSON.parse(readFileSync(file, 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  return dependencies?.['open-office'];
}

/** What stands in `package.json` for the program. Without `--from`: as it was installed here, else packed anew. */
export function programFor(from: string | undefined, folder: string): string {
  if (from !== undefined) return existsSync(from) ? kept(from, folder) : pinned(from);
  const spec = installedAs();
  if (spec?.startsWith('file:')) return kept(resolve(ROOT, spec.slice('file:'.length)), folder);
  if (spec !== undefined) return pinned(spec);
  if (INSTALLED) throw new UsageError('请用 --from 写明程序的压缩包，例如 --from ./open-office-0.1.0.tgz');
  mkdirSync(join(folder, 'vendor'), { recursive: true });
  const name = npm(['pack', '--silent', '--pack-destination', join(folder, 'vendor')], PROGRAM).trim();
  return `file:vendor/${name.split('\n').at(-1)}`;
}
