import type { Notice } from '../notice-state.ts';
import type { Told } from '../words.ts';

/** A notice that goes, with the attachments that go along. */
export function toldWithdrawn(
  headline: string,
  { kept }: Notice,
  removed: readonly { name: string }[],
): Told[] {
  const titles = new Map(kept?.map(({ file, title }) => [file, title]));
  return [
    { where: '公告', before: `《${headline}》`, after: '（撤回）' },
    ...removed.map(({ name }) => ({ where: '附件', before: titles.get(name) ?? name, after: '（删除）' })),
  ];
}

/** Attachments that come to a notice. */
export const toldAttached = ({ attached }: Notice): Told[] =>
  attached.map(({ title }) => ({ where: '附件', before: '（没有）', after: title }));
