/** Open requests as whoever reviews them needs them: who asks for what, what the gate has said, and the way to merge. */
import type { EditorSettings } from '../schemas/editor.ts';
import {
  asRequest,
  callTo,
  oldestFirst,
  pagesOf,
  whole,
  type Answered,
  type OpenRequest,
} from './request-lists.ts';
import { issueOf, mergeRequest, messageOf, type Signatures } from './review-requests.ts';
import { MOVED } from './said.ts';
import { failed } from './faults.ts';
import { ADDRESSES, COMMENT_MARK } from './request-addresses.ts';

/** What the gate has said of the commit as it is now; undefined while it is still checking. */
export interface Verdict {
  readonly passed: boolean;
  /** The whole comment, as Markdown. */
  readonly report: string;
}

interface Comment {
  readonly body: string;
  readonly user?: { readonly login: string };
  readonly author?: { readonly username: string };
}

/** The last comment by the gate. One that the author of the request has written is not: anybody can write the mark. */
export function verdictIn(
  comments: readonly Comment[],
  { author, head }: Pick<OpenRequest, 'author' | 'head'>,
): Verdict | undefined {
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
  const call = callTo({ forge, api }, token);
  const { requests, comments } = ADDRESSES[forge];
  const isGitLab = forge === 'gitlab';
  const pages = pagesOf(forge);
  return {
    list: async (base) => {
      const query = isGitLab ? { state: 'opened', target_branch: base } : { state: 'open', base };
      const found = await whole<Answered>(call, requests(repo), { ...query, ...pages });
      return found
        .map(asRequest)
        .filter((one) => one.base === base)
        .toSorted((a, b) => a.number - b.number);
    },
    verdict: async (request) => {
      const address = comments(repo, String(request.number));
      return verdictIn(await whole<Comment>(call, address, oldestFirst(forge)), request);
    },
    tell: async (title, text) => {
      const [address, body] = issueOf(forge, repo, title, text);
      const made = await call<{ html_url?: string; web_url?: string }>(address, { method: 'POST', body });
      return made.html_url ?? made.web_url ?? '';
    },
    merge: async (request, signatures) => {
      const own = `${requests(repo)}/${request.number}`;
      // Gitee cannot be told which commit was looked at: whether it still is the last one is asked just before.
      if (forge === 'gitee' && asRequest(await call<Answered>(own)).head !== request.head)
        throw failed('refused', MOVED);
      const address = `${own}/merge`;
      await call(address, mergeRequest(forge, request.head, messageOf(signatures)));
    },
  };
}
