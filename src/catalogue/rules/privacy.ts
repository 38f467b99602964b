import { ALLOWANCE_DAYS, allowancesOf, type Allowances } from '../../domain/privacy/allow.ts';
import { addDays } from '../../domain/dates.ts';
import { asProblem, type PrivacyFinding } from '../../domain/privacy/found.ts';
import type { Problem } from '../../domain/problems.ts';
import type { Allowance } from '../../schemas/privacy-allow.ts';
import type { Contents } from '../contents.ts';
import { problemAt, type Entry } from '../entry.ts';
import { addressesIn } from '../privacy/addresses.ts';
import { scanEntry } from '../privacy/scan-entry.ts';
import { scanDocument, scanName } from '../privacy/scan-file.ts';

/** Everything in the content that looks like personal data, exceptions not yet taken off. */
function findPersonalData(contents: Contents): PrivacyFinding[] {
  const addresses = addressesIn(contents);
  const given = JSON.stringify(addresses);
  const look = (entry: Entry) => [...scanName(entry.file), ...scanEntry(entry, addresses)];
  return [
    ...contents.entries.flatMap((entry) => contents.finds(entry, '不含个人信息', given, () => look(entry))),
    ...[...contents.assets, ...contents.photos].flatMap(({ file, read }) => [
      ...scanName(file),
      ...scanDocument(file, read()),
    ]),
  ];
}

/** The exceptions that the content names. */
export const allowedIn = (contents: Contents): readonly Allowance[] =>
  contents.of('privacyAllow')[0]?.data?.allow ?? [];

/** No personal data in texts, data, documents and names (facts F, A8); exceptions have a reason and an end. */
export function checkPrivacy(contents: Contents): Problem[] {
  const allowances = allowancesOf(allowedIn(contents), contents.today);
  const found = findPersonalData(contents);
  const attached = new Set(contents.assets.map(({ file }) => file));
  const open = found.filter((one) => {
    const allowance = allowances.covering(one);
    if (allowance && !allowances.isOver(allowance)) return false;
    // The rule of attachments says this already.
    return !(one.kind === 'location' && attached.has(one.file));
  });
  return [...open.map(asProblem), ...faultsOfList(contents, allowances, found)];
}

/** Exceptions that are over, hold too long, or that nothing needs any more. */
function faultsOfList(
  contents: Contents,
  allowances: Allowances,
  found: readonly PrivacyFinding[],
): Problem[] {
  const [entry] = contents.of('privacyAllow');
  const used = new Set(found.map((one) => allowances.covering(one)));
  const longest = addDays(contents.today, ALLOWANCE_DAYS);
  return (entry?.data?.allow ?? []).flatMap((one, at) => {
    if (!entry) return [];
    const tell = (key: string, severity: Problem['severity'], message: string, remedy: string) =>
      problemAt(entry, { kind: 'privacy', severity, path: ['allow', at, key], message, remedy });
    if (!used.has(one))
      return [
        tell('text', 'warning', '这条没有用到：文件里没有这段内容', '删掉这一条；或按文件里的写法改正'),
      ];
    if (allowances.isOver(one))
      return [
        tell(
          'until',
          'error',
          `只允许到 ${one.until}，已经过期`,
          '从文件里删掉它；仍要公开的，重新审批后改日期',
        ),
      ];
    return one.until > longest
      ? [
          tell(
            'until',
            'error',
            `允许得太久（到 ${one.until}）`,
            `最长 ${ALLOWANCE_DAYS} 天，到期再审一次，例如 ${addDays(contents.today, 365)}`,
          ),
        ]
      : [];
  });
}
