import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildInstant } from '../../build/settings.ts';
import { writeAll } from '../../build/write-all.ts';
import { loadContent } from '../../catalogue/load.ts';
import type { Catalogue } from '../../catalogue/types.ts';
import { asTyped, Failure, folders, toType, UsageError, type Command } from '../../command/command.ts';
import { bytesNamed, jsonNamed, texts } from '../../command/options.ts';
import { dateInShanghai } from '../../domain/dates.ts';
import { formatJson } from '../city/format.ts';
import { owners } from '../../schemas/owners.ts';
import type { Units } from '../../sheets/accounts.ts';
import { ownersFrom } from './accounts.ts';

const HELP = `用法：npm run accounts -- <账号表.csv> [--content <文件夹>]

把账号表写成 content/owners.json：代码平台上的哪个账号可以改哪个所、哪个县的内容（合并前的检查要用）。
表头是 单位、账号、负责；init 已经写好一张，列着全部司法所和县，只用填“账号”一列，没有账号的留空。
原来登记了、表里没有的账号去掉，去掉了哪些会列出来。

  <账号表.csv>        Excel、WPS 另存的 CSV 也认得
  --content <文件夹>  内容，默认 content/
  --help              显示本说明

退出码：0 写好了，1 表里有看不懂的（什么都没有写），2 用法不对。`;

const OPTIONS = texts('content');

/** The offices and counties of a content, by the names that people have for them. */
export const unitsOf = ({ counties, offices }: Catalogue): Units => ({
  counties: counties.map(({ slug, record }) => ({
    id: slug,
    names: [record.name, record.shortName, record.bureau.name],
  })),
  offices: offices.map(({ id, record, county }) => ({
    id,
    names: [record.name, `${county.record.name}${record.shortName}`, record.shortName],
  })),
});

/** The linked content; refused where it has errors. */
export function catalogueIn(content: string, env: NodeJS.ProcessEnv = process.env): Catalogue {
  const { catalogue } = loadContent(content, { today: dateInShanghai(buildInstant(env)) });
  if (!catalogue) throw new Failure(`内容有错误，先运行 ${toType('check', { content })}，改好再来。`);
  return catalogue;
}

/** Writes the accounts of a table; says how many there are, and which are registered no more. */
export function writeAccounts(table: string, content: string): string {
  const made = ownersFrom(bytesNamed(table), unitsOf(catalogueIn(content)));
  if (made.accounts.length === 0)
    throw new Failure('账号表里一个账号也没有填，没有写。填好“账号”一列，存好，再运行一次。');
  const path = join(content, 'owners.json');
  const before = existsSync(path) ? owners.parse(jsonNamed(path, content)).accounts : [];
  writeAll([{ path, after: formatJson(made) }]);
  const gone = before.filter(({ account }) => made.accounts.every((one) => one.account !== account));
  const named = gone.map(({ account, note }) => `\n  ${account}${note ? `（${note}）` : ''}`);
  return `${made.accounts.length} 个账号。${gone.length > 0 ? `\n表里没有，去掉了 ${gone.length} 个：${named.join('')}` : ''}`;
}

export const accountsCommand: Command<typeof OPTIONS> = {
  help: HELP,
  words: 1,
  options: OPTIONS,
  run: (values, [table]) => {
    if (table === undefined) throw new UsageError('请写账号表，例如 账号表.csv');
    const { content } = folders(values);
    const told = writeAccounts(table, content);
    console.log(`已写入 ${asTyped(join(content, 'owners.json'))}：${told}`);
    return Promise.resolve(0);
  },
};
