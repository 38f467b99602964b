/** A notice with its attachments: how it stands in the form, and the files it becomes. */
import { writeValue } from '../../catalogue/notation.ts';
import { assessName } from '../../catalogue/attachments/name.ts';
import { attachmentType, endingOf, sizeInWords } from '../../domain/attachment-types.ts';
import type { Problem } from '../../domain/problems.ts';
import type { Path } from '../../schemas/walk.ts';
import { notice, CATEGORY_SLUGS, type NoticeCategory } from '../../schemas/notice.ts';
import { toBytes } from '../../forges/base64.ts';
import type { Edit } from '../../forges/types.ts';
import type { Carrying, Notice } from './notice-state.ts';
import { pruned } from './values.ts';

export const LARGEST_ATTACHMENT = 20 * 1024 * 1024;

/** A name for an attachment, made of what the file is called on the clerk's disk. */
export function attachmentName(original: string, taken: readonly string[]): string {
  const ending = endingOf(original).replace('jpeg', 'jpg');
  const stem = original
    .slice(0, original.length - endingOf(original).length - 1)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
  const base = /[a-z]/.test(stem) ? stem : 'fujian';
  for (let number = 1; ; number += 1) {
    const name = number === 1 && base !== 'fujian' ? `${base}.${ending}` : `${base}-${number}.${ending}`;
    if (!taken.includes(name)) return name;
  }
}

/** Why a file cannot be attached; undefined when it can. */
export function refuseAttachment(original: string, size: number): string | undefined {
  const ending = endingOf(original);
  const fault =
    attachmentType(original) || ending === 'jpeg' ? undefined : assessName(original.toLowerCase());
  if (fault) return `${original}：${fault.message}。${fault.remedy}`;
  if (size === 0) return `${original}：文件是空的。`;
  return size > LARGEST_ATTACHMENT
    ? `${original}：${sizeInWords(size)}，超过 20 MB。请拆开，或者压缩里面的图片。`
    : undefined;
}

/** The front matter as it goes to the check. */
export const noticeRecord = (all: Notice): unknown =>
  pruned(notice, { ...all.value, attachments: listedIn(all) });

/** What a text carries, as its front matter lists it. */
export const listedIn = ({ kept = [], attached }: Carrying) =>
  [...kept, ...attached].map(({ file, title, transcript }) => ({ file, title, transcript }));

const problemIn = (file: string, path: Path, message: string, remedy: string): Problem => ({
  kind: 'prose',
  severity: 'error',
  file,
  path,
  message,
  remedy,
});

/** Recordings whose words nobody has written down. */
export const assessRecordings = (carrying: Carrying, file: string): Problem[] =>
  listedIn(carrying).flatMap(({ file: name, title, transcript = '' }, at) =>
    attachmentType(name)?.heard && transcript.trim() === ''
      ? [problemIn(file, ['attachments', at, 'transcript'], `录音《${title}》没有文字`, UNSAID)]
      : [],
  );

const UNSAID = '写出录音里说的话；照着正文念的，写“正文”两个字';

/** Texts of a notice beyond what the schema assesses. */
export function assessBody(notice: Notice, file: string): Problem[] {
  const problem = (message: string, remedy: string) => problemIn(file, ['body'], message, remedy);
  const recordings = assessRecordings(notice, file);
  if (notice.body.trim() === '')
    return [problem('没有写正文', '写上正文；只发附件的，也写一句话说明'), ...recordings];
  const tag = /<\/?[a-z][^>]*>/i.exec(notice.body)?.[0];
  return [...(tag ? [problem(`正文里有网页代码 ${tag}`, '删掉它，只写文字')] : []), ...recordings];
}

/** The last part of the file's name: the kind of notice, and a number from the second one of a day on. */
export const noticeSlug = ({ value }: Notice, number: number): string => {
  const kind = CATEGORY_SLUGS[value['category'] as NoticeCategory] ?? 'notice';
  return number < 2 ? kind : `${kind}-${number}`;
};

function frontMatter(record: Record<string, unknown>): string {
  const lines = Object.entries(record).map(([key, value]) => {
    if (!Array.isArray(value)) return `${key}: ${writeValue('yaml', value)}`;
    // JSON is YAML too.
    return [`${key}:`, ...value.map((one) => `  - ${JSON.stringify(one)}`)].join('\n');
  });
  return `---\n${lines.join('\n')}\n---\n`;
}

/** The files of a notice below the folder of its office. */
export function noticeEdits(notice: Notice, folder: string, name: string): Edit[] {
  const record = noticeRecord(notice) as Record<string, unknown>;
  const body = notice.body.replace(/\r\n?/g, '\n').trim();
  return [
    { path: `${folder}/affairs/${name}.md`, bytes: toBytes(`${frontMatter(record)}\n${body}\n`) },
    ...notice.attached.map(({ file, bytes }) => ({ path: `${folder}/files/${file}`, bytes })),
  ];
}
