import { createHash } from 'node:crypto';
import { isError } from '../domain/problems.ts';
import { dateInShanghai } from '../domain/dates.ts';
import type { Catalogue } from '../catalogue/types.ts';
import { asTyped, Failure, folders, UsageError, WHEREABOUTS_HELP, type Command } from '../command/command.ts';
import { bytesNamed, flags, texts } from '../command/options.ts';
import { loadChecked } from '../command/content.ts';
import type { ContentFolders } from '../command/folders.ts';
import { problemsWith } from '../gate/working-copy.ts';
import { printProblems } from '../command/report.ts';
import { buildInstant } from '../build/settings.ts';
import { importFiles, settingsFor } from './sheets/import-files.ts';
import { filesOf } from './sheets/offices.ts';
import { tellFindings, tellOffice } from './sheets/tell.ts';
import { propose } from './send.ts';
import { requireDataFolder, writeChanges } from './whereabouts.ts';
import { looksLikePackage } from './read-package.ts';
import { proposalOf, type AppliedProposal } from './understand.ts';

const HELP = `用法：npm run apply -- <修改包.json | 表格.xlsx> [--write | --branch] [选项]

司法局替没有账号的司法所提交修改：读入填报页下载的修改包，或者填好的表格，显示改什么，过一遍内容检查。
修改包做好以后内容被别人改过的，不写（“内容已被他人更新”）；别的所的文件、奇怪的路径，不收。

  --write                 写入内容文件夹。去向不写进内容，写进 --whereabouts 指的数据分支副本并送出
  --branch                不动内容文件夹，另开一个分支提交好，显示怎么推送、怎么提合并请求
  --push                  和 --branch 一起用：推送到远端；环境变量 FORGE_TOKEN 里有令牌、site.json 写了
                          填报页的代码平台（editor）时，再提成合并请求
  --remote <远端>         推送到哪里，默认 origin
  --name <分支>           分支名，默认 tianbao/<编号>，同一份文件总是同一个
${WHEREABOUTS_HELP}
  --content <文件夹>      内容，默认 content/
  --help                  显示本说明

退出码：0 没有错误，1 有错误（什么都没有写），2 用法不对。`;

const OPTIONS = {
  ...texts('name', 'remote', 'whereabouts', 'content'),
  ...flags('write', 'branch', 'push'),
} as const;

/** A filled-in workbook as a proposal. */
async function fromWorkbook(
  file: string,
  from: ContentFolders,
  catalogue: Catalogue,
  today: string,
): Promise<AppliedProposal> {
  const offices = catalogue.offices.map((office) => filesOf(office, from));
  const [result] = await importFiles([file], offices, settingsFor(catalogue, today));
  const { offices: changed = [], findings = [] } = result?.imported ?? {};
  if (findings.length > 0) console.log(tellFindings(findings));
  const errors = findings.filter(isError).length;
  if (errors > 0) throw new Failure(`\n${errors} 个错误，什么都没有写。改好以后再试。`);
  const names = changed.map(({ name }) => name);
  const named =
    names.length > 3 ? `${names.slice(0, 3).join('、')}等 ${names.length} 个所` : names.join('、');
  const told = changed.map(tellOffice);
  return {
    title: `${named}：按表格更新`,
    description: told.join('\n\n'),
    changes: changed.flatMap(({ files }) => files),
    told,
  };
}

const BRANCH = /^[A-Za-z0-9]+(?:[/._-][A-Za-z0-9]+)*$/;

/** The same package twice is the same branch, so that a run that failed half-way can be run again. */
function branchOf(name: string | undefined, bytes: Uint8Array): string {
  const mark = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const branch = name ?? `tianbao/${mark}`;
  if (!BRANCH.test(branch)) throw new UsageError(`分支名只用字母、数字和 / - _ .：${branch}`);
  return branch;
}

function refused(problems: ReturnType<typeof problemsWith>, content: string): boolean {
  const errors = problems.filter(isError);
  if (errors.length === 0) return false;
  console.error('\n改完以后内容检查通不过，什么都没有写：\n');
  printProblems(errors, asTyped(content));
  return true;
}

export const applyCommand: Command<typeof OPTIONS> = {
  help: HELP,
  words: 1,
  options: OPTIONS,
  run: async (values, [file]) => {
    if (file === undefined) throw new UsageError('请写修改包或表格，例如 npm run apply -- 修改包.json');
    if (values.push && !values.branch) throw new UsageError('--push 要和 --branch 一起用');
    if (values.write && values.branch) throw new UsageError('--write 和 --branch 只能用一个');
    const from = folders(values);
    const bytes = bytesNamed(file);
    const catalogue = loadChecked(from)?.catalogue;
    if (!catalogue) return 1;
    const today = dateInShanghai(buildInstant(process.env));
    const branch = branchOf(values.name, bytes);
    const proposal = looksLikePackage(bytes)
      ? proposalOf(bytes, from, catalogue)
      : await fromWorkbook(file, from, catalogue, today);
    if (proposal.changes.length === 0) {
      console.log('没有要改的：内容已经是这样。');
      return 0;
    }
    console.log(`\n${proposal.title}\n\n${proposal.told.join('\n')}`);
    requireDataFolder(proposal.changes, from);
    if (refused(problemsWith(from, proposal.changes, today), from.content)) return 1;
    if (values.write) await writeChanges(from, proposal.changes, today);
    else if (values.branch)
      await propose(proposal, branch, from, today, {
        push: values.push === true,
        remote: values.remote ?? 'origin',
        editor: catalogue.site.editor,
      });
    else console.log('\n内容检查没有错误。还没有写入：加 --write 写入，或者加 --branch 开分支提交。');
    return 0;
  },
};
