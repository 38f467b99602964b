/** A nation on one machine: made-up prefectures built some at a time and dropped after their manifest, then the region. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesBelow } from '../build/stamp.ts';
import { loadContent } from '../catalogue/load.ts';
import { ROOT } from '../command/command.ts';
import { keyOf, shardOf } from '../domain/finder/shards.ts';
import { URGENT_FILE } from '../domain/search/urgent-file.ts';
import { townshipsFile, villagesFile } from '../exports/finder.ts';
import { instantIndex } from '../exports/search.ts';
import { writeManifest } from '../release/manifest.ts';
import { cityCode, cityName, writeSynthetic } from './synthetic.ts';

interface Asked {
  readonly cities: number;
  /** In each city. */
  readonly offices: number;
  readonly jobs: number;
  readonly day: string;
  /** False leaves the cities' pages out: only what a region takes of them is made. */
  readonly pages: boolean;
}

const FOLDER = join(ROOT, '.cache', 'bench-region');
const contentOf = (city: number) => join(FOLDER, 'cities', cityCode(city));

const REGION = {
  title: '虚构全国司法所公开',
  shortTitle: '司法所公开',
  description: '虚构，仅供测量。',
  name: '全国',
  code: '00',
  publisher: { name: '虚构，仅供测量', confirmed: false },
  hotlines: [{ number: '12348', name: '公共法律服务热线' }],
  filings: {},
  contentLicence: 'CC BY 4.0',
};

/** Gives a made-up city its own name, and takes out what is the first city's. */
function writeCity(city: number, { offices, day }: Asked): void {
  const folder = contentOf(city);
  writeSynthetic(join(ROOT, 'content'), folder, offices, day, { city, plain: true });
  for (const own of [
    'affairs',
    'laws',
    'plan.json',
    'progress.json',
    'readings.json',
    'rules',
    'services',
    'pages',
  ])
    rmSync(join(folder, own), { recursive: true, force: true });
  const file = join(folder, 'site.json');
  const {
    seed: _,
    map: __,
    editor: ___,
    ...site
  } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, object>;
  const name = cityName(city);
  const own = { name, shortName: name.slice(0, -1), code: cityCode(city) };
  const features = { samples: true, standards: false };
  writeFileSync(file, JSON.stringify({ ...site, features, title: `${name}司法所公开`, city: own }));
}

/** Makes of a city's content what its build would tell a region, without its pages; the content goes. */
function writeManifestOnly(city: number, day: string): void {
  const folder = contentOf(city);
  const { catalogue } = loadContent(folder, { today: day, sparing: true });
  rmSync(folder, { recursive: true, force: true });
  if (!catalogue) return;
  const put = (path: string, value: object) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify(value));
  };
  put('data/finder/townships.json', townshipsFile(catalogue));
  put('data/finder/villages.json', villagesFile(catalogue));
  put('data/search/instant.json', instantIndex(catalogue));
  for (const { id, record } of catalogue.offices) put(`data/offices/${id}.json`, record);
  const now = new Date(`${day}T00:00:00+08:00`);
  writeManifest(folder, { site: addressOf(city), base: '/', now }, { pages: 0, catalogue });
  rmSync(join(folder, 'data/offices'), { recursive: true, force: true });
}

const addressOf = (city: number) => `https://c${cityCode(city)}.example.gov.cn`;

function run(args: readonly string[]) {
  const start = performance.now();
  const command = [...process.execArgv, join(ROOT, 'scripts/region.ts'), FOLDER, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return { status, said: stdout + stderr, seconds: (performance.now() - start) / 1000 };
}

/** What a reader fetches before the first answer to a text: the box's code, the dangers, the shard. */
function firstAnswer(text: string): { bytes: number; requests: number } {
  const out = join(FOLDER, 'dist');
  const weigh = (file: string) => gzipSync(readFileSync(file), { level: 9 }).length;
  const count = readdirSync(join(out, 'data/places')).length;
  const shard = join(out, `data/places/${shardOf(keyOf(text) ?? '', count)}.json`);
  const code = readdirSync(join(out, '_astro')).filter((name) => /^start[.-]/.test(name));
  const largest = Math.max(...code.map((name) => weigh(join(out, '_astro', name))));
  const files = [join(out, URGENT_FILE), shard];
  return { bytes: files.reduce((sum, file) => sum + weigh(file), largest), requests: files.length + 1 };
}

const megabytes = (folder: string): number =>
  existsSync(folder)
    ? Math.round(filesBelow(folder).reduce((sum, file) => sum + readFileSync(file).length, 0) / 2 ** 20)
    : 0;

/** Measures it: everything new, nothing changed, one city changed; one city broken throughout. */
export function measureRegion(asked: Asked, say: (text: string) => void): Record<string, string | number> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const numbers = Array.from({ length: asked.cities }, (_, at) => at);
  for (const city of numbers) {
    writeCity(city, asked);
    if (!asked.pages) writeManifestOnly(city, asked.day);
  }
  const broken = asked.cities - 1;
  writeFileSync(join(contentOf(broken), asked.pages ? 'site.json' : 'manifest.json'), '{');
  const cities = numbers.map((city) => ({
    code: cityCode(city),
    name: cityName(city),
    folder: contentOf(city),
    address: `${addressOf(city)}/`,
  }));
  writeFileSync(join(FOLDER, 'region.json'), JSON.stringify({ ...REGION, cities }));
  const args = asked.pages ? ['--build', '--jobs', String(asked.jobs)] : [];
  say(
    `${asked.cities} 个市，每市 ${asked.offices} 个司法所，${asked.pages ? `同时 ${asked.jobs} 个` : '各市网页没有生成，只有清单'}……`,
  );
  const first = run(args);
  const again = run(args);
  writeCity(0, { ...asked, offices: asked.offices - 1 });
  if (!asked.pages) writeManifestOnly(0, asked.day);
  const one = run(args);
  const told = JSON.parse(readFileSync(join(FOLDER, 'dist/data/cities.json'), 'utf8')) as {
    items: { state: string; counts?: { offices: number } }[];
  };
  const offices = told.items.reduce((sum, { counts }) => sum + (counts?.offices ?? 0), 0);
  const answer = firstAnswer('甲乙山镇');
  const result = {
    市: asked.cities,
    正常的市: told.items.filter(({ state }) => state === 'current').length,
    司法所: offices,
    从零秒: Math.round(first.seconds),
    没有变秒: Number(again.seconds.toFixed(1)),
    改一个市秒: Number(one.seconds.toFixed(1)),
    改一个市比从零: Number((one.seconds / first.seconds).toFixed(3)),
    内容MB: megabytes(join(FOLDER, 'cities')),
    缓存MB: megabytes(join(FOLDER, '.cache')),
    地区网站MB: megabytes(join(FOLDER, 'dist')),
    头一个答案字节: answer.bytes,
    头一个答案请求: answer.requests,
    地区内存MB: Number(/内存峰值 (\d+) MB/.exec(first.said)?.[1] ?? 0),
    退出码: `${first.status} ${again.status} ${one.status}`,
  };
  if (offices === 0) say(first.said.slice(-2000));
  rmSync(FOLDER, { recursive: true, force: true });
  return result;
}
