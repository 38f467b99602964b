/** GitLab's merge requests, issues and copies: what is asked only when something is sent. */
import type { Call } from './call.ts';
import { gitlabCopyOf } from './fork.ts';
import type { Forge, Proposed } from './types.ts';

interface MergeRequest {
  readonly iid: number;
  readonly source_project_id?: number;
  readonly web_url: string;
}

interface Access {
  readonly access_level: number;
}

interface Project {
  readonly id: number;
  readonly visibility: string;
  readonly permissions?: {
    readonly project_access?: Access | null;
    readonly group_access?: Access | null;
  };
}

/** The role from which on branches may be made. */
const DEVELOPER = 30;

/** Whether a project lets the account make branches; where it does not say, trying tells. */
const isWritable = ({ permissions }: Project): boolean => {
  const levels = [permissions?.project_access, permissions?.group_access].flatMap((one) => one ?? []);
  return permissions === undefined || levels.some((one) => one.access_level >= DEVELOPER);
};

const asProposed = ({ iid: number, web_url: url }: MergeRequest): Proposed => ({ number, url });

type Sending = Pick<Forge, 'canWrite' | 'isPublic' | 'findRequest' | 'openRequest'> &
  Required<Pick<Forge, 'tellPrivately'>> & {
    /** The path of the account's own copy. */
    readonly copy: (base: string) => Promise<string>;
  };

/** Requests from a project's branches to another project, or to itself. */
export function sending(call: Call, project: string, target: string): Sending {
  const isCopy = project !== target;
  const idOf = async (address: string) => (await call<Project>(address)).id;
  return {
    isPublic: async () => (await call<Project>(target)).visibility !== 'private',
    canWrite: async () => isWritable(await call<Project>(target)),
    copy: (base) => gitlabCopyOf(call, target, base),
    tellPrivately: async (title, description) => {
      const query = { search: title, in: 'title', state: 'opened', confidential: 'true' };
      const [told] = await call<readonly MergeRequest[]>(`${project}/issues`, { query });
      const body = { title, description, confidential: true };
      return asProposed(told ?? (await call<MergeRequest>(`${project}/issues`, { method: 'POST', body })));
    },
    findRequest: async ({ branch, base }) => {
      const query = { state: 'opened', source_branch: branch, target_branch: base };
      const all = await call<readonly MergeRequest[]>(`${target}/merge_requests`, { query });
      const id = all.length > 0 ? await idOf(project) : undefined;
      const found = all.find((one) => one.source_project_id === id);
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
