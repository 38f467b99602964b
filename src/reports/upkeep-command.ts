import { loadContent } from '../catalogue/load.ts';
import { assessCatalogue } from '../domain/disclosure/assess.ts';
import { selfCheck } from '../domain/disclosure/indicators.ts';
import { upkeepOf } from '../domain/disclosure/upkeep.ts';
import { watchCatalogue } from '../domain/law-watch.ts';
import { dateInShanghai } from '../domain/dates.ts';
import { isError } from '../domain/problems.ts';
import { Failure, folders, UsageError, WHEREABOUTS_HELP, type Command } from '../command/command.ts';
import { flags, oneOf, texts, wholeNumber } from '../command/options.ts';
import { requireFolders } from '../command/folders.ts';
import { movedTexts } from '../views/adaptations.ts';
import { DISCLOSURE_FORMATS } from './disclosure-report.ts';
import { printProblems } from '../command/report.ts';
import { buildInstant } from '../build/settings.ts';
import type { Catalogue } from '../catalogue/types.ts';
import type { Upkeep } from '../domain/disclosure/upkeep.ts';
import { openReviews, type Reviews } from '../forges/reviews.ts';
import { ForgeError } from '../forges/types.ts';
import { formatDigest, type JudgedRequest } from './digest.ts';
import { formatUpkeep } from './upkeep-report.ts';

/** The open requests with what the gate said; undefined where no platform is set, or no token was given. */
async function requestsOf(reviews: Reviews | undefined, base: string): Promise<JudgedRequest[] | undefined> {
  if (!reviews) return undefined;
  const judged: JudgedRequest[] = [];
  for (const request of await reviews.list(base))
    judged.push({ ...request, verdict: await reviews.verdict(request) });
  return judged;
}

async function tellDigest({ site, counties }: Catalogue, upkeep: Upkeep, post: boolean): Promise<number> {
  const token = process.env['GATE_TOKEN'];
  const reviews = site.editor && token ? openReviews(site.editor, token) : undefined;
  if (post && !reviews)
    throw new UsageError('--post 要在 site.json 里设了 editor，并在环境变量 GATE_TOKEN 里给令牌');
  try {
    const requests = await requestsOf(reviews, site.editor?.branch ?? '');
    const named = counties.map(({ slug, record, offices }) => ({
      slug,
      name: record.name,
      offices: offices.map(({ record: { name } }) => name),
    }));
    const text = formatDigest({ upkeep, counties: named, requests });
    console.log(post ? await reviews?.tell(`每周情况（${upkeep.today}）`, text) : text);
    return 0;
  } catch (error) {
    throw error instanceof ForgeError ? new Failure(error.message) : error;
  }
}

const DAYS = 14;

const HELP = `用法：npm run upkeep -- [--days <天数>] [--content <文件夹>] [--whereabouts <文件夹>] [--format text|markdown|json]
      npm run upkeep -- --digest [--post]

列出各司法所已经待核实、待更新的内容，和几天以内就要到期的内容；法律改了还没有人对照的、快要改的、太久没有查的；上面的文本改了、本地写法要再看一遍的；
再对照政府网站检查指标自查一遍。

  --days <天数>       看多少天以内到期的，默认 ${DAYS}
  --content <文件夹>  内容，默认 content/
${WHEREABOUTS_HELP}
  --format <格式>     text（默认，给人看）、markdown（发邮件或建任务）、json（给程序用）
  --digest            每周情况，按县分：过期、快到期的，等着审核的、检查没有通过的修改（Markdown，发邮件用）。
                      修改从 site.json 里 editor 写的代码平台上取，要在环境变量 GATE_TOKEN 里给令牌；不给就不列
  --post              不打印，在代码平台上建一个任务（GitLab 上只有成员看得到）
  --help              显示本说明

退出码：0 没有要做的，或者用了 --digest，1 有待核实、待更新的或达到判不合格线的，2 用法不对。SOURCE_DATE_EPOCH 可以指定按哪个时刻计算。`;

const OPTIONS = {
  ...texts('days', 'content', 'whereabouts', 'format'),
  ...flags('digest', 'post'),
} as const;

export const upkeepCommand: Command<typeof OPTIONS> = {
  help: HELP,
  options: OPTIONS,
  run: async (values) => {
    if (values.post && !values.digest) throw new UsageError('--post 要和 --digest 一起用');
    const days = wholeNumber('days', values.days, { usual: DAYS, least: 0, most: 3650 });
    const format = oneOf('format', DISCLOSURE_FORMATS, values.format ?? 'text');
    const from = folders(values);
    requireFolders(from);
    const { content, whereabouts } = from;
    const now = buildInstant(process.env);
    const today = dateInShanghai(now);
    const { catalogue, problems } = loadContent(content, { today, whereabouts });
    if (!catalogue) {
      printProblems(problems.filter(isError), content);
      return 1;
    }
    const assessment = assessCatalogue(catalogue, now);
    const upkeep = upkeepOf(assessment, days);
    if (values.digest) return tellDigest(catalogue, upkeep, values.post ?? false);
    const laws = watchCatalogue(catalogue, today);
    const moved = movedTexts(catalogue);
    const indicators = selfCheck(catalogue, problems, assessment);
    console.log(formatUpkeep(format, { upkeep, laws, moved, indicators }));
    const late = upkeep.counts.stale + laws.due.length + laws.overdue.length + moved.length;
    return late > 0 || indicators.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
  },
};
