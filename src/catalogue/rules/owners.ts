import type { Problem } from '../../domain/problems.ts';
import type { Contents } from '../contents.ts';
import { problemAt } from '../entry.ts';
import { listAt, textAt } from '../loose.ts';
import { suggest } from '../suggest.ts';

/** Accounts stand once, whatever their case; offices and counties they answer for exist (a closed one may linger). */
export function checkOwners(contents: Contents): Problem[] {
  const offices = new Set(contents.real.offices.map(({ id }) => id));
  const counties = new Set(contents.real.counties.map(({ slug }) => slug));
  return contents.of('owners').flatMap((entry) => {
    const seen = new Map<string, number>();
    return listAt(entry.raw, ['accounts']).flatMap((owner, at): Problem[] => {
      const account = textAt(owner, ['account'])?.toLowerCase();
      const first = account === undefined ? undefined : seen.get(account);
      if (account !== undefined && first === undefined) seen.set(account, at);
      const twice = problemAt(entry, {
        kind: 'duplicate',
        path: ['accounts', at, 'account'],
        message: `账号“${account}”重复，第 ${(first ?? 0) + 1} 个已经写过（不分大小写）`,
        remedy: '合并成一个',
      });
      const unknown = (key: string, known: ReadonlySet<string>, name: string) =>
        listAt(owner, [key]).flatMap((_, index) => {
          const id = textAt(owner, [key, index]);
          if (id === undefined || known.has(id)) return [];
          const near = suggest(id, known);
          const remedy = near ? `是不是 "${near}"` : '删掉它';
          const path = ['accounts', at, key, index];
          const message = `没有“${id}”这个${name}`;
          return [problemAt(entry, { kind: 'reference', severity: 'warning', path, message, remedy })];
        });
      return [
        ...(first === undefined ? [] : [twice]),
        ...unknown('offices', offices, '司法所'),
        ...unknown('counties', counties, '县'),
      ];
    });
  });
}
