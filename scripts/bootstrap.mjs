// The first thing every command of this repository runs: plain JavaScript that any Node from 18 on understands, with
// no dependency. It installs what is missing and hands over.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOutOfReach } from './registry.mjs';
import { commandIn, findNode, handOver, MODULES, PROGRAM, say } from './run.mjs';

const STAMP = join(MODULES, '.open-office-install');

/** What must be the same for the installed packages to be the wanted ones. */
function wanted() {
  const lock = readFileSync(join(PROGRAM, 'package-lock.json'));
  return `${process.platform}-${process.arch} ${createHash('sha256').update(lock).digest('hex')}\n`;
}

const installed = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted();

/** npm as it started this process, or else the one on the PATH. */
function npm(args) {
  const options = { cwd: PROGRAM, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  const own = process.env.npm_execpath;
  if (own && own.endsWith('npm-cli.js')) return spawnSync(process.execPath, [own, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** A setting of npm's, as its own files and the environment have it. */
const settingOf = (name) => npm(['config', 'get', name]).stdout?.trim();

/** What npm says of a failure: its own words, without the page of help that it likes to add. */
function complaintOf(output) {
  const lines = output.split('\n').filter((line) => !/warn|A complete log|^npm error\s+at /.test(line));
  const help = lines.findIndex((line) => /Usage:$/.test(line));
  return lines
    .slice(0, help < 0 ? undefined : help)
    .filter((line) => !/^npm error\s*$/.test(line))
    .slice(-12);
}

function explainFailure(result) {
  const output = `${result.stdout ?? ''}\n${result.stderr ?? ''}\n${result.error?.message ?? ''}`.trim();
  const offline =
    /ENOTCACHED|EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|npm error network/.test(
      output,
    );
  say('\n安装失败：npm 没有装完依赖。');
  say(complaintOf(output).join('\n'));
  if (result.error?.code === 'ENOENT') say('\n没有找到 npm。请安装 Node.js（自带 npm）后再运行一次。');
  else if (offline) say('\n多半是连不上网络。请检查网络、代理或 npm 镜像设置，然后把刚才的命令再运行一次。');
  else say('\n请按上面的提示处理，然后把刚才的命令再运行一次。');
}

/**
 * Installs the packages unless they are already those of the lock file. Not `npm ci`: that refuses a lock file
 * that does not name the binaries of every platform, where `npm install` adds those of this one.
 */
async function install() {
  if (installed()) return true;
  say(existsSync(MODULES) ? '依赖有变化，正在更新……' : '正在安装依赖，首次约需一分钟……');
  const offline = await isOutOfReach(settingOf);
  if (offline) say('连不上 npm 的下载服务器，先用这台机器上已有的软件包试试……');
  const flags = [
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...(offline ? ['--offline'] : []),
  ];
  const result = npm(['install', ...flags]);
  if (result.status !== 0) {
    explainFailure(result);
    return false;
  }
  writeFileSync(STAMP, wanted());
  say('依赖已装好。');
  return true;
}

const command = commandIn(process.argv.slice(2), 'node scripts/bootstrap.mjs');
const node = (await install()) && findNode();
if (!node) process.exit(1);
handOver(node, command, process.argv.slice(3));
