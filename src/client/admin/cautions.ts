/** What would spoil the work before anything is wrong with it: another window, a clock that stands behind. */
import { inWords } from '../../domain/dates.ts';
import { draftKey } from './session.ts';
import { note } from './ui.ts';

/** Tells when another window of this browser keeps a draft of the same office: each would put its own over the other's. */
export function onOtherWindow(office: () => string | undefined, say: (text: string) => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (newValue && key === draftKey(office() ?? ''))
      say('另一个窗口里也在填这个所，两边的草稿会互相盖掉：请只留一个窗口。');
  });
}

/** A warning where the computer's day is earlier than the one on which this page was made. */
export function clockNote(today: string): HTMLElement | undefined {
  const made = document.querySelector<HTMLTimeElement>('page-age time')?.dateTime;
  if (!made || today >= made) return undefined;
  return note(
    `这台电脑的日期是${inWords(today)}，不对：填进去的日期都会错。先把电脑的日期改对，再刷新本页。`,
    'warn',
  );
}
