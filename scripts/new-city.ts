import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Failure, UsageError, main } from '../src/command/command.ts';
import { filesOf, planCity } from '../src/scaffold/city/plan-city.ts';
import { pointsByHand } from '../src/scaffold/city/points.ts';
import { buildCity, readRows } from '../src/scaffold/city/read-divisions.ts';
import { report } from '../src/scaffold/city/report.ts';
import { fetchSources, readPlaces } from '../src/scaffold/city/sources.ts';
import { refuseFilled, writeCity } from '../src/scaffold/city/write-city.ts';

const HELP = `用法：npm run new:city -- <区划代码> --out <文件夹>

为任何一个地级市、自治州、地区、盟或直辖市生成整套内容骨架：县、乡镇街道、村和社区、
每个乡镇街道一个司法所（地址、电话等一律留待公开），以及撤并更名前的旧名和已知的大致坐标。
区划数据首次使用时下载到 .cache/sources。

  <区划代码>          4 位或以 00 结尾的 6 位，如 5111 或 511100（乐山市）、4419 或 441900（东莞市）
  --out <文件夹>      写到哪里；必须不存在或是空的
  --readings <文件>   人工核定的读音，格式同内容里的 readings.json
  --points <文件>     人工选定的坐标：{ "乡镇 9 位或县级 6 位代码": "纬度,经度" }，须是 GeoNames 的一行
  --help              显示本说明`;

/** The four digits of a prefecture from what was typed. */
function prefecture(text: string | undefined): string {
  if (!text) throw new UsageError('请写区划代码，如 5111');
  const match = /^(\d{4})(?:00)?$/.exec(text);
  if (!match?.[1]) throw new UsageError(`区划代码应为 4 位，或以 00 结尾的 6 位：${text}`);
  return match[1];
}

/** A JSON file that maps texts to texts, given on the command line. */
async function readMap(file: string | undefined, key?: string): Promise<Record<string, string>> {
  if (!file) return {};
  try {
    const value = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    const map = key ? value[key] : value;
    if (map && typeof map === 'object' && Object.values(map).every((one) => typeof one === 'string'))
      return map as Record<string, string>;
  } catch (error) {
    throw new Failure(`读不了 ${file}：${error instanceof Error ? error.message : error}`);
  }
  throw new Failure(`${file} 的格式不对，见 --help。`);
}

await main({
  help: HELP,
  words: 1,
  options: {
    out: { type: 'string' },
    readings: { type: 'string' },
    points: { type: 'string' },
  },
  run: async (values, [word]) => {
    const code = prefecture(word);
    if (!values.out) throw new UsageError('请用 --out 写明输出文件夹');
    const out = resolve(values.out);
    await refuseFilled(out);
    const readings = await readMap(values.readings, 'readings');
    const given = await readMap(values.points);

    const say = (text: string) => console.log(text);
    const folders = await fetchSources(say);
    say(`正在读取 ${code} 的区划……`);
    const now = buildCity(code, await readRows(folders.now, code));
    if (!now) throw new Failure(`2023 年区划代码里没有 ${code}。请核对代码。`);
    const before = buildCity(code, await readRows(folders.before, code));
    const places = await readPlaces(folders.places, code);
    const { chosen, wrong } = pointsByHand(given, places);
    if (wrong.length > 0) throw new Failure(`--points 里有 GeoNames 没有的行：\n${wrong.join('\n')}`);

    say(`正在整理 ${now.name}……`);
    const plan = planCity({ now, before, places, readings, byHand: chosen });
    const files = filesOf(plan);
    await writeCity(files, out);
    say(
      `已写入 ${out}：${files.length} 个文件；职能、办事指南、规则、日历、示例等全国文本随程序来，不用复制。\n`,
    );
    say(report(plan));
    return 0;
  },
});
