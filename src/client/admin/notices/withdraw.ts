/** Withdrawing a notice with its attachments, or one of its attachments: the files go, and their addresses are listed. */
import { readFront } from '../../../editing/front-matter.ts';
import { toText } from '../../../forges/base64.ts';
import type { Forge } from '../../../forges/types.ts';
import { carrierFolders, noticeAddress, noticeFiles, noticeLists } from '../../../domain/notice-places.ts';
import { paths } from '../../../domain/urls.ts';
import type { AdminData } from '../../../views/admin.ts';
import { rootOf } from '../content-root.ts';
import type { Notices } from './earlier.ts';
import { NoticeFile, type Removed } from './notice-file.ts';
import { openWithdrawn } from './withdrawn-list.ts';

export interface At {
  readonly data: AdminData;
  readonly forge: Forge;
  readonly edits: Notices;
}

/** The names of the files that a notice carries; none for one that cannot be read. */
function carriedIn(text: string): string[] {
  try {
    const { attachments } = readFront(text).front;
    return ((attachments ?? []) as { readonly file: string }[]).map(({ file }) => file);
  } catch {
    return [];
  }
}

/** The attachments that the owner's other notices, and its texts of guides, carry. */
async function carriedByOthers({ data, forge, edits }: At, file: NoticeFile): Promise<Set<string>> {
  const { branch } = data.editor;
  const folders = carrierFolders(edits.owner).map((folder) => `${rootOf(data.editor)}${folder}`);
  const lists = await Promise.all(folders.map((folder) => forge.list(folder, branch)));
  const own = `${rootOf(data.editor)}${file.file}`;
  const all = folders.flatMap((folder, at) => (lists[at] ?? []).map((name) => `${folder}/${name}`));
  const names = all.filter((one) => one.endsWith('.md') && one !== own);
  const texts = await Promise.all(names.map((name) => forge.read(name, branch)));
  return new Set(texts.flatMap((stored) => (stored ? carriedIn(toText(stored.bytes)) : [])));
}

/** Of some attachments, those that only this notice carries, as they stand. */
async function alone(at: At, file: NoticeFile, names: readonly string[]): Promise<Removed[]> {
  if (names.length === 0) return [];
  const { editor } = at.data;
  const folder = `${rootOf(editor)}${noticeFiles(at.edits.owner)}`;
  const shared = await carriedByOthers(at, file);
  const own = names.filter((name) => !shared.has(name));
  const read = await Promise.all(own.map((name) => at.forge.read(`${folder}/${name}`, editor.branch)));
  return own.flatMap((name, at) => {
    const stored = read[at];
    return stored ? [{ name, stored }] : [];
  });
}

/** Changes a notice and what the list says of it: only once the list has been read, so that neither goes without the other. */
async function listing({ data, forge, edits }: At, file: NoticeFile, change: () => void): Promise<void> {
  const { owner } = edits;
  const withdrawn = await openWithdrawn(data, forge, edits);
  change();
  const own = noticeAddress(owner, file.at.name);
  const held = [
    ...(file.isWithdrawn ? [own] : []),
    ...file.removed.map(({ name }) => paths.attachment(owner, name)),
  ];
  const mentions = file.isWithdrawn ? noticeLists(owner) : [own];
  withdrawn.put(file.file, { held, mentions });
}

/** The notice goes, with what only it carries. Throws a `ForgeError`; then it stays. */
export async function withdraw(at: At, file: NoticeFile): Promise<void> {
  const removed = await alone(at, file, file.carried);
  await listing(at, file, () => file.withdraw(removed));
}

/** The notice stays after all. Throws a `ForgeError`; then it goes. */
export const keep = (at: At, file: NoticeFile): Promise<void> => listing(at, file, () => file.keep());

/** One attachment goes; the notice stays. Throws a `ForgeError`; then it stays too. */
export async function removeAttachment(at: At, file: NoticeFile, name: string): Promise<void> {
  const removed = await alone(at, file, [name]);
  await listing(at, file, () => file.removeAttachment(name, removed));
}
