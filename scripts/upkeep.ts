import { loadContent } from '../src/catalogue/load.ts';
import { assessCatalogue } from '../src/domain/disclosure/assess.ts';
import { selfCheck } from '../src/domain/disclosure/indicators.ts';
import { upkeepOf } from '../src/domain/disclosure/upkeep.ts';
import { watchCatalogue } from '../src/domain/law-watch.ts';
import { dateInShanghai } from '../src/domain/dates.ts';
import { isError } from '../src/domain/problems.ts';
import { folders, main, UsageError, WHEREABOUTS_HELP } from '../src/command/command.ts';
import { requireFolders } from '../src/command/folders.ts';
import { movedTexts } from '../src/views/adaptations.ts';
import { DISCLOSURE_FORMATS } from '../src/reports/disclosure-report.ts';
import { printProblems } from '../src/command/report.ts';
import { buildInstant } from '../src/build/settings.ts';
import { formatUpkeep } from '../src/reports/upkeep-report.ts';

const DAYS = 14;

function daysOf(text: string | undefined): number {
  const days = Number(text ?? DAYS);
  if (text === '' || !Number.isInteger(days) || days < 0 || days > 3650)
    throw new UsageError(`--days 应为 0 到 3650 的整数：${text}`);
  return days;
}

function formatOf(text: string | undefined) {
  const format = DISCLOSURE_FORMATS.find((one) => one === (text ?? 'text'));
  if (!format) throw new UsageError(`--format 应为 ${DISCLOSURE_FORMATS.join('、')} 之一：${text}`);
  return format;
}

await main({
  help: `用法：npm run upkeep -- [--days <天数>] [--content <文件夹>] [--whereabouts <文件夹>] [--format text|markdown|json]

列出各司法所已经待核实、待更新的内容，和几天以内就要到期的内容；法律改了还没有人对照的、快要改的、太久没有查的；上面的文本改了、本地写法要再看一遍的；
再对照政府网站检查指标自查一遍。

  --days <天数>       看多少天以内到期的，默认 ${DAYS}
  --content <文件夹>  内容，默认 content/
${WHEREABOUTS_HELP}
  --format <格式>     text（默认，给人看）、markdown（发邮件或建任务）、json（给程序用）
  --help              显示本说明

退出码：0 没有要做的，1 有待核实、待更新的或达到判不合格线的，2 用法不对。SOURCE_DATE_EPOCH 可以指定按哪个时刻计算。`,
  options: {
    days: { type: 'string' },
    content: { type: 'string' },
    whereabouts: { type: 'string' },
    format: { type: 'string' },
  },
  run: async (values) => {
    const [days, format, from] = [daysOf(values.days), formatOf(values.format), folders(values)];
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
    const laws = watchCatalogue(catalogue, today);
    const moved = movedTexts(catalogue);
    const indicators = selfCheck(catalogue, problems, assessment);
    console.log(formatUpkeep(format, { upkeep, laws, moved, indicators }));
    const late = upkeep.counts.stale + laws.due.length + laws.overdue.length + moved.length;
    return late > 0 || indicators.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
  },
});
