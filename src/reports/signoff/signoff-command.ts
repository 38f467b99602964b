import { relative, resolve } from 'node:path';
import { isDate } from '../../domain/dates.ts';
import { asTyped, folders, manualPage, ROOT, UsageError, type Command } from '../../command/command.ts';
import { flags, oneOf, texts } from '../../command/options.ts';
import { requireFolders } from '../../command/folders.ts';
import { registerAsCsv, registerOf, type SignoffRow } from './register.ts';
import { replaceFile } from '../../command/aside.ts';

const FORMATS = ['text', 'csv', 'json'] as const;

const inside = (folder: string, file: string) => !relative(folder, file).startsWith('..');

/** The register names reviewers: it stands in no folder that is published. */
function targetOf(text: string, content: string): string {
  const file = resolve(text);
  const published = [content, `${ROOT}/dist`, `${ROOT}/public`].find((folder) => inside(folder, file));
  if (published) throw new UsageError(`登记表不公开，不能放在 ${asTyped(published)} 里：${text}`);
  return file;
}

function rowAsText({ commit, on, title, files, offices, signOffs, missing }: SignoffRow): string {
  const by = signOffs.map(
    (one) => `${one.kind === 'secrecy' ? '保密审查' : '发布审核'} ${one.by}（${one.on ?? on}）`,
  );
  const where = offices.length > 0 ? offices.join('、') : `${files.length} 个文件`;
  const lacking = missing.length > 0 ? `缺少 ${missing.join('、')}` : undefined;
  return `${on} ${commit.slice(0, 8)} ${title}\n    ${[where, ...by, lacking].filter(Boolean).join('；')}`;
}

const summary = (rows: readonly SignoffRow[]) =>
  `${rows.length} 次改动，${rows.filter(({ missing }) => missing.length > 0).length} 次没有写全保密审查、发布审核。`;

const HELP = `用法：npm run signoff -- [--since <日期或版本>] [--format text|csv|json] [--out <文件>] [--strict] [--content <文件夹>]

列出每次发布的改动由谁、什么时候做了保密审查和发布审核。从合并提交的说明里读，例如：

  保密审查：张三 2026-11-22
  发布审核：李四
  Reviewed-by: 李四 <…>      （Gitea、Forgejo 合并时自动写，算发布审核）

没写日期的算合并那天。邮箱不列出。登记表只给内部用，不能放进 content/、dist/。

  --since <…>         从哪天（2026-11-01）或哪个版本（v1.0）以后，默认全部
  --format <格式>     text（默认）、csv（用 Excel、WPS 打开）、json
  --out <文件>        写到文件；不写就显示出来
  --strict            有没写全的，退出码为 1
  --content <文件夹>  内容，默认 content/
  --help              显示本说明

退出码：0 列出了，1 用了 --strict 而有没写全的，2 用法不对。审核怎么做见 ${manualPage('acceptance')}。`;

const OPTIONS = {
  ...texts('content', 'since', 'format', 'out'),
  ...flags('strict'),
} as const;

export const signoffCommand: Command<typeof OPTIONS> = {
  help: HELP,
  options: OPTIONS,
  run: async (values) => {
    const [format, { content }] = [
      oneOf('format', FORMATS, values.format ?? 'text'),
      folders({ content: values.content }),
    ];
    requireFolders({ content });
    const target = values.out === undefined ? undefined : targetOf(values.out, content);
    if (values.since !== undefined && /^\d{4}-/.test(values.since) && !isDate(values.since))
      throw new UsageError(`没有这一天：${values.since}`);
    const rows = registerOf(content, values.since);
    const written = {
      csv: () => registerAsCsv(rows),
      json: () => `${JSON.stringify({ changes: rows }, null, 2)}\n`,
      text: () => `${[...rows.map(rowAsText), summary(rows)].join('\n')}\n`,
    }[format]();
    if (target === undefined) process.stdout.write(written);
    else replaceFile(target, written);
    if (target !== undefined) console.log(`${summary(rows)} → ${asTyped(target)}`);
    return values.strict && rows.some(({ missing }) => missing.length > 0) ? 1 : 0;
  },
};
