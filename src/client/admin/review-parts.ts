/** The changes of an office, told in the words of the page. */
import type { AdminData } from '../../views/admin.ts';
import { notice as noticeSchema } from '../../schemas/notice.ts';
import { changedExtras } from './extra.ts';
import { formTitle } from './editor-screen.ts';
import { FORMS } from './forms.ts';
import { isEmptyNotice } from './notice-state.ts';
import { noticeRecord } from './notice.ts';
import { changesOf, writtenValue } from './office-files.ts';
import type { ReviewPart } from './review.ts';
import { tellChanges, type Naming } from './words.ts';
import { changedForms, choicesFrom, type OfficeEdits } from './office-edits.ts';

/** What ids stand for in this office. */
export const namingFor =
  (data: AdminData, edits: OfficeEdits): Naming =>
  (asks, id) =>
    choicesFrom(data, edits, asks)?.find(([one]) => one === id)?.[1];

/** A notice is new: there was nothing before. */
const NONE = '（没有）';

/** A new notice, with all that it says. */
export function noticePart({ notice }: Pick<OfficeEdits, 'notice'>, naming: Naming): ReviewPart {
  const record = noticeRecord(notice) as Record<string, unknown>;
  const fields = Object.entries(record).map(
    ([key, after]) => ({ does: 'insert', path: [key], after }) as const,
  );
  const told = tellChanges(noticeSchema, {}, record, fields, naming).map((one) => ({ ...one, before: NONE }));
  return { title: `新公告《${String(notice.value['title'] ?? '')}》`, told, text: notice.body };
}

/** Each changed form with its changes; a notice with all it says. */
export function reviewParts(data: AdminData, edits: OfficeEdits): ReviewPart[] {
  const naming = namingFor(data, edits);
  const forms = changedForms(edits).flatMap((name) => {
    const file = edits.files.get(name);
    if (!file) return [];
    const { schema } = FORMS[name];
    const told = tellChanges(schema, file.before ?? {}, writtenValue(file), changesOf(file), naming);
    return [{ title: formTitle(name), told, isWhereabouts: name === 'whereabouts' }];
  });
  const notice = isEmptyNotice(edits.notice) ? [] : [noticePart(edits, naming)];
  const extras = changedExtras(edits).map((one) => ({
    title: one.title(),
    told: one.told(),
    text: one.text?.(),
  }));
  return [...forms, ...notice, ...extras];
}
