import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildInstant } from '../build/settings.ts';
import { NATIONAL } from '../catalogue/national.ts';
import { Failure, UsageError, type Command } from '../command/command.ts';
import { flags, texts, wholeNumber } from '../command/options.ts';
import { dateInShanghai } from '../domain/dates.ts';
import { disclosure } from '../schemas/disclosure.ts';
import { isListed, judgeData } from './data.ts';
import { gatherSite, type Limits } from './fetch-site.ts';
import { judgePages } from './judge.ts';
import { gatherFolder, type Gathered } from './read-folder.ts';
import { formatReport, isLacking, reportJson, type Report, type AuditSource } from './report.ts';

const PAGES = 300;
const SECONDS = 300;

const HELP = `用法：npm run audit -- <文件夹、文件或网址> [选项]

拿“四公开”的各项对照任何司法局的网页（别的程序做的也行）或者本程序的数据文件（disclosure.json、offices.json），
逐项说有、没有还是不能判断，列出在哪一页看到的什么字、下一步怎么办。只看，什么都不改。

  --json             写成给程序用的 JSON
  --pages <页数>     网址：最多读多少页，默认 ${PAGES}
  --seconds <秒数>   网址：最多读多久，默认 ${SECONDS}
  --allow-private    网址：准许读内部网络里的网站
  --help             显示本说明

网址只读同一个网站，由您输入才读；每页不超过 2MB。
退出码：0 没有“没有”的项目，1 有，2 用法不对。SOURCE_DATE_EPOCH 可以指定按哪个时刻计算。`;

const OPTIONS = {
  ...texts('pages', 'seconds'),
  ...flags('json', 'allow-private'),
} as const;

/** Reads what was named: an address only where it is written as one. */
async function gather(target: string, limits: Limits): Promise<Gathered> {
  if (/^https?:\/\//i.test(target)) {
    if (!URL.canParse(target)) throw new UsageError(`网址写得不对：${target}`);
    const url = new URL(target);
    if (url.username || url.password) throw new UsageError('网址里不能写用户名和密码。');
    url.hash = '';
    return gatherSite(url, limits, (text) => console.error(text));
  }
  if (/^[a-z][\w+.-]+:\/\//i.test(target)) throw new UsageError(`只读 http、https 网址：${target}`);
  if (!existsSync(target)) throw new UsageError(`没有 ${target}。网址要从 https:// 写起。`);
  return gatherFolder(resolve(target));
}

function sourcesOf(gathered: Gathered, today: string): AuditSource[] {
  const { items } = disclosure.parse(JSON.parse(readFileSync(join(NATIONAL, 'disclosure.json'), 'utf8')));
  const data = gathered.data.flatMap(({ name, text }): AuditSource[] => {
    // Beside others, a list of offices is asked for what it holds alone.
    const asked = gathered.data.length > 1 && /offices\.json$/.test(name) ? items.filter(isListed) : items;
    const judged = judgeData(name, text, asked, today);
    return judged ? [{ kind: 'data', name, items: judged }] : [];
  });
  if (gathered.pages.length === 0) return data;
  return [{ kind: 'pages', name: '网页', items: judgePages(gathered, items, today) }, ...data];
}

export const auditCommand: Command<typeof OPTIONS> = {
  help: HELP,
  options: OPTIONS,
  words: 1,
  run: async (values, [target]) => {
    if (!target) throw new UsageError('要写检查哪个文件夹、文件或网址。');
    const limits = {
      pages: wholeNumber('pages', values.pages, { usual: PAGES, most: 5000 }),
      seconds: wholeNumber('seconds', values.seconds, { usual: SECONDS, most: 3600 }),
      allowPrivate: values['allow-private'] === true,
    };
    const now = buildInstant(process.env);
    const gathered = await gather(target, limits);
    const sources = sourcesOf(gathered, dateInShanghai(now));
    const [first] = gathered.unread;
    if (sources.length === 0)
      throw new Failure(
        `${target} 里没有能读的网页或数据文件${first ? `：${first.address} ${first.why}` : ''}。`,
      );
    const { pages, unread } = gathered;
    const report: Report = { asOf: now.toISOString(), target, pages: pages.length, unread, sources };
    console.log(values.json ? reportJson(report) : formatReport(report));
    return isLacking(report) ? 1 : 0;
  },
};
