/** The list of the notices that are there. */
import { daysBetween, inWords, isDate } from '../../../domain/dates.ts';
import { element } from '../../element.ts';
import { button } from '../ui.ts';
import type { NoticeFile } from './notice-file.ts';

/** The day in its name. */
export const dateOf = ({ at }: NoticeFile) => inWords(at.name.slice(0, 10));

/** Whether it goes, or when it ends. */
export function endOf({ ends, at, isWithdrawn }: NoticeFile): string {
  if (isWithdrawn) return '（撤回）';
  if (typeof ends !== 'string' || !isDate(ends)) return '';
  return ends <= at.today ? '（已失效）' : `（${inWords(ends)}失效）`;
}

/** So many days before it ends, a notice is what somebody has come for. */
const SOON = 14;

/** The one that is opened at once: what ends soon, else the newest. */
export function firstOf(files: readonly NoticeFile[]): NoticeFile | undefined {
  const ending = files.filter(({ ends, at }) => {
    const left = typeof ends === 'string' && isDate(ends) ? daysBetween(at.today, ends) : 0;
    return left > 0 && left <= SOON;
  });
  return ending.toSorted((a, b) => (String(a.ends) < String(b.ends) ? -1 : 1))[0] ?? files[0];
}

function openerOf(file: NoticeFile, show: (file: NoticeFile) => void): HTMLElement {
  const made = button(`${dateOf(file)}　${file.headline}${endOf(file)}`, () => show(file), 'link');
  made.dataset['file'] = file.file;
  return made;
}

/** The notices that are there, each to open. */
export const listOf = (files: readonly NoticeFile[], show: (file: NoticeFile) => void) =>
  files.length === 0
    ? element('p', {}, ['还没有发过公告。'])
    : element(
        'ul',
        { class: 'bare' },
        files.map((file) => element('li', {}, [openerOf(file, show)])),
      );
