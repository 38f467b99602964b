import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decode } from '../../catalogue/decode.ts';
import { NOT_BEGUN } from '../../catalogue/rules/prose.ts';
import { dateInShanghai } from '../../domain/dates.ts';
import { NOTICE_CATEGORIES, CATEGORY_SLUGS, type NoticeCategory } from '../../schemas/notice.ts';
import { noticeFile, noticeText } from '../../sheets/notice-text.ts';
import { Failure, folders, toType, UsageError, type Command } from '../../command/command.ts';
import { bytesNamed, dayOf, jsonNamed, texts } from '../../command/options.ts';
import { requireFolders } from '../../command/folders.ts';
import { buildInstant } from '../../build/settings.ts';
import { addFile } from './add-file.ts';

const HELP = `用法：npm run new:notice -- <县>/<所>|city --title <标题> [选项]

新建一篇公告，正文留给您写。已有的文件不会改动；内容检查通不过就不写。

  <县>/<所>               哪个司法所的，例如 qianwei/luocheng；city 是全市的
  --title <标题>          公告的标题
  --category <类别>       ${NOTICE_CATEGORIES.join('、')}；默认 通知公告
  --date <日期>           发布日期，默认今天（北京时间）
  --expires <日期>        最后一天有效的日子，长期有效不写
  --source <来源>         默认是县司法局，全市的是主办单位
  --slug <网址名>         文件名里日期后面的拼音，默认按类别取
  --body <文件>           正文（Markdown），不写就先留一句“${NOT_BEGUN}”
  --content <文件夹>      内容，默认 content/
  --help                  显示本说明

退出码：0 写好了，1 有问题（什么都没有写），2 用法不对。`;

const OPTIONS = texts('title', 'category', 'date', 'expires', 'source', 'slug', 'body', 'content');

type Values = Readonly<Partial<Record<keyof typeof OPTIONS, string>>>;

interface Target {
  /** Where its notices stand. */
  readonly folder: string;
  readonly publisher: string;
}

const readRecord = (content: string, file: string) =>
  jsonNamed(join(content, file), content) as Record<string, unknown>;

function targetOf(id: string, content: string): Target {
  if (id === 'city') {
    const { publisher } = readRecord(content, 'site.json') as { publisher?: { name?: string } };
    return { folder: 'affairs', publisher: publisher?.name ?? '' };
  }
  const folder = id.startsWith('samples/') ? id : `offices/${id}`;
  const isId = /^[a-z0-9-]+\/[a-z0-9-]+$/.test(id);
  if (!isId || !existsSync(join(content, folder, 'office.json')))
    throw new UsageError(`没有“${id}”这个司法所；写法例如 qianwei/luocheng，全市的写 city`);
  const county = id.startsWith('samples/') ? 'samples/county.json' : `counties/${dirname(id)}.json`;
  const { bureau } = readRecord(content, county) as { bureau?: { name?: string } };
  return { folder: `${folder}/affairs`, publisher: bureau?.name ?? '' };
}

function categoryOf(text = '通知公告'): NoticeCategory {
  const category = NOTICE_CATEGORIES.find((one) => one === text);
  if (!category) throw new UsageError(`没有“${text}”这个类别；可以写：${NOTICE_CATEGORIES.join('、')}`);
  return category;
}

function bodyOf(file: string | undefined): string {
  if (file === undefined) return NOT_BEGUN;
  // As a text editor of Windows may have kept it; what is written is UTF-8.
  const { text, problems } = decode(file, bytesNamed(file));
  if (text === undefined)
    throw new Failure(problems.map(({ message, remedy }) => `${file}：${message}。${remedy}`).join('\n'));
  return text;
}

function frontOf({ title, date, expires, source, category }: Values, publisher: string, today: string) {
  if (title === undefined) throw new UsageError('请写标题：--title <标题>');
  return {
    title,
    category: categoryOf(category),
    published: dayOf('date', date ?? today),
    ...(expires !== undefined && { expires: dayOf('expires', expires) }),
    source: source ?? publisher,
  };
}

export const newNoticeCommand: Command<typeof OPTIONS> = {
  help: HELP,
  words: 1,
  options: OPTIONS,
  run: async (values, [id]) => {
    if (id === undefined) throw new UsageError('请写是哪个司法所的，例如 qianwei/luocheng；全市的写 city');
    const { content } = folders(values);
    requireFolders({ content });
    const today = dateInShanghai(buildInstant(process.env));
    const { folder, publisher } = targetOf(id, content);
    const front = frontOf(values, publisher, today);
    const there = join(content, folder);
    const taken = new Set(values.slug === undefined && existsSync(there) ? readdirSync(there) : []);
    const name = noticeFile(front.published, values.slug ?? CATEGORY_SLUGS[front.category], taken);
    const change = { path: `${folder}/${name}`, after: noticeText(front, bodyOf(values.body)) };
    const file = addFile(content, change, today, ({ message }) => message === '还没有写正文');
    console.log(`已写入 ${file}。`);
    console.log(
      values.body === undefined
        ? `下一步：打开它，把“${NOT_BEGUN}”换成正文，再运行 ${toType('check', { content })}。没有换以前不能发布。`
        : `下一步：用 ${toType('dev', { content })} 看看样子，再提交。`,
    );
    return 0;
  },
};
