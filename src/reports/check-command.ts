import { loadContent } from '../catalogue/load.ts';
import type { Catalogue } from '../catalogue/types.ts';
import { dateInShanghai } from '../domain/dates.ts';
import { counts } from '../views/counts.ts';
import { asTyped, folders, WHEREABOUTS_HELP, type Command } from '../command/command.ts';
import { dayOf, flags, oneOf, texts } from '../command/options.ts';
import { requireFolders } from '../command/folders.ts';
import { countProblems, FORMATS, formatReport } from '../command/report.ts';
import { remembering } from '../build/remember.ts';
import { buildInstant } from '../build/settings.ts';
import { historyWarning } from '../whereabouts/history.ts';

/** What the content holds of guides, rules and laws, and how far it is settled: a line each. */
const countLines = (catalogue: Catalogue, today: string): string =>
  counts(catalogue, today)
    .map(({ name, all, parts }) => {
      const told = parts.map(({ word, count }) => `${word}${count}`).join('、');
      return `${name}：${all}，其中${told}`;
    })
    .join('\n');

const HELP = `用法：npm run check -- [--content <文件夹>] [--whereabouts <文件夹>] [--format text|github|json]
                      [--today <日期>] [--stats]

检查内容里的所有文件，一次列出全部问题：在哪个文件、哪一行、哪个字段、错在哪里、该怎么写。

  --content <文件夹>  内容，默认 content/
${WHEREABOUTS_HELP}
  --format <格式>     text（默认，给人看）、github（拉取请求里的标注）、json（给程序用）
  --today <日期>      以哪一天判断“还没到”“已经过去”，默认今天（北京时间），例如 2026-11-22
  --stats             另外数一数（text 格式）：指南、职能、规则、法律、引用、时限、材料各多少，其中多少看过条文
  --help              显示本说明

退出码：0 没有错误（可能有提醒），1 有错误，2 用法不对。`;

const OPTIONS = {
  ...texts('content', 'whereabouts', 'format', 'today'),
  ...flags('stats'),
} as const;

export const checkCommand: Command<typeof OPTIONS> = {
  help: HELP,
  options: OPTIONS,
  run: async (values) => {
    const format = oneOf('format', FORMATS, values.format ?? 'text');
    const today = dayOf('today', values.today ?? dateInShanghai(buildInstant(process.env)));
    const from = folders(values);
    const { content, whereabouts } = from;
    requireFolders(from);
    if (format === 'text') console.error(`检查 ${asTyped(content)} ……`);
    const { catalogue, problems, files } = remembering(content, (keeping) =>
      loadContent(content, { today, whereabouts, keeping }),
    );
    console.log(formatReport(format, { problems, files, folder: asTyped(content) }));
    if (values.stats && catalogue && format === 'text') console.log(`\n${countLines(catalogue, today)}`);
    const warning = format === 'text' ? historyWarning(from, catalogue) : undefined;
    if (warning) console.error(`\n${warning}`);
    return countProblems(problems).errors ? 1 : 0;
  },
};
