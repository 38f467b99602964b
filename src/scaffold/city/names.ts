/** Rules for the names of divisions. They were drawn from the statistics bureau's 2017 and 2023 lists of the whole country. */

const NATIONS =
  '蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各'.split(
    ' ',
  );
const WITH_ZU = new RegExp(`(?:${NATIONS.join('|')})族$`);
/** Autonomous units may leave 族 out: 察布查尔锡伯自治县, 查巴奇鄂温克民族乡. Names of one character never do. */
const BARE = new RegExp(`(?:${NATIONS.filter((name) => name.length > 1).join('|')})$`);

/** What a division's name ends in, longest first. A name of two characters (城区, 赵镇) is never cut. */
const COUNTY_ENDS = [
  '自治县',
  '自治旗',
  '自治州',
  '新区',
  '林区',
  '特区',
  '地区',
  '县',
  '区',
  '市',
  '旗',
  '州',
  '盟',
];
const TOWNSHIP_ENDS = ['民族苏木', '民族乡', '苏木', '街道', '地区', '镇', '乡'];

function cut(name: string, ends: readonly string[]): { base: string; end: string } {
  const end = ends.find((suffix) => name.endsWith(suffix) && name.length - suffix.length >= 2) ?? '';
  return { base: end ? name.slice(0, -end.length) : name, end };
}

/** Takes the nationalities off the end: 峨边彝族 → 峨边. What is nothing but a nationality only loses 族: 东乡族 → 东乡. */
function withoutNations(name: string, autonomous: boolean): string {
  let rest = name;
  for (;;) {
    const shorter = rest.replace(WITH_ZU, '');
    const next = shorter === rest && autonomous ? rest.replace(BARE, '') : shorter;
    if (next === rest) return rest;
    if (next === '') return rest.replace(/族$/, '');
    rest = next;
  }
}

/** The place name in the name of a county or city: 峨边彝族自治县 → 峨边, 市中区 → 市中, 城区 → 城区. */
export function countyBase(name: string): string {
  const { base, end } = cut(name, COUNTY_ENDS);
  return withoutNations(base, end.startsWith('自治'));
}

/** The place name in the name of a township: 和平彝族乡 → 和平, 大佛街道 → 大佛, 赵镇街道 → 赵镇. */
export function townshipBase(name: string): string {
  const plain = name.replace(/[（(].*?[）)]/g, '') || name;
  const { base, end } = cut(plain, TOWNSHIP_ENDS);
  return end === '' || end === '街道' ? base : withoutNations(base, end.startsWith('民族'));
}

/** The name a township has today: the 2017 list wrote 街道办事处 for 街道. */
export const townshipName = (name: string): string => name.replace(/街道办(?:事处)?$/, '街道');

/** The list numbers residents' committees 001–199 and villagers' committees from 200 on within a township. */
export const villageKind = (code: string): 'village' | 'community' =>
  code[9] === '2' ? 'village' : 'community';

/** The list spells committees in many ways, slips included: 居委会, 居民居委会, 村民委员会, 村民委会, 村委会会. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/^(.*社区)(?:居[居民委员会]*|村?[居民委员会]+)$/, '$1'],
  [/^(.*(?:嘎查|村))村[民委员会]+$/, '$1'],
  [/^(.*(?:街|嘎查))(?:[人牧]民)?[委员会]+$/, '$1'],
  [/^(.+?)村[民委员会]+$/, '$1村'],
  [/^(.+?)居民?[居民委员会]+$/, '$1居委会'],
];

/**
 * The name that people say for a village or community: 严龙村委会 → 严龙村, 同心村民委员会 → 同心村, 流村村委会 →
 * 流村, 较场坝社区居民委员会 → 较场坝社区. A name without a committee stays as it is (farms, parks, 嘎查). A remark in
 * brackets stays unless the name would be longer than a name may be.
 */
export function villageName(name: string): string {
  const [, head = name, remark = ''] = /^(.*?)([（(].*)?$/.exec(name) ?? [];
  const rule = RULES.find(([pattern]) => pattern.test(head));
  const said = rule ? head.replace(rule[0], rule[1]) : head || name;
  return shorten(head ? `${said}${remark}` : name, said);
}

const LONGEST = 30;

/** Some rows put the whole path from the province before the name; the end is what tells them apart. */
function shorten(full: string, said: string): string {
  if (full.length <= LONGEST) return full;
  if (said.length <= LONGEST) return said;
  return said.slice(-LONGEST);
}
