/** What GitHub, Gitea, Forgejo and Gitee are asked alike: the repository, its branches, its pull requests. */
import { fromBase64 } from './base64.ts';
import { inAddress, type Call } from './call.ts';
import type { Forge, Proposed, Wanted } from './types.ts';

interface Content {
  readonly content?: string;
  readonly sha?: string;
}

interface Pull {
  readonly number: number;
  readonly html_url: string;
  readonly state: string;
  readonly head: { readonly ref: string };
  readonly base: { readonly ref: string };
}

export interface Listed {
  readonly name: string;
  readonly type: string;
}

/** The names of the files in a folder as it was answered. */
export const namesIn = (found: readonly Listed[], type: string): string[] =>
  found.flatMap((one) => (one.type === type ? [one.name] : []));

const PAGE = 50;
const PAGES = 20;

const asProposed = ({ number, html_url: url }: Pull): Proposed => ({ number, url });

/** An open pull request from one branch to another. Not all of these platforms can be asked for just that. */
async function findPull(call: Call, root: string, { branch, base }: Wanted): Promise<Proposed | undefined> {
  const owner = root.split('/')[2] ?? '';
  for (let page = 1; page <= PAGES; page += 1) {
    const query = {
      state: 'open',
      base,
      head: `${owner}:${branch}`,
      per_page: String(PAGE),
      limit: String(PAGE),
      page: String(page),
    };
    const pulls = await call<readonly Pull[]>(`${root}/pulls`, { query });
    const found = pulls.find((one) => one.head.ref === branch && one.base.ref === base);
    if (found) return asProposed(found);
    if (pulls.length < PAGE) return undefined;
  }
  return undefined;
}

/** `root` is `/repos/<owner>/<name>`. */
export const likeGitHub = (
  call: Call,
  root: string,
): Pick<Forge, 'whoAmI' | 'read' | 'list' | 'isPublic' | 'hasBranch' | 'findRequest' | 'openRequest'> => ({
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
    const found = await call<readonly Listed[] | undefined>(address, { query: { ref }, orNothing: true });
    return namesIn(found ?? [], 'file');
  },
  isPublic: async () => !(await call<{ private: boolean }>(root)).private,
  hasBranch: async (branch) =>
    (await call<object | undefined>(`${root}/branches/${inAddress(branch)}`, { orNothing: true })) !==
    undefined,
  findRequest: (wanted) => findPull(call, root, wanted),
  openRequest: async ({ base, branch, title, description }) =>
    asProposed(
      await call<Pull>(`${root}/pulls`, {
        method: 'POST',
        body: { title, body: description, head: branch, base },
      }),
    ),
});
