import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from '../../command/folders.ts';
import { buildInstant } from '../../build/settings.ts';
import { asTyped, Failure, manualPage, ROOT, UsageError, type Command } from '../../command/command.ts';
import { git, gitText, noRepository } from '../../command/git.ts';
import { texts } from '../../command/options.ts';
import { readRelease } from '../about.ts';
import { filesIn } from '../place-folder.ts';
import { CHECKPOINT, KEYS, LOG, UNSIGNED } from './append.ts';
import { logged } from './at-place.ts';
import { KEY_VARIABLE, sealingFrom } from './keys.ts';
import { isKeyName, newKey } from './note.ts';
import type { LogFiles } from './tiles.ts';

const HELP = `用法：npm run sign -- --new-key <文件> --name <名称>
      npm run sign -- --log <文件夹> [--site <文件夹>] [--key <文件>]

给发布的网站签名，别人用 npm run verify 核对。怎么保管、更换密钥，见 ${manualPage('signing')}。

  --new-key <文件>   生成一对密钥，私钥写进这个文件（已有的不动），公钥显示出来
  --name <名称>      密钥的名称：网站的网址，不写 https:// 和最后的斜杠，例如 www.example.gov.cn/sfs
  --log <文件夹>     给生成好的网站签名：接着这个文件夹里的日志写（第一次是空的），并放进网站的 data/log/。
                     用 npm run publish 发布的不用这条命令，它自己签
  --site <文件夹>    生成好的网站，默认 dist/
  --key <文件>       密钥文件；不写就看环境变量 ${KEY_VARIABLE}
  --help             显示本说明`;

const OPTIONS = texts('new-key', 'name', 'log', 'site', 'key');

/** Refuses a place that git would take along with the next commit. */
function requireOutsideGit(file: string): void {
  let folder = dirname(file);
  while (!existsSync(folder)) folder = dirname(folder);
  const inside = gitText(folder, 'rev-parse', '--is-inside-work-tree');
  const unknown = inside === undefined ? noRepository(folder, '') : undefined;
  if (unknown instanceof Failure) throw unknown;
  if (inside !== 'true' || git(folder, ['check-ignore', '-q', file]) !== undefined) return;
  throw new Failure(
    `${asTyped(file)} 在 git 仓库里，私钥会跟着提交出去，没有生成。请写仓库外面的地方，例如 --new-key ~/miyao/sfs.key`,
  );
}

function makeKey(file: string, name = ''): number {
  if (!isKeyName(name))
    throw new UsageError('请用 --name 写明密钥的名称，不能有空格和加号，例如 www.example.gov.cn/sfs');
  if (existsSync(file)) throw new Failure(`${asTyped(file)} 已经有了，不覆盖。请另写一个文件名。`);
  requireOutsideGit(file);
  const { secret, signer } = newKey(name);
  makeFolder(dirname(file));
  writeFileSync(file, `# ${name} 的签名密钥。私钥不能给别人，不能放进 git 仓库、内容或网站。\n${secret}\n`, {
    mode: 0o600,
  });
  console.log(`私钥写进了 ${asTyped(file)}（只有本人能读）。现在就做三件事：
  1. 抄一份存到不联网的地方（如封存的 U 盘），同公章一样登记保管；
  2. 发布时用 --key ${asTyped(file)}，流水线里放进机密变量 ${KEY_VARIABLE}；
  3. 把公钥在网站以外的地方也公布一次（公文、门户的公告），别人才能不靠网站核对它：

  ${signer.key}`);
  return 0;
}

/** What stands in the folder of a log. */
const PARTS = [CHECKPOINT, KEYS, UNSIGNED, 'files', 'tile'];

const isHidden = (name: string) => name.startsWith('.');

/** The log in a folder, none in an empty one; what is hidden there, such as git's own, is let be. Refuses any other folder. */
function logIn(folder: string): LogFiles {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const foreign = names.find((name) => !isHidden(name) && !PARTS.includes(name));
  if (foreign !== undefined)
    throw new Failure(
      `${asTyped(folder)} 里有别的文件（${foreign}），不是签名日志的文件夹，没有签名。请用 --log 写明上次的日志，或者一个空文件夹。`,
    );
  return new Map([...filesIn(folder)].filter(([name]) => !isHidden(name)));
}

/** Puts a log where another was. */
function replaceLog(folder: string, log: LogFiles): void {
  for (const part of PARTS) rmSync(join(folder, part), { recursive: true, force: true });
  for (const [name, bytes] of log) {
    makeFolder(dirname(join(folder, name)));
    writeFileSync(join(folder, name), bytes);
  }
}

function signSite(site: string, folder: string, key: string | undefined): number {
  const sealing = sealingFrom(key, process.env, buildInstant(process.env));
  if (!sealing) throw new UsageError(`请用 --key 写明密钥文件，或设置环境变量 ${KEY_VARIABLE}`);
  const before = logIn(folder);
  const { withdrawn, builtFor } = readRelease(site);
  const { log } = logged(before, { files: filesIn(site), withdrawn, builtFor }, sealing);
  replaceLog(folder, log);
  replaceLog(join(site, LOG), log);
  console.log(`已给 ${asTyped(site)} 签名。日志在 ${asTyped(folder)}：发布以后把它存好，下次接着写。`);
  return 0;
}

export const signCommand: Command<typeof OPTIONS> = {
  help: HELP,
  options: OPTIONS,
  run: async ({ 'new-key': file, name, log, site, key }) => {
    if (file !== undefined) return makeKey(resolve(file), name);
    if (log === undefined) throw new UsageError('请写 --new-key 生成密钥，或用 --log 写明日志的文件夹');
    return signSite(site === undefined ? join(ROOT, 'dist') : resolve(site), resolve(log), key);
  },
};
