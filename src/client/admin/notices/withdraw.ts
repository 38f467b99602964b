/** Withdrawing a notice with its attachments, or an attachment of a notice or of a guide's local text: the files go, and their addresses are listed. */
import { readFront } from '../../../editing/front-matter.ts';
import { toText } from '../../../forges/base64.ts';
import type { Forge } from '../../../forges/types.ts';
import {
  attachmentFolder,
  carrierFolders,
  noticeAddress,
  noticeLists,
  ownerOfText,
} from '../../../domain/notice-places.ts';
import { paths } from '../../../domain/urls.ts';
import type { AdminData } from '../../../views/admin.ts';
import { rootOf } from '../content-root.ts';
import type { LocalText } from '../guides/local-text.ts';
import { letGo, type Removed } from '../notice-state.ts';
import type { Notices } from './earlier.ts';
import { NoticeFile } from './notice-file.ts';
import { openWithdrawn } from './withdrawn-list.ts';

export interface At {
  readonly data: AdminData;
  readonly forge: Forge;
  readonly edits: Notices;
}

type Text = NoticeFile | LocalText;

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
async function carriedByOthers({ data, forge, edits }: At, file: Text): Promise<Set<string>> {
  const { branch } = data.editor;
  const folders = carrierFolders(edits.owner).map((folder) => `${rootOf(data.editor)}${folder}`);
  const lists = await Promise.all(folders.map((folder) => forge.list(folder, branch)));
  const own = `${rootOf(data.editor)}${file.file}`;
  const all = folders.flatMap((folder, at) => (lists[at] ?? []).map((name) => `${folder}/${name}`));
  const names = all.filter((one) => one.endsWith('.md') && one !== own);
  const texts = await Promise.all(names.map((name) => forge.read(name, branch)));
  return new Set(texts.flatMap((stored) => (stored ? carriedIn(toText(stored.bytes)) : [])));
}

/** Of some attachments, those that only this text carries, as they stand. */
async function alone(at: At, file: Text, names: readonly string[]): Promise<Removed[]> {
  if (names.length === 0) return [];
  const { editor } = at.data;
  const folder = `${rootOf(editor)}${attachmentFolder(at.edits.owner)}`;
  const shared = await carriedByOthers(at, file);
  const own = names.filter((name) => !shared.has(name));
  const read = await Promise.all(own.map((name) => at.forge.read(`${folder}/${name}`, editor.branch)));
  return own.flatMap((name, at) => {
    const stored = read[at];
    return stored ? [{ name, stored }] : [];
  });
}

/** The pages that only told of what goes: the lists of a notice that goes, or its own; those of a guide tell of more than one place. */
function mentionsOf(owner: string, file: Text): string[] {
  if (!(file instanceof NoticeFile)) return [];
  return file.isWithdrawn ? noticeLists(owner) : [noticeAddress(owner, file.at.name)];
}

/** Changes a text and what the list says of it: only once the list has been read, so that neither goes without the other. */
async function listing({ data, forge, edits }: At, file: Text, change: () => void): Promise<void> {
  const { owner } = edits;
  const withdrawn = await openWithdrawn(data, forge, edits);
  change();
  const { removed = [] } = file.carrying();
  const held = [
    ...(file instanceof NoticeFile && file.isWithdrawn ? [noticeAddress(owner, file.at.name)] : []),
    ...removed.map(({ name }) => paths.attachment(owner, name)),
  ];
  withdrawn.put(file.file, { held, mentions: mentionsOf(owner, file) });
}

/** The notice goes, with what only it carries. Throws a `ForgeError`; then it stays. */
export async function withdraw(at: At, file: NoticeFile): Promise<void> {
  const removed = await alone(at, file, file.carried);
  await listing(at, file, () => file.withdraw(removed));
}

/** The notice stays after all. Throws a `ForgeError`; then it goes. */
export const keep = (at: At, file: NoticeFile): Promise<void> => listing(at, file, () => file.keep());

/** One attachment goes; the text stays. Throws a `ForgeError`; then it stays too. */
export async function removeAttachment(at: At, file: Text, name: string): Promise<void> {
  const removed = await alone(at, file, [name]);
  await listing(at, file, () => letGo(file.carrying(), name, removed));
}

/** The same place, for what a text of a guide carries: an office's account may write the county's, or the city's. */
export const ofText = ({ edits, ...at }: At, { at: { place } }: LocalText): At => ({
  ...at,
  edits: { ...edits, owner: ownerOfText(place) },
});
