import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inWordsWithWeekday } from '../src/domain/dates.ts';
import { calendar } from '../src/schemas/calendar.ts';
import { doubtsOf } from '../src/calendar/assess.ts';
import type { HolidayNotice } from '../src/calendar/notice.ts';
import { readNotice } from '../src/calendar/read-notice.ts';
import { calendarText, noticeTitle } from '../src/calendar/write.ts';
import { decodeList } from '../src/places/read-list.ts';
import { replaceFile } from '../src/command/aside.ts';
import { Failure, folders, main, toType, UsageError } from '../src/command/command.ts';
import { bytesNamed, flags, texts } from '../src/command/options.ts';

/** What will be written, with weekdays, so that a person can hold it against the notice. */
function show({ off, work }: HolidayNotice): void {
  for (const { name, from, to } of off)
    console.log(`  ${name}：${inWordsWithWeekday(from)}至${inWordsWithWeekday(to)}放假`);
  console.log(`  调休上班：${work.map(inWordsWithWeekday).join('、') || '无'}`);
}

function yearOf(text: string | undefined): number {
  if (!/^20\d{2}$/.test(text ?? '')) throw new UsageError(`请写年份，例如 2027${text ? `：${text}` : ''}`);
  return Number(text);
}

function noticeOf(file: string | undefined, year: number): HolidayNotice {
  if (!file) throw new UsageError('请用 --from 给出放假表（CSV 文件）');
  const notice = readNotice(decodeList(bytesNamed(file)).text, year);
  if (Array.isArray(notice))
    throw new Failure(`${file} 有 ${notice.length} 个问题：\n${notice.map((one) => `  ${one}`).join('\n')}`);
  return notice;
}

await main({
  help: `用法：npm run new:calendar -- <年份> --from <放假表.csv> [--source <来源>] [--content <文件夹>] [--force]

把国务院办公厅的放假通知变成 content/calendar/<年份>.json，并检查。放假表的表头和每行这样写
（通知里带的“（周五）”可以照抄，会核对；只放一天的，放假止不写）：

  节日,放假起,放假止,调休上班
  元旦,2026-01-01,2026-01-03,2026-01-04
  春节,2月15日（周日）,2月23日（周一）,2月14日（周六）、2月28日（周六）

  --from <文件>       放假表：CSV，用 WPS、Excel 另存的都可以
  --source <文字>     来源，默认“国务院办公厅关于<年份>年部分节假日安排的通知”
  --content <文件夹>  内容，默认 content/
  --force             覆盖已有的日历
  --help              显示本说明

退出码：0 完成，1 有问题（什么都没有写），2 用法不对。`,
  options: {
    ...texts('from', 'source', 'content'),
    ...flags('force'),
  },
  words: 1,
  run: async (values, [text]) => {
    const year = yearOf(text);
    const notice = noticeOf(values.from, year);
    const json = calendarText(year, values.source ?? noticeTitle(year), notice);
    const checked = calendar.safeParse(JSON.parse(json));
    if (!checked.success)
      throw new Failure(
        checked.error.issues.map((issue) => `  ${issue.path.join('.')}：${issue.message}`).join('\n'),
      );
    const { content } = folders(values);
    const file = join(content, 'calendar', `${year}.json`);
    if (existsSync(file) && !values.force) throw new Failure(`${file} 已经有了；要覆盖请加 --force`);
    show(notice);
    for (const doubt of doubtsOf(notice, year)) console.log(`  请再核对：${doubt}`);
    replaceFile(file, json);
    console.log(`已写入 ${file}。请对照通知原文核对一遍，再运行 ${toType('check', { content })}。`);
    return 0;
  },
});
