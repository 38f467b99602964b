/** What is said when a draft was put onto what the files hold now. */
import type { AdminData } from '../../../views/admin.ts';
import { element } from '../../element.ts';
import { FORMS } from '../forms.ts';
import { namingFor } from '../review-parts.ts';
import type { FormDraft } from '../session.ts';
import { listOf } from '../ui.ts';
import { tellChanges } from '../words.ts';
import type { Restored } from './restore.ts';
import type { OfficeEdits } from '../office-edits.ts';

export function draftNote(
  data: AdminData,
  edits: OfficeEdits,
  { savedAt }: FormDraft,
  { moved, conflicts, extras }: Restored,
): HTMLElement {
  const when = new Date(savedAt).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' });
  const names = [...moved.map((name) => `“${FORMS[name].title}”`), ...extras.moved].join('、');
  const naming = namingFor(data, edits);
  const lost = conflicts.flatMap(({ name, change }) => {
    const now = edits.files.get(name)?.value;
    const told = tellChanges(FORMS[name].schema, now, now, [change], naming);
    return told.map(({ where, after }) => `${where}：您写的是“${after}”`);
  });
  lost.push(...extras.lost);
  return element('div', { class: 'note' }, [
    element('p', {}, [`已接着没有提交的草稿（${when}）。`]),
    ...(names
      ? [element('p', {}, [`内容已被他人更新：${names}。您的修改已放到最新的内容上，请核对。`])]
      : []),
    ...(lost.length
      ? [element('p', {}, ['下面几处别人也改了，现在是别人的写法；要用您的，请再改一次：']), listOf(lost)]
      : []),
  ]);
}
