/** The changes of an office, told in the words of the page. */
import type { AdminData } from '../../views/admin.ts';
import { affair } from '../../schemas/notice.ts';
import { formTitle } from './desk-screen.ts';
import { FORMS } from './forms.ts';
import { isEmptyNotice } from './notice-state.ts';
import { noticeRecord } from './notice.ts';
import { changesOf, writtenValue } from './office-files.ts';
import type { ReviewPart } from './review.ts';
import { tellChanges, type Naming } from './words.ts';
import { changedForms, choicesFrom, type Work } from './work.ts';

/** What ids stand for in this office. */
export const namingFor =
  (data: AdminData, work: Work): Naming =>
  (asks, id) =>
    choicesFrom(data, work, asks)?.find(([one]) => one === id)?.[1];

const MOST_OF_BODY = 200;
/** A notice is new: there was nothing before. */
const NONE = '（没有）';

function noticePart({ notice }: Work, naming: Naming): ReviewPart {
  const record = noticeRecord(notice) as Record<string, unknown>;
  const fields = Object.entries(record).map(
    ([key, after]) => ({ does: 'insert', path: [key], after }) as const,
  );
  const body = { where: '正文', before: NONE, after: notice.body.slice(0, MOST_OF_BODY) };
  const told = tellChanges(affair, {}, record, fields, naming).map((one) => ({ ...one, before: NONE }));
  return { title: formTitle('notice'), told: [...told, body] };
}

/** Each changed form with its changes; a notice with all it says. */
export function reviewParts(data: AdminData, work: Work): ReviewPart[] {
  const naming = namingFor(data, work);
  const forms = changedForms(work).flatMap((name) => {
    const paper = work.papers.get(name);
    if (!paper) return [];
    const { schema } = FORMS[name];
    const told = tellChanges(schema, paper.before ?? {}, writtenValue(paper), changesOf(paper), naming);
    return [{ title: formTitle(name), told, isWhereabouts: name === 'whereabouts' }];
  });
  return isEmptyNotice(work.notice) ? forms : [...forms, noticePart(work, naming)];
}
