import { folderOf, KINDS, LISTED_KINDS } from '../../kinds.ts';
import type { List } from '../../schemas/kind.ts';

/** A column of the site as the page tags for government sites want it told (facts A2: ColumnName … ColumnType). */
interface Column {
  readonly name: string;
  readonly description: string;
  readonly keywords: string;
  readonly type: string;
}

const column = (name: string, type: string, description: string, ...keywords: string[]): Column => ({
  name,
  description,
  keywords: [...new Set([name, ...keywords])].join(','),
  type,
});

/** Each list of texts is a column. */
const lists = LISTED_KINDS.map((kind) => {
  const { title = KINDS[kind].title, column: words }: List = KINDS[kind].list;
  return [folderOf(kind), column(title, ...words)] as const;
});

/** Every column by the first part of its address. What stands here is no column of its own: the front page, the samples. */
const COLUMNS: Readonly<Record<string, Column>> = {
  ...Object.fromEntries(lists),
  offices: column(
    '司法所',
    '概况信息',
    '各县（市、区）、各乡镇（街道）司法所的地址、电话、办公时间、人员和去向',
    '地址',
    '电话',
    '办公时间',
  ),
  map: column('司法所地图', '概况信息', '司法所在哪里，按位置的准确程度列出', '地图', '位置'),
  elsewhere: column('不归司法所管的事', '办事服务', '由别的机关办的事：归谁管、到哪里办', '归谁管'),
  affairs: column(
    '公告和所务',
    '通知公告',
    '司法局和各所公开的公告、管理事务、工作过程',
    '公告',
    '所务',
    '公开',
  ),
  disclosure: column('四公开情况', '信息公开', '各司法所“四公开”逐所逐项的情况', '四公开', '信息公开'),
  standards: column('规范化建设', '信息公开', '对照2018年方案看司法所规范化建设', '规范化', '司法所建设'),
  data: column('数据下载', '信息公开', '网页内容的数据：JSON、CSV、日历、名片、订阅', '开放数据'),
  about: column('关于本站', '概况信息', '本站公开什么、信息从哪里来', '关于'),
  en: column('English', '概况信息', '给外来的人看的英文页', 'English'),
  accessibility: column('无障碍说明', '概况信息', '本站的无障碍情况和反馈渠道', '无障碍'),
  privacy: column('隐私说明', '概况信息', '本站不收集什么、怎样保护个人信息', '隐私'),
  sitemap: column('网站地图', '概况信息', '本站的全部栏目和页面', '网站地图'),
  search: column('搜索', '办事服务', '搜索司法所、办事指南、公告、制度和法律', '搜索'),
};

/** The column that an address lies in; undefined for the front page and what stands apart. */
export const columnOf = (path: string): Column | undefined => COLUMNS[path.split('/')[1] ?? ''];
