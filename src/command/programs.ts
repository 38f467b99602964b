/** Finds the system's own programs that tests and publishing use, and installs them where that can be done without asking. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure } from './command.ts';
import { canInstallPackages, installPackages, outputOf } from './debian.ts';

interface Wanted {
  /** The Debian package that brings it. */
  readonly package: string;
  /** What cannot be done without it. */
  readonly without: string;
  /** A library of Debian's Python instead of a program. */
  readonly library?: true;
}

const PROGRAMS = {
  nginx: { package: 'nginx-light', without: '在真实的 nginx 上的测试不能运行' },
  apache2: { package: 'apache2-bin', without: '在真实的 Apache 上的测试不能运行' },
  caddy: { package: 'caddy', without: '在真实的 Caddy 上、在 https 前端后面的测试不能运行' },
  xmllint: { package: 'libxml2-utils', without: '订阅文件不能按 Atom 的文法检验' },
  rsync: { package: 'rsync', without: '不能发布到另一台机器' },
  icalendar: { package: 'python3-icalendar', library: true, without: '日历不能拿 icalendar 核对' },
  vobject: { package: 'python3-vobject', library: true, without: '名片不能拿 vobject 核对' },
} as const satisfies Record<string, Wanted>;

export type Program = keyof typeof PROGRAMS;

/** The path of a program, or undefined when it is not on this machine. */
export function findProgram(name: Program, env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter(Boolean), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

const missing = (name: Program) =>
  new Failure(`没有找到 ${name}，${PROGRAMS[name].without}。请安装后再运行一次：
  Debian / Ubuntu：sudo apt-get install ${PROGRAMS[name].package}
  macOS：brew install ${name}
  Windows：在 WSL 里运行`);

/** Debian's own Python. */
export const PYTHON = '/usr/bin/python3';

/** Whether a program, or a library of Debian's Python, is on this machine. */
export function isThere(name: Program): boolean {
  const { library }: Wanted = PROGRAMS[name];
  return library ? outputOf(PYTHON, ['-c', `import ${name}`]) !== undefined : findProgram(name) !== undefined;
}

/** The program's path; fails with what to do where it is missing. */
export function requireProgram(name: Program): string {
  const found = findProgram(name);
  if (!found) throw missing(name);
  return found;
}

/** Installs those that are missing, where the system is Debian's and we may; those that are missing still. */
export function offerPrograms(names: readonly Program[]): readonly Program[] {
  const wanted = names.filter((name) => !isThere(name));
  if (wanted.length === 0 || !canInstallPackages()) return wanted;
  installPackages(wanted.map((name) => PROGRAMS[name].package));
  return wanted.filter((name) => !isThere(name));
}

/** Installs those that are missing; fails with what to do where it may not. */
export function ensurePrograms(names: readonly Program[]): void {
  for (const name of offerPrograms(names)) throw missing(name);
}

/** What cannot be done for lack of a program, in words. */
export const lackOf = (name: Program): string =>
  `没有 ${PROGRAMS[name].package}，${PROGRAMS[name].without}。`;
