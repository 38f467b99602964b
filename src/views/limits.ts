import type { Catalogue } from '../catalogue/types.ts';
import { isChecked } from '../domain/certainty.ts';
import type { LimitRecord } from '../schemas/limit.ts';
import { citationView } from './citations.ts';

/** A time limit as a phrase: `收到申请起7日内`, `外出3日前`, `批准起最长6个月`. Working days are said as such. */
export function limitInWords(limit: LimitRecord): string {
  const span = `${limit.value}${limit.unit === '月' ? '个月' : limit.unit === '工作日' ? '个工作日' : limit.unit}`;
  if (limit.direction === 'before') return `${limit.from}${span}前`;
  if (limit.direction === 'atMost') return `${limit.from}起最长${span}`;
  return `${limit.from}起${span}内`;
}

/** A limit as people read it, marked where nobody read the text that it rests on. */
export function limitView(limit: LimitRecord, catalogue: Catalogue) {
  const cited = citationView(limit.basis, catalogue);
  const unchecked = cited.unchecked || !isChecked(limit.certainty);
  return { ...limit, text: limitInWords(limit), cited, unchecked };
}

export type LimitView = ReturnType<typeof limitView>;

/** The limit's words with 待核 where it is due. */
export const marked = ({ text, unchecked }: LimitView) => `${text}${unchecked ? '（待核）' : ''}`;

/** One line: what, and how long. */
export const inLine = (limit: LimitView) => `${limit.label}：${marked(limit)}`;
