/** Finds the system's own programs that tests and publishing use, and installs them where that can be done without asking. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure } from './command.ts';
import { canInstallPackages, installPackages } from './debian.ts';

/** A program, the Debian package that brings it, and what cannot be done without it. */
const PROGRAMS = {
  nginx: { package: 'nginx-light', without: '在真实的 nginx 上的测试不能运行' },
  apache2: { package: 'apache2-bin', without: '在真实的 Apache 上的测试不能运行' },
  caddy: { package: 'caddy', without: '在真实的 Caddy 上、在 https 前端后面的测试不能运行' },
  xmllint: { package: 'libxml2-utils', without: '订阅文件不能按 Atom 的文法检验' },
  rsync: { package: 'rsync', without: '不能发布到另一台机器' },
} as const;

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

/** The program's path; fails with what to do where it is missing. */
export function requireProgram(name: Program): string {
  const found = findProgram(name);
  if (!found) throw missing(name);
  return found;
}

/** Installs those that are missing, where the system is Debian's and we may; fails with what to do elsewhere. */
export function ensurePrograms(names: readonly Program[]): void {
  const wanted = names.filter((name) => !findProgram(name)).map((name) => PROGRAMS[name].package);
  if (wanted.length > 0 && canInstallPackages()) installPackages(wanted);
  names.forEach(requireProgram);
}
