import { dirname, join } from 'node:path';
import { dateInShanghai } from '../domain/dates.ts';
import { WITHDRAWAL_REASONS, type WithdrawalReason } from '../schemas/withdrawn.ts';
import {
  asTyped,
  folders,
  manualPage,
  toType,
  UsageError,
  WHEREABOUTS_HELP,
  type Command,
} from '../command/command.ts';
import { flags, texts } from '../command/options.ts';
import { requireFolders } from '../command/folders.ts';
import { printProblems } from '../command/report.ts';
import { buildInstant } from '../build/settings.ts';
import { historyCommands } from './history.ts';
import { ITEM_NAMES, itemOf } from './item.ts';
import { LIST } from './list.ts';
import { carryOut, isWhereabouts, lookAhead, type Outlook, type TakedownOrder } from './run.ts';

function reasonOf(text = 'privacy'): WithdrawalReason {
  if (Object.hasOwn(WITHDRAWAL_REASONS, text)) return text as WithdrawalReason;
  const choices = Object.entries(WITHDRAWAL_REASONS).map(([name, title]) => `${name} ${title}`);
  throw new UsageError(`--reason 应为 ${choices.join('、')} 之一：${text}`);
}

const listed = (title: string, files: readonly string[]) =>
  files.length === 0 ? [] : [`${title}（${files.length}）：`, ...files.map((file) => `  ${file}`)];

function describe(
  { item, content, whereabouts, out, packs, corrected }: TakedownOrder,
  outlook: Outlook,
): string {
  const { deletes, writes, elsewhere, published, archives, traces, addresses } = outlook;
  // The folder of whereabouts keeps no history (docs/whereabouts.md).
  const inHistory = (file: string) => whereabouts === undefined || !isWhereabouts(file);
  const changed = corrected ? [item.file] : [...writes.keys()];
  const commands = historyCommands(content, deletes.filter(inHistory), changed.filter(inHistory));
  return [
    `${corrected ? '已经改好，撤下改好以前的' : '撤下'}${ITEM_NAMES[item.kind]}：${item.file}${item.person ? `#${item.person}` : ''}`,
    ...listed('内容里删除', deletes),
    ...listed('内容里改写', [...writes.keys()]),
    ...listed(`${asTyped(out)} 里有它的文件，将重新生成后再查`, published),
    ...listed(`${packs === undefined ? '' : asTyped(packs)} 里含有它的打包文件，将删除`, archives),
    ...listed('生成时留下的缓存和旧文件夹里有它的，将删除', traces.map(asTyped)),
    ...listed(`记进 ${LIST}，让读者设备上的缓存删掉`, addresses),
    ...listed('别的内容里也提到，不会自动改，请一并处理', elsewhere),
    ...(commands === undefined
      ? []
      : ['', 'git 历史里还有。由管理员照着做（本命令不改历史）：', '', commands]),
  ].join('\n');
}

const REFUSED = '\n撤下以后内容会有错误，什么也没有改。先改好下面这些，再运行一次：\n';
const ASIDE =
  '\n有的司法所原来就有错误，不耽误撤下：网页上先只写它们的名称、乡镇和司法局电话，改好下面这些以后再生成、发布一次：\n';

async function write(request: TakedownOrder, outlook: Outlook): Promise<number> {
  const { content, whereabouts, out } = request;
  const { holds, problems, left, rebuilt } = await carryOut(request, outlook);
  if (problems.length > 0) {
    console.error(holds ? ASIDE : REFUSED);
    printProblems(problems, asTyped(content));
  }
  if (!holds) return 1;
  console.log(`\n已经撤下。${rebuilt ? `${asTyped(out)} 已重新生成并逐字节查过。` : ''}现在就要做的：`);
  const made = rebuilt ? ['--site', asTyped(out)] : [];
  const publish = toType('publish', rebuilt ? {} : { content, whereabouts }, '--to', '<地址>', ...made);
  console.log(`  1. 马上发布：${publish}，服务器上含有它的旧版一并删掉；再清 CDN 缓存`);
  console.log('  2. 提交并推送内容，再处理 git 历史（上面的命令）');
  console.log(`  3. 按 ${manualPage('takedown')} 处理搜索引擎、派生仓库、已经下载的，并记录`);
  for (const line of [
    ...listed('内容里还找得到', left.content),
    ...listed('生成的网站里还找得到', left.site),
  ])
    console.error(line);
  return left.content.length + left.site.length > 0 ? 1 : 0;
}

