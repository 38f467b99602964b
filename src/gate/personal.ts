/** Personal data in what a proposal would publish for good: versions of files, messages, its branch, title, description. */
import { scanPlain } from '../catalogue/privacy/scan-file.ts';
import { knownOf } from '../catalogue/privacy/scan-folder.ts';
import type { PrivacyFinding } from '../domain/privacy/found.ts';
import { scanCommits } from './privacy/change.ts';
import type { Version } from './privacy/repository.ts';
import { scanBranch } from './privacy/texts.ts';
import type { Proposal } from './proposal.ts';
import { inContent, type ContentPlace } from './place.ts';
import type { Side } from './sides.ts';

/** Where a title and a description are said to be. */
const TEXT_PLACE = '标题和说明';

interface PersonalRequest {
  readonly place: ContentPlace;
  readonly branch?: string | undefined;
  /** Title and description. */
  readonly text?: string | undefined;
  readonly today: string;
  /** Exceptions that the proposal itself brings count only where maintainers bring them. */
  readonly isTrusted: boolean;
}

/** Everything that looks like personal data and was not there before. */
export function personalData(
  { repository, since, head, changes, versions }: Proposal & { readonly versions: readonly Version[] },
  sides: { readonly before: Side; readonly after: Side },
  { place, branch, text, today, isTrusted }: PersonalRequest,
): PrivacyFinding[] {
  const { addresses } = knownOf(sides.after.content);
  const { allowed } = knownOf((isTrusted ? sides.after : sides.before).content);
  const { found } = scanCommits({
    repository,
    from: since,
    to: head,
    versions,
    named: (path) => inContent(place, path) ?? `../${path}`,
    known: { addresses, allowed },
    today,
    formerly: new Map(changes.flatMap(({ from, path }) => (from === undefined ? [] : [[path, from]]))),
  });
  return [
    ...found,
    ...(branch === undefined ? [] : scanBranch(branch)),
    ...(text === undefined ? [] : scanPlain(TEXT_PLACE, text)),
  ];
}
