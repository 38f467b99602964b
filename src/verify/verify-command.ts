import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError, type Command } from '../command/command.ts';
import { bytesNamed, dayOf, flags, texts, wholeNumber } from '../command/options.ts';
import { parseVerifier, type Verifier } from '../release/log/note.ts';
import { VERDICTS } from './open-log.ts';
import { heading, report, SAMPLE } from './report.ts';
import { folderSource, siteSource, type SiteSource } from './source.ts';
import { type VerifyRequest, verifyFiles } from './verify.ts';

const SECONDS = 300;

const HELP = `用法：npm run verify -- <网址或文件夹> [选项]

核对一个网站同它签过名的校验值：未变、已改、依法撤下还是未签名，并说为什么。谁都可以核对，不需要网站的内容仓库。
文件夹逐个核对全部文件；网址抽 ${SAMPLE} 个，--all 核对全部。只看，什么都不改。

  --page <网址>      只核对这一页或这个文件，例如 /offices/qianwei/luocheng/；可以写几次
  --file <文件>      拿自己存下来的文件同它比（同 --page 一起用）
  --date <日期>      同那一天显示的那一版比，例如 2026-11-28
  --key <公钥>       司法局另外告诉您的公钥，或存着公钥的文件；可以写几次。不写就用网站自己公布的
  --remember <文件>  记下这次看到的日志，下次同它比：日志只能增加，不能倒退、改写
  --all              网址：核对全部文件
  --seconds <秒数>   网址：最多多久，默认 ${SECONDS}
  --allow-private    网址：准许读内部网络里的网站
  --help             显示本说明

退出码：0 未变或依法撤下，1 有已改、未签名或不能判断的，2 用法不对。`;

const OPTIONS = {
  page: { type: 'string', multiple: true },
  ...texts('file', 'date'),
  key: { type: 'string', multiple: true },
  ...texts('remember', 'seconds'),
  ...flags('all', 'allow-private'),
} as const;

function keysFrom(typed: readonly string[]): Verifier[] {
  return typed.flatMap((one) => {
    const lines = existsSync(one) ? readFileSync(one, 'utf8').split(/\r?\n/) : [one];
    const keys = lines.flatMap((line) => parseVerifier(line.trim()) ?? []);
    if (keys.length === 0) throw new UsageError(`--key 不是公钥（形如 名称+8位编号+一串字符）：${one}`);
    return keys;
  });
}

function sourceOf(
  target: string,
  seconds: string | undefined,
  allowPrivate: boolean,
): { source: SiteSource; base: string } {
  if (/^https?:\/\//i.test(target)) {
    if (!URL.canParse(target)) throw new UsageError(`网址写得不对：${target}`);
    const url = new URL(
      '.',
      target.endsWith('/') || /\.\w+$/.test(new URL(target).pathname) ? target : `${target}/`,
    );
    const limit = wholeNumber('seconds', seconds, { usual: SECONDS, most: 3600 });
    return { source: siteSource(url, { seconds: limit, allowPrivate }), base: url.pathname };
  }
  if (!existsSync(target)) throw new UsageError(`没有 ${target}。网址要从 https:// 写起。`);
  return { source: folderSource(resolve(target)), base: '/' };
}

/** What others wrote, without what a terminal would take for an order. */
const harmless = (text: string) => text.replace(/(?!\n)\p{Cc}/gu, '?');

export const verifyCommand: Command<typeof OPTIONS> = {
  help: HELP,
  options: OPTIONS,
  words: 1,
  run: async (values, [target]) => {
    if (!target) throw new UsageError('要写核对哪个网址或文件夹。');
    const { page: pages = [], file, key = [] } = values;
    if (file !== undefined && pages.length !== 1)
      throw new UsageError('--file 要同一个 --page 一起用，说明它是哪一页');
    const copy = file === undefined ? undefined : bytesNamed(file);
    const { source, base } = sourceOf(target, values.seconds, values['allow-private'] === true);
    const { remember, all = false } = values;
    const seen = remember !== undefined && existsSync(remember) ? readFileSync(remember, 'utf8') : undefined;
    const date = values.date === undefined ? undefined : dayOf('date', values.date);
    const asked: VerifyRequest = { keys: keysFrom(key), date, seen, pages, all, base, copy };
    const { log, judged, trouble } = await verifyFiles(source, asked);
    if (trouble || !log) {
      console.log(harmless(`${VERDICTS[trouble?.verdict ?? 'unsure']}：${trouble?.message}。`));
      return 1;
    }
    if (remember !== undefined) writeFileSync(remember, log.note);
    console.log(harmless(`${heading(log, asked.keys.length > 0)}\n\n${report(judged)}`));
    return judged.every(({ verdict }) => verdict === 'unchanged' || verdict === 'withdrawn') ? 0 : 1;
  },
};
