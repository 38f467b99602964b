/** What the page says while it searches. */

import type { Urgent } from '../../domain/search/urgent.ts';

/** Whom to call, said before anything else: each number once, however many dangers were heard; nothing without any. */
export function sayDanger(dangers: readonly Urgent[]): string {
  const calls = new Set(dangers.flatMap(({ call }) => call.map(({ number, name }) => `${name}打${number}`)));
  return calls.size > 0 ? `${[...calls].join('，')}。` : '';
}

/** How far a search has come. */
export type Stage = 'instant' | 'slow' | 'done' | 'failed' | 'broken';

const counted = (count: number, text: string) => `找到${count}条与“${text}”有关的结果。`;

/** The line that is read out: how many, and whether more may come. */
export function sayStage(stage: Stage, text: string, count: number, more: boolean): string {
  const found = count > 0 ? counted(count, text) : '';
  const says: Readonly<Record<Stage, string>> = {
    instant: `${found}正在全文中继续查找……`,
    slow: `${found}网络较慢，正在全文中查找，请稍等。`,
    done: found
      ? `${found}${more ? '还有更多，可以按类型、县区缩小范围。' : ''}`
      : `没有找到与“${text}”有关的内容。`,
    failed: `${found}全文搜索没有成功，${found ? '只列出了最接近的。' : '请看下面的办法，'}也可以稍后再试。`,
    broken: '搜索没有成功，可能是网络不通。请再试一次，或者看下面的办法。',
  };
  return says[stage];
}
