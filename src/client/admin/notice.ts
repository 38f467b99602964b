/** A notice with its attachments: how it stands in the form, and the files it becomes. */
import { writeValue } from '../../catalogue/notation.ts';
import { assessName } from '../../catalogue/attachments/name.ts';
import { attachmentType, endingOf, sizeInWords } from '../../domain/attachment-types.ts';
import type { Problem } from '../../domain/problems.ts';
import { attachmentFolder, CITY_NOTICES, noticeFolder } from '../../domain/notice-places.ts';
import type { Path } from '../../schemas/walk.ts';
import { notice, CATEGORY_SLUGS, type NoticeCategory } from '../../schemas/notice.ts';
import { toBytes } from '../../forges/base64.ts';
import type { FileEdit, Forge } from '../../forges/types.ts';
import type { AdminData } from '../../views/admin.ts';
import type { Written } from './assess.ts';
import { rootOf } from './content-root.ts';
import type { Carrying, NoticeForm } from './notice-state.ts';
import { namesOf } from './office-edits.ts';
import { pruned } from './values.ts';

const LARGEST_ATTACHMENT = 20 * 1024 * 1024;

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

/** The first free name for an owner's notice of a day: a second one of the same kind gets a number. Throws a `ForgeError`. */
export async function freeName(
  { editor }: Pick<AdminData, 'editor'>,
  forge: Forge,
  owner: string,
  notice: NoticeForm,
): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = `${String(notice.value['published'])}-${noticeSlug(notice, number)}`;
    const path = `${rootOf(editor)}${noticeFolder(owner)}/${name}.md`;
    if (!(await forge.read(path, editor.branch))) return name;
  }
}

/** The front matter as it goes to the check. */
export const noticeRecord = (all: NoticeForm): unknown =>
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

/** An owner's notice for the check; `value` is its front matter. */
export function writtenNotice(owner: string, name: string, value: unknown): Written {
  const day = { date: name.slice(0, 10), slug: name.slice(11) };
  const file = `${noticeFolder(owner)}/${name}.md`;
  const written = { schema: notice, file, value };
  return owner === CITY_NOTICES
    ? { ...written, kind: 'notice', names: day }
    : { ...written, kind: 'officeNotice', names: { ...namesOf(owner), ...day } };
}

/** Texts of a notice beyond what the schema assesses. */
export function assessBody(notice: NoticeForm, file: string): Problem[] {
  const problem = (message: string, remedy: string) => problemIn(file, ['body'], message, remedy);
  const recordings = assessRecordings(notice, file);
  if (notice.body.trim() === '')
    return [problem('没有写正文', '写上正文；只发附件的，也写一句话说明'), ...recordings];
  const tag = /<\/?[a-z][^>]*>/i.exec(notice.body)?.[0];
  return [...(tag ? [problem(`正文里有网页代码 ${tag}`, '删掉它，只写文字')] : []), ...recordings];
}

/** The last part of the file's name: the kind of notice, and a number from the second one of a day on. */
export const noticeSlug = ({ value }: NoticeForm, number: number): string => {
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

/** The files of an owner's notice; `root` is the content folder in the repository. */
export function noticeEdits(
  notice: NoticeForm,
  { root, owner, name }: { readonly root: string; readonly owner: string; readonly name: string },
): FileEdit[] {
  const record = noticeRecord(notice) as Record<string, unknown>;
  const body = notice.body.replace(/\r\n?/g, '\n').trim();
  return [
    { path: `${root}${noticeFolder(owner)}/${name}.md`, bytes: toBytes(`${frontMatter(record)}\n${body}\n`) },
    ...notice.attached.map(({ file, bytes }) => ({
      path: `${root}${attachmentFolder(owner)}/${file}`,
      bytes,
    })),
  ];
}
