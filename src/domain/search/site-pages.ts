/** Pages of the site that answer a question by themselves: when it is open, where the nearest one is. */
import { paths } from '../urls.ts';
import type { InstantGuide } from './types.ts';

/** By the names that `words.json` calls them. */
export const SITE_PAGES = {
  offices: {
    path: paths.offices,
    title: '司法所一览（按县）',
    kind: '司法所',
    text: '找到您的所，看它的电话、地址和办公时间。',
  },
  functions: {
    path: paths.functions,
    title: '司法所管什么',
    kind: '办事与问答',
    text: '司法所的各项工作职能：每项做什么、怎么做、凭什么做。',
  },
  disclosure: {
    path: paths.disclosure,
    title: '四公开情况',
    kind: '公开与数据',
    text: '每个司法所应公开什么、公开了什么、还缺什么。',
  },
  map: {
    path: paths.map,
    title: '司法所地图',
    kind: '司法所',
    text: '看各县的司法所在什么地方；知道位置的画在图上。',
  },
} as const satisfies Readonly<Record<string, InstantGuide>>;

export type SitePage = keyof typeof SITE_PAGES;
