import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Failure } from './command.ts';

/** What a program prints, or undefined when it is not there or fails. */
export function outputOf(program: string, args: readonly string[]): string | undefined {
  const result = spawnSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return result.status === 0 ? result.stdout : undefined;
}

const isRoot = () => process.getuid?.() === 0;
const hasApt = () => process.platform === 'linux' && existsSync('/usr/bin/apt-get');

/** Whether packages can be installed here without asking anyone for a password. */
export const canInstallPackages = (): boolean =>
  hasApt() && (isRoot() || outputOf('sudo', ['-n', 'true']) !== undefined);

function aptGet(args: readonly string[]): void {
  const [program, ...before] = isRoot() ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  const result = spawnSync(program ?? 'apt-get', [...before, '-qq', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (result.status === 0) return;
  const tail = `${result.stdout}\n${result.stderr}`.trim().split('\n').slice(-8).join('\n');
  throw new Failure(`系统软件包安装失败（apt-get ${args.join(' ')}）：\n${tail}\n请检查网络后再运行一次。`);
}

/** Whether this process has asked which packages there are. */
let isAsked = false;

/** Installs Debian packages, saying so. */
export function installPackages(names: readonly string[]): void {
  console.log(`正在安装系统软件包：${names.join('、')}，约需一两分钟……`);
  if (!isAsked) aptGet(['update']);
  isAsked = true;
  aptGet(['install', '--yes', '--no-install-recommends', ...names]);
}
