/** Open requests as whoever reviews them needs them: who asks for what, what the gate has said, and the way to merge. */
import type { EditorSettings } from '../schemas/editor.ts';
import { asRequest, callTo, oldestFirst, pagesOf, whole } from './request-lists.ts';
import type { Answered, OpenRequest } from './request-lists.ts';
import { issueOf, mergeRequest, messageOf, type Signatures } from './review-requests.ts';
import { failed, MOVED } from './faults.ts';
import { ADDRESSES } from './request-addresses.ts';
import { ForgeError } from './types.ts';
import { verdictIn, type Comment, type GateVerdict } from './verdict.ts';

interface Merged {
  readonly merged_at?: string | null;
}

export interface Reviews {
  /** Every open request to a branch, oldest first. */
  readonly list: (base: string) => Promise<OpenRequest[]>;
  readonly verdict: (request: OpenRequest) => Promise<GateVerdict | undefined>;
  /** Opens an issue, among the repository's members alone where the platform has such; its address. */
  readonly tell: (title: string, text: string) => Promise<string>;
  /** Throws a `ForgeError` where the platform does not let it. An answer that got lost is no failure when it is merged. */
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
      try {
        await call(address, mergeRequest(forge, request.head, messageOf(signatures)));
      } catch (error) {
        if (!(error instanceof ForgeError) || error.fault !== 'down') throw error;
        if (!(await call<Merged>(own).catch(() => undefined))?.merged_at) throw error;
      }
    },
  };
}
