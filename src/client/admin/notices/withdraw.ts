/** Withdrawing a notice with its attachments, or one of its attachments: the files go, and their addresses are listed. */
import { readFront } from '../../../editing/front-matter.ts';
import { toText } from '../../../forges/base64.ts';
import type { Forge } from '../../../forges/types.ts';
import { paths } from '../../../domain/urls.ts';
import type { AdminData } from '../../../views/admin.ts';
import { placeOf, type OfficeEdits } from '../office-edits.ts';
import { NoticeFile, type Removed } from './notice-file.ts';
import { openWithdrawn } from './withdrawn-list.ts';

export interface Office {
  readonly data: AdminData;
  readonly forge: Forge;
  readonly edits: OfficeEdits;
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

/** The attachments that the office's other notices, and its texts of guides, carry. */
async function carriedByOthers({ data, forge, edits }: Office, file: NoticeFile): Promise<Set<string>> {
  const { path, branch } = placeOf(data, edits.office, 'notice');
  const folders = [`${path}/affairs`, `${path}/services`];
  const lists = await Promise.all(folders.map((folder) => forge.list(folder, branch)));
  const own = `${path}/affairs/${file.at.name}.md`;
  const all = folders.flatMap((folder, at) => (lists[at] ?? []).map((name) => `${folder}/${name}`));
  const names = all.filter((one) => one.endsWith('.md') && one !== own);
  const texts = await Promise.all(names.map((name) => forge.read(name, branch)));
  return new Set(texts.flatMap((stored) => (stored ? carriedIn(toText(stored.bytes)) : [])));
}

/** Of some attachments, those that only this notice carries, as they stand. */
async function alone(office: Office, file: NoticeFile, names: readonly string[]): Promise<Removed[]> {
  if (names.length === 0) return [];
  const { path, branch } = placeOf(office.data, office.edits.office, 'notice');
  const shared = await carriedByOthers(office, file);
  const own = names.filter((name) => !shared.has(name));
  const read = await Promise.all(own.map((name) => office.forge.read(`${path}/files/${name}`, branch)));
  return own.flatMap((name, at) => {
    const stored = read[at];
    return stored ? [{ name, stored }] : [];
  });
}

async function list({ data, forge, edits }: Office, file: NoticeFile) {
  const { office } = edits;
  const own = paths.notice(office, file.at.name);
  const held = [
    ...(file.isWithdrawn ? [own] : []),
    ...file.removed.map(({ name }) => paths.attachment(office, name)),
  ];
  const mentions = file.isWithdrawn ? [paths.office(office), paths.officeNotices(office)] : [own];
  (await openWithdrawn(data, forge, edits)).put(file.file, { held, mentions });
}

/** The notice goes, with what only it carries. Throws a `ForgeError`; then it stays. */
export async function withdraw(office: Office, file: NoticeFile): Promise<void> {
  const removed = await alone(office, file, file.carried);
  file.withdraw(removed);
  await list(office, file);
}

/** The notice stays after all. */
export async function keep(office: Office, file: NoticeFile): Promise<void> {
  file.keep();
  await list(office, file);
}

/** One attachment goes; the notice stays. Throws a `ForgeError`; then it stays too. */
export async function removeAttachment(office: Office, file: NoticeFile, name: string): Promise<void> {
  file.removeAttachment(name, await alone(office, file, [name]));
  await list(office, file);
}
