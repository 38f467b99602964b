import { NOTICE_CATEGORIES, notice } from '../../schemas/notice.ts';
import { schemaAt, type Path } from '../../schemas/walk.ts';
import { oneOf, words, type Codec } from '../codecs.ts';
import { date } from '../codecs-time.ts';
import { column, type Column, type ColumnWords } from '../columns.ts';
import { text } from '../../schemas/text.ts';

const field = (path: Path) => schemaAt(notice, path, undefined) ?? notice;
const of = (key: string, codec: Codec, more?: ColumnWords) => column(field, key, codec, more);

/** Several paragraphs, one below the other. */
const body: Codec = {
  write: (value) => String(value).replace(/\n+/g, '\n'),
  read: (text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .join('\n\n'),
};

/** The sheet on which an office writes new notices; those that are published are not in it. */
export const noticesTable: {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly example: Readonly<Record<string, unknown>>;
} = {
  name: '公告',
  title: '新公告：一篇一行。已经发布的不用再写。带附件的公告请用填报页，或者连附件一起交给司法局。',
  columns: [
    of('title', words, { also: ['题目', '公告标题'], width: 30 }),
    of('category', oneOf(NOTICE_CATEGORIES), { also: ['公告类别', '栏目'] }),
    of('published', date, { also: ['日期', '发布时间'], note: '不写就是导入的当天' }),
    of('expires', date, { also: ['有效期至', '截止日期'], note: '最后一天有效的日子；长期有效不写' }),
    of('source', words, { also: ['发布单位'], width: 20, note: '不写就是本县司法局' }),
    of('summary', words, { width: 28 }),
    column(field, 'body', body, {
      title: '正文',
      also: ['内容', '公告内容'],
      width: 60,
      schema: text().min(1, '没有正文').max(20_000, '太长，最多两万字'),
      note: '公告的内容，一段一行（按住 Alt 再按回车换行）',
    }),
  ],
  example: {
    title: '2026年下半年法治宣传安排',
    category: '普法计划',
    published: '2026-11-22',
    source: '示例县司法局',
    body: '下半年在赶场日开展法治宣传。\n\n欢迎到咨询点领取资料。',
  },
};
