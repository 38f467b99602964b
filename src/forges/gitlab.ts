/** GitLab (`/api/v4`): one commit with all files, onto a new branch if need be; merge requests. */
import { fromBase64, toBase64 } from './base64.ts';
import type { Call } from './call.ts';
import { namesIn, type ListedFile } from './like-github.ts';
import type { FileEdit, Forge } from './types.ts';

interface Content {
  readonly content: string;
  readonly blob_id: string;
  readonly last_commit_id: string;
}

const PAGE = 100;

const action = ({ path, bytes, before }: FileEdit) => ({
  action: bytes ? (before ? 'update' : 'create') : 'delete',
  file_path: path,
  ...(bytes && { encoding: 'base64', content: toBase64(bytes) }),
  ...(before?.guard && { last_commit_id: before.guard }),
});

const addressOf = (repo: string) => `/projects/${encodeURIComponent(repo)}`;

/** `repo` holds the branches that are written; requests go to `home`. */
export function gitlab(call: Call, repo: string, home = repo): Forge {
  const project = addressOf(repo);
  const branchAddress = (branch: string) => `${project}/repository/branches/${encodeURIComponent(branch)}`;
  const sending = async () => (await import('./gitlab-requests.ts')).sending(call, project, addressOf(home));
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
        const found = await call<readonly ListedFile[] | undefined>(`${project}/repository/tree`, {
          query,
          orNothing: true,
        });
        names.push(...namesIn(found ?? [], 'blob'));
        if ((found?.length ?? 0) < PAGE) return names;
      }
    },
    isPublic: async () => (await sending()).isPublic(),
    canWrite: async () => (await sending()).canWrite(),
    viaCopy: async (base) => gitlab(call, await (await sending()).copy(base), home),
    hasBranch: async (branch) =>
      (await call<object | undefined>(branchAddress(branch), { orNothing: true })) !== undefined,
    dropBranch: (branch) => call(branchAddress(branch), { method: 'DELETE', orNothing: true }),
    commit: async ({ base, branch = base, isNew, title, edits }) => {
      const start = { start_branch: base, ...(repo !== home && { start_project: home }) };
      const body = { branch, ...(isNew && start), commit_message: title, actions: edits.map(action) };
      return (await call<{ web_url: string }>(`${project}/repository/commits`, { method: 'POST', body }))
        .web_url;
    },
    tellPrivately: async (title, text) => (await sending()).tellPrivately(title, text),
    findRequest: async (wanted) => (await sending()).findRequest(wanted),
    openRequest: async (request) => (await sending()).openRequest(request),
  };
}
