import type { Catalogue } from '../../catalogue/types.ts';
import type { NoticeRecord } from '../../schemas/notice.ts';
import { inWords } from '../dates.ts';

/**
 * What the self-check says of one indicator. `below` has faults, fewer than fail a site by themselves: this site is a
 * column of a portal (facts A1), whose other columns count along. `unseen` is what only a bureau or a monitor can tell.
 */
type Outcome = 'passed' | 'below' | 'failed' | 'unseen';

export const OUTCOME_WORDS = {
  passed: '没有发现问题',
  below: '有问题，未到判不合格线',
  failed: '达到判不合格线',
  unseen: '本站不能自查',
} as const;

/** One line of the 检查指标, with its threshold, its source, and what was found. */
export interface Indicator {
  readonly name: string;
  /** The line at which a site fails, as the document words it. */
  readonly threshold: string;
  readonly source: string;
  readonly outcome: Outcome;
  readonly found: string;
}

/** 政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）; facts A4. */
export const VETO = '国办秘函〔2019〕19号 单项否决指标（据2022年检查表转载，待核原文）';

type Notice = Pick<NoticeRecord, 'category' | 'published'>;

/** All notices of real offices and of the city. */
export const noticesOf = ({ notices, offices }: Catalogue): Notice[] =>
  [...notices, ...offices.flatMap((office) => office.notices)].map(({ data }) => data);

export const newest = (notices: readonly Notice[]) =>
  notices
    .map(({ published }) => published)
    .toSorted()
    .at(-1);

export const said = (date: string | undefined) => (date ? `最近一次是${inWords(date)}` : '还没有内容');
