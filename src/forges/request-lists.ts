/** Lists of requests, and how all platforms answer them. */
import type { EditorSettings } from '../schemas/editor.ts';
import { daysBetween } from '../domain/dates.ts';
import type { ForgeKind } from '../domain/forges.ts';
import { caller, type Call } from './call.ts';
import { withKey } from './key.ts';
import { lineTo } from './line.ts';

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

export interface Answered {
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

export const asRequest = (one: Answered): OpenRequest => ({
  number: one.number ?? one.iid ?? 0,
  title: one.title,
  url: one.html_url ?? one.web_url ?? '',
  author: one.user?.login ?? one.author?.username ?? '',
  branch: one.head?.ref ?? one.source_branch ?? '',
  head: one.head?.sha ?? one.sha ?? '',
  base: one.base?.ref ?? one.target_branch ?? '',
  opened: one.created_at,
});

/** How long a request waits on a day, in words. */
export function waitedInWords({ opened }: Pick<OpenRequest, 'opened'>, today: string): string {
  const days = daysBetween(opened.slice(0, 10), today);
  return days > 0 ? `等了 ${days} 天` : '今天提交';
}

const PAGE = 50;
const PAGES = 20;

/** How long a page may be, in the words of the platform. */
export const pagesOf = (forge: ForgeKind): Readonly<Record<string, string>> => ({
  per_page: String(PAGE),
  ...(/^(?:forgejo|gitea)$/.test(forge) && { limit: String(PAGE) }),
});

/** Every page of a list, or the first few. */
export async function whole<T>(
  call: Call,
  path: string,
  query: Readonly<Record<string, string>>,
  most = PAGES,
): Promise<T[]> {
  const found: T[] = [];
  for (let page = 1; page <= most; page += 1) {
    const sheet = await call<readonly T[]>(path, { query: { ...query, page: String(page) } });
    found.push(...sheet);
    if (sheet.length < PAGE) break;
  }
  return found;
}

/** Everything said under a request, oldest first: GitLab tells the newest first unless asked. */
export const oldestFirst = (forge: ForgeKind): Readonly<Record<string, string>> => ({
  ...pagesOf(forge),
  ...(forge === 'gitlab' && { sort: 'asc', order_by: 'created_at' }),
  ...(forge === 'gitee' && { direction: 'asc' }),
});

/** A way to call a platform with an account's token. */
export const callTo = (
  { forge, api }: Pick<EditorSettings, 'forge' | 'api'>,
  token: string | undefined,
): Call => (forge === 'gitee' ? withKey(caller(lineTo(api)), token) : caller(lineTo(api, token)));
