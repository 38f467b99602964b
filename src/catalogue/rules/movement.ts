import { movementIn } from '../../domain/movement.ts';
import type { Problem } from '../../domain/problems.ts';
import type { Path } from '../../schemas/walk.ts';
import type { Contents, OfficeFiles } from '../contents.ts';
import { problemAt, type Entry } from '../entry.ts';
import { listAt, textAt } from '../loose.ts';

const REMEDY =
  '只写窗口是否办公、群众怎么办，例如“全所外出，请先打电话”；谁不在，写在 whereabouts.json 里，只写六类';

/** The sentences beside the hours of an office. */
const pathsOf = (raw: unknown): Path[] => [
  ...listAt(raw, ['hours', 'exceptions']).map((_, at) => ['hours', 'exceptions', at, 'reason']),
  ['hours', 'marketDays', 'note'],
  ['hours', 'note'],
  ['hours', 'duty'],
  ['status', 'text'],
];

const namesOf = ({ staff }: OfficeFiles): string[] =>
  listAt(staff?.raw, ['people']).flatMap((person) => textAt(person, ['name']) ?? []);

/** Nobody's movement, health or door is told in the sentences beside the hours. */
export const checkMovement = ({ all, finds }: Contents): Problem[] =>
  all.offices.flatMap((files) => {
    const { office } = files;
    if (!office) return [];
    const names = namesOf(files);
    return finds(office, '不公开个人的去向和原因', JSON.stringify(names), () => movementsIn(office, names));
  });

const movementsIn = (office: Entry, names: readonly string[]): Problem[] =>
  pathsOf(office.raw).flatMap((path) => {
    const found = movementIn(textAt(office.raw, path) ?? '', names);
    if (found === undefined) return [];
    const message = `写了${found}：个人的去向、原因和住址不能公开`;
    return [problemAt(office, { kind: 'value', path, message, remedy: REMEDY })];
  });
