import { parseSession } from '../../domain/times.ts';
import type { Problem } from '../../domain/problems.ts';
import { problemAt, type Entry } from '../entry.ts';
import type { Contents, OfficeFiles } from '../contents.ts';
import { listAt, textAt } from '../loose.ts';
import { checkReference, checkUnique, type Target } from './reference.ts';

const peopleOf = (staff: Entry | undefined): Target => ({
  name: '人员',
  ids: new Set(listAt(staff?.raw, ['people']).flatMap((person) => textAt(person, ['id']) ?? [])),
});

const offices = ({ real, samples }: Contents) => [...real.offices, ...samples.offices];

/** Person ids are unique within an office, and a deputy or stand-in is one of its people, not the same person. */
export const checkStaff = (contents: Contents): Problem[] =>
  offices(contents).flatMap(({ staff }) => (staff ? staffProblems(staff) : []));

function staffProblems(staff: Entry): Problem[] {
  const people = peopleOf(staff);
  const ownDeputy = listAt(staff.raw, ['people']).flatMap((person, at) => {
    const id = textAt(person, ['id']);
    if (id === undefined || textAt(person, ['deputy']) !== id) return [];
    const path = ['people', at, 'deputy'];
    return [
      problemAt(staff, { kind: 'reference', path, message: 'B 角不能是本人', remedy: '写另一个人的编号' }),
    ];
  });
  return [
    ...checkUnique(staff, ['people'], 'id', '人员编号'),
    ...ownDeputy,
    ...listAt(staff.raw, ['people']).flatMap((_, at) =>
      checkReference(staff, ['people', at, 'deputy'], people),
    ),
    ...listAt(staff.raw, ['vacancies']).flatMap((_, at) =>
      checkReference(staff, ['vacancies', at, 'acting'], people),
    ),
  ];
}

/** Whereabouts name people of the office; nobody is in two places at once or stands in for himself. */
export const checkWhereabouts = (contents: Contents): Problem[] =>
  offices(contents).flatMap((files) => [...whereaboutsReferences(files), ...whereaboutsOverlaps(files)]);

function whereaboutsReferences({ staff, whereabouts }: OfficeFiles): Problem[] {
  if (!whereabouts || (staff && staff.raw === undefined)) return [];
  const people = peopleOf(staff);
  return listAt(whereabouts.raw, ['entries']).flatMap((entry, at) => {
    const self = textAt(entry, ['substitute']);
    const path = ['entries', at, 'substitute'];
    return [
      ...checkReference(whereabouts, ['entries', at, 'person'], people),
      ...checkReference(whereabouts, path, people),
      ...(self !== undefined && self === textAt(entry, ['person'])
        ? [
            problemAt(whereabouts, {
              kind: 'reference',
              path,
              message: '接替人不能是本人',
              remedy: '写另一个人的编号',
            }),
          ]
        : []),
    ];
  });
}

function whereaboutsOverlaps({ whereabouts }: OfficeFiles): Problem[] {
  if (!whereabouts) return [];
  const spans = listAt(whereabouts.raw, ['entries']).flatMap((entry, at) => {
    const session = parseSession(textAt(entry, ['session']) ?? '');
    const who = `${textAt(entry, ['person'])} ${textAt(entry, ['date'])}`;
    return typeof session === 'string' ? [] : [{ at, who, ...session }];
  });
  return spans.flatMap((one, index) => {
    const other = spans
      .slice(0, index)
      .find((prior) => prior.who === one.who && prior.from < one.to && one.from < prior.to);
    if (!other) return [];
    const path = ['entries', one.at, 'session'];
    const message = `与第 ${other.at + 1} 条是同一人同一天，时段重叠`;
    return [
      problemAt(whereabouts, {
        kind: 'duplicate',
        path,
        message,
        remedy: '改成不重叠的时段，或删掉其中一条',
      }),
    ];
  });
}
