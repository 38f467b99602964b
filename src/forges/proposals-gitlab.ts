/** What GitLab is asked of merge requests. */
import type { Call } from './call.ts';
import type { Proposals, Sent } from './sent.ts';

interface MergeRequest {
  readonly iid: number;
  readonly web_url: string;
  readonly title: string;
  readonly description: string | null;
  readonly state: string;
  readonly source_branch: string;
  readonly sha: string;
  readonly author: { readonly username: string };
  readonly created_at: string;
  readonly merged_at?: string | null;
  readonly closed_at?: string | null;
}

interface Note {
  readonly body: string;
  readonly system: boolean;
  readonly author: { readonly username: string };
}

const MOST = '100';
const STATES: Readonly<Record<string, Sent['state']>> = { opened: 'open', locked: 'open', merged: 'merged' };

const asSent = (one: MergeRequest): Sent => ({
  number: one.iid,
  url: one.web_url,
  title: one.title,
  description: one.description ?? '',
  branch: one.source_branch,
  author: one.author.username,
  head: one.sha,
  state: STATES[one.state] ?? 'closed',
  sentOn: one.created_at,
  endedOn: one.merged_at ?? one.closed_at ?? undefined,
});

export function proposalsOnGitLab(call: Call, repo: string): Proposals {
  const root = `/projects/${encodeURIComponent(repo)}/merge_requests`;
  return {
    list: async ({ base, state, author }) => {
      const query = {
        state: state === 'open' ? 'opened' : 'all',
        target_branch: base,
        order_by: 'created_at',
        sort: 'desc',
        per_page: MOST,
        ...(author !== undefined && { author_username: author }),
      };
      return (await call<readonly MergeRequest[]>(root, { query })).map(asSent);
    },
    paths: async (number) => {
      const query = { per_page: MOST };
      const files = await call<readonly { new_path: string }[]>(`${root}/${number}/diffs`, { query });
      return files.map(({ new_path: path }) => path);
    },
    remarks: async (number) => {
      const query = { sort: 'asc', order_by: 'created_at', per_page: MOST };
      const notes = await call<readonly Note[]>(`${root}/${number}/notes`, { query });
      return notes
        .filter(({ system }) => !system)
        .map(({ body, author }) => ({ author: author.username, text: body }));
    },
    update: (number, title, description) =>
      call(`${root}/${number}`, { method: 'PUT', body: { title, description } }),
  };
}
