/** Where people live: groups of villages, buildings with rooms, house numbers that are no office's (facts F8). */
import type { Candidate } from './kinds.ts';
import { speaksOfSensitive } from './names.ts';

const HAN = '\\u4e00-\\u9fa5';
const NUMBER = '(?:\\d{1,4}|[一二三四五六七八九十百]{1,4})';
const GROUP = `[${HAN}]{2,12}(?:村|社区)第?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})(?:村民小)?(?:组|社)`;
/** `5号`, not `5号窗口` and `5号文件`. */
const DOOR_NUMBER = `${NUMBER}(?:号|户|室)(?![窗线文令通公会厅台]|楼?会议)`;
const FLAT = `(?:${NUMBER}(?:单元|门))?-?(?:${NUMBER}(?:楼|层)?)?-?\\d{0,4}(?:室|号|房)?`;
const ESTATE = '(?:小区|花园|苑|公寓|家园|宿舍|安置房|廉租房|公租房|新村|新居|路|街|巷|大道|村|社区)';

/** Homes by their shape alone. */
const HOMES = [
  new RegExp(`${GROUP}(?:附)?${NUMBER}(?:-\\d{1,3})?(?:号|户)`, 'g'),
  new RegExp(
    `${ESTATE}[^,。;\\n]{0,12}?\\d{1,3}(?:栋|幢|号楼|座)${FLAT}(?<=[\\d单元室号房楼层门]{2})(?=[^\\d栋幢]|$)(?<!栋|幢|号楼|座)`,
    'g',
  ),
  new RegExp(`${NUMBER}(?:栋|幢|号楼|座|号|院)${NUMBER}单元${FLAT}`, 'g'),
];

const LIVES =
  '(?:家住|住在|住于|现住|租住|暂住|居住[于在]?|居住地|住址|住所地?|户籍(?:所在地|地址|地)?|户口(?:所在地)?|家庭(?:住址|地址)|家在|籍贯|出租屋|宅基地|送达地址|收件地址|执行地|(?<![入常居衣食记不安])住(?![房院建宿户所处校持址]))';
const LIVED_IN = new RegExp(
  `${LIVES}[ ：:，,是为在于|]{0,3}[${HAN}]{0,20}?(?:${DOOR_NUMBER}|${NUMBER}(?:栋|幢|号楼|组|社|单元|楼)(?:(?:附)?${NUMBER}[${HAN}]{0,2}){0,4})`,
  'g',
);

/** A house number or a floor with nothing said of whose it is. */
const BARE = new RegExp(
  `[${HAN}]{1,8}(?:路|街|巷|大道|弄|胡同)(?:\\d{1,4}|[一二三四五六七八九十百]{1,4})号(?:附${NUMBER}号)?|${NUMBER}(?:栋|幢)${NUMBER}(?:楼|层|号|室)`,
  'g',
);
/** Said in the same sentence of places that are there for everybody. */
const PUBLIC =
  /司法|公证|律师|法院|检察|公安|派出所|政府|政务|街道办|委员会|村委|居委|党群|中心|服务|办公|办事|接待|窗口|会议|会场|地点|地址|位于|设在|工作站|调解|广场|学校|小学|中学|大学|医院|卫生院|银行|公司|车站|邮编|热线|举行|举办|搬到|搬至|迁到|迁至|报名|集合|领取|展|局|[县区镇乡][\u4e00-\u9fa5]{1,8}[路街巷]\d{1,4}号/;
const OF_SOMEBODY = /家中?(?:$|[^庭属园])|收$|户主|家庭|送达|收件|宿舍|出租/;

/** What a sentence says before and behind a place of a text. */
function around(text: string, start: number, end: number): readonly [before: string, behind: string] {
  const before = text.slice(Math.max(0, start - 60), start);
  const behind = text.slice(end, end + 40);
  const from = Math.max(...['。', ';', '\n'].map((mark) => before.lastIndexOf(mark))) + 1;
  return [before.slice(from), behind.slice(0, behind.search(/[。;\n]|$/))];
}

function isPublic(text: string, value: string, start: number): boolean {
  const [before, behind] = around(text, start, start + value.length);
  return PUBLIC.test(before + value + behind) && ![before, behind].some((one) => OF_SOMEBODY.test(one));
}

const found = (value: string, start: number, note?: string): Candidate => ({
  kind: 'door',
  grade: 'warn',
  start,
  end: start + value.length,
  value,
  note,
});

/** Whoever lives in a group of a village can be told only where the line also speaks of sensitive people. */
const HAMLET = new RegExp(GROUP, 'g');

/** Homes in a normalised text. */
export function* findHomes(text: string): Generator<Candidate> {
  for (const pattern of [...HOMES, LIVED_IN])
    for (const { 0: value, index } of text.matchAll(pattern)) yield found(value, index);
  for (const { 0: value, index } of text.matchAll(BARE))
    if (!isPublic(text, value, index)) yield found(value, index, '没有写明是谁的地址');
  for (const { 0: value, index } of text.matchAll(HAMLET))
    if (around(text, index, index + value.length).some(speaksOfSensitive))
      yield found(value, index, '同一句里写到了矫正对象、当事人等');
}
