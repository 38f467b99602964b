import { join } from 'node:path';
import { dateInShanghai } from '../../domain/dates.ts';
import { exportWorkbook } from '../../sheets/export-workbook.ts';
import { existsSync } from 'node:fs';
import {
  asTyped,
  toType,
  Failure,
  folders,
  UsageError,
  WHEREABOUTS_HELP,
  type Command,
} from '../../command/command.ts';
import { flags, texts } from '../../command/options.ts';
import { loadChecked } from '../../command/content.ts';
import { buildInstant } from '../../build/settings.ts';
import { chosenOffices, filesOf } from './offices.ts';
import { writeAll } from '../../build/write-all.ts';

const HELP = `用法：npm run sheets:export -- --out <文件夹> [--county <县> | --office <县/所>]

把各司法所的公开信息写成填报用的表格（.xlsx）：每县一个文件，或者只写一个所。
表格里有下拉选项、填写说明和示例；填好以后用 npm run sheets:import 读回来。

  --out <文件夹>          表格写到这里
  --county <县>           只要一个县，写拼音，例如 qianwei；不写就是全部
  --office <县/所>        只要一个所，例如 qianwei/luocheng，或 samples/shili-jia
  --force                 同名的表格换成新的，里面填过的就没有了；不加则不换
${WHEREABOUTS_HELP}
  --content <文件夹>      内容，默认 content/
  --help                  显示本说明

退出码：0 写好了，1 内容有错误或者已有同名的表格（什么都没有写），2 用法不对。`;

const OPTIONS = { ...texts('out', 'county', 'office', 'whereabouts', 'content'), ...flags('force') } as const;

/** Refuses to put a fresh workbook in the place of one that somebody may have filled in. */
function requireFree(paths: readonly string[]): void {
  const taken = paths.filter((path) => existsSync(path)).map((path) => `  ${asTyped(path)}`);
  if (taken.length > 0)
    throw new Failure(
      `已经有这些表格，里面可能有填好的内容，什么都没有写：\n${taken.join('\n')}\n换一个文件夹，或者先把它们移走、改名；确实不要了，加 --force。`,
    );
}

export const exportCommand: Command<typeof OPTIONS> = {
  help: HELP,
  options: OPTIONS,
  run: async (values) => {
    if (values.out === undefined) throw new UsageError('请写表格放在哪个文件夹：--out <文件夹>');
    const from = folders(values);
    const catalogue = loadChecked(from)?.catalogue;
    if (!catalogue) return 1;
    const groups = chosenOffices(values, catalogue);
    const today = dateInShanghai(buildInstant(process.env));
    const books = await Promise.all(
      groups.map(async (offices) => {
        const [first] = offices;
        const name = values.office === undefined ? first?.county.record.name : first?.record.name;
        const after = await exportWorkbook(
          offices.map((office) => filesOf(office, from)),
          today,
        );
        return { path: join(from.out, `${name}.xlsx`), after, count: offices.length };
      }),
    );
    if (!values.force) requireFree(books.map(({ path }) => path));
    writeAll(books);
    for (const { path, count, after } of books)
      console.log(`  ${asTyped(path)}  ${count} 个所，${Math.ceil(after.length / 1024)} KB`);
    const [book = ''] = books.map(({ path }) => asTyped(path));
    const { content, whereabouts } = from;
    const next = toType('sheets:import', { content, whereabouts }, book);
    console.log(`\n写好 ${books.length} 个表格。填好以后：${next}`);
    return 0;
  },
};
