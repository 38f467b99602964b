import { addDays, inWordsWithWeekday } from './dates.ts';
import { momentInShanghai, type Moment } from './moment.ts';
import type { OpenState } from './assess-open.ts';

/** Minutes after midnight as `08:30`. */
export const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** An instant as people write it, by Shanghai's clock. */
export function inShanghai(instant: string): string {
  const { date, minute } = momentInShanghai(new Date(instant));
  return `${date} ${clock(minute)}`;
}

/** The word and the sentence that tell a reader whether an office is open, at a moment on Shanghai's clock. */
export function openInWords(state: OpenState, now: Moment): { word: string; text: string } {
  if (state.state === 'unknown') return { word: '是否办公不清楚', text: `${state.why}。去之前请先打电话。` };
  if (state.state === 'open') {
    const why = state.why ? `（${state.why}）` : '';
    return {
      word: '正在办公',
      text: `到${dayInWords(state.until.date, now.date)}${clock(state.until.minute)}${why}`,
    };
  }
  const next = state.next ? `，${dayInWords(state.next.date, now.date)}${clock(state.next.minute)}开门` : '';
  return { word: '现在不办公', text: `${state.why}${next}` };
}

/** How many offices of a list are open, of so many whose hours are published. */
export const openCount = (open: number, published: number): string =>
  `现在正在办公的：${open}个所（公布了办公时间的有${published}个所）`;

function dayInWords(date: string, today: string): string {
  if (date === today) return '';
  return date === addDays(today, 1) ? '明天' : inWordsWithWeekday(date);
}
