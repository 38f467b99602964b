/** Tells, where something is filled in, what is waiting for a decision already. */
import { changesBetween } from '../../../domain/changes.ts';
import { toText } from '../../../forges/base64.ts';
import type { AdminData } from '../../../views/admin.ts';
import { element } from '../../element.ts';
import { shownAt } from '../faults.ts';
import { FORMS, type FormName } from '../forms.ts';
import type { Panel } from '../form-panel.ts';
import { formOf, placeOf, type OfficeEdits, type Which } from '../office-edits.ts';
import { tellChanges } from '../words.ts';
import type { Pending, Undecided } from './pending.ts';

const concerns = ({ paths }: Undecided, which: Which) => paths.some((file) => formOf({ file }) === which);

const linkTo = ({ url, number }: Undecided) =>
  element('a', { href: url, rel: 'noreferrer' }, [`第 ${number} 号`]);

/** What stands above a form: one's own request, and those of others that change the same file. */
function notesFor({ mine, others }: Pending, which: Which): HTMLElement[] {
  const own =
    mine && concerns(mine, which)
      ? [
          element('p', { class: 'note' }, [
            '这里有您交过、还没有审完的修改（',
            linkTo(mine),
            '），下面是改过的样子。再改，还是交在那一份里。',
          ]),
        ]
      : [];
  const theirs = others.filter((one) => concerns(one, which));
  return [
    ...own,
    ...theirs.map((one) =>
      element('p', { class: 'note warn' }, [
        one.isOwn ? '您另有一份改这里的（' : `账号 ${one.author} 也交了一份改这里的（`,
        linkTo(one),
        `），还没有审完。${one.isOwn ? '' : '请先和对方说好，'}两份改了同一处的，后通过的要重新核对。`,
      ]),
    ),
  ];
}

/** At each field that waits for a decision: what is published now. */
function markFields(
  pending: Pending,
  data: AdminData,
  edits: OfficeEdits,
  name: FormName,
  panel: Panel,
): void {
  const file = edits.files.get(name);
  const { path } = placeOf(data, edits.office, name);
  const stored = pending.published.get(path);
  if (!file || !pending.published.has(path)) return;
  const published: unknown = stored ? JSON.parse(toText(stored.bytes)) : {};
  const changes = changesBetween(published, file.before);
  const told = tellChanges(FORMS[name].schema, published, file.before, changes, () => undefined);
  for (const [at, change] of changes.entries()) {
    const shown = shownAt(panel.context, change.path);
    if (!shown || shown.box.querySelector(':scope > .pending')) continue;
    const id = `pending-${name}-${at}`;
    shown.box.append(
      element('p', { class: 'hint pending', id }, [
        `已提交，等待审核；网站上现在是：${told[at]?.before ?? ''}`,
      ]),
    );
    for (const input of shown.inputs) {
      const others = input.getAttribute('aria-describedby');
      input.setAttribute('aria-describedby', [others, id].filter(Boolean).join(' '));
    }
  }
}

/** Marks the form that was opened. */
export function markPending(
  pending: Pending,
  data: AdminData,
  edits: OfficeEdits,
  which: Which,
  panel: Panel,
): void {
  panel.box.before(...notesFor(pending, which));
  if (which !== 'notice' && which !== 'notices' && which !== 'guides')
    markFields(pending, data, edits, which, panel);
}
