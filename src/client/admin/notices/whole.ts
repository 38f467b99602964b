/** A notice as one value, as drafts keep it: its record and its text. */
import type { Change } from '../../../domain/changes.ts';
import { notice } from '../../../schemas/notice.ts';
import type { NoticeForm } from '../notice-state.ts';
import { placeInWords } from '../words.ts';

export const wholeOf = ({ value, body }: NoticeForm) => ({ ...value, body });

/** What was typed where somebody else has changed the same. */
export function lostInWords(change: Change): string {
  const { path } = change;
  const where = path[0] === 'body' ? '正文' : placeInWords(notice, path, {}, () => undefined);
  return 'after' in change ? `${where}：您写的是“${String(change.after)}”` : `${where}：您删掉了`;
}
