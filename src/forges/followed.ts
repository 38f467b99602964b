/** What became of requests: asked of a platform when somebody wants to know, and reworded while nobody has decided. */
import { cutText } from '../domain/quoted-text.ts';
import type { EditorSettings } from '../schemas/editor.ts';
import { ADDRESSES, COMMENT_MARK } from './request-addresses.ts';
import { asRequest, callTo, oldestFirst, pagesOf, whole } from './request-lists.ts';
import type { Answered, OpenRequest } from './request-lists.ts';
import { nameOf, verdictIn, type Comment, type GateVerdict } from './verdict.ts';

/** A request with where it stands. */
export interface Followed extends OpenRequest {
  readonly state: 'open' | 'merged' | 'closed';
  readonly description: string;
  /** ISO instant of the merge or the end. */
  readonly ended?: string | undefined;
  /** Whether everybody who was asked on the platform has accepted it; Gitee alone says so. */
  readonly isAccepted?: boolean;
}

interface Asked {
  readonly accept?: boolean;
}

interface Told extends Answered {
  readonly state: string;
  readonly body?: string | null;
  readonly description?: string | null;
  readonly merged_at?: string | null;
  readonly closed_at?: string | null;
  readonly assignees?: readonly Asked[] | null;
  readonly testers?: readonly Asked[] | null;
}

interface Remark extends Comment {
  readonly system?: boolean;
}

function asFollowed(one: Told): Followed {
  const isOpen = /^open/.test(one.state);
  const state = isOpen ? 'open' : one.merged_at ? 'merged' : 'closed';
  const ended = one.merged_at ?? one.closed_at ?? undefined;
  const asked = [...(one.assignees ?? []), ...(one.testers ?? [])];
  const isAccepted = asked.length > 0 && asked.every(({ accept }) => accept === true);
  return { ...asRequest(one), state, description: one.body ?? one.description ?? '', ended, isAccepted };
}

interface ChangedFile {
  readonly filename?: string;
  readonly new_path?: string;
}

/** What was said under a request. */
export interface Said {
  /** By the gate, of the commit as it is now. */
  readonly verdict: GateVerdict | undefined;
  /** By people, the oldest first. */
  readonly remarks: readonly { readonly author: string; readonly text: string }[];
}

export interface Following {
  /** Every open request to a branch. */
  readonly open: (base: string) => Promise<Followed[]>;
  /** The newest requests of an account, decided ones too. */
  readonly of: (account: string, base: string) => Promise<Followed[]>;
  /** The files that one changes. */
  readonly paths: (request: Pick<Followed, 'number'>) => Promise<string[]>;
  readonly said: (request: Followed) => Promise<Said>;
  /** Gives it other words. */
  readonly reword: (
    request: Pick<Followed, 'number'>,
    title: string,
    description: string,
  ) => Promise<unknown>;
}

/** Platforms take 65 536 characters, some fewer. */
const LONGEST = 49_000;

/** Among so many of the newest requests one looks for one's own. */
const MOST_PAGES = 4;

/** Forges do not tell upper from lower case in names. */
export const isSameAccount = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const newestFirst = (found: readonly Told[]) => found.map(asFollowed).toSorted((a, b) => b.number - a.number);

/** The requests of the repository that holds the content, for an account's token. */
export function openFollowing(
  settings: Pick<EditorSettings, 'forge' | 'api' | 'repo'>,
  token: string,
): Following {
  const { forge, repo } = settings;
  const call = callTo(settings, token);
  const { requests, comments } = ADDRESSES[forge];
  const pages = pagesOf(forge);
  const isGitLab = forge === 'gitlab';
  const own = ({ number }: Pick<Followed, 'number'>) => `${requests(repo)}/${number}`;
  const list = async (base: string, query: Readonly<Record<string, string>>, most?: number) => {
    const to = isGitLab ? { target_branch: base } : { base };
    const found = await whole<Told>(call, requests(repo), { ...to, ...query, ...pages }, most);
    return newestFirst(found).filter((one) => one.base === base);
  };
  return {
    open: (base) => list(base, { state: isGitLab ? 'opened' : 'open' }),
    of: async (account, base) => {
      const order = isGitLab ? { author_username: account } : { sort: 'created', direction: 'desc' };
      const found = await list(base, { state: 'all', ...order }, MOST_PAGES);
      return found.filter(({ author }) => isSameAccount(author, account));
    },
    paths: async (request) => {
      const address = `${own(request)}/${isGitLab ? 'diffs' : 'files'}`;
      // Gitee knows no pages of them.
      const files =
        forge === 'gitee'
          ? await call<readonly ChangedFile[]>(address)
          : await whole<ChangedFile>(call, address, pages);
      return files.map(({ filename, new_path: path }) => filename ?? path ?? '');
    },
    said: async (request) => {
      const address = comments(repo, String(request.number));
      const found = await whole<Remark>(call, address, oldestFirst(forge));
      const people = found.filter(({ body, system }) => !system && !body.startsWith(COMMENT_MARK));
      return {
        verdict: verdictIn(found, request),
        remarks: people.map((one) => ({ author: nameOf(one) ?? '', text: one.body })),
      };
    },
    reword: (request, title, description) => {
      const told = cutText(description, LONGEST, '（太长，后面的没有列出，见改动的文件。）');
      return call(own(request), {
        method: isGitLab ? 'PUT' : 'PATCH',
        body: isGitLab ? { title, description: told } : { title, body: told },
      });
    },
  };
}
