// The commands and how they are started: plain JavaScript that any Node from 18 on understands, with no dependency.
// It finds a Node new enough and hands over to `scripts/<command>.ts`.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of the program. */
export const PROGRAM = fileURLToPath(new URL('..', import.meta.url));
/** Whether the program is a package of somebody's project. There Node runs no TypeScript by itself. */
const INSTALLED = PROGRAM.includes(`${sep}node_modules${sep}`);
/** Where the packages lie that the program needs. */
export const MODULES = INSTALLED
  ? PROGRAM.slice(0, PROGRAM.lastIndexOf(`${sep}node_modules${sep}`) + `${sep}node_modules`.length)
  : join(PROGRAM, 'node_modules');
/** The first that runs TypeScript without being asked to, and lets a program say how. */
const OLDEST = [22, 18];

const COMMANDS = {
  start: '安装、检查、生成并在本机打开网站',
  check: '检查内容',
  build: '生成网站到 dist/',
  dev: '边改边看',
  pack: '把网站打成压缩包，带各种服务器的配置',
  publish: '把网站发布到服务器的文件夹，或退回上一版',
  released: '记下这次发布：哪天、哪些网址',
  sign: '生成签名密钥，给网站签名',
  verify: '核对网站同它签过名的是否一样',
  serve: '在本机打开已生成的网站',
  test: '运行全部测试',
  signoff: '列出每次改动的保密审查和发布审核',
  withdraw: '把不该公开的内容从各处撤下',
  privacy: '找出内容和改动里像是个人信息的地方',
  gate: '合并修改之前的检查：内容、归属、个人信息、对公开的影响',
  'gate-post': '把检查报告贴到代码平台',
  review: '列出等着审核的修改，一次合并几份',
  codeowners: '按账号登记写出谁审核哪些文件',
  disclosure: '看改动对各司法所公开情况的影响',
  upkeep: '列出到期和将到期的内容，对照检查指标自查',
  audit: '拿“四公开”对照任何司法局的网页或数据',
  mcp: '让智能助手查生成好的数据',
  bench: '测量生成用时、内存和页面大小',
  mutate: '把程序一处一处改错，看测试发现不发现',
  posters: '把公示栏印成 PDF',
  whereabouts: '把去向发布到已生成的网站里',
  'new-calendar': '把放假通知变成一年的日历',
  region: '把各市的网站合成一个地区的网站',
  init: '建一个城市、一个县或一个地区自己的网站仓库',
  'new-city': '为另一座城市生成内容骨架',
  accounts: '把账号表写成谁可以改什么',
  'import-places': '把坐标表写进各司法所',
  'new-office': '新建一个司法所',
  reorganise: '机构和区划调整：关闭、合并、改名、划归',
  'new-notice': '新建一篇公告',
  migrate: '把旧版的内容改成这个程序认得的写法',
  upgrade: '换新版程序以前，看读者看到的会变什么',
  adapt: '照办事指南写本地的不同之处',
  'sheets-export': '写出填报用的表格',
  'sheets-import': '读入填好的表格',
  apply: '替司法所提交修改包或表格',
  schemas: '写出编辑器用的格式说明',
};

export const say = (text) => process.stderr.write(`${text}\n`);

const atLeast = (version, [major, minor]) => {
  const [a, b] = version.replace(/^v/, '').split('.').map(Number);
  return a > major || (a === major && b >= minor);
};

/** The version that a Node binary prints, or undefined when it does not run. */
function versionOf(binary) {
  if (!existsSync(binary)) return undefined;
  const result = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  return result.status === 0 ? result.stdout.trim() : undefined;
}

/** This Node when it is new enough, else the one that came with the packages. */
export function findNode() {
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

/** Runs the command's script on a Node, passing on signals, and ends as it ends. */
export function handOver(node, command, args) {
  const program = pathToFileURL(join(PROGRAM, 'scripts', 'program.mjs')).href;
  const flags = ['--disable-warning=ExperimentalWarning', '--import', program];
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const path = [join(MODULES, '.bin'), process.env[pathName] ?? ''].join(delimiter);
  const child = spawn(node.binary, [...flags, join(PROGRAM, 'scripts', `${command}.ts`), ...args], {
    stdio: 'inherit',
    // What Node has compiled of the program once, it takes from there: half the time of a short command.
    env: {
      NODE_COMPILE_CACHE: join(MODULES, '..', '.cache', 'node'),
      ...process.env,
      [pathName]: path,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  // Ctrl+C in a terminal reaches the child by itself too; the scripts bear to be told twice.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    say(`无法启动 ${node.binary}：${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

/** What only the program's own repository has. */
export const AT_HOME = ['bench', 'mutate', 'schemas', 'test'];

/** The command that was asked for; otherwise tells which there are, and ends. `new:office` is `new-office`. */
export function commandIn([asked], usage) {
  const command = asked?.replace(':', '-');
  const names = Object.keys(COMMANDS).filter((name) => !INSTALLED || !AT_HOME.includes(name));
  if (names.includes(command)) return command;
  const help = asked === '--help' || asked === '-h' || asked === undefined;
  if (!help) say(`没有 ${asked} 这个命令。`);
  const list = names.map((name) => `  ${name.padEnd(15)}${COMMANDS[name]}`);
  const text = [`用法：${usage} <命令> [选项]，加 --help 看一个命令的说明`, '', ...list].join('\n');
  if (help) console.log(text);
  else say(text);
  process.exit(help ? 0 : 2);
}
