import type { LimitRecord } from '../schemas/limit.ts';
import { citationView, type CitationStanding } from './citations.ts';

/** A time limit as a phrase: `收到申请起7日内`, `外出3日前`, `批准起最长6个月`. Working days are said as such. */
export function limitInWords(limit: LimitRecord): string {
  const span = `${limit.value}${limit.unit === '月' ? '个月' : limit.unit === '工作日' ? '个工作日' : limit.unit}`;
  if (limit.direction === 'before') return `${limit.from}${span}前`;
  if (limit.direction === 'atMost') return `${limit.from}起最长${span}`;
  return `${limit.from}起${span}内`;
}

/** A limit as people read it; `costly` where nobody read the text and a wrong one costs the reader. */
export function limitView(limit: LimitRecord, standing: CitationStanding) {
  const cited = citationView(limit.basis, standing);
  const unchecked = cited.unchecked || limit.certainty !== 'read';
  const costly = unchecked && limit.whose === 'resident';
  return { ...limit, text: limitInWords(limit), cited, unchecked, costly };
}

export type LimitView = ReturnType<typeof limitView>;

/** One line: what, and how long. */
export const inLine = (limit: LimitView) => `${limit.label}：${limit.text}`;
