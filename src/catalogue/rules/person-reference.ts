import type { Problem } from '../../domain/problems.ts';
import type { Path } from '../../schemas/walk.ts';
import type { Entry } from '../entry.ts';
import { listAt, textAt } from '../loose.ts';
import { suggest } from '../suggest.ts';
import { checkReference, type Target } from './reference.ts';

/** The people of an office as something to point at. */
export const peopleOf = (staff: Entry | undefined): Target => ({
  name: '人员',
  ids: new Set(listAt(staff?.raw, ['people']).flatMap((person) => textAt(person, ['id']) ?? [])),
});

/**
 * A reference to a person. Leaving is one edit: who leaves is deleted from `staff.json`, and whatever still points
 * there is shown nowhere and no error. It is said with the line to take out in time: the field, or the `whole` that
 * makes no sense without the person. An id that is nearly that of somebody who is there is a slip, and an error.
 */
export function checkPerson(entry: Entry, path: Path, people: Target, whole?: Path): Problem[] {
  return checkReference(entry, path, people).map((problem) => {
    const line = entry.locate(whole ?? path)?.line;
    const what = whole ? `第 ${line} 行起的这一条` : `第 ${line} 行`;
    const isSlip = suggest(textAt(entry.raw, path) ?? '', people.ids) !== undefined;
    return {
      ...problem,
      ...(!isSlip && { severity: 'warning', message: `${problem.message}，页面上不显示` }),
      remedy:
        line === undefined || people.ids.size === 0
          ? problem.remedy
          : `${problem.remedy}；人已离岗的，删掉${what}`,
    };
  });
}
