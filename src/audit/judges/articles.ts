/** Dated texts: notices, what is published once a year, the figures of a month. */
import { addMonths, daysBetween } from '../../domain/dates.ts';
import type { DisclosureItem } from '../../schemas/disclosure.ts';
import { clue, EMPTY, saysNothing, type Clue } from '../clue.ts';
import { newestDate, newestMonth } from '../dates.ts';
import type { AuditPage } from '../page.ts';
import type { PageLine } from '../tree.ts';
import { labelled, officeOf, type Scope } from '../scope.ts';

const CATEGORIES: Readonly<Record<string, RegExp>> = {
  通知公告: /通知|公告/,
  工作动态: /动态|简报/,
  经费装备: /经费|装备|[预决]算/,
  考核评议: /考核|考评|评议/,
  教育培训: /教育培训|集中培训|业务培训|培训(?:计划|安排|总结|情况|班)/,
  普法计划: /(?:普法|法治宣传教育?).{0,12}(?:计划|要点|方案|安排)/,
  工作过程: /工作过程|办[理事]过程|办[理事]进度/,
};

/** How many months a text counts; those that hold until something changes are not dated here. */
const MONTHS: Readonly<Record<string, number>> = { 'six-months': 6, yearly: 12 };

/** The year that a text is about, beside the day of its publication. */
const YEAR = /20\d\d年(?!\d{1,2}月)|20\d\d年?度|年度/;

const THIN = 60;
/** Running text, in which figures are of anything. */
const LONG = 120;
/** Days that are not those of a text's publication. */
const COMPUTED = /有效至|有效期|截至|核实|计算/;

const dateOf = ({ meta, lines }: AuditPage): string | undefined =>
  newestDate(meta.get('pubdate') ?? '') ??
  newestDate(
    lines
      .filter(({ text }) => /发布|时间|日期|来源|核实|更新/.test(text))
      .map(({ text }) => text)
      .join(' '),
  ) ??
  newestDate(
    lines
      .slice(0, 6)
      .map(({ text }) => text)
      .join(' '),
  );

const isOfOffice = (page: AuditPage): boolean =>
  officeOf(page) !== undefined || /司法所/.test(`${page.title}${page.meta.get('contentsource') ?? ''}`);

/** Weighs a dated text that stands under a category's name. */
function dated(
  page: AuditPage,
  line: PageLine | string,
  on: string | undefined,
  months: number | undefined,
  today: string,
): Clue {
  if (on === undefined) return clue('hint', '有这类内容，没有看到日期', page, line);
  if (on > today) return clue('hint', `日期是${on}，还没有到`, page, line);
  if (months !== undefined && today > addMonths(on, months))
    return clue('void', `最近的是${on}，超过${months}个月`, page, line);
  if (months === MONTHS['yearly'] && !YEAR.test(typeof line === 'string' ? line : line.text))
    return clue('hint', '有这类内容，没有写明是哪一年的', page, line);
  return clue('proof', `有${on}的内容`, page, line);
}

/** A page of its own under a category's name. */
function article(
  page: AuditPage,
  kinds: readonly RegExp[],
  months: number | undefined,
  today: string,
): Clue[] {
  const column = page.meta.get('columnname') ?? '';
  if (officeOf(page) || !kinds.some((kind) => kind.test(page.title) || kind.test(column))) return [];
  const text = page.lines.map((line) => line.text).join('');
  if (EMPTY.test(text) && text.length < THIN * 2) return [clue('void', '有标题，没有内容', page, page.title)];
  if (!text.includes('司法所')) return [clue('hint', '有这类内容，没有提到司法所', page, page.title)];
  if (!isOfOffice(page) || text.length < THIN)
    return [clue('hint', '有这类内容，是不是司法所的说不准', page, page.title)];
  return [dated(page, page.title, dateOf(page), months, today)];
}

/** Entries under a heading on an office's own page. */
function entries(
  page: AuditPage,
  kinds: readonly RegExp[],
  months: number | undefined,
  today: string,
): Clue[] {
  if (!officeOf(page)) return [];
  const own = page.lines.filter(({ text, label, under, kind }) => {
    const about = [label ?? '', under.at(-1) ?? '', text].filter((words) => !words.includes('管理事务'));
    return (
      !COMPUTED.test(text) &&
      kind !== 'heading' &&
      kinds.some((one) => about.some((words) => one.test(words)))
    );
  });
  return own.flatMap((line) => {
    if (saysNothing(line)) return [clue('void', '写了这一栏，没有内容', page, line)];
    const on = newestDate(line.text);
    return on === undefined || line.text.length < 15 ? [] : [dated(page, line, on, months, today)];
  });
}

/** Notices and yearly texts of the item's categories. */
export function affairs({ pages, today }: Scope, { categories, freshness }: DisclosureItem): Clue[] {
  const kinds = (categories ?? Object.keys(CATEGORIES)).flatMap((name) => CATEGORIES[name] ?? []);
  const months = MONTHS[freshness];
  return pages.flatMap((page) => [
    ...article(page, kinds, months, today),
    ...entries(page, kinds, months, today),
  ]);
}

const COUNTED = /调解|咨询|普法|法治宣传|法律援助|讲座|走访/;
/** What figures of all a month's work stand under. */
const TABLE = /数据|统计|报表|每月|月报/;
const FIGURE = /(?:\d+|少于\d+)\s*(?:件(?!事)|次|人次|场|人|起)|：\s*\d+(?:；|$)/;

const monthsSince = (month: string, today: string): number =>
  Math.round(daysBetween(`${month}-01`, `${today.slice(0, 7)}-01`) / 30.4);

/** Figures of a month: those of the next are due 20 working days after its end, which people count. */
export function statistics({ pages, today }: Scope): Clue[] {
  return pages.flatMap((page) => {
    const told = page.lines.flatMap((line) => {
      const said = labelled(line);
      const where = [said, ...line.under].join(' ');
      if (
        line.kind === 'heading' ||
        line.text.length > LONG ||
        !COUNTED.test(where) ||
        !FIGURE.test(line.text)
      )
        return [];
      return [{ line, month: newestMonth(where) ?? newestMonth(page.title) }];
    });
    const newest = told.toSorted((a, b) => ((a.month ?? '') < (b.month ?? '') ? 1 : -1))[0];
    if (!newest) return [];
    const { line, month } = newest;
    if (month === undefined) return [clue('hint', '有件数，没有看出是哪个月的', page, line)];
    if (!isOfOffice(page)) return [clue('hint', '有件数，是不是司法所的说不准', page, line)];
    if (!TABLE.test([...line.under, page.title, line.label ?? ''].join(' ')) && line.kind !== 'row')
      return [clue('hint', '有件数，是不是每月的汇总说不准', page, line)];
    const since = monthsSince(month, today);
    if (since < 0) return [clue('hint', `写的是${month}，还没有到`, page, line)];
    if (since > 3) return [clue('void', `最近一个月是${month}，早该更新`, page, line)];
    return since < 2
      ? [clue('proof', `有${month}的件数`, page, line)]
      : [clue('hint', `最近一个月是${month}，是否过了20个工作日要数`, page, line)];
  });
}
