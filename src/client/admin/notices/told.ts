import type { NoticeForm } from '../notice-state.ts';
import type { ToldChange } from '../words.ts';

/** A notice that goes, with the attachments that go along. */
export function toldWithdrawn(
  headline: string,
  { kept }: NoticeForm,
  removed: readonly { name: string }[],
): ToldChange[] {
  const titles = new Map(kept?.map(({ file, title }) => [file, title]));
  return [
    { where: '公告', before: `《${headline}》`, after: '（撤回）' },
    ...removed.map(({ name }) => ({ where: '附件', before: titles.get(name) ?? name, after: '（删除）' })),
  ];
}

/** Attachments that come to a notice. */
export const toldAttached = ({ attached }: NoticeForm): ToldChange[] =>
  attached.map(({ title }) => ({ where: '附件', before: '（没有）', after: title }));
