import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, dateInShanghai } from '../src/domain/dates.ts';
import { cleanBuild, pageSizes, run, type Run } from '../src/bench/bench.ts';
import { timeDisclosure } from '../src/bench/bench-disclosure.ts';
import { measureSearch } from '../src/bench/bench-search.ts';
import { heldOutTables } from '../src/bench/held-out.ts';
import { privacyTable } from '../src/bench/privacy.ts';
import { measureOpenData } from '../src/bench/open-data.ts';
import { measureReader, readerTable } from '../src/bench/reader.ts';
import { measureRegion } from '../src/bench/region.ts';
import { measureScale, scaleTable } from '../src/bench/scale.ts';
import { writeSynthetic } from '../src/bench/synthetic.ts';
import { folders, main, ROOT, UsageError } from '../src/command/command.ts';

const HELP = `用法：npm run bench -- [privacy|search|scale|data|region|reader] [--runs <次数>] [--content <文件夹>]

从零生成网站若干次，报告用时、内存峰值、检查和发布去向的用时、各类页面压缩后的大小。
写 privacy 只测个人信息的识别：用公开的测试号码，各类找到多少、误报多少；再用没有参与调整的一批（tests/fixtures/privacy/held-out.json）测一遍。
写 search 只在浏览器里量查找框、搜索和地图：请求数、字节（gzip）、每按一键的用时。
写 scale 只测规模：虚构的完整司法所，检查、从零生成、再生成、改一个电话、发布去向各用多少秒，旁边是同样多页的原版 Astro。
写 data 只测开放数据（数据文件、说明页、改过什么、卡片、Markdown）给生成加了多少时间：去掉它们的程序和原样的轮流生成。
写 region 只测地区：虚构的许多市，每市只有名称的司法所，一个故意写坏；逐个生成、取清单、合成，再测没有变、改一个市。
写 reader 只测读者手里：Lighthouse 像手机那样打开每类网页各一页（虚构的完整司法所），四项得分、最大内容出现的时间是空白页的几倍、堵住手指的毫秒数、请求、字节；取几次的中位数。Lighthouse 另装在 .cache/reader。机器忙时用时不准。

  --offices <数>      同 scale 用：几个司法所，可以写几个，如 132,400,1000；默认 132。同 reader 用：几个，默认 132。同 region 用：每市几个，默认 120
  --cities <数>       同 region 用：几个市，默认 20
  --jobs <数>         同 region 用：同时生成几个，默认 2
  --manifests         同 region 用：各市只写清单，不生成网页，只测地区
  --runs <次数>       默认 3
  --content <文件夹>  内容，默认 content/
  --help              显示本说明`;

const OUT = join(ROOT, '.cache', 'bench');

function runsOf(text: string | undefined): number {
  const runs = Number(text ?? 3);
  if (Number.isInteger(runs) && runs > 0 && runs <= 100) return runs;
  throw new UsageError(`次数应为 1 到 100：${text}`);
}

let days = 0;

/** Another day each time, so that every office's file is written anew. */
const anotherDay = () => ['--today', addDays(dateInShanghai(new Date()), (days += 1))];

function say(name: string, list: readonly Run[]): void {
  const seconds = list.map((one) => one.seconds).toSorted((a, b) => a - b);
  const middle = seconds[Math.floor(seconds.length / 2)] ?? 0;
  const peaks = list.flatMap((one) => one.peakMegabytes ?? []);
  const memory = peaks.length > 0 ? `，内存峰值 ${Math.max(...peaks)} MB` : '';
  const each = seconds.map((one) => one.toFixed(2)).join('、');
  console.log(`${name}：中位 ${middle.toFixed(2)} 秒（${each}）${memory}`);
}

function scale(list: string): number {
  const rows = list.split(/[,，]/).map((text) => {
    const offices = Number(text);
    if (!Number.isInteger(offices) || offices < 1 || offices > 40_000)
      throw new UsageError(`司法所的数目应为 1 到 40000：${text}`);
    console.log(`${offices} 个司法所……`);
    return measureScale(offices, dateInShanghai(new Date()));
  });
  console.table(scaleTable(rows));
  return 0;
}

function openData(content: string, runs: number): number {
  for (const { cold, without, with: whole } of measureOpenData(content, runs)) {
    const added = ((whole / without - 1) * 100).toFixed(1);
    console.log(
      `${cold ? '从零生成' : '再生成'}：没有开放数据 ${without.toFixed(2)} 秒，有 ${whole.toFixed(2)} 秒，多 ${added}%`,
    );
  }
  return 0;
}

async function search(content: string): Promise<number> {
  cleanBuild(content, OUT);
  for (const line of await measureSearch(OUT)) console.log(line);
  rmSync(OUT, { recursive: true, force: true });
  return 0;
}

async function reader(base: string, offices: number, runs: number): Promise<number> {
  if (!Number.isInteger(offices) || offices < 1) throw new UsageError('--offices 应为正整数');
  const [content, day] = [join(ROOT, '.cache/bench-content'), dateInShanghai(new Date())];
  writeSynthetic(base, content, offices, day);
  cleanBuild(content, OUT);
  console.table(readerTable(await measureReader(OUT, day, runs, console.log)));
  for (const folder of [content, OUT]) rmSync(folder, { recursive: true, force: true });
  return 0;
}

await main({
  help: HELP,
  options: {
    runs: { type: 'string' },
    offices: { type: 'string' },
    cities: { type: 'string' },
    jobs: { type: 'string' },
    manifests: { type: 'boolean' },
    content: { type: 'string' },
  },
  words: 1,
  run: async (values, [what]) => {
    if (what !== undefined && !['privacy', 'search', 'scale', 'data', 'region', 'reader'].includes(what))
      throw new UsageError(`只能单测 privacy、search、scale、data、region 或 reader：${what}`);
    if (what === 'privacy') {
      console.table(privacyTable());
      for (const table of heldOutTables()) console.table(table);
      return 0;
    }
    if (what === 'scale') return scale(values.offices ?? '132');
    if (what === 'region') {
      const day = dateInShanghai(new Date());
      const [cities, offices, jobs] = [values.cities ?? 20, values.offices ?? 120, values.jobs ?? 2].map(
        Number,
      );
      if (![cities, offices, jobs].every((one) => Number.isInteger(one) && (one ?? 0) > 0))
        throw new UsageError('--cities、--offices、--jobs 应为正整数');
      console.table(
        measureRegion(
          { cities: cities ?? 20, offices: offices ?? 120, jobs: jobs ?? 2, day, pages: !values.manifests },
          console.log,
        ),
      );
      return 0;
    }
    const times = Array.from({ length: runsOf(values.runs) });
    const { content } = folders(values);
    if (what === 'search') return search(content);
    if (what === 'reader') return reader(content, Number(values.offices ?? 132), times.length);
    if (what === 'data') return openData(content, times.length);
    say(
      '检查',
      times.map(() => run('check.ts', ['--content', content])),
    );
    say(
      '生成',
      times.map(() => cleanBuild(content, OUT)),
    );
    say(
      '发布去向',
      times.map(() => run('whereabouts.ts', ['--content', content, '--out', OUT, ...anotherDay()])),
    );
    console.log(timeDisclosure(content));
    console.log('\n页面大小（gzip，字节）');
    console.table(
      Object.fromEntries(
        pageSizes(OUT).map(({ kind, pages, median, largest, largestPage }) => [
          kind,
          { 页数: pages, 中位: median, 最大: largest, 最大的一页: largestPage },
        ]),
      ),
    );
    rmSync(OUT, { recursive: true, force: true });
    return 0;
  },
});
