/** Makes the repository of a region: its list of cities, its settings, a pipeline, a first commit. */
import { resolve } from 'node:path';
import { makeFolder } from '../../command/folders.ts';
import { asTyped, Failure, UsageError } from '../../command/command.ts';
import { provinceOf } from '../../domain/provinces.ts';
import { region, type Region } from '../../schemas/region.ts';
import { listCities } from '../city/read-divisions.ts';
import { fetchSources } from '../city/sources.ts';
import { formatJson } from '../city/format.ts';
import { programFor } from './program.ts';
import { regionFiles } from './region-files.ts';
import { complete, homeOf, placeOf, refuseFolder, writeFiles } from './repository.ts';

interface RegionAnswers {
  readonly from?: string | undefined;
  readonly forge?: string | undefined;
  readonly url?: string | undefined;
  readonly publisher?: string | undefined;
  readonly title?: string | undefined;
}

/** The codes of a list that was typed; all of one province, or one that stands for all. */
export function regionCodes(text: string): string[] {
  const codes = text.split(/[,，、\s]+/).filter(Boolean);
  const whole = codes.length === 1 && /^(?:00|\d{2})$/.test(codes[0] ?? '');
  if (!whole && (codes.length === 0 || !codes.every((code) => /^\d{4}(?:\d{2})?$/.test(code))))
    throw new UsageError(`--region 应为省的 2 位代码、00，或者几个市、县的代码，用逗号隔开：${text}`);
  if (new Set(codes.map((code) => code.slice(0, 2))).size > 1)
    throw new UsageError(`--region 里的市、县应在同一个省；跨省的用 00 建全国的，再删去不要的：${text}`);
  return codes;
}

const MUNICIPALITY = /^(?:北京|天津|上海|重庆)市$/;

/** What publishes it, by the usual full name. */
const publisherOf = (name: string) =>
  name === '全国' ? '司法部' : `${name}${MUNICIPALITY.test(name) ? '司法局' : '司法厅'}`;

/** The record of a region, as far as it can be known from outside; a person completes it. */
export function regionRecord(
  cities: readonly { readonly code: string; readonly name: string }[],
  whole: boolean,
  { title, publisher, url }: RegionAnswers,
): Region {
  const province = cities[0]?.code.slice(0, 2) ?? '';
  const name = whole ? '全国' : (provinceOf(province) ?? '');
  return {
    title: title ?? `${name}司法所公开`,
    shortTitle: '司法所公开',
    description: `${name}各市、县的司法所：按村、社区就能查到，各市公开到哪一步一看就知道。`,
    publisher: { name: publisher ?? publisherOf(name), confirmed: false },
    notice: '本站是演示站，尚未经主办单位确认，不是政府网站。',
    ...placeOf(url),
    hotlines: [
      { number: '12348', name: '公共法律服务热线', note: '法律咨询，免费' },
      { number: '12345', name: '政务服务便民热线', note: '咨询、投诉、求助' },
    ],
    filings: {},
    contentLicence: 'CC BY 4.0',
    name,
    code: whole ? '00' : province,
    cities: cities.map(({ code, name: own }) => ({ code, name: own })),
  };
}

/** Makes it in a folder; returns the exit code. */
export async function initRegion(text: string, place: string, answers: RegionAnswers): Promise<number> {
  const codes = regionCodes(text);
  const folder = resolve(place);
  refuseFolder(folder);
  const home = homeOf(answers.forge);
  const { now } = await fetchSources(console.log);
  const found = await Promise.all(codes.map((code) => listCities(now, code)));
  const missing = codes.filter((_, at) => found[at]?.length === 0);
  if (missing.length > 0) throw new Failure(`2023 年区划代码里没有 ${missing.join('、')}。请核对代码。`);
  const record = regionRecord(found.flat(), codes[0] === '00', answers);
  region.parse(record);
  makeFolder(folder);
  const program = programFor(answers.from, folder);
  writeFiles(folder, new Map([['region.json', formatJson(record)], ...regionFiles(record, program, home)]));
  complete(folder, `${record.title}：${record.cities.length}个市`);
  console.log(`\n建好了：${folder}，${record.cities.length} 个市，网址都还没有写。下一步：`);
  console.log(`${place === '.' ? '' : `  cd ${asTyped(folder)}\n`}  npm start`);
  console.log('然后在 region.json 里给每个市写上 address（网址）。');
  return 0;
}
