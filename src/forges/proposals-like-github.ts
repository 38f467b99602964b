/** What GitHub, Gitea, Forgejo and Gitee are asked alike of pull requests. */
import type { Call } from './call.ts';
import { isSameAccount, type Proposals, type Sent } from './sent.ts';

interface Pull {
  readonly number: number;
  readonly html_url: string;
  readonly title: string;
  readonly body: string | null;
  readonly state: string;
  readonly created_at: string;
  readonly merged_at?: string | null;
  readonly closed_at?: string | null;
  readonly user: { readonly login: string };
  readonly head: { readonly ref: string; readonly sha: string };
  readonly base: { readonly ref: string };
}

interface Comment {
  readonly body: string;
  readonly user: { readonly login: string };
}

const PAGE = 50;
const PAGES = 6;

/** Both names of a parameter: GitHub and Gitee know the one, Gitea and Forgejo the other. */
const paged = (page: number) => ({ per_page: String(PAGE), limit: String(PAGE), page: String(page) });

function asSent(pull: Pull): Sent {
  const merged = pull.merged_at ?? undefined;
  const ended = merged ?? pull.closed_at ?? undefined;
  return {
    number: pull.number,
    url: pull.html_url,
    title: pull.title,
    description: pull.body ?? '',
    branch: pull.head.ref,
    author: pull.user.login,
    head: pull.head.sha,
    state: pull.state === 'open' ? 'open' : merged === undefined ? 'closed' : 'merged',
    sentOn: pull.created_at,
    endedOn: ended,
  };
}

/** `remarksAt` is where the remarks under a request are found. */
export function proposalsLikeGitHub(
  call: Call,
  repo: string,
  remarksAt: (number: number) => string,
): Proposals {
  const root = `/repos/${repo}`;
  return {
    list: async ({ base, state, author }) => {
      const found: Sent[] = [];
      for (let page = 1; page <= PAGES; page += 1) {
        const query = { state, base, sort: 'created', direction: 'desc', ...paged(page) };
        const pulls = await call<readonly Pull[]>(`${root}/pulls`, { query });
        found.push(...pulls.filter((one) => one.base.ref === base).map(asSent));
        if (pulls.length < PAGE) break;
      }
      return author === undefined ? found : found.filter((one) => isSameAccount(one.author, author));
    },
    paths: async (number) => {
      const query = paged(1);
      const files = await call<readonly { filename: string }[]>(`${root}/pulls/${number}/files`, { query });
      return files.map(({ filename }) => filename);
    },
    remarks: async (number) => {
      const query = paged(1);
      const found = await call<readonly Comment[]>(`${root}${remarksAt(number)}`, { query });
      return found.map(({ body, user }) => ({ author: user.login, text: body }));
    },
    update: (number, title, body) =>
      call(`${root}/pulls/${number}`, { method: 'PATCH', body: { title, body } }),
  };
}
