// The first thing every command runs: plain JavaScript that any Node from 18 on understands, with no
// dependency. It installs what is missing, finds a Node new enough, and hands over to `scripts/<command>.ts`.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isOutOfReach } from './registry.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.open-office-install');
const OLDEST = [22, 12];
/** From this version on, Node runs TypeScript without being asked to. */
const RUNS_TYPESCRIPT = [22, 18];

const COMMANDS = {
  start: '安装、检查、生成并在本机打开网站',
  check: '检查内容',
  build: '生成网站到 dist/',
  dev: '边改边看',
  pack: '把网站打成压缩包，带各种服务器的配置',
  publish: '把网站发布到服务器的文件夹，或退回上一版',
  released: '记下已发布的网址，以后不许不见',
  serve: '在本机打开已生成的网站',
  test: '运行全部测试',
  signoff: '列出每次改动的保密审查和发布审核',
  withdraw: '把不该公开的内容从各处撤下',
  privacy: '找出内容和改动里像是个人信息的地方',
  gate: '合并修改之前的检查：内容、归属、个人信息、对公开的影响',
  codeowners: '按账号登记写出谁审核哪些文件',
  disclosure: '看改动对各司法所公开情况的影响',
  upkeep: '列出到期和将到期的内容，对照检查指标自查',
  bench: '测量生成用时、内存和页面大小',
  mutate: '把程序一处一处改错，看测试发现不发现',
  posters: '把公示栏印成 PDF',
  whereabouts: '把去向发布到已生成的网站里',
  'new-calendar': '把放假通知变成一年的日历',
  'new-city': '为另一座城市生成内容骨架',
  'import-places': '把坐标表写进各司法所',
  'new-office': '新建一个司法所',
  'new-notice': '新建一篇公告',
  migrate: '把旧版的内容改成这个程序认得的写法',
  upgrade: '换新版程序以前，看读者看到的会变什么',
  reorganise: '机构和区划调整：关闭、合并、改名、划归',
  adapt: '照办事指南写本地的不同之处',
  'sheets-export': '写出填报用的表格',
  'sheets-import': '读入填好的表格',
  apply: '替司法所提交修改包或表格',
  schemas: '写出编辑器用的格式说明',
};

const say = (text) => process.stderr.write(`${text}\n`);

const atLeast = (version, [major, minor]) => {
  const [a, b] = version.replace(/^v/, '').split('.').map(Number);
  return a > major || (a === major && b >= minor);
};

/** What must be the same for the installed packages to be the wanted ones. */
function wanted() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'));
  return `${process.platform}-${process.arch} ${createHash('sha256').update(lock).digest('hex')}\n`;
}

const installed = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted();

/** npm as it started this process, or else the one on the PATH. */
function npm(args) {
  const options = { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
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
  const unreachable =
    /ENOTCACHED|EAI_AGAIN|ENOTFOUND|ECONN(?:REFUSED|RESET)|ETIMEDOUT|ENETUNREACH|npm error network/;
  const offline = unreachable.test(output);
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

/** The version that a Node binary prints, or undefined when it does not run. */
function versionOf(binary) {
  if (!existsSync(binary)) return undefined;
  const result = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

/** This Node when it is new enough, else the one that came with the packages. */
function findNode() {
  if (atLeast(process.version, OLDEST)) return { binary: process.execPath, version: process.version };
  const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const folders = [`node-${platform}`, `node-bin-${platform}`].map((folder) => join(MODULES, folder, 'bin'));
  for (const binary of [...folders, join(MODULES, '.bin')].map((folder) => join(folder, name))) {
    const version = versionOf(binary);
    if (version && atLeast(version, OLDEST)) return { binary, version };
  }
  say(`本项目需要 Node.js ${OLDEST.join('.')} 或更新版本，现在是 ${process.version}，`);
  say('依赖里也没有适合这台机器的版本。请从 https://nodejs.org/ 安装后再运行一次。');
  return undefined;
}

/** Runs the command's script, passing on signals, and ends as it ends. */
function handOver(node, command, args) {
  const flags = ['--disable-warning=ExperimentalWarning'];
  if (!atLeast(node.version, RUNS_TYPESCRIPT)) flags.push('--experimental-strip-types');
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const path = [join(MODULES, '.bin'), process.env[pathName] ?? ''].join(delimiter);
  const child = spawn(node.binary, [...flags, join(ROOT, 'scripts', `${command}.ts`), ...args], {
    stdio: 'inherit',
    env: { ...process.env, [pathName]: path, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  // Ctrl+C in a terminal reaches the child by itself too; the scripts bear to be told twice.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    say(`无法启动 ${node.binary}：${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

async function main([command, ...args]) {
  if (!command || !Object.hasOwn(COMMANDS, command)) {
    say('用法：node scripts/bootstrap.mjs <命令> [参数]\n');
    for (const [name, text] of Object.entries(COMMANDS)) say(`  ${name.padEnd(10)}${text}`);
    process.exit(command && command !== '--help' ? 2 : 0);
  }
  const node = (await install()) && findNode();
  if (!node) process.exit(1);
  handOver(node, command, args);
}

await main(process.argv.slice(2));
