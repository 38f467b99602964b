/** GitLab (`/api/v4`): one commit with all files, onto a new branch if need be; merge requests. */
import { fromBase64, toBase64 } from './base64.ts';
import type { Call } from './call.ts';
import { namesIn, type Listed } from './like-github.ts';
import type { Edit, Forge, Proposed } from './types.ts';

interface Content {
  readonly content: string;
  readonly blob_id: string;
  readonly last_commit_id: string;
}

interface MergeRequest {
  readonly iid: number;
  readonly web_url: string;
}

const PAGE = 100;

const action = ({ path, bytes, before }: Edit) => ({
  action: bytes ? (before ? 'update' : 'create') : 'delete',
  file_path: path,
  ...(bytes && { encoding: 'base64', content: toBase64(bytes) }),
  ...(before?.guard && { last_commit_id: before.guard }),
});

const asProposed = ({ iid: number, web_url: url }: MergeRequest): Proposed => ({ number, url });

export function gitlab(call: Call, repo: string): Forge {
  const project = `/projects/${encodeURIComponent(repo)}`;
  const branchAddress = (branch: string) => `${project}/repository/branches/${encodeURIComponent(branch)}`;
  return {
    whoAmI: async () => (await call<{ username: string }>('/user')).username,
    read: async (path, ref) => {
      const address = `${project}/repository/files/${encodeURIComponent(path)}`;
      const found = await call<Content | undefined>(address, { query: { ref }, orNothing: true });
      return found && { bytes: fromBase64(found.content), sha: found.blob_id, guard: found.last_commit_id };
    },
    list: async (folder, ref) => {
      const names: string[] = [];
      for (let page = 1; ; page += 1) {
        const query = { path: folder, ref, per_page: String(PAGE), page: String(page) };
        const found = await call<readonly Listed[] | undefined>(`${project}/repository/tree`, {
          query,
          orNothing: true,
        });
        names.push(...namesIn(found ?? [], 'blob'));
        if ((found?.length ?? 0) < PAGE) return names;
      }
    },
    isPublic: async () => (await call<{ visibility: string }>(project)).visibility !== 'private',
    hasBranch: async (branch) =>
      (await call<object | undefined>(branchAddress(branch), { orNothing: true })) !== undefined,
    dropBranch: (branch) => call(branchAddress(branch), { method: 'DELETE', orNothing: true }),
    commit: async ({ base, branch = base, isNew, title, edits }) => {
      const onto = isNew ? { branch, start_branch: base } : { branch };
      const body = { ...onto, commit_message: title, actions: edits.map(action) };
      return (await call<{ web_url: string }>(`${project}/repository/commits`, { method: 'POST', body }))
        .web_url;
    },
    tellPrivately: async (title, description) => {
      const query = { search: title, in: 'title', state: 'opened', confidential: 'true' };
      const [told] = await call<readonly MergeRequest[]>(`${project}/issues`, { query });
      const body = { title, description, confidential: true };
      return asProposed(told ?? (await call<MergeRequest>(`${project}/issues`, { method: 'POST', body })));
    },
    findRequest: async ({ branch, base }) => {
      const query = { state: 'opened', source_branch: branch, target_branch: base };
      const [found] = await call<readonly MergeRequest[]>(`${project}/merge_requests`, { query });
      return found && asProposed(found);
    },
    openRequest: async ({ base, branch, title, description }) => {
      const body = {
        source_branch: branch,
        target_branch: base,
        title,
        description,
        remove_source_branch: true,
      };
      return asProposed(await call<MergeRequest>(`${project}/merge_requests`, { method: 'POST', body }));
    },
  };
}
