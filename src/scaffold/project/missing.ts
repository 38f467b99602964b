/** What a bureau that begins still has to give, in the order in which residents need it, and how each gets in. */
import type { Office } from '../../catalogue/types.ts';
import type { CheckedContent } from '../../command/content.ts';
import { manual } from '../../domain/manuals.ts';

export interface MissingStep {
  readonly title: string;
  /** Why it stands where it stands. */
  readonly why: string;
  readonly done: number;
  readonly of: number;
  /** What is counted. */
  readonly unit: string;
  /** The file or folder where it is written, from the project's root. */
  readonly file: string;
  readonly command?: string;
}

const SHEETS = 'npm run sheets:export -- --out 表格，填好后 npm run sheets:import -- 表格/*.xlsx --write';
const OFFICES = 'content/offices/<县>/<所>/';

/** How many of the open offices have something. */
function counted(offices: readonly Office[], has: (office: Office) => boolean) {
  return { done: offices.filter(has).length, of: offices.length, unit: '个所' };
}

const yes = (done: boolean, unit = '项') => ({ done: done ? 1 : 0, of: 1, unit });

function siteSteps({ contents, catalogue: { site } }: CheckedContent): MissingStep[] {
  return [
    {
      title: '确认主办单位和网站名称',
      why: '没有确认以前，每一页都写着“待确认”和“演示站”。确认后把 publisher.confirmed 改成 true，删去或改写 notice。',
      ...yes(site.publisher.confirmed),
      file: 'content/site.json',
    },
    {
      title: '登记账号',
      why: '谁可以改哪个所的内容；没有登记，合并前的检查一律不通过。',
      ...yes(contents.of('owners').length > 0),
      file: 'content/owners.json',
      command: '在 账号表.csv 里填“账号”一列，npm run accounts -- 账号表.csv',
    },
  ];
}

function countySteps({ catalogue: { counties } }: CheckedContent): MissingStep[] {
  const bureau = (has: (phones: readonly { readonly use: string }[]) => boolean) => ({
    done: counties.filter(({ record }) => has(record.bureau.phones ?? [])).length,
    of: counties.length,
    unit: '个县',
  });
  return [
    {
      title: '县级司法局的电话和监督电话',
      why: '居民找不到所里的电话时打它；一处写好，全县各所的“监督电话”同时成为已公开。',
      ...bureau((phones) => phones.some(({ use }) => use === 'supervision')),
      file: 'content/counties/<县>.json',
    },
  ];
}

function officeSteps({ catalogue }: CheckedContent): MissingStep[] {
  const open = catalogue.offices.filter(({ record }) => record.status.state !== 'closed');
  const step = (
    title: string,
    why: string,
    has: (office: Office) => boolean,
    command = SHEETS,
  ): MissingStep => ({
    title,
    why,
    ...counted(open, has),
    file: `${OFFICES}office.json`,
    command,
  });
  return [
    step(
      '核实有没有这个所、叫什么名字',
      '骨架按一乡镇（街道）一所写成，都标着“设置待核实”。没有的所关闭或删去，由别的所服务。',
      ({ record }) => record.provenance.establishment.verifiedOn !== undefined,
    ),
    step('办公电话', '居民最先要的。', ({ record }) => (record.phones ?? []).length > 0),
    step('地址', '去之前要知道的。', ({ record }) => record.place?.address !== undefined),
    step('办公时间', '有了它，页面才说得出现在开没开门。', ({ record }) => record.hours !== undefined),
    step(
      '门口的坐标',
      '地图和导航用；没有的只按乡镇列在名单里。',
      ({ record }) => record.place?.point?.precision === 'office',
      'npm run import:places -- 坐标.csv --crs GCJ02 --precision office --source <谁量取>',
    ),
    {
      ...step('人员、职务、A 岗 B 岗', '四公开之二。', ({ staff }) => (staff?.people.length ?? 0) > 0),
      file: `${OFFICES}staff.json`,
    },
    {
      ...step(
        '每日去向',
        `四公开之三。有了人员才能写；每天的去向走数据分支，见${manual('whereabouts')}。`,
        ({ whereabouts }) => whereabouts !== undefined,
        'npm run whereabouts',
      ),
      file: `${OFFICES}whereabouts.json`,
    },
    {
      ...step(
        '公告、经费、考核、培训、普法计划',
        '四公开之四，按年补齐。',
        ({ notices }) => notices.length > 0,
        'npm run new:notice -- <县>/<所>',
      ),
      file: `${OFFICES}affairs/`,
    },
  ];
}

function lastSteps({ contents, catalogue }: CheckedContent): MissingStep[] {
  const year = Number(contents.today.slice(0, 4)) + 1;
  return [
    {
      title: '本地的依据文件和本地的不同',
      why: '本市、本县的方案写进 laws/，在 site.json 的 seed 里写名称；办事指南里本地不同的地方用 adapt 写。',
      ...yes(catalogue.site.seed !== undefined || catalogue.adaptations.length > 0),
      file: 'content/laws/、content/services/',
      command: 'npm run adapt -- <指南> --elements place,time --source <来源>',
    },
    {
      title: `${year}年的放假安排`,
      why: '没有它，明年不显示是否办公。国务院办公厅一般在 11 月发布，程序更新时也会带来。',
      ...yes(catalogue.calendars.some((one) => one.year === year)),
      file: `content/calendar/${year}.json`,
      command: `npm run new:calendar -- ${year} --from 放假表.csv`,
    },
    {
      title: '网址和发布',
      why: '写好 url（放在子目录下的再写 base），打成压缩包交给管服务器的人，或直接发布。',
      ...yes(catalogue.site.url !== undefined),
      file: 'content/site.json',
      command: 'npm run pack，或 npm run publish -- --to <文件夹>',
    },
  ];
}

/** Every step, the first first. */
export const missingSteps = (known: CheckedContent): MissingStep[] =>
  [siteSteps, countySteps, officeSteps, lastSteps].flatMap((steps) => steps(known));
