/** How each platform is told to merge, and to open an issue. */
import type { ForgeKind } from '../domain/forges.ts';
import type { ForgeRequest } from './call.ts';

/** Who looked at it, for the register of reviews; empty where nobody is named. */
export interface Signatures {
  readonly secrecy?: string | undefined;
  readonly release?: string | undefined;
}

/** What stands in the message of a merge, as the register of reviews reads it. */
export const messageOf = ({ secrecy, release }: Signatures): string =>
  [secrecy && `保密审查：${secrecy}`, release && `发布审核：${release}`].filter(Boolean).join('\n');

/** How each platform is told to merge the commit that was looked at, and no later one. */
export function mergeRequest(kind: ForgeKind, sha: string, message: string): ForgeRequest {
  switch (kind) {
    case 'github':
      return {
        method: 'PUT',
        body: { sha, merge_method: 'merge', ...(message && { commit_message: message }) },
      };
    case 'gitlab':
      return {
        method: 'PUT',
        body: { sha, should_remove_source_branch: true, ...(message && { merge_commit_message: message }) },
      };
    case 'gitee':
      return {
        method: 'PUT',
        body: { merge_method: 'merge', prune_source_branch: true, ...(message && { description: message }) },
      };
    case 'forgejo':
    case 'gitea':
      return {
        method: 'POST',
        body: {
          Do: 'merge',
          head_commit_id: sha,
          delete_branch_after_merge: true,
          ...(message && { MergeMessageField: message }),
        },
      };
  }
}

/** Where a new issue is put, and how it is written. */
export function issueOf(
  kind: ForgeKind,
  repo: string,
  title: string,
  text: string,
): readonly [string, object] {
  if (kind === 'gitlab')
    return [`/projects/${encodeURIComponent(repo)}/issues`, { title, description: text, confidential: true }];
  const [owner = '', name = ''] = repo.split('/');
  return kind === 'gitee'
    ? [`/repos/${owner}/issues`, { repo: name, title, body: text }]
    : [`/repos/${repo}/issues`, { title, body: text }];
}
