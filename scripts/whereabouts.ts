import { addDays, dateInShanghai, daysBetween } from '../src/domain/dates.ts';
import { asTyped, folders, main, WHEREABOUTS_HELP } from '../src/command/command.ts';
import { dayOf, flags, texts } from '../src/command/options.ts';
import { requireFolders } from '../src/command/folders.ts';
import { problemsAsText } from '../src/command/report.ts';
import { told } from '../src/command/told.ts';
import { CALLER, dayInstant } from '../src/build/settings.ts';
import {
  isComplete,
  publish,
  type PublishRequest,
  type PublishedWhereabouts,
} from '../src/whereabouts/publish.ts';

/** The instant to publish for: that of a build, on another day where one is given. */
function instantOf(today: string | undefined): Date {
  const now = dayInstant(CALLER);
  if (today === undefined) return now;
  const date = now.toISOString().slice(0, 10);
  const moved = addDays(date, daysBetween(dateInShanghai(now), dayOf('today', today)));
  return new Date(now.toISOString().replace(date, moved));
}

/** Reasons first, the tally last, where a log is read. */
function tell(result: PublishedWhereabouts, content: string, since: number): void {
  const { offices, written, refused, pruned, problems } = result;
  if (problems.length > 0) console.error(`${problemsAsText(problems, asTyped(content))}\n`);
  for (const id of refused) console.error(`没有发布 ${id}：原因见上。以前发布的仍在，日期一过就不再显示。`);
  const cleared = pruned.length > 0 ? `，清理 ${pruned.length} 个文件里过去的条目` : '';
  const seconds = ((performance.now() - since) / 1000).toFixed(2);
  const same = offices - written.length - refused.length;
  const counts = `${offices} 个所：更新 ${written.length}，没有变化 ${same}，没有发布 ${refused.length}`;
  console.log(`${counts}${cleared}（${seconds} 秒）`);
}

const changed = ({ written, pruned }: PublishedWhereabouts) => written.length + pruned.length > 0;

/** The same again on every change; says something only when there is something to say. */
async function keepPublishing(request: PublishRequest, instant: () => Date): Promise<void> {
  let last = '';
  const once = () => {
    const since = performance.now();
    try {
      const result = publish(request, instant());
      const now = JSON.stringify(result.problems);
      if (changed(result) || now !== last) tell(result, request.content, since);
      last = now;
    } catch (error) {
      // A site that is just being built anew comes back by itself.
      console.error(told(error));
    }
  };
  console.log('正在等候去向的变化，按 Ctrl+C 停止');
  const { whileWatching } = await import('../src/whereabouts/watch.ts');
  await whileWatching(request.whereabouts ?? request.content, once);
  console.log('已停止。');
}

await main({
  help: `用法：npm run whereabouts -- [--content <文件夹>] [--whereabouts <文件夹>] [--out <文件夹>]
                            [--watch] [--today <日期>]
      npm run whereabouts -- --clean [--remote <仓库> | --whereabouts <文件夹>] [--out <文件夹>]

把各所的去向发布到已经生成的网站里，不重新生成网站。只改写有变化的文件，每个文件要么是旧的、要么是新的，
不会写到一半。有错误的所不发布，并说明原因；其他所照常发布。

  --content <文件夹>  内容，默认 content/
${WHEREABOUTS_HELP}
  --out <文件夹>      已经生成的网站，默认 dist/
  --watch             一直等着，去向一改就发布
  --clean             先清理再发布：数据分支重新建成一个没有历史的提交，只留还没过去的；还没有审核的
                      去向请求逐条放到新的分支上；留着旧去向的别的分支和标签删掉。--whereabouts 是数据
                      分支的副本时，在里面改好的一起写进去；只是普通文件夹时，删掉里面过去的条目。
                      不写 --out 就只清理，不发布
  --remote <仓库>     数据分支在哪个仓库：地址或文件夹
  --branch <分支>     数据分支，默认 site.json 里填报页写的，没有写的是 quxiang
  --take <提交>       同时写入这份去向修改，如果检查的结论是可以自动写入；和 --account 一起用
  --account <账号>    这份修改的提交人在代码平台上的账号；推送的人不是他本人的，两个都写
  --approved          这份修改司法局看过、同意了：检查通过就写入，不必是可以自动写入的
  --today <日期>      以哪一天为当天，默认今天（北京时间），例如 2026-11-22
  --help              显示本说明

环境变量：SOURCE_DATE_EPOCH（秒）固定发布的时刻。
退出码：0 全部发布，1 有没发布的、有拿掉的，2 用法不对，3 --take 的修改要人看，没有写入。`,
  options: {
    ...texts('content', 'whereabouts', 'out', 'remote', 'branch', 'take'),
    ...flags('watch', 'clean'),
    account: { type: 'string', multiple: true },
    ...texts('today'),
    ...flags('approved'),
  },
  run: async (values) => {
    const from = folders(values);
    const { content, whereabouts, out } = from;
    requireFolders(from);
    const request = { ...from, prune: values.clean === true };
    const instant = () => instantOf(values.today);
    if (values.watch) {
      instant();
      await keepPublishing(request, instant);
      return 0;
    }
    const publishFrom = (more: Partial<PublishRequest>) => {
      const since = performance.now();
      const result = publish({ ...request, ...more }, instant());
      tell(result, content, since);
      return isComplete(result) ? 0 : 1;
    };
    if (!values.clean) return publishFrom({});
    // What only cleaning needs, the fast lane does not wait for.
    const { cleanAndPublish } = await import('../src/whereabouts/clean-command.ts');
    const { sourceOf } = await import('../src/whereabouts/checkout.ts');
    const isData = values.remote !== undefined || (whereabouts !== undefined && sourceOf(whereabouts));
    if (!isData && whereabouts !== undefined) return publishFrom({});
    return cleanAndPublish({
      values,
      content,
      whereabouts,
      now: instant(),
      publish: (folder) =>
        values.out === undefined ? 0 : publishFrom({ whereabouts: folder, copyOf: from, out, prune: false }),
    });
  },
});
