/** Pages in the reader's hand for `npm run bench -- reader`: Lighthouse as on a phone, an empty page in the same run. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { filesBelow } from '../build/stamp.ts';
import { Failure } from '../command/command.ts';
import { serve } from '../command/server.ts';
import { paths } from '../domain/urls.ts';
import { findChromium } from '../posters/chromium.ts';
import { COMPRESSED_ENDINGS } from '../release/hosting/table.ts';
import { homeOf, installApart } from './apart.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const [COUNTY, OFFICE] = ['xian1', 'xian1/zhen0'];
const EMPTY = 'empty/';
const EMPTY_PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="空"><link rel="icon" href="data:,"><title>空</title></head><body><main><h1>空</h1></main></body></html>`;

/** One page of each kind of a made-up city, as of `day`; the sheets to print and the samples stay out of search engines. */
const kinds = (day: string): readonly (readonly [kind: string, path: string])[] => [
  ['空白页', `/${EMPTY}`],
  ['首页', paths.home],
  ['县（市、区）', paths.county(COUNTY)],
  ['司法所', paths.office(OFFICE)],
  ['变更记录', paths.history(OFFICE)],
  ['工作数据', paths.figures(OFFICE)],
  ['公告', paths.notice(OFFICE, `${day}-huodong`)],
  ['办事指南一览', paths.services],
  ['办事指南', paths.service('legal-aid')],
  ['搜索', `${paths.search}?q=${encodeURIComponent('老板不发工资怎么办')}`],
  ['地图', paths.map],
  ['公开情况', paths.disclosure],
  ['规范化建设', paths.standards],
  ['数据', paths.data],
  ['关于', paths.about],
  ['英文', paths.english],
];

/** What Lighthouse says of one page: four scores of 100, times in milliseconds, what came over the line. */
export interface LighthouseReading {
  readonly scores: readonly number[];
  readonly lcp: number;
  readonly tbt: number;
  readonly requests: number;
  readonly bytes: number;
}

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<
    Record<string, { readonly numericValue?: number; readonly details?: { readonly items?: unknown } }>
  >;
}

function readingOf({ categories, audits }: Report): LighthouseReading {
  const requests = (audits['network-requests']?.details?.items ?? []) as { readonly transferSize?: number }[];
  return {
    scores: CATEGORIES.map((name) => Math.round((categories[name]?.score ?? 0) * 100)),
    lcp: audits['largest-contentful-paint']?.numericValue ?? 0,
    tbt: audits['total-blocking-time']?.numericValue ?? 0,
    requests: requests.length,
    bytes: requests.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0),
  };
}

const middle = (list: readonly number[]) =>
  list.toSorted((a, b) => a - b)[Math.floor((list.length - 1) / 2)] ?? 0;

/** The medians of several readings of a page. */
export const medianOf = (all: readonly LighthouseReading[]): LighthouseReading => ({
  scores: CATEGORIES.map((_, at) => middle(all.map(({ scores }) => scores[at] ?? 0))),
  lcp: middle(all.map(({ lcp }) => lcp)),
  tbt: middle(all.map(({ tbt }) => tbt)),
  requests: middle(all.map(({ requests }) => requests)),
  bytes: middle(all.map(({ bytes }) => bytes)),
});

/** Keeps the browser from talking to anyone but the site. */
const FLAGS =
  '--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

async function readingAt(address: string, browser: string): Promise<LighthouseReading> {
  const program = join(homeOf('reader'), 'node_modules/lighthouse/cli/index.js');
  const args = ['--output=json', '--quiet', '--no-enable-error-reporting', '--disable-full-page-screenshot'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, address, ...args, `--only-categories=${CATEGORIES.join()}`, `--chrome-flags=${FLAGS}`],
    { env: { ...process.env, CHROME_PATH: browser }, maxBuffer: 2 ** 26 },
  );
  return readingOf(JSON.parse(stdout) as Report);
}

/** As real servers send it. */
function compress(folder: string): void {
  for (const file of filesBelow(folder))
    if (COMPRESSED_ENDINGS.includes(extname(file).slice(1)))
      writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
}

/**
 * Reads one page of each kind of the built site of a made-up city (`writeSynthetic`, as of `day`) so many times, one
 * kind after another, and gives the medians by kind, the empty page's first. Says each page that it reads. Installs
 * Lighthouse. Throws a `Failure`.
 */
export async function measureReader(
  folder: string,
  day: string,
  runs: number,
  say: (line: string) => void,
): Promise<ReadonlyMap<string, LighthouseReading>> {
  const browser = findChromium();
  if (!browser) throw new Failure('没有找到浏览器，请先运行一次 npm test。');
  installApart('reader', 'Lighthouse');
  compress(folder);
  const extra = new Map([[EMPTY, EMPTY_PAGE]]);
  const served = await serve({ folder, base: '/', host: '127.0.0.1', port: 0, mayMove: false, extra });
  const readings = new Map<string, LighthouseReading[]>();
  try {
    for (let run = 0; run < runs; run += 1)
      for (const [kind, path] of kinds(day)) {
        const reading = await readingAt(`http://127.0.0.1:${served.port}${path}`, browser);
        say(`${run + 1}/${runs}　${kind}：${reading.scores.join('、')}`);
        readings.set(kind, [...(readings.get(kind) ?? []), reading]);
      }
  } finally {
    await served.close();
  }
  return new Map([...readings].map(([kind, all]) => [kind, medianOf(all)]));
}

/** The table that is printed: scores in the order of the categories, LCP as a multiple of the empty page's. */
export function readerTable(readings: ReadonlyMap<string, LighthouseReading>): Record<string, object> {
  const [empty] = readings.values();
  return Object.fromEntries(
    [...readings].map(([kind, { scores, lcp, tbt, requests, bytes }]) => [
      kind,
      {
        性能: scores[0],
        无障碍: scores[1],
        做法: scores[2],
        搜索引擎: scores[3],
        LCP比空白页: Number((lcp / (empty?.lcp || 1)).toFixed(2)),
        TBT毫秒: Math.round(tbt),
        请求: requests,
        字节: bytes,
      },
    ]),
  );
}
