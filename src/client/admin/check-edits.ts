/** What the content check says of everything that is edited for an office. */
import './no-eval.ts';
import type { Problem } from '../../domain/problems.ts';
import type { KindName } from '../../kinds.ts';
import { changedExtras } from './extra.ts';
import { FORMS } from './forms.ts';
import { assess, assessText, type Written } from './assess.ts';
import { isEmptyNotice } from './notice-state.ts';
import { assessBody, noticeRecord, noticeSlug, writtenNotice } from './notice.ts';
import { writtenValue } from './office-files.ts';
import { namesOf, type OfficeEdits } from './office-edits.ts';

function noticeFile({ office, notice }: OfficeEdits): Written {
  const date = String(notice.value['published'] ?? '').padEnd(10);
  return writtenNotice(office, `${date}-${noticeSlug(notice, 1)}`, noticeRecord(notice));
}

/** What the content check says of everything that would be written. */
export function problemsOf(edits: OfficeEdits): Problem[] {
  const written = [...edits.files].flatMap(([name, open]): Written[] => {
    const value = writtenValue(open);
    const file = `offices/${edits.office}/${FORMS[name].file}`;
    const kind: KindName = name;
    return value === undefined
      ? []
      : [{ kind, schema: FORMS[name].schema, file, names: namesOf(edits.office), value }];
  });
  const notice = isEmptyNotice(edits.notice) ? [] : [noticeFile(edits)];
  const body = notice.flatMap(({ file }) => [
    ...assessBody(edits.notice, file),
    ...assessText(edits.notice.body, file, ['body']),
  ]);
  const extras = changedExtras(edits).flatMap((one) => one.problems());
  return [...assess([...written, ...notice], edits), ...body, ...extras];
}
