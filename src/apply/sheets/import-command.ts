import { isError } from '../../domain/problems.ts';
import { dateInShanghai } from '../../domain/dates.ts';
import { asTyped, folders, UsageError, WHEREABOUTS_HELP, type Command } from '../../command/command.ts';
import { dayOf, flags, texts } from '../../command/options.ts';
import { loadChecked } from '../../command/content.ts';
import { problemsWith } from '../../gate/working-copy.ts';
import { printProblems } from '../../command/report.ts';
import { buildInstant } from '../../build/settings.ts';
import { importFiles, settingsFor, type ImportedFile } from './import-files.ts';
import { namedFiles } from './named-files.ts';
import { filesOf, requireOwn } from './offices.ts';
import { LEFT_OUT, SPOT_TITLES, type RegisterChoices } from '../../sheets/register/read-register.ts';
import { tellFindings, tellMatches, tellOffice, tellRegister } from './tell.ts';
import { requireDataFolder, writeChanges } from '../whereabouts.ts';

const HELP = `用法：npm run sheets:import -- <文件…> [选项]

把填好的表格读进内容。先显示每个所要改什么，不写文件；确认后加 --write 再运行一次。
有任何错误就一个文件也不写。可以用 .xlsx、.xls、.ods、CSV（UTF-8 或 GB18030），也可以写一个文件夹，
不一定是 sheets:export 写出来的：
表头前面有标题行、“姓 名”、全角数字、合并的格子、“联系电话”、2026年11月1日 都认得。

县里自己的名册（序号、司法所名称、办公地址、联系电话、负责人、备注……）也认得：罗城所、犍为县司法局罗城司法所
都能对上，对上的先列出来给您核对；“工作日9：00—12：00，14：00—18：00”读成办公时间。负责人、备注和认不出的列
不会自己放进网站，要放进去的用 --columns 指定。

空着的格子不改原来的内容；要去掉一项，格子里写“删除”；要去掉一行，“操作”一栏写“删除”。

  --write                 写入；不加则只显示。去向不写进内容，写进 --whereabouts 指的数据分支副本并送出
  --source <来源>         名册是谁提供的，例如 示例县司法局提供
  --verified <日期>       名册里的内容哪天核实过，例如 2026-11-20；不写就算没有核实
  --columns <列=去处,…>   名册里的列放到哪里，例如 负责人=人员（负责人）,备注=不导入
                          去处：SPOTS、不导入
  --replace               名册里的号码换掉同一用途的旧号码；不加则新旧都留着
  --office <县/所>        表里没有写司法所时用，例如 qianwei/luocheng
${WHEREABOUTS_HELP}
  --content <文件夹>      内容，默认 content/
  --help                  显示本说明

退出码：0 没有错误，1 有错误（什么都没有写），2 用法不对。`.replace('SPOTS', SPOT_TITLES.join('、'));

const plural = (count: number, unit: string) => `${count} ${unit}`;

function tell({ file, imported }: ImportedFile): void {
  const { offices, rows, findings, registers, matches } = imported;
  console.log(
    `\n${file}：认出 ${plural(rows, '行')}，${offices.length > 0 ? `要改 ${plural(offices.length, '个所')}` : '没有要改的'}。`,
  );
  if (matches.length > 0) console.log(`\n${tellMatches(matches)}`);
  registers.forEach((register) => console.log(`\n${tellRegister(register)}`));
  if (offices.length > 0) console.log(`\n${offices.map(tellOffice).join('\n\n')}`);
  if (findings.length > 0) console.log(`\n${tellFindings(findings)}`);
}

const OPTIONS = {
  ...texts('source', 'verified', 'columns', 'office', 'whereabouts', 'content'),
  ...flags('write', 'replace'),
} as const;

interface Values {
  readonly source?: string | undefined;
  readonly verified?: string | undefined;
  readonly columns?: string | undefined;
  readonly replace?: boolean | undefined;
}

/** What was decided about a county's own list. */
function choicesIn({ source, verified: verifiedOn, columns = '', replace }: Values): RegisterChoices {
  if (verifiedOn !== undefined) dayOf('verified', verifiedOn);
  const places = columns.split(/[,，]/).filter(Boolean);
  const chosen = places.map((one) => one.split('=').map((part) => part.trim()));
  const wrong = chosen.find(([, to = '']) => to !== LEFT_OUT && !SPOT_TITLES.includes(to));
  if (wrong)
    throw new UsageError(
      `--columns 写成 列=去处，去处可以是 ${SPOT_TITLES.join('、')}、${LEFT_OUT}：${wrong.join('=')}`,
    );
  return { source, verifiedOn, replace, columns: Object.fromEntries(chosen) as Record<string, string> };
}

export const importCommand: Command<typeof OPTIONS> = {
  help: HELP,
  words: Number.POSITIVE_INFINITY,
  options: OPTIONS,
  run: async (values, names) => {
    const { files, skipped } = namedFiles(names);
    skipped.forEach((line) => console.log(line));
    if (files.length === 0)
      throw new UsageError('请写要导入的表格，例如 npm run sheets:import -- 示例县.xlsx');
    const from = folders(values);
    const catalogue = loadChecked(from)?.catalogue;
    if (!catalogue) return 1;
    const today = dateInShanghai(buildInstant(process.env));
    const offices = [...catalogue.offices, ...catalogue.samples].map((office) => filesOf(office, from));
    const settings = { ...settingsFor(catalogue, today, values.office), register: choicesIn(values) };
    const results = await importFiles(files, offices, settings);
    results.forEach(tell);
    const errors = results.flatMap(({ imported }) => imported.findings).filter(isError);
    if (errors.length > 0) {
      console.error(`\n${errors.length} 个错误，什么都没有写。改好以后再试。`);
      return 1;
    }
    requireOwn(
      results.flatMap(({ imported }) => imported.offices),
      from,
    );
    // Of a file that several workbooks change, the last says it all.
    const changes = [
      ...new Map(
        results
          .flatMap(({ imported }) => imported.offices.flatMap((one) => one.files))
          .map((one) => [one.path, one]),
      ).values(),
    ];
    if (changes.length === 0) return 0;
    requireDataFolder(changes, from);
    const problems = problemsWith(from, changes, today).filter(isError);
    if (problems.length > 0) {
      console.error('\n改完以后内容检查通不过，什么都没有写：\n');
      printProblems(problems, asTyped(from.content));
      return 1;
    }
    if (!values.write) {
      console.log('\n改完以后内容检查没有错误。还没有写入：确认无误后加 --write 再运行一次。');
      return 0;
    }
    await writeChanges(from, changes, today);
    return 0;
  },
};
