/** Posts the gate's report under a proposal and merges what may merge by itself, on the forges that run the gate. */
import { Failure } from '../command/command.ts';
import { COMMENT_MARK } from './comment-mark.ts';

/** How one kind of forge is asked. `proposal` is the path of the proposal below the API. */
interface Dialect {
  readonly headers: (token: string) => Readonly<Record<string, string>>;
  readonly proposal: (repository: string, number: string) => string;
  readonly comments: (repository: string, number: string) => string;
  readonly comment: (repository: string, number: string, id: string) => string;
  readonly change: 'PATCH' | 'PUT';
  readonly merge: (head: string) => { readonly method: 'POST' | 'PUT'; readonly body: object };
  /** Whose comments are its own; else the forge is asked. */
  readonly self?: string;
}

const likeGitHub = {
  proposal: (repository: string, number: string) => `/repos/${repository}/pulls/${number}`,
  comments: (repository: string, number: string) => `/repos/${repository}/issues/${number}/comments`,
  comment: (repository: string, _: string, id: string) => `/repos/${repository}/issues/comments/${id}`,
  change: 'PATCH',
} as const;

const forgejo: Dialect = {
  ...likeGitHub,
  headers: (token) => ({ authorization: `token ${token}` }),
  merge: (head) => ({ method: 'POST', body: { Do: 'squash', head_commit_id: head } }),
};

const requests = (repository: string, number: string) =>
  `/projects/${encodeURIComponent(repository)}/merge_requests/${number}`;

export const GATE_FORGES = {
  github: {
    ...likeGitHub,
    headers: (token) => ({ authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' }),
    merge: (head) => ({ method: 'PUT', body: { merge_method: 'squash', sha: head } }),
    // The token of a workflow may not ask who it is.
    self: 'github-actions[bot]',
  },
  forgejo,
  gitea: forgejo,
  gitlab: {
    headers: (token) => ({ 'private-token': token }),
    proposal: requests,
    comments: (repository, number) => `${requests(repository, number)}/notes`,
    comment: (repository, number, id) => `${requests(repository, number)}/notes/${id}`,
    change: 'PUT',
    merge: (head) => ({
      method: 'PUT',
      body: { sha: head, squash: true, should_remove_source_branch: true },
    }),
  },
} as const satisfies Record<string, Dialect>;

export type GateForge = keyof typeof GATE_FORGES;

export interface Proposal {
  readonly forge: GateForge;
  /** Address of the API, without a slash at its end. */
  readonly api: string;
  /** `owner/name` */
  readonly repository: string;
  readonly number: string;
  readonly token: string;
}

interface Comment {
  readonly id: number;
  readonly body: string;
  readonly user?: { readonly login: string };
  readonly author?: { readonly username: string };
}

/** Asks the forge; undefined where it refuses and `mayFail`. Its answer is data, of which little is used. */
async function ask(
  { forge, api, token }: Proposal,
  method: string,
  path: string,
  { body, mayFail = false }: { body?: object; mayFail?: boolean } = {},
): Promise<unknown> {
  const response = await fetch(`${api}${path}`, {
    method,
    headers: { ...GATE_FORGES[forge].headers(token), ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok && mayFail) return undefined;
  if (!response.ok) throw new Failure(`${method} ${path}：平台回答 ${response.status}`);
  const text = await response.text();
  return text ? (JSON.parse(text) as unknown) : undefined;
}

const nameOf = (comment: Comment) => comment.user?.login ?? comment.author?.username;

async function ownName(proposal: Proposal): Promise<string | undefined> {
  const dialect: Dialect = GATE_FORGES[proposal.forge];
  if (dialect.self !== undefined) return dialect.self;
  const user = (await ask(proposal, 'GET', '/user', { mayFail: true })) as
    { login?: string; username?: string } | undefined;
  return user?.username ?? user?.login;
}

const PAGE = 100;

/** The comment of an earlier run; one of somebody else that only looks like it is left alone. */
async function earlierComment(proposal: Proposal): Promise<Comment | undefined> {
  const self = await ownName(proposal);
  if (self === undefined) return undefined;
  const { comments } = GATE_FORGES[proposal.forge];
  for (let page = 1; page <= 10; page += 1) {
    const path = `${comments(proposal.repository, proposal.number)}?per_page=${PAGE}&limit=${PAGE}&page=${page}`;
    const list = ((await ask(proposal, 'GET', path)) ?? []) as readonly Comment[];
    const own = list.find((one) => nameOf(one) === self && one.body.startsWith(COMMENT_MARK));
    if (own || list.length < PAGE) return own;
  }
  return undefined;
}

/** Posts the report, in place of the one of an earlier run. */
export async function postReport(proposal: Proposal, report: string): Promise<void> {
  const { repository, number } = proposal;
  const dialect: Dialect = GATE_FORGES[proposal.forge];
  const earlier = await earlierComment(proposal);
  const body = { body: report };
  if (earlier)
    await ask(proposal, dialect.change, dialect.comment(repository, number, String(earlier.id)), { body });
  else await ask(proposal, 'POST', dialect.comments(repository, number), { body });
}

/** Merges exactly the commit that was assessed; the forge refuses when the proposal has moved on. */
export async function mergeProposal(proposal: Proposal, head: string): Promise<void> {
  const dialect: Dialect = GATE_FORGES[proposal.forge];
  const { method, body } = dialect.merge(head);
  const path = `${dialect.proposal(proposal.repository, proposal.number)}/merge`;
  await ask(proposal, method, path, { body });
}
