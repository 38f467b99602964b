/** What the content check says of everything that is edited for an office. */
import './no-eval.ts';
import type { Problem } from '../../domain/problems.ts';
import { affair } from '../../schemas/notice.ts';
import type { KindName } from '../../schemas/files.ts';
import { FORMS } from './forms.ts';
import { judge, judgeText, type Written } from './assess.ts';
import { isEmptyNotice } from './notice-state.ts';
import { judgeBody, noticeRecord, noticeSlug } from './notice.ts';
import { writtenValue } from './office-files.ts';
import { namesOf, type Work } from './work.ts';

function noticeFile({ office, notice }: Work): Written {
  const date = String(notice.value['published'] ?? '');
  const names = { ...namesOf(office), date, slug: noticeSlug(notice, 1) };
  const file = `offices/${office}/affairs/${date}-${names.slug}.md`;
  return { kind: 'officeAffair', schema: affair, file, names, value: noticeRecord(notice) };
}

/** What the content check says of everything that would be written. */
export function problemsOf(work: Work): Problem[] {
  const written = [...work.papers].flatMap(([name, paper]): Written[] => {
    const value = writtenValue(paper);
    const file = `offices/${work.office}/${FORMS[name].file}`;
    const kind: KindName = name;
    return value === undefined
      ? []
      : [{ kind, schema: FORMS[name].schema, file, names: namesOf(work.office), value }];
  });
  const notice = isEmptyNotice(work.notice) ? [] : [noticeFile(work)];
  const body = notice.flatMap(({ file }) => [
    ...judgeBody(work.notice, file),
    ...judgeText(work.notice.body, file, ['body']),
  ]);
  return [...judge([...written, ...notice], work.today), ...body];
}
