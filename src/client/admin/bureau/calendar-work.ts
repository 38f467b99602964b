/** The calendar of a year, from the notice as it was published. */
import '../no-eval.ts';
import { doubtsOf } from '../../../calendar/assess.ts';
import { noticeOf, type HolidayNotice } from '../../../calendar/notice.ts';
import { linesOf } from '../../../calendar/pasted.ts';
import { calendarText, noticeTitle } from '../../../calendar/write.ts';
import { inWordsWithWeekday } from '../../../domain/dates.ts';
import { calendar } from '../../../schemas/calendar.ts';
import { element } from '../../element.ts';
import type { ReviewPart } from '../review.ts';
import { workButton } from '../ui.ts';
import { labelled, textInput, toldBox } from './choose.ts';
import { bureauOf, editTo, lookOver, readFile, type ProposalPlan, type Room } from './room.ts';

const NONE = '（没有）';

/** What the calendar will say, with weekdays, to be held against the notice. */
const told = (year: number, { off, work }: HolidayNotice, before: string): ReviewPart => ({
  title: `${year}年节假日`,
  told: [
    ...off.map(({ name, from, to }) => ({
      where: name,
      before,
      after: `${inWordsWithWeekday(from)}至${inWordsWithWeekday(to)}放假`,
    })),
    { where: '调休上班', before, after: work.map(inWordsWithWeekday).join('、') || '无' },
  ],
});

/** The calendar as one proposal; why it cannot be made in place of it. Throws a `ForgeError`. */
async function planOf(room: Room, year: number, pasted: string): Promise<ProposalPlan | string[]> {
  const notice = noticeOf(linesOf(pasted), year);
  if (Array.isArray(notice)) return notice;
  const text = calendarText(year, noticeTitle(year), notice);
  const { error } = calendar.safeParse(JSON.parse(text));
  if (error) return error.issues.map(({ message }) => message);
  const file = `calendar/${year}.json`;
  const stored = await readFile(room, file);
  return {
    branch: `ju/calendar`,
    by: bureauOf(room),
    titles: [`${year}年节假日`],
    parts: [told(year, notice, stored ? '换掉原来的' : NONE)],
    edits: [editTo(room, file, text, stored)],
    problems: doubtsOf(notice, year).map((message) => ({
      kind: 'date',
      severity: 'warning',
      file,
      message,
      remedy: '请对照通知原文核对',
    })),
  };
}

/** The form: the year, the notice's text. */
export function calendarWork(room: Room): HTMLElement {
  const { box, tell } = toldBox();
  const year = textInput('calendar-year', { inputmode: 'numeric' });
  year.value = String(Number(room.today.slice(0, 4)) + 1);
  const pasted = element('textarea', { id: 'calendar-text', rows: '10' });
  const review = async () => {
    if (!/^20\d\d$/.test(year.value.trim())) return tell(['年份写四位数，例如 2027']);
    try {
      const plan = await planOf(room, Number(year.value), pasted.value);
      if (Array.isArray(plan)) return tell(plan);
      tell([]);
      await lookOver(room, plan, box);
    } catch (error) {
      room.failed(error, { again: review });
    }
  };
  return element('div', { class: 'form' }, [
    labelled('年份', year),
    labelled(
      '通知原文',
      pasted,
      '把国务院办公厅通知里“一、元旦：……二、春节：……”几段复制进来；也可以粘贴四列的表：节日、放假起、放假止、调休上班',
    ),
    box,
    workButton('核对', review),
  ]);
}
