/** Open requests as whoever reviews them needs them: who asks for what, what the gate has said, and the way to merge. */
import type { EditorSettings } from '../schemas/editor.ts';
import { caller, type Call } from './call.ts';
import { withKey } from './gitee.ts';
import { issueOf, mergeRequest, messageOf, type Signatures } from './review-requests.ts';
import { MOVED } from './said.ts';
import { ForgeError } from './types.ts';
import { lineTo } from './line.ts';
import { ADDRESSES, COMMENT_MARK } from './request-addresses.ts';

export interface OpenRequest {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly author: string;
  /** The branch that carries the change, and its last commit. */
  readonly branch: string;
  readonly head: string;
  readonly base: string;
  /** ISO instant. */
  readonly opened: string;
}

/** What the gate has said of the commit as it is now; undefined while it is still checking. */
export interface Verdict {
  readonly passed: boolean;
  /** The whole comment, as Markdown. */
  readonly report: string;
}

interface Answered {
  readonly number?: number;
  readonly iid?: number;
  readonly title: string;
  readonly html_url?: string;
  readonly web_url?: string;
  readonly user?: { readonly login: string };
  readonly author?: { readonly username: string };
  readonly head?: { readonly ref: string; readonly sha: string };
  readonly base?: { readonly ref: string };
  readonly source_branch?: string;
  readonly target_branch?: string;
  readonly sha?: string;
  readonly created_at: string;
}

interface Comment {
  readonly body: string;
  readonly user?: { readonly login: string };
  readonly author?: { readonly username: string };
}

const asRequest = (one: Answered): OpenRequest => ({
  number: one.number ?? one.iid ?? 0,
  title: one.title,
  url: one.html_url ?? one.web_url ?? '',
  author: one.user?.login ?? one.author?.username ?? '',
  branch: one.head?.ref ?? one.source_branch ?? '',
  head: one.head?.sha ?? one.sha ?? '',
  base: one.base?.ref ?? one.target_branch ?? '',
  opened: one.created_at,
});

const PAGE = 50;
const PAGES = 20;

/** Every page of a list. */
async function whole<T>(call: Call, path: string, query: Readonly<Record<string, string>>): Promise<T[]> {
  const found: T[] = [];
  for (let page = 1; page <= PAGES; page += 1) {
    const sheet = await call<readonly T[]>(path, { query: { ...query, page: String(page) } });
    found.push(...sheet);
    if (sheet.length < PAGE) break;
  }
  return found;
}

/** The last comment by the gate. One that the author of the request has written is not: anybody can write the mark. */
function verdictIn(comments: readonly Comment[], { author, head }: OpenRequest): Verdict | undefined {
  const nameOf = ({ user, author: writer }: Comment) => user?.login ?? writer?.username;
  const own = comments.findLast((one) => one.body.startsWith(COMMENT_MARK) && nameOf(one) !== author);
  // Of an earlier commit: the gate has not yet come to this one.
  if (!own || !own.body.includes(head.slice(0, 10))) return undefined;
  return { passed: /^## ✓/m.test(own.body), report: own.body.slice(COMMENT_MARK.length).trim() };
}

export interface Reviews {
  /** Every open request to a branch, oldest first. */
  readonly list: (base: string) => Promise<OpenRequest[]>;
  readonly verdict: (request: OpenRequest) => Promise<Verdict | undefined>;
  /** Opens an issue, among the repository's members alone where the platform has such; its address. */
  readonly tell: (title: string, text: string) => Promise<string>;
  /** Throws a `ForgeError` where the platform does not let it. */
  readonly merge: (request: OpenRequest, signatures: Signatures) => Promise<void>;
}

/** The requests of the repository that holds the content. */
export function openReviews(
  { forge, api, repo }: Pick<EditorSettings, 'forge' | 'api' | 'repo'>,
  token: string | undefined,
): Reviews {
  const call = forge === 'gitee' ? withKey(caller(lineTo(api)), token) : caller(lineTo(api, token));
  const { requests, comments } = ADDRESSES[forge];
  const isGitLab = forge === 'gitlab';
  const pages = { per_page: String(PAGE), ...(/^(?:forgejo|gitea)$/.test(forge) && { limit: String(PAGE) }) };
  return {
    list: async (base) => {
      const query = isGitLab ? { state: 'opened', target_branch: base } : { state: 'open', base };
      const found = await whole<Answered>(call, requests(repo), { ...query, ...pages });
      return found
        .map(asRequest)
        .filter((one) => one.base === base)
        .toSorted((a, b) => a.number - b.number);
    },
    verdict: async (request) =>
      verdictIn(await whole<Comment>(call, comments(repo, String(request.number)), pages), request),
    tell: async (title, text) => {
      const [address, body] = issueOf(forge, repo, title, text);
      const made = await call<{ html_url?: string; web_url?: string }>(address, { method: 'POST', body });
      return made.html_url ?? made.web_url ?? '';
    },
    merge: async (request, signatures) => {
      const own = `${requests(repo)}/${request.number}`;
      // Gitee cannot be told which commit was looked at: whether it still is the last one is asked just before.
      if (forge === 'gitee' && asRequest(await call<Answered>(own)).head !== request.head)
        throw new ForgeError('refused', MOVED);
      const address = `${own}/merge`;
      await call(address, mergeRequest(forge, request.head, messageOf(signatures)));
    },
  };
}
