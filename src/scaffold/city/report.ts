import { countyBase, townshipBase } from './names.ts';
import type { CityPlan } from './plan-city.ts';
import { doubtful, slugOf } from './slugs.ts';
import { townshipsOf } from './tree.ts';

const SHOWN = 20;

/** A heading with as many of its lines as a person reads, and how many more there are. */
function section(title: string, lines: readonly string[], advice: string): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > SHOWN ? [`  ……共 ${lines.length} 处`] : [];
  return [
    '',
    `${title}（${lines.length}）：${advice}`,
    ...lines.slice(0, SHOWN).map((line) => `  ${line}`),
    ...more,
  ];
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0);
const sizes = (map: ReadonlyMap<string, readonly unknown[]>) =>
  sum([...map.values()].map((list) => list.length));

function counts({ city, former, points }: CityPlan): string {
  const townships = townshipsOf(city);
  const villages = townships.flatMap((township) => township.villages);
  return [
    `${city.name}：县级 ${city.counties.length} 个，乡镇街道（司法所）${townships.length} 个，村、社区 ${villages.length} 个`,
    `（村 ${villages.filter(({ kind }) => kind === 'village').length}，社区 ${villages.filter(({ kind }) => kind === 'community').length}）；`,
    `曾用名：乡镇 ${sizes(former.townships)}，已撤并的村 ${sizes(former.villages) + sum([...former.townships.values()].flat().map(({ villages: gone }) => gone.length))}，改名的村、社区 ${sizes(former.communities)}；`,
    `坐标：乡镇 ${points.townships.size}，县城 ${points.seats.size}。`,
  ].join('');
}

/** Places whose folder name is not simply the pinyin of their name. */
function unusualSlugs({ city, counties, townships, readings }: CityPlan): string[] {
  const say = (name: string, slug: string | undefined, base: string) =>
    slug === slugOf(base, readings) ? [] : [`${name} → ${slug}`];
  return city.counties.flatMap((county) => [
    ...say(county.name, counties.get(county.code), countyBase(county.name)),
    ...county.townships.flatMap(({ code, name }) =>
      say(`${county.name}${name}`, townships.get(code), townshipBase(name)),
    ),
  ]);
}

function doubtfulReadings({ city, readings }: CityPlan): string[] {
  const bases = [
    ...city.counties.map(({ name }) => countyBase(name)),
    ...townshipsOf(city).map(({ name }) => townshipBase(name)),
  ];
  return [...new Set(bases)].flatMap((base) => {
    const characters = doubtful(base, readings);
    return characters.length > 0
      ? [`${base} ${slugOf(base, readings)}（多音：${characters.join('、')}）`]
      : [];
  });
}

/** Rows that are no township by name (farms, parks): whether they have an office is for a person to say. */
const odd = ({ city }: CityPlan): string[] =>
  city.counties.flatMap((county) =>
    county.townships
      .filter(({ name }) => !/(?:镇|乡|街道|苏木)$/.test(name))
      .map(({ name }) => `${county.name}${name}`),
  );

/** Names that had to be cut to the length a field allows. */
const long = ({ city }: CityPlan): string[] =>
  townshipsOf(city)
    .filter(({ name }) => name.length > 17)
    .map(({ name }) => name);

/** Points that nothing was found for, as `--points` takes them. */
const unused = ({ points }: CityPlan): string[] =>
  points.unused.map(({ name, lat, lon }) => `${name}："${lat},${lon}"`);

/** The closing words: what was made, and what a person should look at. */
export function report(plan: CityPlan): string {
  const lost = plan.former.lost.map(({ county, name }) => `${county}${name}`);
  return [
    counts(plan),
    ...section('网址名经过区分', unusualSlugs(plan), '同县同音的后一个加了后缀，或有字读不出'),
    ...section('读音请核对', doubtfulReadings(plan), '有误请写进 readings.json，用 --readings 重新生成'),
    ...section('去向不明的旧乡镇', lost, '没有同名的村可以对照，请人工补到 divisions 的 former'),
    ...section('不是乡镇街道的区划', odd(plan), '是否设司法所请核实，不设的删去其文件夹并由别的所服务'),
    ...section('没有用上的坐标', unused(plan), '认得出是哪个乡镇、县城的，写进 --points 的文件重新生成'),
    ...section('名称过长', long(plan), '司法所名称已截短，请改成通行名称'),
  ].join('\n');
}
