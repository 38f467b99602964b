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
  readonly source_project_id?: number;
  readonly web_url: string;
}

interface Project {
  readonly id: number;
  readonly visibility: string;
  readonly permissions?: {
    readonly project_access?: Access | null;
    readonly group_access?: Access | null;
  };
}

interface Access {
  readonly access_level: number;
}

const PAGE = 100;
/** The role from which on branches may be made. */
const DEVELOPER = 30;

const action = ({ path, bytes, before }: Edit) => ({
  action: bytes ? (before ? 'update' : 'create') : 'delete',
  file_path: path,
  ...(bytes && { encoding: 'base64', content: toBase64(bytes) }),
  ...(before?.guard && { last_commit_id: before.guard }),
});

const asProposed = ({ iid: number, web_url: url }: MergeRequest): Proposed => ({ number, url });

/** Whether a project lets the account make branches; where it does not say, trying tells. */
const isWritable = ({ permissions }: Project): boolean => {
  const levels = [permissions?.project_access, permissions?.group_access].flatMap((one) => one ?? []);
  return permissions === undefined || levels.some((one) => one.access_level >= DEVELOPER);
};

/** Requests from a project's branches to another project, or to itself. */
function requestsTo(call: Call, project: string, target: string): Pick<Forge, 'findRequest' | 'openRequest'> {
  const isCopy = project !== target;
  const idOf = async (address: string) => (await call<Project>(address)).id;
  return {
    findRequest: async ({ branch, base }) => {
      const query = { state: 'opened', source_branch: branch, target_branch: base };
      const all = await call<readonly MergeRequest[]>(`${target}/merge_requests`, { query });
      const id = isCopy && all.length > 0 ? await idOf(project) : undefined;
      const found = all.find((one) => id === undefined || one.source_project_id === id);
      return found && asProposed(found);
    },
    openRequest: async ({ base, branch, title, description }) => {
      const body = {
        source_branch: branch,
        target_branch: base,
        title,
        description,
        remove_source_branch: true,
        ...(isCopy && { target_project_id: await idOf(target) }),
      };
      return asProposed(await call<MergeRequest>(`${project}/merge_requests`, { method: 'POST', body }));
    },
  };
}

/** `repo` holds the branches that are written; requests go to `home`. */
export function gitlab(call: Call, repo: string, home = repo): Forge {
  const [project, target] = [repo, home].map((path) => `/projects/${encodeURIComponent(path)}`) as [
    string,
    string,
  ];
  const isCopy = repo !== home;
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
    isPublic: async () => (await call<Project>(target)).visibility !== 'private',
    canWrite: async () => isWritable(await call<Project>(target)),
    viaCopy: async (base) =>
      gitlab(call, await (await import('./fork.ts')).gitlabCopyOf(call, target, base), home),
    hasBranch: async (branch) =>
      (await call<object | undefined>(branchAddress(branch), { orNothing: true })) !== undefined,
    dropBranch: (branch) => call(branchAddress(branch), { method: 'DELETE', orNothing: true }),
    commit: async ({ base, branch = base, isNew, title, edits }) => {
      const start = { start_branch: base, ...(isCopy && { start_project: home }) };
      const onto = isNew ? { branch, ...start } : { branch };
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
    ...requestsTo(call, project, target),
  };
}
