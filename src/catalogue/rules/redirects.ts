import type { Problem } from '../../domain/problems.ts';
import { suggest } from '../suggest.ts';
import { addressesOf } from '../addresses.ts';
import type { Contents } from '../contents.ts';
import { problemAt } from '../entry.ts';
import { listAt, textAt } from '../loose.ts';

/** A dropped address leads to one that exists, in one step, and is not itself in use again. */
export function checkRedirects(contents: Contents): Problem[] {
  const addresses = addressesOf(contents);
  return contents.of('redirects').flatMap((entry) =>
    listAt(entry.raw, ['redirects']).flatMap((redirect, at) => {
      const to = textAt(redirect, ['to']);
      const from = textAt(redirect, ['from']);
      const say = (key: string, message: string, remedy: string) =>
        problemAt(entry, { kind: 'reference', path: ['redirects', at, key], message, remedy });
      const near = to === undefined ? undefined : suggest(to, addresses);
      return [
        ...(to !== undefined && !addresses.has(to)
          ? [say('to', `站内没有 ${to} 这一页`, near ? `改成 "to": "${near}"` : '写站内现有的路径')]
          : []),
        ...(from !== undefined && addresses.has(from)
          ? [say('from', `${from} 现在仍是一页，不能跳走`, '删掉这一条跳转')]
          : []),
      ];
    }),
  );
}
