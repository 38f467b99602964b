import type { Problem } from '../../domain/problems.ts';
import type { Contents } from '../contents.ts';
import { checkUnique } from './reference.ts';

/** Ids and orders that must be different within one file or one kind. */
export const checkDuplicates = (contents: Contents): Problem[] => [
  ...[...contents.of('disclosure'), ...contents.of('elsewhere')].flatMap((entry) =>
    checkUnique(entry, ['items'], 'id', '编号'),
  ),
  ...contents.of('redirects').flatMap((entry) => checkUnique(entry, ['redirects'], 'from', '旧地址')),
  ...contents.of('statistics').flatMap((entry) => checkUnique(entry, ['months'], 'month', '月份')),
];
