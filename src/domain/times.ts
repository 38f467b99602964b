/** Clock times as minutes after midnight, Asia/Shanghai, and sessions of work within one day. */

export interface Session {
  /** Minutes after midnight, 0 to 1440. */
  readonly from: number;
  readonly to: number;
}

const TIME = /^([01]\d|2[0-4]):([0-5]\d)$/;

/** Minutes after midnight, or undefined when the text is not `HH:MM` between 00:00 and 24:00. */
export function minutesOf(text: string): number | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return minutes <= 1440 ? minutes : undefined;
}

/** True for a 24-hour time written `HH:MM`. */
export const isTime = (text: string): boolean => minutesOf(text) !== undefined;

/** A session from `08:30-12:00`; a string in place of it says in Chinese what is wrong. */
export function parseSession(text: string): Session | string {
  const [start, end, rest] = text.split('-');
  if (start === undefined || end === undefined || rest !== undefined) return '应写成“起-止”两个时间';
  const from = minutesOf(start);
  const to = minutesOf(end);
  if (from === undefined) return `“${start}”不是 24 小时制的时间`;
  if (to === undefined) return `“${end}”不是 24 小时制的时间`;
  return to > from ? { from, to } : `结束 ${end} 不晚于开始 ${start}`;
}

/** `08:30-12:00` as `08:30—12:00`: the dash of a span of time is U+2014 (facts G1). */
export const sessionInWords = (session: string): string => session.replace('-', '—');
