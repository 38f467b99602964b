import { loadContent, type Loaded } from '../catalogue/load.ts';
import { dateInShanghai } from '../domain/dates.ts';
import { assessCatalogue } from '../domain/disclosure/assess.ts';
import { compareDisclosure, isWorse } from '../domain/disclosure/compare.ts';
import { isError } from '../domain/problems.ts';
import { withBaseContent } from './base-content.ts';
import { Failure, folders, UsageError, WHEREABOUTS_HELP, type Command } from '../command/command.ts';
import { oneOf, texts } from '../command/options.ts';
import { requireFolders } from '../command/folders.ts';
import { DISCLOSURE_FORMATS, formatComparison } from './disclosure-report.ts';
import { buildInstant } from '../build/settings.ts';

/** What a comparison needs of loaded content; without assessment where it has errors. */
const sideOf = ({ catalogue, problems }: Loaded, now: Date) => ({
  assessment: catalogue && assessCatalogue(catalogue, now),
  problems,
});

const HELP = `用法：npm run disclosure -- --base <版本> [--content <文件夹>] [--whereabouts <文件夹>] [--format text|markdown|json]

把现在的内容和某个版本相比，说出改动对每个司法所公开情况的影响：原来怎样、现在怎样、有什么新问题。

  --base <版本>       与它相比的 git 版本，例如 origin/main、HEAD~1
  --content <文件夹>  内容，默认 content/
${WHEREABOUTS_HELP}
  --format <格式>     text（默认，给人看）、markdown（贴到拉取请求里）、json（给程序用）
  --help              显示本说明

退出码：0 没有少公开、没有新错误，1 有，2 用法不对。SOURCE_DATE_EPOCH 可以指定按哪个时刻计算。`;

const OPTIONS = texts('base', 'content', 'whereabouts', 'format');

export const disclosureCommand: Command<typeof OPTIONS> = {
  help: HELP,
  options: OPTIONS,
  run: async (values) => {
    const format = oneOf('format', DISCLOSURE_FORMATS, values.format ?? 'text');
    const [from, base] = [folders(values), values.base];
    requireFolders(from);
    const { content, whereabouts } = from;
    if (!base) throw new UsageError('要写与哪个版本相比，例如 --base origin/main');
    const now = buildInstant(process.env);
    const settings = { today: dateInShanghai(now), whereabouts };
    if (format === 'text') console.error(`与 ${base} 相比 ……\n`);
    const before = withBaseContent(base, content, (folder) => sideOf(loadContent(folder, settings), now));
    if (!before.assessment) throw new Failure(`${base} 的内容有错误，无法相比。`);
    const after = sideOf(loadContent(content, settings), now);
    const comparison = compareDisclosure(before, after, now.toISOString());
    console.log(formatComparison(format, comparison));
    return isWorse(comparison) || comparison.problems.some(isError) ? 1 : 0;
  },
};
