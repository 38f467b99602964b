import type { Problem } from '../../domain/problems.ts';
import { problemAt, type Entry } from '../entry.ts';
import type { Contents } from '../contents.ts';
import { listAt, textAt } from '../loose.ts';
import { checkPerson, peopleOf } from './person-reference.ts';
import { checkUnique } from './reference.ts';

const offices = ({ all }: Contents) => all.offices;

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
    ...listAt(staff.raw, ['people']).flatMap((_, at) => checkPerson(staff, ['people', at, 'deputy'], people)),
    ...listAt(staff.raw, ['vacancies']).flatMap((_, at) =>
      checkPerson(staff, ['vacancies', at, 'acting'], people),
    ),
  ];
}