const HELP = `用法：npm run withdraw -- <要撤下的> [--write] [--corrected] [--text <原文>]... [--reason <原因>]
                         [--content <文件夹>] [--whereabouts <文件夹>] [--out <文件夹>] [--packs <文件夹>]

把不该公开的内容从能撤的地方都撤下：内容文件、生成的网站（重新生成，再逐字节查，压缩的搜索索引也解开查）、
打包文件、内容旁边的 .cache 和 .astro、读者设备的缓存（记进 withdrawn.json）；并打印从 git 历史里去掉它的命令。
默认只预演。

<要撤下的>：
  offices/<县>/<所>/affairs/<文件>.md    一条公告，连同只有它用的附件（affairs/<文件>.md 是全市的）
  offices/<县>/<所>/files/<文件>         一个附件
  offices/<县>/<所>/photos/<文件>        一张照片
  offices/<县>/<所>/whereabouts.json     一个所的去向
  offices/<县>/<所>/staff.json#<编号>    一个人，连同照片、去向
  公告、附件也可以写它在网站上的网址

  --write             动手；不写就只预演，什么也不改
  --corrected         文件已经自己改好，留着；只撤下改好以前的：网站、旧版、打包文件、读者设备的缓存。
                      要用 --text 写出改掉的原文
  --text <原文>       泄露的原文，撤下后再查一遍哪里还有；可以写几次；不会显示出来
  --reason <原因>     privacy 含个人信息（默认）、secret 保密审查未通过、wrong 内容有误、consent 本人撤回同意、other 其他
  --content <文件夹>  内容，默认 content/
${WHEREABOUTS_HELP}
  --out <文件夹>      生成好的网站，默认 dist/；没有就不管
  --packs <文件夹>    放打包文件的文件夹，默认内容旁边的 packs/；含有它的打包文件整个删除，请重新打包
  --help              显示本说明

撤不回来的（搜索引擎、别人的副本、已经下载的）怎么办，见 ${manualPage('takedown')}。
退出码：0 撤干净了（或预演完成），1 没有撤或还有残留，2 用法不对。`;

const OPTIONS = {
  ...texts('content', 'whereabouts', 'out', 'packs'),
  text: { type: 'string', multiple: true },
  ...texts('reason'),
  ...flags('write', 'corrected'),
} as const;

export const withdrawCommand: Command<typeof OPTIONS> = {
  help: HELP,
  words: 1,
  options: OPTIONS,
  run: async (values, [typed]) => {
    if (!typed) throw new UsageError('要写撤下什么');
    const from = folders(values);
    requireFolders(from);
    if (values.corrected && !values.text?.length)
      throw new UsageError('用 --corrected 时，请用 --text 写出改掉的原文，才查得到哪里还有');
    const request: TakedownOrder = {
      ...from,
      item: itemOf(typed, from.content, from.whereabouts),
      packs: values.packs ?? join(dirname(from.content), 'packs'),
      texts: values.text ?? [],
      corrected: values.corrected,
      reason: reasonOf(values.reason),
      today: dateInShanghai(buildInstant(process.env)),
    };
    console.error('查找 ……\n');
    const outlook = lookAhead(request);
    console.log(describe(request, outlook));
    if (values.write) return write(request, outlook);
    console.log('\n这是预演，什么也没有改。确认后加 --write 再运行一次。');
    return 0;
  },
};
