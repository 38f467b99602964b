import { paths, type Within } from '../domain/urls.ts';
import type { NoticeRecord } from '../schemas/notice.ts';
import { formatOf } from '../kinds.ts';
import type { Asset } from './assets.ts';
import type { Entry } from './entry.ts';
import { renderProse } from './prose.ts';
import { componentsIn } from './headings.ts';
import type { Notice, Attachment, Document } from './types.ts';

/** The record of an entry; linking runs only when every file has one. */
export function dataOf<T>(entry: Entry<T> | undefined, what: string): T {
  if (entry?.data === undefined) throw new Error(`linking without ${entry?.file ?? what}`);
  return entry.data;
}

export const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A Markdown entry with its body as HTML for the base that the site is built for. */
export function toDocument<T>(entry: Entry<T>, within: Within): Document<T> {
  // Made when a page asks for it: the check needs none.
  let rendered: string | undefined;
  let placed: readonly string[] | undefined;
  return {
    kind: entry.kind,
    slug: entry.file.replace(/^.*\//, '').replace(/\.\w+$/, ''),
    file: entry.file,
    data: dataOf(entry, 'document'),
    body: entry.prose?.body ?? '',
    get html() {
      return (rendered ??=
        entry.prose && formatOf(entry.kind) === 'markdown' ? renderProse(entry.prose.tree, within) : '');
    },
    get components() {
      return (placed ??= entry.prose ? componentsIn(entry.prose.tree) : []);
    },
  };
}

/** Notices with the newest first; of one day, by name. */
const newestFirst = (notices: Notice[]): Notice[] =>
  notices.sort((a, b) => compareText(b.data.published, a.data.published) || compareText(a.slug, b.slug));

/** The notices of one owner (an office's id, or `affairs`), newest first, joined to the documents they name. */
export function linkNotices(
  owner: string,
  entries: readonly Entry<NoticeRecord>[],
  assets: readonly Asset[],
  within: Within,
): Notice[] {
  const own = assets.filter((one) => one.owner === owner);
  const notices = entries.map((entry): Notice => {
    const document = toDocument(entry, within);
    return Object.assign(document, { attachments: linkAttachments(owner, document.data, own) });
  });
  return newestFirst(notices);
}

/** The documents that a text names among the files of an owner. */
export const linkAttachments = (
  owner: string,
  { attachments = [] }: Pick<NoticeRecord, 'attachments'>,
  assets: readonly Asset[],
): Attachment[] =>
  attachments.flatMap(({ file, title, transcript }): Attachment[] => {
    const asset = assets.find((one) => one.owner === owner && one.name === file);
    return asset
      ? [{ title, transcript, path: paths.attachment(owner, file), size: asset.size, read: asset.read }]
      : [];
  });
