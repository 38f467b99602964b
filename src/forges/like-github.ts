/** What GitHub, Gitea, Forgejo and Gitee are asked alike: the repository, its branches, its pull requests. */
import { fromBase64 } from './base64.ts';
import { inAddress, type Call } from './call.ts';
import type { Forge, Proposed, RequestTarget } from './types.ts';

interface Content {
  readonly content?: string;
  readonly sha?: string;
}

interface Pull {
  readonly number: number;
  readonly html_url: string;
  readonly state: string;
  readonly head: { readonly ref: string; readonly repo?: { readonly full_name: string } | null };
  readonly base: { readonly ref: string };
}

interface Permissions {
  readonly push?: boolean;
}

export interface ListedFile {
  readonly name: string;
  readonly type: string;
}

/** The names of the files in a folder as it was answered. */
export const namesIn = (found: readonly ListedFile[], type: string): string[] =>
  found.flatMap((one) => (one.type === type ? [one.name] : []));

const PAGE = 50;
const PAGES = 20;

const asProposed = ({ number, html_url: url }: Pull): Proposed => ({ number, url });

const nameIn = (root: string) => root.slice('/repos/'.length);
const ownerIn = (root: string) => root.split('/')[2] ?? '';

/** An open request from a branch of one repository to `home`. Not all of these platforms can be asked for just that. */
async function findPull(
  call: Call,
  from: string,
  home: string,
  { branch, base }: RequestTarget,
): Promise<Proposed | undefined> {
  for (let page = 1; page <= PAGES; page += 1) {
    const query = {
      state: 'open',
      base,
      head: `${ownerIn(from)}:${branch}`,
      per_page: String(PAGE),
      limit: String(PAGE),
      page: String(page),
    };
    const pulls = await call<readonly Pull[]>(`${home}/pulls`, { query });
    const isFrom = ({ repo }: Pull['head']) => repo === undefined || repo?.full_name === nameIn(from);
    const found = pulls.find((one) => one.head.ref === branch && one.base.ref === base && isFrom(one.head));
    if (found) return asProposed(found);
    if (pulls.length < PAGE) return undefined;
  }
  return undefined;
}

/**
 * `root` is `/repos/<owner>/<name>` and holds the branches; requests go to `home`, where a copy is called by its owner
 * unless told otherwise.
 */
export const likeGitHub = (
  call: Call,
  root: string,
  home = root,
  copy = ownerIn(root),
): Pick<
  Forge,
  'canWrite' | 'whoAmI' | 'read' | 'list' | 'isPublic' | 'hasBranch' | 'findRequest' | 'openRequest'
> => ({
  whoAmI: async () => (await call<{ login: string }>('/user')).login,
  read: async (path, ref) => {
    const address = `${root}/contents/${inAddress(path)}`;
    const found = await call<Content | undefined>(address, { query: { ref }, orNothing: true });
    // Where there is no such file, Gitee answers with an empty list.
    return found?.content === undefined || found.sha === undefined
      ? undefined
      : { bytes: fromBase64(found.content), sha: found.sha };
  },
  list: async (folder, ref) => {
    const address = `${root}/contents/${inAddress(folder)}`;
    const found = await call<readonly ListedFile[] | undefined>(address, { query: { ref }, orNothing: true });
    return namesIn(found ?? [], 'file');
  },
  canWrite: async () => {
    const found = await call<{ permissions?: Permissions; permission?: Permissions }>(home);
    return (found.permissions ?? found.permission)?.push !== false;
  },
  isPublic: async () => !(await call<{ private: boolean }>(home)).private,
  hasBranch: async (branch) =>
    (await call<object | undefined>(`${root}/branches/${inAddress(branch)}`, { orNothing: true })) !==
    undefined,
  findRequest: (wanted) => findPull(call, root, home, wanted),
  openRequest: async ({ base, branch, title, description }) =>
    asProposed(
      await call<Pull>(`${home}/pulls`, {
        method: 'POST',
        body: { title, body: description, head: root === home ? branch : `${copy}:${branch}`, base },
      }),
    ),
});
